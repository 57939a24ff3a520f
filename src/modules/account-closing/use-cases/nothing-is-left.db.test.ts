import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { demoJoining, demoPersonId } from '#demo/registry/people.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { anAgenda, anOpenService, aWindow, eraseDuePeople } from '#modules/appointments/testing.ts';
import { documentJobs } from '#modules/documents/public.ts';
import { aPhoto } from '#modules/documents/testing.ts';
import { createOfficials } from '#modules/identity/public.ts';
import {
  codeSentTo,
  goodPassword,
  lettersTo,
  openOfficialSessions,
  softPasskey,
} from '#modules/identity/testing.ts';
import { dispatchMessages } from '#modules/notifications/public.ts';
import { takeFees } from '#modules/payments/public.ts';
import { connectAccount, loadRecords } from '#modules/registry/public.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { noScanner } from '#platform/files/virus-scanner.ts';
import { testApp, testFilesDir } from '#tests/support/app.ts';
import { openBrowser, type TestBrowser } from '#tests/support/browser.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { findTraces, tablesOfAccounts } from '#tests/support/traces.ts';

const email = 'zenobia.quattrocampi@posta.example';
const mobile = '+447911000111';
const taxCode = 'QTTZNB51C57L424J';
/** Everything that tells who this person is; whatever module keeps it, closing the account must find it. */
const words = [
  'Zenobia',
  'Quattrocampi',
  email,
  mobile,
  taxCode,
  '1951-03-17',
  'Trebiciano',
  'Onofrio',
  '1949-08-09',
  'una nota di Zen',
  'Il telefono di Zen',
  'Un programma di Zen',
];

/** What stays, and why: nothing else may. */
const kept: readonly { readonly trace: string; readonly because: string }[] = [
  { trace: 'payments.receipt: Zenobia', because: 'The receipt proves a payment: art. 2220 codice civile.' },
  { trace: 'payments.receipt: Quattrocampi', because: 'The same.' },
  {
    trace: 'payments.payment_order: Zenobia',
    because: 'The same, and money may still come in an old window.',
  },
  { trace: 'payments.payment_order: Quattrocampi', because: 'The same.' },
  { trace: `payments.payment_order: ${taxCode}`, because: 'The same: whom to pay back.' },
];

/** Tables that speak of accounts and in which this story leaves no row of the person, each with its reason. */
const notInThisStory: Readonly<Record<string, string>> = {
  'identity.link': 'Links are made by letters of recovery, lock and re-entry; see identity.emptyAccount.',
  'identity.reentry': 'A person at the counter has lost what this story needs; see identity.emptyAccount.',
  'identity.office_change': 'The change of office has its own story below.',
  'appointments.office_change': 'It holds no person: the hour, the service and the office’s reason.',
  'identity.registration_block': 'Blocked registrations are not closed by their makers.',
  'certificates.sealed_document':
    'It needs a certificate or a proof, and so a digital identity; see own-proofs.',
  'certificates.certificate':
    'It needs a registry record and a digital identity; see issue-certificate.db.test.ts.',
  'registry.consular_entry': 'The entry stays without the account; see consular-register.db.test.ts.',
  'identity.passkey_challenge': 'Taken away with the answer.',
};

let apps: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(apps.map((app) => app.close()));
  apps = [];
});

async function start() {
  const deps = await testDeps(testClock());
  const app = await testApp(deps);
  apps.push(app);
  return { deps, app };
}

/** Somebody registers with both contacts verified; Manchester, where passports are booked. */
async function withZenobia() {
  const { deps, app } = await start();
  await anOpenService(deps, {
    agenda: anAgenda(),
    windows: [1, 2, 3, 4, 5].map((weekday) => aWindow({ weekday, fromOn: civilDate('2026-01-01') })),
  });
  const browser = openBrowser(app, { locale: 'en' });
  await register(browser);
  const activated = await browser.send('/register/activation', { code: await codeSentTo(deps, email) });
  expect(activated.page.statusCode).toBe(200);
  await enter(browser);
  await browser.open('/account/contacts/mobile');
  await browser.send('/mobile/codes');
  await browser.send('/mobile/verification', { code: await codeSentTo(deps, mobile) });
  const { rows } = await deps.store.owner.query<{ id: string }>('select id from identity.account');
  return { deps, app, browser, accountId: rows[0]?.id ?? '' };
}

async function register(browser: TestBrowser, place = 'Leeds') {
  await browser.open(`/register?country=GB&place=${place}`);
  await browser.send('/register', {
    given_name: 'Zenobia',
    family_name: 'Quattrocampi',
    born_on: '1951-03-17',
    birth_place: 'Trebiciano',
    email,
    mobile: '07911 000111',
    code_to: 'email',
    password: goodPassword,
  });
}

async function enter(browser: TestBrowser) {
  await browser.open('/sign-in');
  return browser.send('/sign-in', { identifier: email, password: goodPassword });
}

async function book(browser: TestBrowser, which = 0) {
  await browser.open('/offices/manchester/services/passport/places');
  const day = [...browser.page.body.matchAll(/href="([^"]*places\?[^"]*day=[^"]*)"/g)][0]?.[1];
  if (day !== undefined) await browser.open(day.replaceAll('&amp;', '&'));
  const hours = [
    ...browser.page.body.matchAll(/class="hour"[^>]*href="([^"]*)"|href="([^"]*)"[^>]*class="hour/g),
  ];
  const hour = hours[which]?.[1] ?? hours[which]?.[2];
  if (hour === undefined) throw new Error(`No hour on ${browser.path}: ${browser.text.slice(0, 400)}`);
  await browser.open(hour.replaceAll('&amp;', '&'));
  return browser.send('/appointments', { notes: 'una nota di Zen', ...answersOn(browser) });
}

/** The first choice of each question of the service. */
function answersOn({ page }: TestBrowser): Record<string, string> {
  const radios = [...page.body.matchAll(/<input type="radio"[^>]*name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(radios.map(([, name = '', value = '']) => [name, value]).toReversed());
}

/** A place for a relative, with the relative's name. */
async function bookForAnother({ deps, app, browser }: Awaited<ReturnType<typeof withZenobia>>) {
  const { rows } = await deps.store.owner.query<{ id: number }>(
    `select id from appointments.slot where starts_at > '2026-12-03' order by id limit 1`,
  );
  const booked = await app.inject({
    method: 'POST',
    url: '/api/v1/appointments',
    headers: {
      cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'idempotency-key': crypto.randomUUID(),
    },
    payload: {
      office_id: 'manchester',
      service_id: 'passport',
      slot_id: rows[0]?.id,
      answers: { reason: 'first', minor_children: 'no' },
      for_myself: false,
      people: [{ given_name: 'Onofrio', family_name: 'Quattrocampi', born_on: '1949-08-09' }],
    },
  });
  expect(booked.statusCode, booked.body).toBe(201);
}

/** Everything that a person can leave behind, in every module. */
async function leaveTraces(story: Awaited<ReturnType<typeof withZenobia>>) {
  const { deps, app, browser, accountId } = story;
  await deps.store.owner.query('update identity.account set tax_code = $2 where id = $1', [
    accountId,
    taxCode,
  ]);
  await book(browser);
  await browser.open(`${browser.path}/cancellation`);
  await browser.send('/cancellation');
  await book(browser, 1);
  await bookForAnother(story);
  await browser.open('/citizenship');
  await browser.send('/citizenship/assessments');
  const assessment = /\/citizenship\/assessments\/[^/?]+/.exec(browser.path)?.[0] ?? '';
  // The form stands at the end of many questions; its request is the same at their beginning.
  const token = /name="_csrf" value="([^"]*)"/.exec(browser.page.body)?.[1] ?? '';
  const keeping = await app.inject({
    method: 'POST',
    url: `/en${assessment}/keeping`,
    headers: {
      cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({ _csrf: token, _key: crypto.randomUUID() }).toString(),
  });
  expect(keeping.statusCode).toBe(303);
  await browser.open('/account/tokens');
  await browser.send('/account/tokens', { label: 'Un programma di Zen' });
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const asked = await app.inject({
    method: 'POST',
    url: '/api/v1/account/passkey-registration-challenges',
    headers: { cookie },
    payload: {},
  });
  await browser.open('/account/access');
  const passkey = JSON.stringify(softPasskey().make(asked.json().options));
  await browser.send('/account/access/passkeys', { label: 'Il telefono di Zen', passkey });
  expect(browser.text).toContain('Passkey added.');
  const clerk = { kind: 'official', id: crypto.randomUUID() } as const;
  const as = { kind: 'official', officialId: clerk.id, officeIds: ['manchester'] } as const;
  const taken = await takeFees(
    deps,
    { as, actor: clerk, officeId: 'manchester' },
    {
      payerName: 'Zenobia Quattrocampi',
      fees: [{ feeId: 'passport', quantity: 1 }],
      terminalReference: 'SLIP-1',
      locale: 'en',
      appointmentId: null,
      accountId,
      key: crypto.randomUUID(),
    },
  );
  expect(taken.ok).toBe(true);
  await browser.open('/payments/contributions/new');
  await browser.send('/payments/contributions', {
    given_name: 'Zenobia',
    family_name: 'Quattrocampi',
    tax_code: taxCode,
  });
  expect(browser.text).toContain('You have not paid yet.');
  await askInWriting(browser);
  await browser.open('/account/delegations/new');
  await browser.send('/account/delegations', {
    what: 'procedure:aire-registration',
    email: 'confidant@posta.example',
    last_day: '2027-05-31',
  });
  expect(browser.text).toContain('Delegation offered');
  await deps.db.transaction({ kind: 'system', task: 'test' }, (tx) => loadRecords(tx, demoJoining()));
  await connectAccount(deps, { accountId, personId: demoPersonId('elsa'), by: 'spid' });
  await deps.store.owner.query(
    `insert into identity.strong_identity (account_id, tax_key, tax_code, connected_at, connected_how, last_used_at)
     values ($1, 'a key', $2, now(), 'both_sign_ins', now())`,
    [accountId, taxCode],
  );
  await deps.store.owner.query(
    `insert into documents.transfer (id, account_id, name, declared_type, bytes, began_at)
     values (gen_random_uuid(), $1, 'Zenobia.pdf', 'application/pdf', 1000, $2)`,
    [accountId, deps.now()],
  );
  await browser.open('/report');
  await browser.send('/report', { description: 'Somebody sells places.', contact: `Write to ${email}` });
}

/** A request with a screenshot, a correction that waits for its code, and an upload that is never sent. */
async function askInWriting(browser: TestBrowser) {
  const photo = async (width: number) => [
    { name: 'Zenobia.jpg', type: 'image/jpeg', content: await aPhoto({ width }) },
  ];
  await browser.open('/requests/new/technical-help');
  await browser.send(
    '/technical-help',
    { text: 'Zenobia Quattrocampi needs help' },
    { files: await photo(50) },
  );
  await browser.open('/requests/new/identity-correction?datum=email');
  const correction = { email: `new.${email}`, text: 'Zenobia has a new address' };
  await browser.send('/identity-correction', correction, { files: await photo(51) });
  expect(browser.path).toContain('done=submitted');
  await browser.open('/requests/new/technical-help');
  await browser.send('/technical-help', { text: 'x', add_files: 'yes' }, { files: await photo(52) });
  // A form that is begun knows her already.
  await browser.open('/procedures/aire-registration');
  await browser.send('/drafts');
  expect(browser.path).toContain('/sections/stay');
}

const close = async (browser: TestBrowser, how: Record<string, string> = { password: goodPassword }) => {
  await browser.open('/account/closing');
  return browser.send('/account/closings', { understood: 'yes', ...how });
};

describe('closing an account', () => {
  test('ID-10: nothing of the person is left in any table or file, but what the list says', async () => {
    const story = await withZenobia();
    const { deps, browser, accountId } = story;
    const { owner } = deps.store;
    await leaveTraces(story);
    const { all, used } = await tablesOfAccounts(owner, accountId);
    expect(
      all.filter((table) => !used.includes(table) && notInThisStory[table] === undefined),
      'Let the story above leave something in these tables too',
    ).toEqual([]);
    const before = await findTraces(owner, words);
    for (const word of words)
      expect(
        before.some((each) => each.endsWith(word)),
        word,
      ).toBe(true);

    await browser.open('/account/closing');
    const foretold = browser.text;
    expect(foretold).toContain('your appointments to come');
    expect(foretold).toContain('until 22 February 2027');
    expect(foretold).toContain('Law 470/1988, art. 6');
    expect(foretold).toContain('art. 2220');
    expect(await findTraces(owner, words)).toEqual(before);

    const { rows: uploads } = await owner.query<{ file_key: string }>(
      'select file_key from documents.document union all select file_key from documents.draft',
    );
    const onDisk = () => uploads.filter(({ file_key }) => existsSync(join(testFilesDir, file_key)));
    expect(onDisk().length).toBe(3);

    await close(browser);
    expect(browser.path).toMatch(/^\/en\/closed-accounts\//);
    for (const job of documentJobs({ ...deps, files: openFileStore(testFilesDir), scanner: noScanner }))
      await job.run();
    expect(onDisk()).toEqual([]);
    const list = (text: string) =>
      text.slice(text.indexOf('your appointments to come'), text.indexOf('Law 470'));
    expect(list(browser.text).replace('What stays', '')).toContain('GDPR');
    const sent: { to: string; text: string }[] = [];
    const mailer = {
      send: async (letter: { to: string; text: string }) => void sent.push(letter),
      close: () => {},
    };
    const channels = {
      mailer,
      pec: mailer,
      sms: { send: async () => {} },
    };
    while ((await dispatchMessages(deps, channels)) > 0);
    const letter = sent.find(({ text }) => text.includes('As you asked, your account is closed.'));
    expect(letter?.to).toBe(email);
    expect(letter?.text).toContain('We have erased:');
    expect(letter?.text).toContain('your appointments to come');
    expect(sent.some(({ text }) => text.includes('closed your account'))).toBe(true);

    const left = await findTraces(owner, words);
    expect(left.filter((trace) => !kept.some((each) => each.trace === trace))).toEqual([]);
    const history = await owner.query('select 1 from platform.event where account_id = $1', [accountId]);
    expect(history.rowCount).toBeGreaterThan(5);
    const places = await owner.query(
      'select sum(taken)::int as taken, sum(held)::int as held from appointments.slot',
    );
    expect(places.rows).toEqual([{ taken: 0, held: 0 }]);
    expect((await browser.open('/account')).path).toContain('/en/sign-in');
    expect((await enter(browser)).page.statusCode).toBe(422);
  });

  test('ID-1 ID-9: the contacts are free, and the new account is told what its address means', async () => {
    const { deps, app, browser } = await withZenobia();
    await close(browser);
    deps.clock.forward({ minutes: 2 });
    for (const [place, meaning] of [['Leeds', 'Change of address']] as const) {
      const again = openBrowser(app, { locale: 'en' });
      await register(again, place);
      await again.send('/register/activation', { code: await codeSentTo(deps, email) });
      await enter(again);
      expect(again.path).toBe('/en/account');
      expect(again.text).toContain(meaning);
      expect((await again.open('/')).text).toContain('declare the change of address');
      deps.clock.forward({ hours: 91 * 24 });
      await enter(again);
      expect((await again.open('/')).text).not.toContain('declare the change of address');
    }
  });

  test('ID-9: in another district the new address means an AIRE registration there', async () => {
    const { deps, app, browser } = await withZenobia();
    await close(browser);
    deps.clock.forward({ minutes: 2 });
    const again = openBrowser(app, { locale: 'en' });
    await register(again, 'London');
    await again.send('/register/activation', { code: await codeSentTo(deps, email) });
    await enter(again);
    expect(again.text).toContain('AIRE registration');
    expect(again.page.body).toContain('/offices/london/services/aire-registration');
    const left = await deps.store.owner.query('select 1 from identity.former_office');
    expect(left.rowCount).toBe(1);
  });

  test('ID-10: of an absence a keyed hash stays while it may count, and no longer', async () => {
    const { deps, browser, accountId } = await withZenobia();
    const { owner } = deps.store;
    await book(browser);
    await owner.query(
      `update appointments.appointment set state = 'no_show', held_until = null, starts_at = '2026-11-20T09:00:00Z'`,
    );
    await owner.query('update appointments.slot set held = 0');
    await browser.open('/account/closing');
    expect(browser.text).toContain('appointments that you did not come to');
    expect(browser.text).toContain('until 20 November 2028');
    await close(browser);
    const keys = async () =>
      (
        await owner.query('select person_key from appointments.appointment where account_id = $1', [
          accountId,
        ])
      ).rows;
    expect(await keys()).toEqual([{ person_key: expect.any(String) }]);
    while ((await eraseDuePeople(deps)) > 0);
    expect(await keys()).toEqual([{ person_key: expect.any(String) }]);
    deps.clock.set('2028-11-20T09:00:00Z');
    while ((await eraseDuePeople(deps)) > 0);
    expect(await keys()).toEqual([{ person_key: null }]);
  });

  test('ID-10: what the office is serving keeps the name for a week after it', async () => {
    const { deps, browser } = await withZenobia();
    const { owner } = deps.store;
    await book(browser);
    await owner.query(`update appointments.appointment set state = 'in_charge', held_until = null`);
    await owner.query('update appointments.slot set held = 0');
    await browser.open('/account/closing');
    expect(browser.text).toContain('taken in charge already');
    await close(browser);
    const people = async () =>
      (await owner.query('select given_name, notes from appointments.appointment')).rows;
    await owner.query('delete from notifications.message where erase_once_sent');
    expect(await people()).toEqual([{ given_name: 'Zenobia', notes: '' }]);
    deps.clock.forward({ hours: 24 * 60 });
    while ((await eraseDuePeople(deps)) > 0);
    expect(await people()).toEqual([{ given_name: null, notes: '' }]);
    const keys = await owner.query('select 1 from appointments.appointment where person_key is not null');
    expect(keys.rowCount).toBe(0);
    expect(await findTraces(owner, words)).toEqual([]);
  });

  test('ID-10: without the checkbox or a good proof nothing is closed, and what is wrong is said', async () => {
    const { browser } = await withZenobia();
    await browser.open('/account/closing');
    await browser.send('/account/closings', { password: goodPassword });
    expect(browser.text).toContain('confirm that you have read');
    await browser.send('/account/closings', { understood: 'yes' });
    expect(browser.text).toContain('Enter the password, or the code.');
    for (const how of [{ password: 'wrong' }, { code: '123456' }, { code: 'x' }, { passkey: '{}' }]) {
      await close(browser, how as Record<string, string>);
      expect(browser.page.statusCode).toBe(422);
      expect(browser.text).toContain('The account is still open.');
    }
    expect((await browser.open('/account')).path).toBe('/en/account');
  });

  test('ID-10: a code to the mobile proves too, and a second click gets the same list', async () => {
    const { deps, app, browser } = await withZenobia();
    deps.clock.forward({ minutes: 2 });
    await browser.open('/account/closing');
    await browser.send('/account/closing/codes');
    expect(browser.text).toContain('code of 6 digits');
    const code = /\b\d{6}\b/.exec((await lettersTo(deps, mobile)).at(-1)?.text ?? '')?.[0] ?? '';
    const form = /name="_key" value="([^"]*)"/.exec(
      browser.page.body.slice(browser.page.body.indexOf('account/closings')),
    )?.[1];
    await browser.send('/account/closings', { understood: 'yes', code });
    expect(browser.text).toContain('Account closed');
    expect(browser.path).toBe(`/en/closed-accounts/${form}`);
    const stranger = openBrowser(app, { locale: 'en' });
    expect((await stranger.open('/closed-accounts/somebody-elses-key')).page.statusCode).toBe(410);
    deps.clock.forward({ hours: 1 });
    expect((await browser.open(browser.path)).page.statusCode).toBe(410);
  });

  test('ID-10: of closings at once one closes, with one key all see its list', async () => {
    const { deps, app, browser } = await withZenobia();
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const key = crypto.randomUUID();
    const tries = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        app.inject({
          method: 'POST',
          url: '/api/v1/account/closings',
          headers: { cookie, 'idempotency-key': index < 3 ? key : crypto.randomUUID() },
          payload: { understood: true, password: goodPassword },
        }),
      ),
    );
    const { rows } = await deps.store.owner.query(
      `select 1 from platform.event where type = 'account.closed'`,
    );
    expect(rows).toHaveLength(1);
    expect(tries.every((each) => [201, 401, 403, 409].includes(each.statusCode))).toBe(true);
    expect(tries.filter((each) => each.statusCode === 201).length).toBeGreaterThan(0);
  });

  test('ID-10 BK-5: who books while closing has either both or neither', async () => {
    const booked: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      const { deps, app, browser, accountId } = await withZenobia();
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const slots = await deps.store.owner.query<{ id: number }>(
        `select id from appointments.slot where starts_at > '2026-11-27' order by id limit 1`,
      );
      const booking = app.inject({
        method: 'POST',
        url: '/api/v1/appointments',
        headers: { cookie, 'idempotency-key': crypto.randomUUID() },
        payload: {
          office_id: 'manchester',
          service_id: 'passport',
          slot_id: slots.rows[0]?.id,
          notes: '',
          answers: { reason: 'first', minor_children: 'no' },
        },
      });
      const closing = app.inject({
        method: 'POST',
        url: '/api/v1/account/closings',
        headers: { cookie, 'idempotency-key': crypto.randomUUID() },
        payload: { understood: true, password: goodPassword },
      });
      const [first, closed] = await Promise.all([booking, closing]);
      booked.push(first.statusCode);
      expect(closed.statusCode, closed.body).toBe(201);
      const live = await deps.store.owner.query(
        `select state, given_name from appointments.appointment where account_id = $1 and
           (state in ('held', 'booked') or given_name is not null)`,
        [accountId],
      );
      expect(live.rows).toEqual([]);
      await app.close();
      apps = apps.filter((each) => each !== app);
    }
    expect(booked, 'The story must really book').toContain(201);
  });

  test('ID-1: after a closing for abuse the contacts stay barred as keyed hashes; it can be contested and lifted', async () => {
    const { deps, app, browser, accountId } = await withZenobia();
    await book(browser);
    const officials = await deps.db.transaction({ kind: 'system', task: 'test' }, async (tx) => {
      const person = (name: string, officeId: string, role: 'operator' | 'office_admin') => ({
        givenName: name,
        familyName: 'Sportelli',
        email: `${name}@sede.example`,
        locale: 'it' as const,
        roles: [{ officeId, role }],
        totpSecret: 'A'.repeat(32),
      });
      const ids = await createOfficials(
        deps,
        tx,
        [
          person('rosa', 'manchester', 'office_admin'),
          person('olga', 'manchester', 'operator'),
          person('ivo', 'london', 'office_admin'),
        ],
        'a hash',
      );
      return openOfficialSessions(tx, ids, deps.now());
    });
    const [rosa, olga, ivo] = officials.map(({ cookie }) => {
      const desk = openBrowser(app, { locale: 'en' });
      desk.cookies.set('desk', cookie);
      return desk;
    });
    if (rosa === undefined || olga === undefined || ivo === undefined) throw new Error('Nobody is there');
    const path = `/desk/people/${accountId}/closing`;
    for (const other of [olga, ivo]) expect((await other.open(path)).page.statusCode).toBe(404);
    await rosa.open(`/desk/people/${accountId}`);
    expect(rosa.text).toContain('Close the account for abuse');
    await rosa.open(path);
    await rosa.send('/abuse-closings', { understood: 'yes' });
    expect(rosa.text).toContain('the person has a right to know it');
    await rosa.send('/abuse-closings', { understood: 'yes', reason: 'Ha venduto tre appuntamenti.' });
    expect(rosa.text).toContain('Account closed for abuse');
    const letter = (await lettersTo(deps, email)).at(-1);
    expect(letter?.text).toContain('Ha venduto tre appuntamenti.');
    const { owner } = deps.store;
    await owner.query('delete from notifications.message where erase_once_sent');
    expect(await findTraces(owner, words)).toEqual([]);
    const { rows } = await owner.query(
      `select type, actor_kind from platform.event where type in ('account.closed', 'appointment.cancelled')`,
    );
    expect(rows.every((row) => row.actor_kind === 'official')).toBe(true);

    deps.clock.forward({ minutes: 2 });
    const again = openBrowser(app, { locale: 'en' });
    await register(again);
    await again.send('/register/codes', { to: 'email' });
    expect((await lettersTo(deps, email)).at(-1)?.subject).toContain('blocked');

    const token = /token=([\w-]+)/.exec(letter?.url ?? '')?.[1] ?? '';
    await again.open(`/register/contest?token=${token}`);
    await again.send('/register/contest', { text: 'I sold nothing.' });
    await rosa.open('/desk/identity');
    const block = /\/desk\/identity\/blocks\/([0-9a-f-]{36})/.exec(rosa.page.body)?.[1] ?? '';
    await rosa.open(`/desk/identity/blocks/${block}`);
    expect(rosa.text).toContain('I sold nothing.');
    await rosa.send('/lifting');
    const bars = await owner.query('select 1 from identity.barred_contact');
    expect(bars.rowCount).toBe(0);
  });
});
