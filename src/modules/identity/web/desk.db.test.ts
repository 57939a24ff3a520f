import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { codeAt } from '#platform/credentials/totp.ts';
import { testApp } from '#tests/support/app.ts';
import { openBrowser, type TestBrowser } from '#tests/support/browser.ts';
import { type TestClock, testClock, testDeps } from '#tests/support/store.ts';
import { codeSentTo, goodPassword, lettersTo, tokenSentTo } from '../testing.ts';
import { ensureFirstAdministrator } from '../use-cases/ensure-first-administrator.ts';

const password = 'gufo-9-tè';

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

/** Sets up the access that an enrolment link opens, and signs in. */
async function enrol(
  browser: TestBrowser,
  clock: TestClock,
  token: string,
  { email, ...who }: Record<string, string>,
): Promise<string> {
  await browser.open(`/desk/enrolment?token=${token}`);
  const secret = /<code>([A-Z2-7]{32})<\/code>/.exec(browser.page.body)?.[1] ?? '';
  await browser.send('/desk/enrolment', {
    ...who,
    ...(who['given_name'] ? { email: email ?? '' } : {}),
    password,
    code: codeAt(secret, clock.now()),
  });
  expect(browser.text).toContain('Accesso attivo');
  await enter(browser, clock, { email: email ?? '', secret });
  return secret;
}

async function enter(
  browser: TestBrowser,
  clock: TestClock,
  { email, secret }: { email: string; secret: string },
) {
  clock.forward({ seconds: 60 });
  await browser.open('/desk/sign-in?next=%2Fdesk%2Fofficials');
  await browser.send('/desk/sign-in', { email, password, code: codeAt(secret, clock.now()) });
}

/** The ministry's first administrator, signed in. */
async function withMinistry() {
  const { deps, app } = await start();
  const token = (await ensureFirstAdministrator(deps))?.split('token=')[1] ?? '';
  const ministry = openBrowser(app);
  const who = { given_name: 'Prima', family_name: 'Ministri', email: 'prima@ministero.example' };
  await enrol(ministry, deps.clock, token, who);
  return { deps, app, ministry };
}

async function invite(ministry: TestBrowser, name: string, role: string, office: string): Promise<string> {
  const email = `${name.toLowerCase()}@sede.example`;
  await ministry.open('/desk/officials');
  await ministry.send('/desk/officials', { given_name: name, family_name: 'Sportelli', email, role, office });
  expect(ministry.text).toContain('Invito mandato');
  return email;
}

/** Invited by the ministry and signed in. */
async function withOperator(role = 'operator') {
  const { deps, app, ministry } = await withMinistry();
  const email = await invite(ministry, 'Olga', role, 'manchester');
  const operator = openBrowser(app);
  const token = await tokenSentTo(deps, email);
  const secret = await enrol(operator, deps.clock, token, { email });
  return { deps, app, ministry, operator, email, secret };
}

describe('officials on their pages', () => {
  test('ID-17: from the link of the installation to an official at work', async () => {
    const { operator, ministry } = await withOperator('office_admin');
    expect(operator.path).toBe('/it/desk/officials');
    expect(operator.text).toContain('Olga Sportelli');
    expect(operator.text).not.toContain('Prima Ministri');
    expect((await ministry.open('/desk/officials')).text).toContain('Prima Ministri');
    await operator.send('/desk/officials', { given_name: '', email: 'x', role: '' });
    expect(operator.text).toContain('Scrivi il nome.');
    expect(operator.text).toContain('Scegli il ruolo.');
  });

  test('ID-17: without the code of the telephone, or with a wrong one, nobody gets in', async () => {
    const { app, email } = await withOperator();
    const thief = openBrowser(app);
    await thief.open('/desk/sign-in');
    await thief.send('/desk/sign-in', { email, password, code: '' });
    expect(thief.text).toContain('Scrivi le 6 cifre.');
    await thief.send('/desk/sign-in', { email, password, code: '123456' });
    expect(thief.text).toContain('Dati errati, oppure accesso sospeso per 24 ore');
    expect((await thief.open('/desk/identity')).path).toContain('/it/desk/sign-in');
  });

  test('ID-17: an operator administers nobody; a dismissed one is out with the next request', async () => {
    const { operator, ministry } = await withOperator();
    expect(operator.page.statusCode).toBe(404);
    expect((await operator.open('/desk/identity')).page.statusCode).toBe(200);
    await ministry.open('/desk/officials');
    const one = /\/desk\/officials\/[0-9a-f-]{36}(?=">Olga)/.exec(ministry.page.body)?.[0] ?? '';
    await ministry.open(one);
    await ministry.send('/dismissal');
    expect(ministry.text).toContain('cessato');
    expect((await operator.open('/desk/identity')).path).toContain('/it/desk/sign-in');
  });

  test('ID-17: a role is given and taken away, and holds from the next request on', async () => {
    const { operator, ministry } = await withOperator();
    await ministry.open('/desk/officials');
    const one = /\/desk\/officials\/[0-9a-f-]{36}(?=">Olga)/.exec(ministry.page.body)?.[0] ?? '';
    await ministry.open(one);
    await ministry.send('/roles', { office: 'manchester', role: 'office_admin' });
    expect((await operator.open('/desk/officials')).page.statusCode).toBe(200);
    await ministry.open(one);
    await ministry.send('/roles', { office: 'manchester', role: 'operator' });
    expect((await operator.open('/desk/officials')).page.statusCode).toBe(404);
  });

  test('ID-3: an operator sees the blocks of the own office, reads the contest and lifts the block', async () => {
    const { deps, app, operator, ministry } = await withOperator();
    const register = async (email: string, mobile: string, place = 'Manchester') => {
      const browser = openBrowser(app);
      await browser.open(`/register?country=GB&place=${place}`);
      await browser.send('/register', {
        given_name: 'Ada',
        family_name: 'Ferrighi',
        born_on: '1980-02-03',
        email,
        mobile,
        code_to: 'mobile',
        password: goodPassword,
      });
      await browser.send('/register/activation', {
        code: await codeSentTo(deps, mobile.replace('0', '+44')),
      });
      return browser;
    };
    await operator.open('/desk/identity');
    await operator.send('/desk/identity/intermediaries', { contact: 'nobody' });
    expect(operator.text).toContain('Scrivi un indirizzo e-mail completo');
    await operator.send('/desk/identity/intermediaries', { contact: 'agenzia@posta.example' });
    expect(operator.text).toContain('a•••@posta.example');

    const stranger = await register('agenzia@posta.example', '07911000111');
    await register('agenzia@posta.example', '07911000222', 'Edinburgh');
    const token = await tokenSentTo(deps, '+447911000111');
    await stranger.open(`/register/contest?token=${token}`);
    await stranger.send('/register/contest', { text: 'Lavoro lì, ma <b>scrivo</b> per me.' });

    await operator.open('/desk/identity');
    const blocks = [...operator.page.body.matchAll(/\/desk\/identity\/blocks\/[0-9a-f-]{36}/g)].map(
      ([path]) => path,
    );
    expect(blocks).toHaveLength(1);
    await operator.open(blocks[0] ?? '');
    expect(operator.text).toContain('Lavoro lì, ma <b>scrivo</b> per me.');
    expect(operator.page.body).not.toContain('<b>scrivo');
    await operator.send('/lifting');
    expect(operator.text).toContain('tolto');
    expect((await lettersTo(deps, '+447911000111')).at(-1)?.text).toContain('il blocco è stato tolto');

    await ministry.open('/desk/identity');
    const elsewhere = [...ministry.page.body.matchAll(/\/desk\/identity\/blocks\/[0-9a-f-]{36}/g)]
      .map(([path]) => path)
      .find((path) => !blocks.includes(path));
    expect((await operator.open(elsewhere ?? '')).page.statusCode).toBe(404);
    expect((await ministry.open(elsewhere ?? '')).page.statusCode).toBe(200);
  });

  test('ID-17: a citizen’s session is no official’s, nor the other way round', async () => {
    const { operator } = await withOperator();
    expect(operator.cookies.has('session')).toBe(false);
    expect((await operator.open('/account')).path).toContain('/it/sign-in');
    await operator.open('/desk/identity');
    await operator.send('/sign-out');
    expect((await operator.open('/desk/identity')).path).toContain('/it/desk/sign-in');
  });
});
