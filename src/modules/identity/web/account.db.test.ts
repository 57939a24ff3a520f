import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { openBrowser, type TestBrowser } from '#tests/support/browser.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { codeSentTo, goodPassword, lettersTo, tokenSentTo } from '../testing.ts';

const email = 'ada.ferrighi@posta.example';
const mobile = '+447911123456';
const typed = {
  given_name: 'Ada',
  family_name: 'Ferrighi',
  born_on: '1980-02-03',
  birth_place: 'Trieste',
  tax_code: '',
  email,
  mobile: '07911 123456',
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

async function fillIn(browser: TestBrowser, changes: Partial<typeof typed> = {}, place = 'Manchester') {
  await browser.open('/register');
  await browser.send('/register', { country: 'GB', place });
  return browser.send('/register', { ...typed, ...changes });
}

/** Ada with an active account, signed in. */
async function withAda(locale = 'it') {
  const { deps, app } = await start();
  const browser = openBrowser(app, { locale });
  await fillIn(browser);
  await browser.send('/register/activation', { code: await codeSentTo(deps, email) });
  await browser.open('/sign-in');
  await browser.send('/sign-in', { identifier: email, password: goodPassword });
  return { deps, app, browser };
}

/** A page without what differs at each look: the tokens of its forms. */
const bytes = ({ page }: TestBrowser) =>
  page.body.replace(/name="_(csrf|key)" value="[^"]*"/g, '').replaceAll(/[\w.]+@posta\.example/g, 'ADDRESS');

describe('registering on the pages', () => {
  test.each(['it', 'en'])('ID-1: from the place of residence to the own page, in %s', async (locale) => {
    const { browser } = await withAda(locale);
    expect(browser.path).toBe(`/${locale}/account`);
    expect(browser.text).toContain(locale === 'it' ? 'Ciao Ada' : 'Hello Ada');
    expect(browser.text).toContain(
      locale === 'it' ? 'Verifica il tuo cellulare' : 'Verify your mobile number',
    );
    expect(browser.text).toContain('Manchester');
  });

  test('ID-8: the office follows from the place; in Italy the municipality, and none', async () => {
    const { app } = await start();
    const browser = openBrowser(app);
    await browser.open('/register?country=GB&place=Manchester');
    expect(browser.text).toContain('La tua sede è Consolato d’Italia a Manchester');
    await browser.open('/register?country=IT&place=Trieste');
    expect(browser.text).toContain('il comune di Trieste: nessuna sede consolare');
    await browser.open('/register?country=IT&place=Nowhere');
    expect(browser.page.statusCode).toBe(422);
    expect(browser.text).toContain('non troviamo un comune con questo nome');
    await browser.open('/register?country=US&place=Springfield');
    expect(browser.page.body).toContain('type="radio"');
  });

  test('ID-4: who had an account on the old portal reads that it does not carry over, and that appointments stay', async () => {
    const { app } = await start();
    expect((await openBrowser(app).open('/register')).text).toContain(
      'Qui non vale: registrati di nuovo. Gli appuntamenti che hai già preso restano validi.',
    );
    expect((await openBrowser(app, { locale: 'en' }).open('/register')).text).toContain(
      'It does not work here: register again. Appointments that you already have stay valid.',
    );
  });

  test('ID-1: every problem is told at once, at its field, and nothing typed is lost but the password', async () => {
    const { app } = await start();
    const browser = openBrowser(app);
    await fillIn(browser, {
      given_name: '4da',
      born_on: '2080-02-03',
      tax_code: 'XXX',
      email: 'ada',
      mobile: '12',
      password: 'corta',
    });
    expect(browser.page.statusCode).toBe(422);
    for (const sentence of [
      'Usa solo lettere',
      'deve essere nel passato',
      'Il codice fiscale non è giusto',
      'Questo indirizzo e-mail non è completo',
      'Questo non è un numero di cellulare',
      'La password è troppo corta: servono almeno 15 caratteri',
    ]) {
      expect(browser.text).toContain(sentence);
    }
    expect(browser.page.body).toContain('value="4da"');
    expect(browser.page.body).toContain('value="Ferrighi"');
    expect(browser.page.body).not.toContain('corta"');
    await browser.send('/register', typed);
    expect(browser.path).toBe('/it/register/code');
  });

  test('ID-3: the screens are the same for a free contact, for somebody’s, and after a block', async () => {
    const { deps, app } = await withAda();
    const screens = async (changes: Partial<typeof typed>, proven: string) => {
      const browser = openBrowser(app);
      await fillIn(browser, changes);
      const asked = [browser.page.statusCode, browser.path, bytes(browser)];
      await browser.send('/register/codes', { to: 'mobile' });
      const early = [browser.page.statusCode, bytes(browser)];
      deps.clock.forward({ minutes: 2 });
      await browser.send('/register/codes', { to: proven.startsWith('+') ? 'mobile' : 'email' });
      await browser.send('/register/activation', { code: await codeSentTo(deps, proven) });
      return [...asked, ...early, browser.page.statusCode, browser.path, bytes(browser)];
    };
    const free = await screens({ email: 'anna@posta.example', mobile: '07911 000111' }, '+447911000111');
    const taken = await screens(
      { email: email.replace('ada', 'ada'), mobile: '07911 000222' },
      '+447911000222',
    );
    expect(taken).toEqual(free);
    expect((await lettersTo(deps, '+447911000111')).at(-1)?.text).toContain('il tuo account è attivo');
    expect((await lettersTo(deps, '+447911000222')).at(-1)?.text).toContain('registrazione bloccata');
  });

  test('ID-5: who signs in before the code can have it sent again, with the hint to look into the junk folder', async () => {
    const { deps, app } = await start();
    await fillIn(openBrowser(app));
    const elsewhere = openBrowser(app);
    await elsewhere.open('/sign-in');
    await elsewhere.send('/sign-in', { identifier: email, password: goodPassword });
    expect(elsewhere.path).toBe('/it/account/activation');
    expect(elsewhere.text).toContain('posta indesiderata');
    await elsewhere.open('/account');
    expect(elsewhere.path).toBe('/it/account/activation');
    deps.clock.forward({ minutes: 2 });
    await elsewhere.send('/register/codes');
    expect(elsewhere.text).toContain('un nuovo codice sta arrivando');
    expect(await lettersTo(deps, email)).toHaveLength(2);
    await elsewhere.send('/register/activation', { code: await codeSentTo(deps, email) });
    expect(elsewhere.path).toBe('/it/register/done');
    expect((await elsewhere.open('/account')).path).toContain('/it/sign-in');
  });

  test('ID-3: the contest form is reached from the letter and is good once', async () => {
    const { deps, app } = await withAda();
    const stranger = openBrowser(app);
    await fillIn(stranger, { email, mobile: '07911 000222', code_to: 'mobile' });
    await stranger.send('/register/activation', { code: await codeSentTo(deps, '+447911000222') });
    const token = await tokenSentTo(deps, '+447911000222');
    await stranger.open(`/register/contest?token=${token}`);
    await stranger.send('/register/contest', { text: ' ' });
    expect(stranger.text).toContain('Scrivi la tua spiegazione.');
    await stranger.send('/register/contest', { text: 'È il mio indirizzo.' });
    expect(stranger.text).toContain('Contestazione inviata');
    expect((await stranger.open(`/register/contest?token=${token}`)).page.statusCode).toBe(410);
  });
});

describe('signing in on the pages', () => {
  test('ID-7: wrong, locked and unknown are the same status and the same bytes', async () => {
    const { app } = await withAda();
    const answer = async (identifier: string, password: string) => {
      const browser = openBrowser(app);
      await browser.open('/sign-in');
      await browser.send('/sign-in', { identifier, password });
      return [
        browser.page.statusCode,
        browser.path,
        bytes(browser),
        Object.keys(browser.page.headers).sort().join(),
      ];
    };
    const wrong = await answer(email, 'wrong 1');
    const unknown = await answer('nobody@posta.example', 'wrong 1');
    for (let guess = 2; guess <= 5; guess += 1) await answer(email, `wrong ${guess}`);
    const locked = await answer(email, goodPassword);
    expect(wrong[2]).toContain('Dati errati, oppure accesso sospeso per 24 ore: vedi la tua e-mail.');
    expect(unknown).toEqual(wrong);
    expect(locked).toEqual(wrong);
  });

  test('ID-7: the browser that signed in before gets in while strangers are shut out', async () => {
    const { app, browser } = await withAda();
    const thief = openBrowser(app);
    for (let guess = 1; guess <= 6; guess += 1) {
      await thief.open('/sign-in');
      await thief.send('/sign-in', { identifier: email, password: `wrong ${guess}` });
    }
    await browser.send('/sign-out');
    expect((await browser.open('/account')).path).toContain('/it/sign-in');
    await browser.send('/sign-in', { identifier: email, password: goodPassword });
    expect(browser.path).toBe('/it/account');
  });

  test('ID-7: the unlock link opens on a button, because mail programs look at links too', async () => {
    const { deps, app } = await withAda();
    const fresh = openBrowser(app);
    for (let guess = 1; guess <= 5; guess += 1) {
      await fresh.open('/sign-in');
      await fresh.send('/sign-in', { identifier: email, password: `wrong ${guess}` });
    }
    const token = await tokenSentTo(deps, email);
    for (let look = 0; look < 3; look += 1) await fresh.open(`/sign-in/unlock?token=${token}`);
    await fresh.send('/sign-in/unlock');
    await fresh.open('/sign-in');
    await fresh.send('/sign-in', { identifier: email, password: goodPassword });
    expect(fresh.path).toBe('/it/account');
  });

  test('ID-6: the answer to a recovery does not tell whether the address is known; the link ends other sessions', async () => {
    const { deps, app, browser } = await withAda();
    const answer = async (identifier: string) => {
      const asking = openBrowser(app);
      await asking.open('/recovery');
      await asking.send('/recovery', { identifier });
      return [asking.page.statusCode, asking.path, bytes(asking)];
    };
    expect(await answer('nobody@posta.example')).toEqual(await answer(email));
    const token = await tokenSentTo(deps, email);
    const recovering = openBrowser(app);
    await recovering.open(`/recovery/password?token=${token}`);
    await recovering.send('/recovery/password', { password: 'italia' });
    expect(recovering.text).toContain('La password è troppo corta');
    await recovering.send('/recovery/password', { password: 'quattro cani sotto il ponte' });
    expect(recovering.path).toBe('/it/account');
    expect((await browser.open('/account')).path).toContain('/it/sign-in');
    expect((await recovering.open(`/recovery/password?token=${token}`)).page.statusCode).toBe(410);
  });

  test('ID-7: after signing in one goes on where one was, but never to another site', async () => {
    const { app } = await withAda();
    const next = async (to: string) => {
      const browser = openBrowser(app);
      await browser.open(`/sign-in?next=${encodeURIComponent(to)}`);
      await browser.send('/sign-in', { identifier: email, password: goodPassword });
      return browser.path;
    };
    expect(await next('/account/password')).toBe('/it/account/password');
    for (const evil of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      expect(await next(evil)).toBe('/it/account');
    }
  });

  test('ID-7: a session ends after 30 minutes without a request and after 12 hours at all', async () => {
    const { deps, browser } = await withAda();
    const reaches = async () => (await browser.open('/account')).path === '/it/account';
    for (let half = 0; half < 24; half += 1) {
      deps.clock.forward({ minutes: 29 });
      expect(await reaches()).toBe(true);
    }
    deps.clock.forward({ minutes: 24 });
    expect(await reaches()).toBe(false);
    await browser.send('/sign-in', { identifier: email, password: goodPassword });
    deps.clock.forward({ minutes: 31 });
    expect(await reaches()).toBe(false);
  });

  test('ID-7: each sign-in has a new token, kept out of reach of scripts and, over https, under the strict prefix', async () => {
    const deps = await testDeps(testClock());
    const app = await testApp(deps, { PUBLIC_URL: 'https://sportello.example' });
    apps.push(app);
    const browser = openBrowser(app);
    await fillIn(browser);
    await browser.send('/register/activation', { code: await codeSentTo(deps, email) });
    const enter = async () => {
      await browser.open('/sign-in');
      const { cookies } = browser;
      cookies.delete('__Host-session');
      await browser.open('/sign-in');
      await browser.send('/sign-in', { identifier: email, password: goodPassword });
      return browser.cookies.get('__Host-session');
    };
    const [first, second] = [await enter(), await enter()];
    expect(first).toMatch(/^[\w-]{32}$/);
    expect(second).not.toBe(first);
    const { rows } = await deps.store.owner.query('select token_hash from identity.session');
    expect(JSON.stringify(rows)).not.toContain(String(first));
  });
});

describe('the own account', () => {
  test('ID-1: the second contact is verified on its page', async () => {
    const { deps, browser } = await withAda();
    await browser.open('/account/contacts/mobile');
    await browser.send('/account/contacts/mobile/codes');
    await browser.send('/account/contacts/mobile/verification', { code: '12' });
    expect(browser.text).toContain('Scrivi le 6 cifre del codice.');
    await browser.send('/account/contacts/mobile/verification', { code: await codeSentTo(deps, mobile) });
    expect(browser.path).toBe('/it/account');
    expect(browser.text).toContain('Niente in sospeso');
  });

  test('ID-8: the place can be corrected within the district; another district is refused with the reason', async () => {
    const { browser } = await withAda();
    await browser.open('/account/profile');
    expect(browser.text).toContain('3 febbraio 1980');
    await browser.send('/account/profile', { place: 'Liverpool' });
    expect(browser.text).toContain('Salvato.');
    await browser.send('/account/profile', { place: 'Edinburgh' });
    expect(browser.page.statusCode).toBe(422);
    expect(browser.text).toContain('Questo luogo appartiene a un’altra sede.');
    await browser.send('/account/profile', { place: 'Liverpool', language: 'en' });
    expect(browser.text).toContain('Salvato.');
  });

  test('BO-4: a token made on the page opens the API until it is revoked', async () => {
    const { app, browser } = await withAda();
    await browser.open('/account/tokens');
    await browser.send('/account/tokens', { label: 'Il mio programma' });
    const token = /spt_[\w-]+/.exec(browser.text)?.[0] ?? '';
    const ask = (authorization: string) => app.inject({ url: '/api/v1/account', headers: { authorization } });
    expect((await ask(`Bearer ${token}`)).json()).toMatchObject({
      given_name: 'Ada',
      office_id: 'manchester',
      email: { value: email, verified: true },
      mobile: { value: mobile, verified: false },
    });
    expect((await ask('Bearer spt_forged')).statusCode).toBe(401);
    expect((await browser.open('/account/tokens')).page.body).not.toContain(token);
    await browser.send('/revocation');
    expect((await ask(`Bearer ${token}`)).statusCode).toBe(401);
  });

  test('BO-4: the API refuses with closed codes what the pages refuse with sentences', async () => {
    const { app, browser } = await withAda();
    const cookie = `session=${browser.cookies.get('session')}`;
    const call = (method: 'POST' | 'PATCH' | 'DELETE', url: string, payload: object) =>
      app.inject({ method, url: `/api/v1/account${url}`, headers: { cookie }, payload });
    expect((await call('PATCH', '', { place: 'Edinburgh' })).json()).toMatchObject({
      code: 'other_district',
    });
    expect((await call('PATCH', '', { language: 'en' })).json()).toMatchObject({ language: 'en' });
    expect((await call('POST', '/contacts/mobile/codes', {})).statusCode).toBe(202);
    const soon = await call('POST', '/contacts/mobile/codes', {});
    expect([soon.statusCode, soon.json().code]).toEqual([429, 'too_soon']);
    const wrong = await call('POST', '/contacts/mobile/verifications', { code: '000000' });
    expect(wrong.statusCode === 200 || wrong.json().code === 'wrong_code').toBe(true);
    expect((await call('POST', '/contacts/mobile/verifications', { code: 'abc' })).statusCode).toBe(422);
    expect((await call('DELETE', `/tokens/${crypto.randomUUID()}`, {})).statusCode).toBe(404);
  });

  test('ID-1: forged ids, foreign cookies and long fields get a clear answer and no fault', async () => {
    const { app, browser } = await withAda();
    const forged = openBrowser(app);
    forged.cookies.set('session', 'x'.repeat(32));
    forged.cookies.set('device', 'a.b.c');
    forged.cookies.set('registration', `${crypto.randomUUID()}.forged`);
    expect((await forged.open('/account')).path).toContain('/it/sign-in');
    expect((await forged.open('/register/code')).text).toContain('non c’è una registrazione in corso');
    await browser.open('/account/tokens');
    await browser.send('/account/tokens', { label: 'x'.repeat(5000) });
    expect(browser.page.statusCode).toBe(422);
    await forged.open('/sign-in');
    await forged.send('/sign-in', { identifier: '\u0000ada@\uFFFD', password: 'x'.repeat(5000) });
    expect(forged.page.statusCode).toBeGreaterThanOrEqual(400);
    expect(forged.page.statusCode).toBeLessThan(500);
  });
});
