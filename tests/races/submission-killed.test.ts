import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { filing } from '#app/filing.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { documentsFor } from '#modules/case-files/domain/form-answers.ts';
import { aDraftOf, anUpload, aVerificationFailed } from '#modules/case-files/testing.ts';
import type { CaseFileDeps } from '#modules/case-files/use-cases/case-file-deps.ts';
import { openCorrection } from '#modules/case-files/use-cases/correct-form.ts';
import { sendForm } from '#modules/case-files/use-cases/send-form.ts';
import { createPeople, openSessions } from '#modules/identity/public.ts';
import { adaMoves } from '#modules/procedures/testing.ts';
import type { Official } from '#platform/web/who.ts';
import { type Answer, send } from '#tests/support/book-over-http.ts';
import { depsOn } from '#tests/support/crowd.ts';
import { aireRegistration } from '#tests/support/files-at-municipality.ts';
import { freePorts, startServerProcess, untilReady } from '#tests/support/server-process.ts';
import { makeStore, type TestStore } from '#tests/support/store.ts';

const secret = 'a secret that only these faults know, long enough';
const dataDir = mkdtempSync(join(tmpdir(), 'sportello-sending-'));
const filesDir = join(dataDir, 'files');
const agent = new Agent({ keepAlive: true, maxSockets: 8 });
const task = { kind: 'system', task: 'test' } as const;
/** By hand, every step. */
const full = process.env['FULL_MATRIX'] === '1';

/** The steps of a submission and of a correction, each a table that it writes; the last is the commit, without an answer. */
const gates = {
  number: 'before insert or update on case_files.protocol_register',
  file: 'before insert on case_files.case_file',
  state: 'before update on case_files.case_file',
  turn: 'before insert on case_files.turn',
  sending: 'before insert on case_files.sent_answers',
  document: 'before insert on documents.document',
  draft: 'before delete on case_files.draft',
  history: 'before insert on platform.event',
  letter: 'before insert on notifications.message',
  answer: 'before update on platform.idempotency',
} as const;
type Gate = keyof typeof gates | 'committed';
const submissions: readonly Gate[] = full
  ? ['number', 'file', 'turn', 'sending', 'document', 'draft', 'history', 'letter', 'answer', 'committed']
  : ['answer', 'committed'];
const corrections: readonly Gate[] = full
  ? ['state', 'turn', 'sending', 'document', 'draft', 'history', 'letter', 'answer']
  : ['draft'];

let store: TestStore;
let deps: CaseFileDeps;
let gatekeeper: pg.PoolClient;
let serving: Instance;
let standby: Instance | undefined;
let kills = 0;
const children: ChildProcess[] = [];

interface Instance {
  readonly port: number;
  readonly child: ChildProcess;
  readonly ready: Promise<void>;
}

async function launch(): Promise<Instance> {
  const [port = 0] = await freePorts(1);
  const child = startServerProcess({
    port,
    dataDir,
    secret,
    database: { logins: inject('logins'), name: store.connection.database ?? '' },
    env: { FILES_DIR: filesDir, REQUESTS_PER_MINUTE: '100000' },
  });
  children.push(child);
  return { port, child, ready: untilReady(port) };
}

/** kill -9: whoever sends finds the next program. */
async function die(): Promise<void> {
  const end = once(serving.child, 'exit');
  serving.child.kill('SIGKILL');
  await end;
  kills += 1;
  const next = standby ?? (await launch());
  await next.ready;
  serving = next;
  standby = kills < submissions.length + corrections.length ? await launch() : undefined;
}

interface Sender {
  readonly accountId: string;
  readonly cookie: string;
  readonly email: string;
}

async function aSender(number: number): Promise<Sender> {
  const email = `mittente.${number}@posta.example`;
  return store.db.transaction(task, async (tx) => {
    const person = {
      givenName: 'Ada',
      familyName: `Mittente ${number}`,
      bornOn: civilDate('1980-02-03'),
      email,
      mobile: `+4479110${String(number).padStart(5, '0')}`,
      country: 'GB',
      place: 'Leeds',
      officeId: 'manchester',
      locale: 'it' as const,
    };
    const [accountId = ''] = await createPeople(deps, tx, [person], 'no password');
    const [session] = await openSessions(tx, [accountId], deps.now());
    return { accountId, cookie: session?.cookie ?? '', email };
  });
}

const paths = documentsFor(aireRegistration().form, adaMoves)
  .filter(({ document }) => !document.optional)
  .map(({ path }) => path);

/** A form that is filled in, with its documents. */
async function aFullDraft({ accountId }: Sender): Promise<string> {
  const draftId = await aDraftOf(deps, accountId, { procedure: aireRegistration(), answers: adaMoves });
  for (const [seed, path] of paths.entries()) await anUpload(deps, { draftId, accountId, path, seed });
  return draftId;
}

const submit = (sender: Sender, draftId: string, key: string, body: object = {}) =>
  send(agent, serving.port, 'POST', `/api/v1/drafts/${draftId}/submission`, JSON.stringify(body), {
    cookie: `session=${sender.cookie}`,
    'idempotency-key': key,
  });

/** Holds what is sent at a gate with its work undone, or catches it as soon as it is done; then the program dies. */
async function dieAt(gate: Gate, sent: Promise<unknown>, isDone: () => Promise<boolean>): Promise<void> {
  const answered = sent.then(
    () => true,
    () => true,
  );
  const over = () => Promise.race([answered, wait(5).then(() => false)]);
  if (gate === 'committed') {
    while (!(await isDone()) && !(await over()));
    await die();
    return;
  }
  for (let turn = 0; turn < 2000 && !(await over()); turn += 1) {
    const { rows } = await gatekeeper.query(
      `select 1 from pg_locks where locktype = 'advisory' and classid = 7002 and not granted`,
    );
    if (rows.length > 0) break;
  }
  await die();
  await gatekeeper.query('select pg_advisory_unlock_all()');
}

const shut = (gate: Gate) =>
  gate === 'committed'
    ? Promise.resolve()
    : gatekeeper.query('select pg_advisory_lock(7002, hashtext($1))', [gate]);

async function one<Row extends object>(sql: string, ...values: unknown[]): Promise<Row> {
  const { rows } = await store.owner.query<Row>(sql, values);
  return rows[0] as Row;
}

const filesOnDisk = () =>
  readdirSync(filesDir, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).length;

beforeAll(async () => {
  store = await makeStore(`sending_${crypto.randomUUID().slice(0, 8)}`);
  deps = filing(depsOn(store.db, secret), { filesDir, bucket: undefined, clamdUrl: undefined });
  for (const [gate, when] of Object.entries(gates))
    await store.owner.query(`
      create function platform.stand_at_${gate}() returns trigger language plpgsql as $$ begin
        perform pg_advisory_xact_lock_shared(7002, hashtext('${gate}'));
        return coalesce(new, old);
      end $$;
      create trigger stand_at_${gate} ${when} for each row execute function platform.stand_at_${gate}()`);
  gatekeeper = await store.owner.connect();
  serving = await launch();
  standby = await launch();
  await serving.ready;
}, 120_000);

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  agent.destroy();
  gatekeeper?.release();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('a form that is sent while the program is killed', () => {
  const sent: { sender: Sender; draftId: string; key: string; answer: Answer }[] = [];

  test.each(submissions.map((gate, number) => [gate, number] as const))(
    'CF-1 CF-7: killed at %s: nothing is sent and the draft is whole, or it is sent once',
    async (gate, number) => {
      const sender = await aSender(number);
      const draftId = await aFullDraft(sender);
      const key = crypto.randomUUID();
      const before = await one('select answers, revision from case_files.draft where id = $1', draftId);
      const files = filesOnDisk();
      await shut(gate);
      const first = submit(sender, draftId, key);
      await dieAt(gate, first, async () => {
        const { rowCount } = await store.owner.query('select 1 from case_files.case_file where id = $1', [
          draftId,
        ]);
        return rowCount === 1;
      });
      const left = await one<{ files: number; letters: number; events: number }>(
        `select (select count(*)::int from case_files.case_file where id = $1) as files,
           (select count(*)::int from notifications.message where account_id = $2) as letters,
           (select count(*)::int from platform.event where subject_id = $1::text and type = 'case-file.submitted') as events`,
        draftId,
        sender.accountId,
      );
      if (gate === 'committed') expect(left).toEqual({ files: 1, letters: 1, events: 1 });
      else {
        expect(left).toEqual({ files: 0, letters: 0, events: 0 });
        expect(await one('select answers, revision from case_files.draft where id = $1', draftId)).toEqual(
          before,
        );
        const { uploads } = await one<{ uploads: number }>(
          'select count(*)::int as uploads from documents.draft where form_key = $1',
          draftId,
        );
        expect(uploads).toBe(paths.length);
      }
      expect(filesOnDisk()).toBe(files);
      const answer = await submit(sender, draftId, key);
      expect(answer.status, answer.body).toBe(201);
      sent.push({ sender, draftId, key, answer });
    },
    60_000,
  );

  test('CF-1: each has one number without a gap, one letter, all its documents; the same key says the same again', async () => {
    for (const { sender, draftId, key, answer } of sent)
      expect(await submit(sender, draftId, key)).toMatchObject({ status: answer.status });
    const { rows } = await store.owner.query(
      `select f.protocol_number as number,
         (select count(*)::int from notifications.message m where m.account_id = f.account_id) as letters,
         (select count(*)::int from documents.document d where d.subject_id = f.id) as documents,
         (select count(*)::int from case_files.turn t where t.case_file_id = f.id) as turns,
         (select count(*)::int from case_files.draft w where w.account_id = f.account_id) as drafts
       from case_files.case_file f order by f.protocol_number`,
    );
    expect(rows).toEqual(
      sent.map((_, index) => ({
        number: index + 1,
        letters: 1,
        documents: paths.length,
        turns: 1,
        drafts: 0,
      })),
    );
  }, 60_000);
});

describe('a correction that is sent while the program is killed', () => {
  const clerk: Official = {
    kind: 'official',
    officialId: crypto.randomUUID(),
    sessionId: '',
    name: 'Olga',
    ministry: false,
    roles: [{ officeId: 'manchester', role: 'operator' }],
  };

  test.each(corrections.map((gate, number) => [gate, 100 + number] as const))(
    'CF-1 CF-7: killed at %s: the file waits as before with the correction whole, then it goes back once',
    async (gate, number) => {
      const sender = await aSender(number);
      const { accountId } = sender;
      const draftId = await aFullDraft(sender);
      const who = { accountId, actingId: accountId };
      const first = await sendForm(deps, { ...who, draftId, key: crypto.randomUUID() });
      if (!first.ok) throw new Error(`Not sent: ${first.refusal.code}`);
      const { id } = first.value;
      const path = paths[0] ?? '';
      const wanted = [{ target: { kind: 'document', path } as const, note: 'Non si legge' }];
      await aVerificationFailed(deps, id, clerk, wanted);
      const draft = await openCorrection(deps, { ...who, id });
      if (!draft.ok) throw new Error(`Not opened: ${draft.refusal.code}`);
      await anUpload(deps, { draftId: draft.value.id, accountId, path, seed: 7 });
      const key = crypto.randomUUID();
      const { version } = await one<{ version: number }>(
        'select version from case_files.case_file where id = $1',
        id,
      );
      await shut(gate);
      await dieAt(gate, submit(sender, draft.value.id, key, { version }), async () => false);
      const left = `select f.state, f.version, (select count(*)::int from documents.draft d where d.form_key = $2::text) as uploads,
           (select count(*)::int from case_files.sent_answers s where s.case_file_id = f.id) as sendings,
           (select count(*)::int from notifications.message m where m.account_id = f.account_id
              and m.subject like 'Correzioni inviate%') as letters,
           (select count(*)::int from documents.document d where d.subject_id = f.id) as documents
         from case_files.case_file f where f.id = $1`;
      expect(await one(left, id, draft.value.id)).toEqual({
        state: 'verification_failed',
        version,
        uploads: 1,
        sendings: 1,
        letters: 0,
        documents: paths.length,
      });
      const answer = await submit(sender, draft.value.id, key, { version });
      expect(answer.status, answer.body).toBe(201);
      expect(await one(left, id, draft.value.id)).toEqual({
        state: 'in_progress',
        version: version + 1,
        uploads: 0,
        sendings: 2,
        letters: 1,
        documents: paths.length + 1,
      });
    },
    60_000,
  );
});
