import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { createOfficials } from '#modules/identity/public.ts';
import { openPasswords } from '#platform/credentials/passwords.ts';
import { codeAt } from '#platform/credentials/totp.ts';
import { testApp } from '#tests/support/app.ts';
import { openProgram } from '#tests/support/program.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { cheapHashing, codeSentTo, goodPassword, lettersTo, tokenSentTo } from '../testing.ts';

const email = 'ada.ferrighi@posta.example';
const ada = {
  given_name: 'Ada',
  family_name: 'Ferrighi',
  born_on: '1980-02-03',
  email,
  mobile: '07911 123456',
  country: 'GB',
  place: 'Manchester',
  code_to: 'email',
  password: goodPassword,
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

/** Ada with an active account, signed in by her program. */
async function withAda(locale: 'it' | 'en' = 'it') {
  const { deps, app } = await start();
  const program = openProgram(app, { locale });
  expect((await program.send('POST', '/registrations', { body: ada })).status).toBe(201);
  const code = await codeSentTo(deps, email);
  expect((await program.send('POST', '/registration-activations', { body: { code } })).status).toBe(201);
  const entered = await program.send('POST', '/sessions', {
    body: { identifier: email, password: goodPassword },
  });
  expect(entered.json()).toEqual({ active: true });
  return { deps, app, program };
}

describe('registering and signing in by a program', () => {
  test('BO-4, ID-1: from the registration to the own account; the session is a cookie, never in the answer', async () => {
    const { program } = await withAda();
    const account = await program.send('GET', '/account');
    expect(account.json()).toMatchObject({ given_name: 'Ada', office_id: 'manchester' });
  });

  test('BO-4: all that is wrong in a registration is said at once, in the language asked for', async () => {
    const { app } = await start();
    const body = { ...ada, given_name: '', email: 'ada', born_on: '2999-01-01' };
    const told = await openProgram(app, { locale: 'en' }).send('POST', '/registrations', { body });
    expect(told.status).toBe(422);
    expect(told.errors.map(({ pointer }) => pointer).toSorted()).toEqual([
      '/born_on',
      '/email',
      '/given_name',
    ]);
    expect(told.errors).toContainEqual({
      pointer: '/given_name',
      code: 'given_name',
      detail: 'Enter your given name.',
    });
    const weak = await openProgram(app).send('POST', '/registrations', {
      body: { ...ada, password: 'corta' },
    });
    expect(weak.errors).toEqual([
      expect.objectContaining({ pointer: '/password', code: 'too_short', detail: expect.any(String) }),
    ]);
    const nowhere = { ...ada, mobile: '+447911123456', country: 'IT', place: 'Nowhere' };
    const lost = await openProgram(app).send('POST', '/registrations', { body: nowhere });
    expect(lost.errors).toEqual([expect.objectContaining({ pointer: '/place', code: 'no_municipality' })]);
  });

  test('BO-4: the same registration sent twice is one; the key with another wish is refused', async () => {
    const { deps, app } = await start();
    const program = openProgram(app);
    const key = crypto.randomUUID();
    for (const status of [201, 201]) {
      expect((await program.send('POST', '/registrations', { body: ada, key })).status).toBe(status);
    }
    const { rows } = await deps.store.owner.query('select id from identity.account');
    expect(rows).toHaveLength(1);
    const other = await program.send('POST', '/registrations', { body: { ...ada, place: 'Leeds' }, key });
    expect([other.status, other.code]).toEqual([422, 'key_reused']);
  });

  test('ID-3: a contact that somebody has already gives the same answer as a free one', async () => {
    const { app } = await withAda();
    const stranger = openProgram(app);
    const taken = await stranger.send('POST', '/registrations', { body: { ...ada, given_name: 'Bruna' } });
    expect([taken.status, taken.json()]).toEqual([201, {}]);
  });

  test('ID-7: five wrong passwords lock strangers for 24 hours on pages and in the API alike, and only the mailbox learns it', async () => {
    const { deps, app } = await withAda();
    const stranger = openProgram(app);
    const enter = (password: string, identifier = email) =>
      stranger.send('POST', '/sessions', { body: { identifier, password } });
    const wrong = await enter('una frase sbagliata');
    const unknown = await enter('una frase sbagliata', 'nessuno@posta.example');
    expect([wrong.status, wrong.json()]).toEqual([unknown.status, unknown.json()]);
    for (let left = 4; left > 0; left -= 1) await enter('una frase sbagliata');
    const locked = await enter(goodPassword);
    expect([locked.status, locked.json()]).toEqual([wrong.status, wrong.json()]);
    expect(locked.cookies.map(({ name }) => name)).not.toContain('session');

    const token = await tokenSentTo(deps, email);
    expect((await stranger.send('POST', '/browser-unlocks', { body: { token } })).status).toBe(201);
    expect((await enter(goodPassword)).status).toBe(201);
    expect((await stranger.send('POST', '/browser-unlocks', { body: { token } })).code).toBe('link_expired');
  });

  test('ID-6: recovery answers the same to everybody; the link sets a new password and opens a session', async () => {
    const { deps, app } = await withAda();
    const stranger = openProgram(app);
    const ask = (identifier: string) => stranger.send('POST', '/recoveries', { body: { identifier } });
    const [known, unknown] = [await ask(email), await ask('nessuno@posta.example')];
    expect([known.status, known.json()]).toEqual([unknown.status, unknown.json()]);
    const token = await tokenSentTo(deps, email);
    const choose = (password: string) =>
      stranger.send('POST', '/recovered-passwords', { body: { token, password } });
    expect((await choose('corta')).code).toBe('password');
    expect((await choose('quattro cani nel prato verde')).status).toBe(201);
    expect((await stranger.send('GET', '/account')).status).toBe(200);
    expect((await choose('quattro cani nel prato verde')).status).toBe(410);
  });
});

describe('what a signed-in program may do', () => {
  test('BO-4: a token is made with a session and used without one; a token makes no others', async () => {
    const { app, program } = await withAda('en');
    const key = crypto.randomUUID();
    const make = () => program.send('POST', '/account/tokens', { body: { label: 'Calendario' }, key });
    const { token } = (await make()).json<{ token: string }>();
    expect((await make()).json()).toEqual({ token });
    const elsewhere = openProgram(app);
    expect((await elsewhere.send('GET', '/account', { bearer: token })).status).toBe(200);
    const more = await elsewhere.send('POST', '/account/tokens', { body: { label: 'Altro' }, bearer: token });
    expect([more.status, more.code]).toEqual([403, 'session_required']);
    const password = { current_password: goodPassword, password: 'quattro cani nel prato verde' };
    const shut = await elsewhere.send('POST', '/account/password-changes', { body: password, bearer: token });
    expect([shut.status, shut.code]).toEqual([403, 'session_required']);
  });

  test('BO-4: the password changes with the present one only; after signing out nothing opens', async () => {
    const { program } = await withAda();
    const change = (current: string) =>
      program.send('POST', '/account/password-changes', {
        body: { current_password: current, password: 'quattro cani nel prato verde' },
      });
    expect((await change('un’altra frase lunga')).errors).toEqual([
      expect.objectContaining({ pointer: '/current_password', code: 'wrong_password' }),
    ]);
    expect((await change(goodPassword)).status).toBe(201);
    expect((await program.send('DELETE', '/sessions/current')).status).toBe(204);
    expect((await program.send('GET', '/account')).status).toBe(401);
  });

  test('ID-5: before the first code there is only "send the code again", to the other contact too', async () => {
    const { deps, app } = await start();
    const program = openProgram(app);
    await program.send('POST', '/registrations', { body: ada });
    const again = (to: string) => program.send('POST', '/registration-codes', { body: { to } });
    expect((await again('email')).code).toBe('too_soon');
    deps.clock.forward({ minutes: 2 });
    expect((await again('mobile')).status).toBe(202);
    expect(await lettersTo(deps, '+447911123456')).toHaveLength(1);
    const wrong = await program.send('POST', '/registration-activations', { body: { code: '000000' } });
    expect(wrong.errors[0]?.code).toBe('wrong_code');
    const nobody = await openProgram(app).send('POST', '/registration-codes', { body: { to: 'email' } });
    expect(nobody.code).toBe('registration_lost');
  });
});

test('ID-17: an official signs in with both factors at once; which was wrong is not said', async () => {
  const { deps, app } = await start();
  const hash = await openPasswords(deps.keys, cheapHashing).hash('gufo-9-tè');
  const totpSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  await deps.db.transaction({ kind: 'system', task: 'test' }, (tx) =>
    createOfficials(
      deps,
      tx,
      [
        {
          givenName: 'Olga',
          familyName: 'Bozza',
          email: 'olga@uffici.example',
          locale: 'it',
          totpSecret,
          roles: [{ officeId: 'manchester', role: 'operator' }],
          ministry: false,
        },
      ],
      hash,
    ),
  );
  const program = openProgram(app);
  const code = codeAt(totpSecret, deps.now());
  const enter = (body: Record<string, string>) =>
    program.send('POST', '/desk/sessions', {
      body: { email: 'olga@uffici.example', password: 'gufo-9-tè', code, ...body },
    });
  const [password, factor] = [await enter({ password: 'gufo' }), await enter({ code: '000000' })];
  expect([password.status, password.json()]).toEqual([factor.status, factor.json()]);
  expect((await enter({})).status).toBe(201);
  expect((await program.send('GET', '/desk/offices/manchester/requests')).status).toBe(200);
  expect((await program.send('GET', '/desk/offices/london/requests')).status).toBe(404);
});
