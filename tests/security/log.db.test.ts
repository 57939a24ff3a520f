import { Writable } from 'node:stream';
import pino from 'pino';
import { expect, test } from 'vitest';
import { anOpenService } from '#modules/appointments/testing.ts';
import { codeSentTo, goodPassword, lettersTo } from '#modules/identity/testing.ts';
import { testApp } from '#tests/support/app.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { anAnswerToEach } from '#tests/support/crowd.ts';
import { testClock, testDeps } from '#tests/support/store.ts';

/** The program with its real logger, at its most talkative, writing where the test can read. */
async function talkative() {
  const deps = await testDeps(testClock());
  let written = '';
  const sink = new Writable({
    write(chunk, _encoding, done) {
      written += String(chunk);
      done();
    },
  });
  const app = await testApp(deps, {}, pino({ level: 'trace' }, sink));
  return { deps, app, log: () => written };
}

const ada = {
  given_name: 'Ada',
  family_name: 'Ferrighi',
  born_on: '1980-02-03',
  birth_place: 'Roccasecca',
  tax_code: '',
  email: 'ada.ferrighi@posta.example',
  mobile: '07911 123456',
  code_to: 'email',
  password: goodPassword,
};

test('BO-1: from the registration to the booked place the log names nobody and holds no secret', async () => {
  const { deps, app, log } = await talkative();
  await anOpenService(deps);
  const browser = openBrowser(app);
  await browser.open('/register');
  await browser.send('/register', { country: 'GB', place: 'Manchester' });
  await browser.send('/register', ada);
  const code = await codeSentTo(deps, ada.email);
  await browser.send('/register/activation', { code });
  await browser.open('/sign-in');
  await browser.send('/sign-in', { identifier: ada.email, password: 'un altro gatto ancora' });
  await browser.send('/sign-in', { identifier: ada.email, password: goodPassword });
  await browser.open('/account/contacts/mobile');
  await browser.send('/account/contacts/mobile/codes');
  const second = await codeSentTo(deps, '+447911123456');
  await browser.send('/account/contacts/mobile/verification', { code: second });
  await browser.open('/offices/manchester/services/passport/places?day=2026-11-30');
  const place = /href="(\/it\/offices\/manchester\/services\/passport\/places\/\d+)"/.exec(
    browser.page.body,
  )?.[1];
  await browser.open(place ?? '');
  const answers = Object.entries(anAnswerToEach('passport')).map(([name, answer]) => [
    `answer_${name}`,
    answer,
  ]);
  await browser.send('/appointments', {
    ...Object.fromEntries(answers),
    notes: 'Mio figlio Ettore Ferrighi, nato a Roccasecca',
  });
  expect(browser.path).toMatch(/^\/it\/appointments\/[0-9a-f-]{36}$/);
  const link = (await lettersTo(deps, ada.email)).at(-1)?.url ?? '';
  const confirming = new URL(link);
  await browser.open(`${confirming.pathname}${confirming.search}`);
  await browser.send('/confirmation');
  expect(browser.page.statusCode).toBe(200);
  await browser.open('/search?q=Ferrighi');

  expect(log()).toContain('/appointments/:id/confirmation');
  const secrets = [
    ...browser.cookies.values(),
    confirming.searchParams.get('token') ?? 'no token',
    code,
    second,
  ];
  for (const personal of [
    'Ada',
    'Ferrighi',
    'Ettore',
    'Roccasecca',
    'posta.example',
    '7911123456',
    '07911 123456',
    '1980-02-03',
    goodPassword,
    ...secrets,
  ]) {
    expect(log(), personal).not.toContain(personal);
  }
  expect(log()).not.toMatch(new RegExp(`\\b(${code}|${second})\\b`));
  await app.close();
});

test('BO-1: a fault of the database is logged by its code, not with the value that it refused', async () => {
  const { deps, app, log } = await talkative();
  app.get('/breaks', async () => deps.db.pool.query('select $1::uuid', ['ada.ferrighi@posta.example']));
  const answer = await app.inject('/it/breaks');
  expect(answer.statusCode).toBe(500);
  expect(log()).toContain('PostgreSQL 22P02');
  expect(log() + answer.body).not.toContain('ferrighi');
  await app.close();
});
