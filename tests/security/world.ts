import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { filing } from '#app/filing.ts';
import { demoJoining, demoPersonId } from '#demo/registry/people.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { confirmationToken } from '#modules/appointments/domain/confirmation-token.ts';
import { anAgenda, anOpenService, aWindow } from '#modules/appointments/testing.ts';
import { bookPlaces } from '#modules/appointments/use-cases/book-places.ts';
import { changeByOffice } from '#modules/appointments/use-cases/change-by-office.ts';
import { confirmAppointment } from '#modules/appointments/use-cases/confirm-appointment.ts';
import { seeHours } from '#modules/appointments/use-cases/see-availability.ts';
import { submitCaseFile } from '#modules/case-files/public.ts';
import { openDraft } from '#modules/case-files/use-cases/drafts.ts';
import { entrust } from '#modules/case-files/use-cases/entrust.ts';
import { receiveUpload } from '#modules/documents/public.ts';
import { aPhoto, received } from '#modules/documents/testing.ts';
import {
  answerDelegation,
  createOfficials,
  createPeople,
  type Delegated,
  openSessions,
  revokeDelegation,
} from '#modules/identity/public.ts';
import { cheapHashing } from '#modules/identity/testing.ts';
import { createApiToken } from '#modules/identity/use-cases/api-token.ts';
import { openOfficialSessions } from '#modules/identity/use-cases/open-sessions.ts';
import { publishMunicipalService, publishNotice } from '#modules/offices/public.ts';
import { refundEntry, takeFees } from '#modules/payments/public.ts';
import { aPaidOrder, aTaking } from '#modules/payments/testing.ts';
import { connectAccount, enterConsularRegister, loadRecords } from '#modules/registry/public.ts';
import { someConsularData } from '#modules/registry/testing.ts';
import { openPasswords } from '#platform/credentials/passwords.ts';
import type { Deps } from '#platform/deps.ts';
import { testFilesDir } from '#tests/support/app.ts';
import { aireRegistration, aSentFile, brunoMoves } from '#tests/support/files-at-municipality.ts';
import type { TestStore } from '#tests/support/store.ts';
import type { ObjectKind } from './access.ts';

export const kinds = [
  'visitor',
  'newcomer',
  'citizen',
  'otherCitizen',
  'strongCitizen',
  'operator',
  'otherOperator',
  'admin',
  'otherAdmin',
  'ministry',
] as const;
export type Kind = (typeof kinds)[number];

export const isOfficial = (kind: Kind): boolean => kinds.indexOf(kind) >= kinds.indexOf('operator');

/** The office that everything belongs to, and the one of the others. */
export const office = 'manchester';
export const otherOffice = 'london';
/** The municipalities where the same officials serve. */
export const municipality = 'comune-a952';
export const otherMunicipality = 'comune-h501';
export const day = civilDate('2026-11-30');

/** Who sends requests, with the cookies of a browser. */
export interface Principal {
  readonly kind: Kind;
  readonly cookie: string;
  readonly csrf: string;
}

export interface World {
  readonly principals: Readonly<Record<Kind, Principal>>;
  readonly slotId: number;
  /** A new object of the citizen, or of the office. */
  make(kind: ObjectKind): Promise<string>;
  /** The citizen delegates something to the other citizen, who accepts; answers how to revoke it. */
  delegate(what: Delegated): Promise<() => Promise<void>>;
  /** The secret of the letter about an appointment. */
  tokenOf(appointmentId: string): string;
}

const system = { kind: 'system', task: 'test' } as const;

function person(name: string, officeId: string, place: string, mobile: string) {
  return {
    givenName: name,
    familyName: 'Prova',
    bornOn: civilDate('1980-01-01'),
    email: `${name.toLowerCase()}@posta.example`,
    mobile,
    country: 'GB',
    place,
    officeId,
    locale: 'it' as const,
  };
}

/** One principal of each kind, signed in, and an office with something of everything. */
export async function openWorld(
  app: FastifyInstance,
  deps: Deps & { readonly store: TestStore },
): Promise<World> {
  const { db, store } = deps;
  const hash = await openPasswords(deps.keys, cheapHashing).hash('gufo sul ramo del pino');
  for (const officeId of [office, otherOffice]) {
    await anOpenService(deps, { agenda: anAgenda({ officeId }), windows: [aWindow({ desks: 50 })] });
  }
  const people = [
    person('Ada', office, 'Leeds', '+447911000001'),
    person('Bruno', otherOffice, 'London', '+447911000002'),
    person('Nina', office, 'Leeds', '+447911000003'),
    person('Sara', office, 'Leeds', '+447911000004'),
  ];
  const official = (
    email: string,
    roles: Parameters<typeof createOfficials>[2][number]['roles'],
    ministry = false,
  ) => ({
    givenName: 'Olga',
    familyName: 'Sportelli',
    email: `${email}@uffici.example`,
    locale: 'it' as const,
    totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    roles,
    ministry,
  });
  const bothAt = (consulate: string, town: string, role: 'operator' | 'office_admin') => [
    { officeId: consulate, role },
    { officeId: town, role },
  ];
  const [accounts, sessions, desks] = await db.transaction(system, async (tx) => {
    const accountIds = await createPeople(deps, tx, people, hash);
    for (const [index, { givenName, officeId }] of people.entries()) {
      const accountId = accountIds[index] ?? null;
      const data = someConsularData({ taxCode: undefined, givenName });
      const actor = { kind: 'system', id: 'test' } as const;
      await enterConsularRegister(tx, { officeId, accountId, data, source: 'test', actor, at: deps.now() });
    }
    const officialIds = await createOfficials(
      deps,
      tx,
      [
        official('operator', bothAt(office, municipality, 'operator')),
        official('other-operator', bothAt(otherOffice, otherMunicipality, 'operator')),
        official('admin', bothAt(office, municipality, 'office_admin')),
        official('other-admin', bothAt(otherOffice, otherMunicipality, 'office_admin')),
        official('ministry', [], true),
      ],
      hash,
    );
    return [
      accountIds,
      [
        ...(await openSessions(tx, accountIds.slice(0, 3), deps.now())),
        ...(await openSessions(tx, accountIds.slice(3), deps.now(), 2)),
      ],
      await openOfficialSessions(tx, officialIds, deps.now()),
    ] as const;
  });
  await db.transaction(system, (tx) => loadRecords(tx, demoJoining()));
  await connectAccount(deps, { accountId: accounts[3] ?? '', personId: demoPersonId('bruno'), by: 'spid' });
  await store.owner.query(`update identity.account set state = 'pending' where id = $1`, [accounts[2]]);

  const cookieOf: Record<Kind, string> = {
    visitor: '',
    newcomer: `session=${sessions[2]?.cookie}`,
    citizen: `session=${sessions[0]?.cookie}`,
    otherCitizen: `session=${sessions[1]?.cookie}`,
    strongCitizen: `session=${sessions[3]?.cookie}`,
    operator: `desk=${desks[0]?.cookie}`,
    otherOperator: `desk=${desks[1]?.cookie}`,
    admin: `desk=${desks[2]?.cookie}`,
    otherAdmin: `desk=${desks[3]?.cookie}`,
    ministry: `desk=${desks[4]?.cookie}`,
  };
  const principals = await Promise.all(
    kinds.map(async (kind) => [kind, await withToken(app, kind, cookieOf[kind])] as const),
  );
  const slots = await seeHours(deps, { officeId: office, serviceId: 'passport', day });
  const slotId = slots[0]?.id ?? 0;
  const agendaId = (
    await store.owner.query<{ id: string }>('select id from appointments.agenda where office_id = $1', [
      office,
    ])
  ).rows[0]?.id;

  let made = 0;
  const withFiles = filing(deps, { filesDir: testFilesDir, bucket: undefined, clamdUrl: undefined });
  /** A question of the citizen; those before are made older, because a day has room for a few. */
  async function ask(key: string): Promise<string> {
    await store.owner.query(
      "update case_files.case_file set submitted_at = submitted_at - interval '2 days'",
    );
    const outcome = await submitCaseFile(withFiles, aQuestion(accounts[0] ?? '', key));
    if (!outcome.ok) throw new Error(`No request: ${outcome.refusal.code}`);
    return outcome.value.id;
  }
  const makers: Record<ObjectKind, () => Promise<string>> = {
    appointment: async () => anAppointment(deps, accounts[0] ?? '', slots[made % slots.length]?.id ?? 0),
    async booked() {
      const id = await makers.appointment();
      await confirmAppointment(deps, { officeId: office, id, token: confirmationToken(deps.keys, { id }) });
      return id;
    },
    async receipt() {
      const officialId = crypto.randomUUID();
      const as = { kind: 'official', officialId, officeIds: [office] } as const;
      const outcome = await takeFees(
        deps,
        { as, actor: { kind: 'official', id: officialId }, officeId: office },
        {
          payerName: 'Ada Prova',
          fees: [{ feeId: 'passport', quantity: 1 }],
          terminalReference: crypto.randomUUID().slice(0, 8),
          locale: 'it',
          appointmentId: null,
          accountId: null,
          key: crypto.randomUUID(),
        },
      );
      if (!outcome.ok) throw new Error(`No receipt: ${outcome.refusal.code}`);
      return outcome.value.id;
    },
    async ownReceipt() {
      const officialId = crypto.randomUUID();
      const as = { kind: 'official', officialId, officeIds: [office] } as const;
      const till = { as, actor: { kind: 'official', id: officialId }, officeId: office } as const;
      const outcome = await takeFees(deps, till, aTaking({ accountId: accounts[0] ?? '' }));
      if (!outcome.ok) throw new Error(`No receipt: ${outcome.refusal.code}`);
      return outcome.value.id;
    },
    payment: () => aPaidOrder(deps, { accountId: accounts[0] ?? '', officeId: office }),
    async refundable() {
      const id = await makers.payment();
      await db.transaction(system, (tx) => refundEntry(tx, id, deps.now()));
      return id;
    },
    async offered() {
      const id = await makers.appointment();
      const find = async () =>
        (
          await store.owner.query<{ slot_id: string; change_id: string }>(
            'select slot_id, change_id from appointments.appointment where id = $1',
            [id],
          )
        ).rows[0];
      const from = Number((await find())?.slot_id);
      const outcome = await changeByOffice(
        deps,
        { as: system, actor: { kind: 'system', id: 'test' }, officeId: office },
        {
          id,
          fromSlotId: from,
          toSlotId: slots.find((slot) => slot.id !== from)?.id ?? 0,
          onlyThis: false,
          reason: { it: 'Guasto', en: 'Failure' },
          answerHours: 72,
          key: crypto.randomUUID(),
        },
      );
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      return (await find())?.change_id ?? '';
    },
    request: () => ask(crypto.randomUUID()),
    async file() {
      const id = crypto.randomUUID();
      await store.owner.query(
        `insert into case_files.case_file (office_id, id, procedure, service_id, account_id, person_name, email, email_key,
           locale, answers, state, submitted_at, changed_at, protocol_year, protocol_number)
         values ($1, $2, 'aire-registration', 'aire-registration', $3, 'Ada Prova', 'ada@posta.example', 'key', 'it',
           '{}', 'submitted', $4, $4, 2025, (select coalesce(max(protocol_number), 0) + 1 from case_files.case_file))`,
        [office, id, accounts[0], deps.now().toString()],
      );
      return id;
    },
    async upload() {
      const key = crypto.randomUUID();
      const accountId = accounts[0] ?? '';
      const photo = received(`${made}.png`, await aPhoto({ width: 40 + made, kind: 'png' }));
      await receiveUpload(withFiles, { accountId, formKey: key }, photo);
      const subject = await ask(key);
      const { rows } = await store.owner.query<{ id: string }>(
        'select id from documents.document where subject_id = $1',
        [subject],
      );
      return rows[0]?.id ?? '';
    },
    async token() {
      const label = `Prova ${made}`;
      await createApiToken(deps, { accountId: accounts[0] ?? '', label, key: crypto.randomUUID() });
      const { rows } = await store.owner.query<{ id: string }>(
        'select id from identity.api_token where label = $1',
        [label],
      );
      return rows[0]?.id ?? '';
    },
    async notice() {
      const outcome = await publishNotice(
        deps,
        { as: system, actor: { kind: 'system', id: 'test' }, officeId: office, key: crypto.randomUUID() },
        {
          title: { it: 'Chiuso', en: 'Closed' },
          text: { it: 'Chiuso.', en: 'Closed.' },
          fromOn: civilDate('2026-11-01'),
          untilOn: civilDate('2026-12-31'),
        },
      );
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      return outcome.value.id;
    },
    agenda: async () => agendaId ?? '',
    async municipalFile() {
      const roles = [{ officeId: office, role: 'operator' }] as const;
      const clerk = {
        kind: 'official',
        officialId: crypto.randomUUID(),
        sessionId: '',
        name: 'Olga',
        roles,
      } as const;
      const sent = {
        procedure: aireRegistration(),
        answers: brunoMoves(),
        municipalityId: municipality,
      };
      return (await aSentFile(withFiles, accounts[0] ?? '', { ...clerk, ministry: false }, sent)).id;
    },
    async draft() {
      const accountId = accounts[0] ?? '';
      const procedure = aireRegistration();
      return (await openDraft(withFiles, { accountId, actingId: accountId, procedure })).id;
    },
    async delegation() {
      await store.owner.query("update identity.delegation set offered_at = offered_at - interval '2 days'");
      const offered = await entrust(withFiles, {
        accountId: accounts[0] ?? '',
        what: { kind: 'procedure', procedure: 'aire-registration' },
        email: `delegato-${made}@posta.example`,
        lastDay: '2026-12-31',
        key: crypto.randomUUID(),
      });
      if (!offered.ok) throw new Error(`No delegation: ${offered.refusal.code}`);
      return offered.value.id;
    },
    resident: async () => demoPersonId('bruno'),
    async consularEntry() {
      const actor = { kind: 'system', id: 'test' } as const;
      const data = someConsularData({ taxCode: undefined, givenName: 'Nino' });
      const entered = await db.transaction(system, (tx) =>
        enterConsularRegister(tx, { officeId: office, data, source: 'test', actor, at: deps.now() }),
      );
      if (!entered.ok) throw new Error(entered.refusal.code);
      return entered.value.entryId;
    },
    async municipalService() {
      const roles = [{ officeId: municipality, role: 'office_admin' }] as const;
      const by = {
        kind: 'official',
        officialId: crypto.randomUUID(),
        sessionId: crypto.randomUUID(),
        name: 'Olga',
        ministry: false,
        roles,
      } as const;
      const outcome = await publishMunicipalService(
        deps,
        { by, officeId: municipality, key: crypto.randomUUID() },
        { title: { it: 'Prova', en: 'Prova' }, text: { it: 'Prova', en: 'Prova' }, url: null },
      );
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      return outcome.value.id;
    },
    official: async () => {
      const [id] = await db.transaction(system, (tx) =>
        createOfficials(
          deps,
          tx,
          [official(`colleague-${made}`, [{ officeId: office, role: 'operator' }])],
          hash,
        ),
      );
      return id ?? '';
    },
    async intermediary() {
      const key = crypto.randomUUID();
      await store.owner.query(
        `insert into identity.intermediary_contact (key, office_id, hint, marked_by, marked_at)
         values ($1, $2, 'a•••', $3, now())`,
        [key, office, key],
      );
      return key;
    },
    async block() {
      const id = crypto.randomUUID();
      await store.owner.query(
        `insert into identity.registration_block (id, office_id, contact_kind, reason, state, proven_kind, blocked_at, contest, contested_at)
         values ($1, $2, 'email', 'disposable_address', 'contested', 'mobile', now(), 'Prova', now())`,
        [id, office],
      );
      return id;
    },
  };
  return {
    principals: Object.fromEntries(principals) as Record<Kind, Principal>,
    slotId,
    tokenOf: (id) => confirmationToken(deps.keys, { id }),
    async delegate(what) {
      const [ownerId = '', delegateId = ''] = accounts;
      const offered = await entrust(withFiles, {
        accountId: ownerId,
        what,
        email: people[1]?.email ?? '',
        lastDay: '2026-12-31',
        key: crypto.randomUUID(),
      });
      if (!offered.ok) throw new Error(`No delegation: ${offered.refusal.code}`);
      const { id } = offered.value;
      const accepted = await answerDelegation(deps, { id, accountId: delegateId, accepts: true });
      if (!accepted.ok) throw new Error(`No delegation: ${accepted.refusal.code}`);
      return async () => {
        const revoked = await revokeDelegation(deps, { id, accountId: ownerId });
        if (!revoked.ok) throw new Error(`No end: ${revoked.refusal.code}`);
      };
    },
    async make(kind) {
      made += 1;
      return makers[kind]();
    },
  };
}

function aQuestion(accountId: string, key: string): Parameters<typeof submitCaseFile>[1] {
  return {
    procedure: 'question',
    asker: { kind: 'account', accountId },
    officeId: office,
    serviceId: 'passport',
    answers: {},
    text: 'Quali documenti servono?',
    key,
  };
}

/** A held place of a person, who gives up the one from before. */
async function anAppointment(
  deps: Deps & { readonly store: TestStore },
  accountId: string,
  slotId: number,
): Promise<string> {
  await deps.store.owner.query(
    `update appointments.appointment set state = 'cancelled_by_citizen', held_until = null
     where account_id = $1 and state in ('held', 'booked', 'in_charge', 'checked_in')`,
    [accountId],
  );
  const [outcome] = await bookPlaces(deps, office, [
    {
      officeId: office,
      serviceId: 'passport',
      slotId,
      accountId,
      notes: '',
      answers: {},
      key: crypto.randomUUID(),
    },
  ]);
  if (!outcome?.ok) throw new Error(`No appointment: ${JSON.stringify(outcome?.refusal)}`);
  return outcome.value.id;
}

async function withToken(app: FastifyInstance, kind: Kind, session: string): Promise<Principal> {
  const page = await app.inject({ url: '/it/recovery', headers: { cookie: session } });
  const csrf = /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
  const secret = page.cookies.find((each) => each.name === 'csrf')?.value ?? '';
  return { kind, csrf, cookie: [session, `csrf=${secret}`].filter(Boolean).join('; ') };
}

/** Sends what a page or a program of this principal would send. */
export function call(
  app: FastifyInstance,
  { cookie, csrf }: Principal,
  method: string,
  url: string,
  posted: Readonly<Record<string, unknown>> | undefined,
  version = 1,
): Promise<LightMyRequestResponse> {
  const api = url.startsWith('/api/');
  const headers = {
    ...(cookie === '' ? {} : { cookie }),
    'idempotency-key': crypto.randomUUID(),
    // The version that was read, for operations that ask for it.
    ...(api && method !== 'GET' ? { 'if-match': `"${version}"` } : {}),
  };
  if (method === 'GET') return app.inject({ method, url, headers });
  if (api) {
    return app.inject({
      method: method as 'POST',
      url,
      headers: posted === undefined ? headers : { ...headers, 'content-type': 'application/json' },
      ...(posted === undefined ? {} : { payload: JSON.stringify(posted) }),
    });
  }
  return app.inject({
    method: method as 'POST',
    url,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({
      ...(posted as Record<string, string> | undefined),
      _csrf: csrf,
      _key: crypto.randomUUID(),
    }).toString(),
  });
}
