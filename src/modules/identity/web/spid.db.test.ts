import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadRegistry } from '#demo/registry/load.ts';
import { demoPeople } from '#demo/registry/people.ts';
import { forgeries } from '#demo/spid/forgeries.ts';
import { demoIdentities } from '#demo/spid/people.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { openPasswords } from '#platform/credentials/passwords.ts';
import { openBrowser, type TestBrowser } from '#tests/support/browser.ts';
import { spidApp } from '#tests/support/spid.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { cheapHashing } from '../testing.ts';
import { createPeople } from '../use-cases/create-people.ts';

type Deps = Awaited<ReturnType<typeof testDeps>>;
let deps: Deps;
let app: FastifyInstance;
/** Another process on the same database. */
let other: FastifyInstance;

const taxCodeOf = (name: string): string => demoPeople.find((each) => each.givenName === name)?.taxCode ?? '';

beforeAll(async () => {
  deps = await testDeps(testClock());
  ({ app } = await spidApp(deps));
  ({ app: other } = await spidApp(deps));
});
afterAll(async () => {
  await app.close();
  await other.close();
});
beforeEach(() => deps.store.empty());

const asSystem = { kind: 'system', task: 'test' } as const;
const password = 'gufo sul ramo del pino';

async function anAccount(
  person: { taxCode?: string; givenName?: string; familyName?: string; bornOn?: string } = {},
) {
  const hash = await openPasswords(deps.keys, cheapHashing).hash(password);
  const [id = ''] = await deps.db.transaction(asSystem, (tx) =>
    createPeople(
      deps,
      tx,
      [
        {
          givenName: person.givenName ?? 'Otto',
          familyName: person.familyName ?? 'Ventoquieti',
          bornOn: civilDate(person.bornOn ?? '1974-11-05'),
          ...(person.taxCode === undefined ? {} : { taxCode: person.taxCode }),
          email: 'otto@posta.example',
          mobile: '+447911000001',
          country: 'GB',
          place: 'Leeds',
          officeId: 'manchester',
          locale: 'it',
        },
      ],
      hash,
    ),
  );
  return id;
}

/** From the button to the list of people of the test provider. */
async function toProvider(next?: string, browser = openBrowser(app)): Promise<TestBrowser> {
  await browser.open(`/sign-in/spid${next === undefined ? '' : `?next=${encodeURIComponent(next)}`}`);
  await browser.send('/sign-in/spid', { provider: 'http://localhost:3000/demo/spid' });
  // The test browser knows paths; the provider's address is ours in the demonstration.
  await carry(browser, '/demo/spid/sso');
  return browser;
}

/** Sends the form that leads to another site of the same program. */
async function carry(browser: TestBrowser, path: string): Promise<TestBrowser> {
  return browser.send(path);
}

async function answerAs(browser: TestBrowser, answer: Record<string, string>): Promise<TestBrowser> {
  await browser.send('/demo/spid/answers', answer);
  return browser.send('/spid/acs');
}

const signInAs = async (name: string, next?: string, browser?: TestBrowser) =>
  answerAs(await toProvider(next, browser), { person: taxCodeOf(name) });

async function arriveNew(name: string, browser?: TestBrowser): Promise<TestBrowser> {
  const arrived = await signInAs(name, undefined, browser);
  return arrived.send('/sign-in/spid/account', { country: 'GB', place: 'Leeds' });
}

const registerLines = async (): Promise<{ kind: string; outcome: string }[]> =>
  deps.db.transaction(asSystem, (tx) =>
    tx.sql<{ kind: string; outcome: string }>('select * from identity.spid_register order by id'),
  );

describe('signing in with SPID', () => {
  test('ID-12: somebody new chooses a provider, proves who they are, says where they live, and is in', async () => {
    const browser = await signInAs('Otto');
    expect(browser.text).toContain('Buongiorno Otto Ventoquieti');
    await browser.send('/sign-in/spid/account', { country: 'GB', place: 'Leeds' });
    expect(browser.path).toBe('/it/account/registry-match');
    await browser.open('/account');
    expect(browser.text).toContain('Ciao Otto');
    const strength = await browser.open('/api/v1/account/strong-identity');
    expect(strength.page.json()).toMatchObject({ signed_in_with: 'spid', level: 2 });
  });

  test('ID-12: the second time there is nothing to say, and the page that was wanted opens', async () => {
    await loadRegistry(deps);
    await arriveNew('Otto');
    const browser = await signInAs('Otto', '/account/profile');
    expect(browser.path).toBe('/it/account/profile');
    expect(browser.text).toContain(taxCodeOf('Otto'));
  });

  test('ID-12: what was forgotten or does not fit is asked again, and the answer of the provider is kept', async () => {
    const browser = await signInAs('Otto');
    await browser.send('/sign-in/spid/account', { country: '', place: '' });
    expect(browser.page.statusCode).toBe(422);
    await browser.send('/sign-in/spid/account', { country: 'IT', place: 'Castro' });
    expect(browser.page.statusCode).toBe(422);
    expect(browser.text).toContain('Castro');
    await browser.send('/sign-in/spid/account', { country: 'GB', place: 'Leeds' });
    expect((await browser.open('/account')).text).toContain('Ciao Otto');
  });

  test('ID-12: two clicks at once make one account', async () => {
    const browser = await signInAs('Otto');
    const twin = openBrowser(app);
    for (const [name, value] of browser.cookies) twin.cookies.set(name, value);
    await twin.open(browser.path);
    const home = { country: 'GB', place: 'Leeds' };
    await Promise.all([
      browser.send('/sign-in/spid/account', home),
      twin.send('/sign-in/spid/account', home),
    ]);
    const rows = await deps.db.transaction(asSystem, (tx) => tx.sql('select id from identity.account'));
    expect(rows).toHaveLength(1);
    expect([browser.path, twin.path].filter((path) => path.startsWith('/it/account'))).toHaveLength(1);
  });

  test('ID-12: the browser is sent nowhere but to the provider it chose', async () => {
    const browser = openBrowser(app);
    await browser.open('/sign-in/spid');
    expect(browser.page.headers['content-security-policy']).toContain("form-action 'self';");
    await browser.send('/sign-in/spid', { provider: 'https://altrove.example' });
    expect(browser.page.statusCode).toBe(422);
    await browser.send('/sign-in/spid', { provider: 'http://localhost:3000/demo/spid' });
    expect(browser.page.headers['content-security-policy']).toContain(
      "form-action 'self' http://localhost:3000;",
    );
  });

  test('ID-12: an answer that another browser asked for opens nothing: nobody is signed in by a stranger', async () => {
    const asked = await toProvider();
    await asked.send('/demo/spid/answers', { person: taxCodeOf('Otto') });
    const victim = openBrowser(app);
    await victim.open('/');
    const form = {
      SAMLResponse: /name="SAMLResponse" value="([^"]*)"/.exec(asked.page.body)?.[1] ?? '',
      RelayState: /name="RelayState" value="([^"]*)"/.exec(asked.page.body)?.[1] ?? '',
    };
    const posted = await app.inject({
      method: 'POST',
      url: '/spid/acs',
      payload: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    await victim.open(posted.headers.location ?? '');
    expect(victim.text).toContain('chiesto da un altro browser');
    expect(victim.cookies.has('session')).toBe(false);
  });

  test('ID-12: each answer is good once, whichever of two processes it comes to', async () => {
    const browser = await toProvider();
    await browser.send('/demo/spid/answers', { person: taxCodeOf('Otto') });
    const field = (name: string) =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(browser.page.body)?.[1] ?? '';
    const payload = new URLSearchParams({
      SAMLResponse: field('SAMLResponse'),
      RelayState: field('RelayState'),
    }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const post = (to: FastifyInstance) => to.inject({ method: 'POST', url: '/spid/acs', payload, headers });
    const answers = await Promise.all([app, other, app, other, other].map(post));
    expect(answers.filter((each) => each.statusCode === 303)).toHaveLength(1);
    expect(answers.filter((each) => each.statusCode === 422)).toHaveLength(4);
    expect((await post(other)).body).toContain('già stata usata');
    const outcomes = (await registerLines()).map((each) => each.outcome);
    expect(outcomes.filter((each) => each === 'vouched')).toHaveLength(1);
    expect(outcomes.filter((each) => each === 'answered_already')).toHaveLength(5);
  });

  test('ID-12: an answer to nothing, with another handle, or too late leads nowhere', async () => {
    const browser = await toProvider();
    await browser.send('/demo/spid/answers', { person: taxCodeOf('Otto'), relay: 'another' });
    await browser.send('/spid/acs');
    expect(browser.text).toContain('nessuna richiesta partita da qui');
    const late = await toProvider();
    deps.clock.forward({ minutes: 16 });
    await late.send('/demo/spid/answers', { person: taxCodeOf('Otto') });
    await late.send('/spid/acs');
    expect(late.text).toContain('troppo tempo');
    const slow = await signInAs('Otto');
    deps.clock.forward({ minutes: 31 });
    await slow.send('/sign-in/spid/account', { country: 'GB', place: 'Leeds' });
    expect(slow.text).toContain('troppo tempo');
  });

  // The others are refused one by one in the test of the reading.
  test.each([
    'unsigned',
    'signed-by-a-stranger',
    'wrapped-same-id',
    'wrapped-signed-inside-evil',
    'with-an-entity',
    'conditions-over',
    'of-a-lower-level',
    'for-another-audience',
  ] satisfies (keyof typeof forgeries)[])(
    'ID-12: nobody comes in with an answer that is %s',
    async (forgery) => {
      expect(forgeries[forgery]).toBeDefined();
      const browser = await answerAs(await toProvider(), { person: taxCodeOf('Otto'), forgery });
      expect(browser.page.statusCode, browser.text).not.toBe(200);
      expect(browser.cookies.has('session')).toBe(false);
      expect(browser.text).toContain('Non sei entrato');
    },
  );

  test.each([19, 25, 8])(
    'ID-12: when the provider says nr%d, the page says what happened and what to do',
    async (error) => {
      const browser = await answerAs(await toProvider(), { error: String(error) });
      expect(browser.page.statusCode).toBe(422);
      expect(browser.text).toContain(`nr${String(error).padStart(2, '0')}`);
      expect(browser.text).toContain('Riprova');
      expect((await registerLines()).at(-1)?.outcome).toBe(`declined:${error}`);
    },
  );
});

describe('accounts and digital identities', () => {
  test('ID-12: an account is connected when somebody has signed in both ways, and not silently', async () => {
    const accountId = await anAccount({ taxCode: taxCodeOf('Otto') });
    const browser = openBrowser(app);
    await browser.open('/sign-in');
    await browser.send('/it/sign-in', { identifier: 'otto@posta.example', password });
    await signInAs('Otto', undefined, browser);
    expect(browser.text).toContain('Collega l’account aperto in questo browser');
    await browser.send('/sign-in/spid/connection', { with: 'open' });
    const rows = await deps.db.transaction(asSystem, (tx) =>
      tx.sql<{ account_id: string; connected_how: string }>('select * from identity.strong_identity'),
    );
    expect(rows).toMatchObject([{ account_id: accountId, connected_how: 'both_sign_ins' }]);
    const letters = await deps.db.transaction(asSystem, (tx) =>
      tx.sql<{ to: string }>('select * from notifications.message'),
    );
    expect(letters.length).toBe(2);
  });

  test('ID-12: the password of the account connects it, a wrong one does not', async () => {
    await anAccount();
    const browser = await signInAs('Otto');
    await browser.send('/sign-in/spid/connection', {
      with: '',
      identifier: 'otto@posta.example',
      password: 'un altro gufo sul pino',
    });
    expect(browser.text).toContain('Dati errati');
    await browser.send('/sign-in/spid/connection', { identifier: 'otto@posta.example', password });
    await browser.open('/account');
    expect(browser.text).toContain('Ciao Otto');
    const sessions = await deps.db.transaction(asSystem, (tx) =>
      tx.sql<{ means: string }>('select means from identity.session'),
    );
    expect(sessions).toEqual([{ means: 'spid' }]);
  });

  test('ID-12: somebody else’s account is not connected, whoever knows its password', async () => {
    await anAccount({ givenName: 'Bruno', familyName: 'Prova', bornOn: '1980-01-01' });
    const browser = await signInAs('Otto');
    await browser.send('/sign-in/spid/connection', { identifier: 'otto@posta.example', password });
    expect(browser.text).toContain('non lo colleghiamo');
    expect(browser.cookies.has('session')).toBe(false);
  });

  test('ID-18: who lost both contacts gets the account back, and its old contacts learn it', async () => {
    const accountId = await anAccount({ taxCode: taxCodeOf('Otto') });
    const before = openBrowser(app);
    await before.open('/sign-in');
    await before.send('/it/sign-in', { identifier: 'otto@posta.example', password });
    const browser = await signInAs('Otto');
    expect(browser.text).toContain('o•••@posta.example');
    await browser.send('/sign-in/spid/re-entry');
    expect((await browser.open('/account')).text).toContain('Ciao Otto');
    expect((await before.open('/account')).path).toContain('/sign-in');
    const events = await deps.db.transaction(asSystem, (tx) =>
      tx.sql<{ type: string }>('select type from platform.event where account_id = $1', [accountId]),
    );
    expect(events.map((each) => each.type)).toContain('account.reentered-by-spid');
    const letters = await deps.db.transaction(asSystem, (tx) =>
      tx.sql<{ subject: string }>('select subject from notifications.message'),
    );
    expect(letters.some((each) => /ripreso con SPID/.test(each.subject))).toBe(true);
    // The verified address, which a password could not replace, is replaced now.
    await browser.open('/account/contacts/email');
    await browser.send('/account/contacts/email/codes', { value: 'otto@nuova.example' });
    expect(browser.page.statusCode).toBe(200);
    expect(browser.text).toContain('otto@nuova.example');
  });

  test('ID-18: an account of a namesake with the same tax code typed in by mistake is not given away', async () => {
    await anAccount({ taxCode: taxCodeOf('Otto'), givenName: 'Carla', familyName: 'Prova' });
    const browser = await signInAs('Otto');
    expect(browser.text).not.toContain('non riesco più a entrare');
    expect(browser.page.body).not.toContain('/sign-in/spid/re-entry');
  });
});

describe('the registry record of a digital identity', () => {
  const cases = {
    Pia: 'cancellata',
    Nestore: 'due schede',
    Elmo: 'Non troviamo la tua scheda',
  };

  test.each(Object.entries(cases))(
    'ID-13: %s reads which case it is, and whom to ask',
    async (name, words) => {
      await loadRegistry(deps);
      const browser = await arriveNew(name);
      expect(browser.path).toBe('/it/account/registry-match');
      expect(browser.text).toContain(words);
      expect(browser.text).toContain('comune');
    },
  );

  const otherCodes = {
    invalid: ['Zita', 'Il tuo codice fiscale non risulta valido'],
    differs: ['Leone', 'Il codice fiscale di SPID e quello dell’anagrafe sono diversi'],
  } as const;

  test.each(Object.entries(otherCodes))(
    'ID-13: a digital identity whose code is “%s” reads so from the sign-in on, and no record opens',
    async (_case, [givenName, words]) => {
      await loadRegistry(deps);
      const identity = demoIdentities('it').findLast((each) => each.givenName === givenName);
      const arrived = await answerAs(await toProvider(), { person: identity?.taxCode ?? '' });
      const browser = await arrived.send('/sign-in/spid/account', { country: 'GB', place: 'Leeds' });
      expect(browser.path).toBe('/it/account/registry-match');
      expect(browser.text).toContain(words);
      // Only where a record tells which municipality keeps it is there one to name.
      if (givenName === 'Leone') expect(browser.text).toContain('Comune di');
      for (const path of ['/your-data', '/certificates/new']) {
        await browser.open(path);
        expect(browser.text, path).not.toContain('Acquafini');
      }
    },
  );

  test('ID-13: whose tax code belongs to one record goes on without a word', async () => {
    await loadRegistry(deps);
    const browser = await arriveNew('Otto');
    expect(browser.path).toBe('/it/account');
    await browser.open('/account/registry-match');
    expect(browser.text).toContain('La tua scheda in anagrafe è collegata');
  });

  test('ID-12: with a password one is told why SPID is needed', async () => {
    await anAccount();
    const browser = openBrowser(app);
    await browser.open('/sign-in');
    await browser.send('/it/sign-in', { identifier: 'otto@posta.example', password });
    await browser.open('/account/registry-match');
    expect(browser.path).toContain('/sign-in/spid');
    expect(browser.text).toContain('una password non basta');
  });
});

describe('contacts of those who came by SPID', () => {
  test('ID-14: they are optional, and asked for when a task needs them', async () => {
    const browser = await arriveNew('Otto');
    await browser.open('/account');
    expect(browser.text).toContain('non indicato');
    await browser.open('/account/profile');
    expect(browser.page.statusCode).toBe(200);
    await browser.open('/account/closing');
    expect(browser.path).toContain('/account/contacts/email?for=closing');
    expect(browser.text).toContain('Per chiudere l’account serve un’e-mail verificata');
    await browser.send('/account/contacts/email/codes', { value: 'otto@nuova.example' });
    const [letter] = await deps.db.transaction(asSystem, (tx) =>
      tx.sql<{ subject: string }>(`select subject from notifications.message where subject like '%codice%'`),
    );
    const code = /\d{6}/.exec(letter?.subject ?? '')?.[0] ?? '';
    await browser.send('/account/contacts/email/verification', { code: '000000' });
    expect(browser.page.statusCode).toBe(422);
    await browser.send('/account/contacts/email/verification', { code });
    expect(browser.path).toBe('/it/account/closing');
    expect(browser.page.statusCode).toBe(200);
  });
});

describe('signing out', () => {
  test('ID-12: the session ends here at once, and at the provider with a button', async () => {
    const browser = await arriveNew('Otto');
    await browser.open('/account');
    await browser.send('/sign-out');
    expect(browser.text).toContain('Esci anche da Gestore di prova');
    const there = /href="(http:\/\/localhost:3000\/demo\/spid\/slo[^"]*)"/.exec(browser.page.body)?.[1];
    const url = new URL((there ?? '').replaceAll('&amp;', '&'));
    const answered = await app.inject({ url: `${url.pathname}${url.search}` });
    expect(answered.statusCode).toBe(303);
    const back = new URL(String(answered.headers.location));
    const ended = await app.inject({ url: `${back.pathname}${back.search}` });
    expect(ended.body).toContain('Anche la sessione presso il gestore è chiusa');
    // The same answer again, and one that was touched, are nothing.
    expect((await app.inject({ url: `${back.pathname}${back.search}` })).statusCode).toBe(422);
    const touched = back.search.replace(/Signature=..../, 'Signature=AAAA');
    expect((await app.inject({ url: `${back.pathname}${touched}` })).statusCode).toBe(422);
    await browser.open('/account');
    expect(browser.path).toContain('/sign-in');
  });
});

describe('the register', () => {
  test('ID-12: every request and answer stands in it, and nobody changes or removes a line before its time', async () => {
    await arriveNew('Otto');
    const lines = await registerLines();
    expect(lines.map((each) => [each.kind, each.outcome])).toEqual([
      ['request', 'asked'],
      ['answer', 'vouched'],
    ]);
    expect(lines[1]).toMatchObject({
      authn_request_id: expect.stringMatching(/^_/),
      response_id: expect.stringMatching(/^_/),
      response_issuer: 'http://localhost:3000/demo/spid',
      assertion_id: expect.stringMatching(/^_/),
      assertion_subject: expect.stringMatching(/^_/),
      assertion_subject_name_qualifier: 'http://localhost:3000/demo/spid',
      response: expect.stringContaining('samlp:Response'),
    });
    await expect(
      deps.db.transaction(asSystem, (tx) => tx.sql(`update identity.spid_register set outcome = 'x'`)),
    ).rejects.toThrow(/permission denied/);
    await deps.db.transaction(asSystem, (tx) => tx.sql('delete from identity.spid_register'));
    expect(await registerLines()).toHaveLength(2);
    await deps.store.owner.query(
      `update identity.spid_register set written_at = now() - interval '25 months' where kind = 'request'`,
    );
    await deps.db.transaction(asSystem, (tx) => tx.sql('delete from identity.spid_register'));
    expect(await registerLines()).toHaveLength(1);
    const citizen = { kind: 'citizen', accountId: crypto.randomUUID() } as const;
    expect(
      await deps.db.transaction(citizen, (tx) => tx.sql('select * from identity.spid_register')),
    ).toEqual([]);
  });
});
