import fc from 'fast-check';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoJoining, demoPersonId } from '#demo/registry/people.ts';
import { dispatchMessages } from '#modules/notifications/public.ts';
import { connectAccount, loadRecords } from '#modules/registry/public.ts';
import { aRecordedChange } from '#modules/registry/testing.ts';
import { connectMailer, type Mailer } from '#platform/mail/mailer.ts';
import type { Official } from '#platform/web/who.ts';
import {
  type CaseFileEvent,
  type CaseFileState,
  holderIn,
  isOpen,
  municipalLifecycle,
} from '../domain/case-file-lifecycle.ts';
import { aCorrection, aSentFile, residenceAbroad, residenceFolder } from '../files.testing.ts';
import { anOfficial, aPerson, caseFileDeps } from '../testing.ts';
import { failVerification, rejectFile, sendToMunicipality } from './decide-file.ts';
import { handOver } from './hand-over.ts';
import {
  confirmFile,
  putBackAtMunicipality,
  refuseFile,
  takeAtMunicipality,
  writeFromMunicipality,
} from './municipality.ts';
import { remindMunicipalities } from './remind-municipalities.ts';
import { closeFilesShownByRegistry } from './shown-by-registry.ts';
import { takeFile } from './take-file.ts';
import { tickChecks } from './tick-checks.ts';
import { note, putBack, writeToPerson } from './work-on-file.ts';
import { cancelCaseFile, writeAsPerson } from './write-as-person.ts';

const asTest = { kind: 'system', task: 'test' } as const;
const trieste = 'comune-l424';

/** What each line of history says of the life of a file, and the subject of the letter that goes with it. */
const told: Readonly<Record<string, { event: CaseFileEvent; letter?: RegExp }>> = {
  'case-file.taken': { event: 'take', letter: /^Pratica in lavorazione/ },
  'case-file.put-back': { event: 'put_back', letter: /^Pratica di nuovo in coda/ },
  'case-file.handed-over': { event: 'hand_over' },
  'case-file.noted': { event: 'note' },
  'case-file.person-wrote': { event: 'write' },
  'case-file.office-wrote': { event: 'write', letter: /^Nuovo messaggio/ },
  'case-file.verification-failed': { event: 'fail_verification', letter: /^Da correggere/ },
  'case-file.resubmitted': { event: 'resubmit', letter: /^Correzioni inviate/ },
  'case-file.sent-to-municipality': { event: 'send_to_municipality', letter: /^Inviata al comune/ },
  'case-file.municipality-reminded': { event: 'remind_municipality' },
  'case-file.taken-by-municipality': { event: 'take_at_municipality' },
  'case-file.put-back-by-municipality': { event: 'put_back_at_municipality' },
  'case-file.offices-wrote': { event: 'write_between_offices' },
  'case-file.confirmed': { event: 'confirm', letter: /^Pratica conclusa/ },
  'case-file.refused-by-municipality': { event: 'refuse', letter: /^Il comune non ha confermato/ },
  'case-file.rejected': { event: 'reject', letter: /^Pratica respinta/ },
  'case-file.cancelled': { event: 'cancel', letter: /^Pratica annullata/ },
};
/** Lines that tell of no step. */
const aside = new Set([
  'case-file.submitted',
  'case-file.read',
  'case-file.checked',
  'case-file.shown-by-registry',
  'case-file.registry-differs',
]);

const clerkNames = ['Olga', 'Otto', 'Lars'] as const;
const officerNames = ['Amelia', 'Silvano', 'Remo'] as const;
const one = (count: number) => fc.nat(count - 1);
/** Mostly the first, who has the file in hands: so sequences get far; the others try in vain. */
const mostlyFirst = (count: number) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: one(count) });
const byPerson = (kind: 'send' | 'resubmit' | 'cancel' | 'personWrites', weight: number) => ({
  weight,
  arbitrary: fc.record({ kind: fc.constant(kind), file: mostlyFirst(2), who: mostlyFirst(2) }),
});
const byClerk = <Kind extends string>(kind: Kind, weight: number) => ({
  weight,
  arbitrary: fc.record({
    kind: fc.constant(kind),
    file: mostlyFirst(2),
    who: mostlyFirst(clerkNames.length),
  }),
});
const step = fc.oneof(
  byPerson('send', 6),
  byPerson('resubmit', 4),
  byPerson('cancel', 1),
  byPerson('personWrites', 1),
  byClerk('take', 8),
  byClerk('putBack', 1),
  byClerk('handOver', 2),
  byClerk('note', 1),
  byClerk('officeWrites', 1),
  byClerk('failVerification', 3),
  byClerk('sendToMunicipality', 8),
  byClerk('reject', 1),
  byClerk('townTakes', 8),
  byClerk('townPutsBack', 1),
  byClerk('townWrites', 1),
  byClerk('confirm', 3),
  byClerk('refuse', 4),
  byClerk('registryShows', 1),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('days' as const), file: one(40), who: one(1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('mail' as const), file: one(2), who: one(2) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const stepsOf = (who: number, ...kinds: readonly Step['kind'][]) =>
  kinds.map((kind) => ({ kind, file: 0, who }) as Step);
/** The way on which a file gets far; sequences begin somewhere on it and go on as chance has it. */
const longWay = stepsOf(
  0,
  ...(['send', 'take', 'failVerification', 'resubmit', 'sendToMunicipality', 'townTakes'] as const),
  ...(['refuse', 'sendToMunicipality', 'townTakes'] as const),
);
const sequence = fc
  .tuple(fc.nat(longWay.length), fc.array(step, { minLength: 15, maxLength: 35, size: 'max' }))
  .map(([far, steps]) => [...longWay.slice(0, far), ...steps]);
/** Every step at least once. */
const everyStep = [
  ...longWay,
  ...stepsOf(0, 'townWrites', 'townPutsBack', 'note', 'officeWrites'),
  { kind: 'days', file: 16, who: 0 } as const,
  { kind: 'mail', file: 1, who: 1 } as const,
  ...stepsOf(0, 'townTakes', 'handOver', 'confirm'),
  ...stepsOf(1, 'send', 'personWrites', 'cancel', 'send'),
  ...stepsOf(0, 'take', 'putBack', 'take', 'reject', 'send', 'take', 'sendToMunicipality', 'registryShows'),
];

/** A mail server that for a time takes nothing, at whatever word of the conversation. */
function aMailServer() {
  const arrived: string[] = [];
  const refuses = { at: undefined as 'connect' | 'recipient' | 'data' | undefined };
  const no = (where: typeof refuses.at) =>
    refuses.at === where ? Object.assign(new Error('Try later'), { responseCode: 451 }) : null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect: (_session, done) => done(no('connect')),
    onRcptTo: (_address, _session, done) => done(no('recipient')),
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
      });
      stream.on('end', () => {
        const fault = no('data');
        if (fault === null) arrived.push(/^Message-ID: <([^@]+)@/im.exec(text)?.[1] ?? '');
        done(fault);
      });
    },
  });
  return { server, arrived, refuses };
}

let mail: ReturnType<typeof aMailServer>;
let mailer: Mailer;
beforeAll(async () => {
  mail = aMailServer();
  await new Promise<void>((listening) => mail.server.listen(0, '127.0.0.1', listening));
  const { port } = mail.server.server.address() as { port: number };
  mailer = connectMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, sender: 'Sportello <a@sportello.example>' });
});
afterAll(async () => {
  mailer.close();
  await new Promise<void>((closed) => mail.server.close(() => closed()));
});

/** What the tests believe of a file. */
interface Believed {
  readonly id: string;
  readonly owner: number;
  state: CaseFileState;
  takenBy: number | null;
  officer: number | null;
}

async function world() {
  const deps = await caseFileDeps(residenceFolder);
  await deps.db.transaction(asTest, (tx) => loadRecords(tx, demoJoining()));
  const people = [
    await aPerson(deps),
    await aPerson(deps, { email: 'bea@posta.example', mobile: '+447911123457', givenName: 'Bea' }),
  ];
  const bruno = demoPersonId('bruno');
  await connectAccount(deps, { accountId: people[0] ?? '', personId: bruno, by: 'spid' });
  const clerks: Official[] = [];
  for (const [index, name] of clerkNames.entries())
    clerks.push(await anOfficial(deps, index === 2 ? 'london' : 'manchester', name));
  const officers: Official[] = [];
  for (const [index, name] of officerNames.entries())
    officers.push(await anOfficial(deps, index === 2 ? 'comune-h501' : trieste, name));
  const files: Believed[] = [];
  mail.arrived.length = 0;
  mail.refuses.at = undefined;
  const channels = { mailer, pec: mailer, sms: { send: async () => {} } };
  const key = () => crypto.randomUUID();

  const versionOf = async (id: string) =>
    (
      await deps.store.owner.query<{ version: number }>(
        'select version from case_files.case_file where id = $1',
        [id],
      )
    ).rows[0]?.version ?? 0;

  /** What the table allows, in the hands that may do it; the belief moves on with it. */
  function believe(file: Believed, event: CaseFileEvent, allowed: boolean): boolean {
    const next = municipalLifecycle.next(file.state, event);
    if (!allowed || !next.ok) return false;
    file.state = next.value;
    if (next.value === 'submitted') file.takenBy = null;
    if (next.value !== 'sent_to_municipality') file.officer = null;
    return true;
  }

  async function actOfPerson({ kind, who }: Step, file: Believed): Promise<void> {
    const accountId = people[who] ?? '';
    const own = who === file.owner;
    const reader = { kind: 'citizen', accountId } as const;
    if (kind === 'cancel') {
      const done = await cancelCaseFile(deps, { reader, id: file.id, key: key() });
      expect(done.ok).toBe(believe(file, 'cancel', own));
    } else if (kind === 'personWrites') {
      const done = await writeAsPerson(deps, { reader, id: file.id, key: key(), text: 'Buongiorno' });
      expect(done.ok).toBe(believe(file, 'write', own));
    } else {
      const answers = { ...residenceAnswers, address: `${await versionOf(file.id)} Example Street, Leeds` };
      const done = await aCorrection(deps, accountId, file.id, { answers }).then(
        () => true,
        () => false,
      );
      expect(done).toBe(believe(file, 'resubmit', own));
    }
  }

  async function actOfClerk({ kind, who }: Step, file: Believed): Promise<void> {
    const official = clerks[who] as Official;
    const officeId = who === 2 ? 'london' : 'manchester';
    const work = () => ({ official, officeId, id: file.id, key: key() });
    const here = who !== 2;
    const holds = here && (file.takenBy === who || file.takenBy === null);
    const acts: Partial<Record<Step['kind'], () => Promise<void>>> = {
      async take() {
        const done = await takeFile(deps, work(), { reason: 'person_in_need', text: '' });
        const taken = believe(file, 'take', here);
        expect(done.ok, JSON.stringify(done)).toBe(taken);
        if (taken) file.takenBy = who;
      },
      async putBack() {
        expect((await putBack(deps, work())).ok).toBe(believe(file, 'put_back', holds));
      },
      async handOver() {
        const to = who === 0 ? 1 : 0;
        const done = await handOver(deps, work(), clerks[to]?.officialId ?? '');
        const given = believe(file, 'hand_over', holds && file.takenBy !== to);
        expect(done.ok, JSON.stringify(done)).toBe(given);
        if (given) file.takenBy = to;
      },
      async note() {
        expect((await note(deps, work(), 'Vista')).ok).toBe(believe(file, 'note', here));
      },
      async officeWrites() {
        expect((await writeToPerson(deps, work(), 'Grazie')).ok).toBe(believe(file, 'write', here));
      },
      async failVerification() {
        const wanted = [{ target: { kind: 'question', path: 'address' }, note: 'Manca il numero' }] as const;
        const done = await failVerification(deps, work(), { wanted, text: '' });
        expect(done.ok).toBe(believe(file, 'fail_verification', holds));
      },
      async reject() {
        const done = await rejectFile(deps, work(), { reasons: ['no_citizen'], text: 'Non risulta' });
        expect(done.ok).toBe(believe(file, 'reject', holds));
      },
      async sendToMunicipality() {
        const holdsAll = residenceAbroad.form.checks.map(({ id }) => [id, 'holds'] as const);
        await tickChecks(deps, work(), Object.fromEntries(holdsAll));
        const done = await sendToMunicipality(deps, work());
        expect(done.ok, JSON.stringify(done)).toBe(believe(file, 'send_to_municipality', holds));
      },
    };
    await acts[kind]?.();
  }

  async function actOfTown({ kind, who }: Step, file: Believed): Promise<void> {
    const by = { official: officers[who] as Official, municipalityId: who === 2 ? 'comune-h501' : trieste };
    const wish = { id: file.id, version: await versionOf(file.id), key: key() };
    const here = who !== 2;
    const holds = here && file.officer === who;
    const acts: Partial<Record<Step['kind'], () => Promise<void>>> = {
      async townTakes() {
        const again = file.officer === who && file.state === 'sent_to_municipality';
        const done = await takeAtMunicipality(deps, by, wish);
        const taken = again || believe(file, 'take_at_municipality', here);
        expect(done.ok).toBe(taken);
        if (taken) file.officer = who;
      },
      async townPutsBack() {
        const done = await putBackAtMunicipality(deps, by, wish);
        const given = believe(file, 'put_back_at_municipality', holds);
        expect(done.ok).toBe(given);
        if (given) file.officer = null;
      },
      async townWrites() {
        const done = await writeFromMunicipality(deps, by, { ...wish, text: 'Buongiorno' });
        const may = here && (file.officer === null || file.officer === who);
        expect(done.ok).toBe(believe(file, 'write_between_offices', may));
      },
      async confirm() {
        const done = await confirmFile(deps, by, { ...wish, registeredOn: '2026-11-20', act: '7/2026' });
        expect(done.ok).toBe(believe(file, 'confirm', holds));
      },
      async refuse() {
        const done = await refuseFile(deps, by, { ...wish, reasons: ['data_differ'], text: 'Non coincide' });
        expect(done.ok).toBe(believe(file, 'refuse', holds));
      },
    };
    await acts[kind]?.();
  }

  /** The registry shows that Ada, and nobody else, was registered: her file at this municipality is over. */
  async function registryShows(): Promise<void> {
    await aRecordedChange(deps, { municipality: 'L424', personId: bruno, kind: 'aire_registration' });
    // Changes are passed on once what began before them is over, in whatever database of the server.
    for (let tries = 0; tries < 200 && (await closeFilesShownByRegistry(deps)) === 0; tries += 1)
      await new Promise((soon) => setTimeout(soon, 10));
    for (const file of files) if (file.owner === 0) believe(file, 'confirm', true);
  }

  async function act(each: Step): Promise<void> {
    if (each.kind === 'days') {
      deps.clock.forward({ hours: 24 * each.file + 1 });
      await Promise.all([remindMunicipalities(deps), remindMunicipalities(deps)]);
      return;
    }
    if (each.kind === 'mail') {
      mail.refuses.at = ([undefined, 'connect', 'recipient', 'data'] as const)[2 * each.file + each.who];
      await dispatchMessages(deps, channels);
      return;
    }
    if (each.kind === 'registryShows') return registryShows();
    if (each.kind === 'send') {
      // A person has one open file of the kind.
      if (files.some((file) => file.owner === each.who && isOpen(file.state))) return;
      const id = await aSentFile(deps, people[each.who] ?? '');
      files.unshift({ id, owner: each.who, state: 'submitted', takenBy: null, officer: null });
      return;
    }
    const file = files[each.file];
    if (file === undefined) return;
    if (each.kind === 'resubmit' || each.kind === 'cancel' || each.kind === 'personWrites')
      await actOfPerson(each, file);
    else if (['townTakes', 'townPutsBack', 'townWrites', 'confirm', 'refuse'].includes(each.kind))
      await actOfTown(each, file);
    else await actOfClerk(each, file);
  }

  /** The history replayed along the table gives the state; turns leave no gap; a municipality has what is sent to it. */
  async function check(): Promise<void> {
    for (const file of files) {
      const query = async <Row extends object>(sql: string) =>
        (await deps.store.owner.query<Row>(sql, [file.id])).rows;
      const lines = await query<{ type: string; state: CaseFileState | null }>(
        `select type, facts ->> 'state' as state from platform.event
         where subject_kind = 'case-file' and subject_id = $1 order by id`,
      );
      let replayed: CaseFileState = 'submitted';
      const holders = [holderIn('submitted')];
      for (const { type, state } of lines.filter((line) => !aside.has(line.type))) {
        const event: CaseFileEvent | undefined = told[type]?.event;
        if (event === undefined) throw new Error(`The history tells of ${type}`);
        const next = municipalLifecycle.next(replayed, event);
        expect(next, `${event} in ${replayed}`).toMatchObject({ ok: true, value: state });
        if (next.ok) replayed = next.value;
        const holder = holderIn(replayed);
        if (holder !== holders.at(-1)) holders.push(holder);
      }
      const [row] = await query<{ state: CaseFileState; from: string; until: string | null; open: number }>(
        `select state, submitted_at::text as from, closed_at::text as until,
           (select count(*)::int from case_files.municipal_stage s
             where s.case_file_id = f.id and s.decided_at is null) as open
         from case_files.case_file f where id = $1`,
      );
      expect(row?.state).toBe(file.state);
      expect(replayed).toBe(file.state);
      expect(row?.open).toBe(file.state === 'sent_to_municipality' ? 1 : 0);
      const turns = await query<{ holder: string; from: string; until: string | null }>(
        `select holder, from_at::text as from, until_at::text as until from case_files.turn
         where case_file_id = $1 order by number`,
      );
      expect(turns.map(({ holder }) => holder)).toEqual(holders.filter((each) => each !== undefined));
      expect(turns.map(({ from }) => from)).toEqual([
        row?.from,
        ...turns.slice(0, -1).map(({ until }) => until),
      ]);
      expect(turns.at(-1)?.until).toBe(row?.until);
    }
  }

  /** Every notice was queued once with its step, and arrives once although the mail server takes nothing for a minute. */
  async function checkLetters(): Promise<string[]> {
    const { rows: lines } = await deps.store.owner.query<{ type: string; account: string }>(
      `select type, account_id as account from platform.event where subject_kind = 'case-file'`,
    );
    const { rows: letters } = await deps.store.owner.query<{ id: string; subject: string; account: string }>(
      'select id, subject, account_id as account from notifications.message',
    );
    for (const [type, { letter }] of Object.entries(told))
      for (const account of people)
        if (letter !== undefined)
          expect(
            letters.filter((each) => each.account === account && letter.test(each.subject)).length,
            type,
          ).toBe(lines.filter((each) => each.account === account && each.type === type).length);
    mail.refuses.at ??= 'data';
    await dispatchMessages(deps, channels);
    deps.clock.forward({ minutes: 1 });
    mail.refuses.at = undefined;
    for (let tries = 0; tries < 30; tries += 1) {
      await Promise.all([dispatchMessages(deps, channels), dispatchMessages(deps, channels)]);
      deps.clock.forward({ hours: 1 });
    }
    expect(mail.arrived.toSorted()).toEqual(letters.map(({ id }) => id).toSorted());
    return lines.map(({ type }) => type);
  }
  return { act, check, checkLetters };
}

const residenceAnswers = {
  given_name: 'Ada',
  family_name: 'Inventata',
  municipality: 'L424',
  with_family: 'no',
};

describe('any sequence of people, clerks, municipalities, timers and days', () => {
  test('CF-1 CF-3 CF-9: reaches no state that the table does not allow, leaves a history that tells it, and sends each notice once', async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(sequence, async (steps) => {
        const { act, check, checkLetters } = await world();
        for (const each of steps) {
          await act(each);
          await check();
        }
        for (const type of await checkLetters()) reached.add(type);
      }),
      {
        numRuns: Number(process.env['SEQUENCES'] ?? 5),
        endOnFailure: true,
        // On a busy machine fewer; the example that takes every step comes first.
        plugins: process.env['SEQUENCES'] === undefined ? [fc.interruptAfterTimeLimit(10_000)] : [],
        examples: [[everyStep]],
      },
    );
    // Sequences that never get far would show nothing.
    if (process.env['SEQUENCES'] === undefined)
      expect(Object.keys(told).filter((type) => !reached.has(type))).toEqual([]);
  }, 240_000);
});
