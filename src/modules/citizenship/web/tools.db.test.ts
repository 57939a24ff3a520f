import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { officialBrowser } from '#tests/support/signed-in.ts';
import { testDeps } from '#tests/support/store.ts';
import worked from '../domain/examples/worked-cases.json' with { type: 'json' };
import { ruleIds } from '../domain/rules/rule-book.ts';

let apps: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(apps.map((app) => app.close()));
  apps = [];
});

async function start() {
  const deps = await testDeps();
  const app = await testApp(deps);
  apps.push(app);
  return { deps, app };
}

describe('the rule book', () => {
  test.each(['it', 'en'])(
    'CZ-8: every rule has its place, its article and its validity, in %s',
    async (locale) => {
      const browser = openBrowser((await start()).app, { locale });
      await browser.open('/citizenship/rules');
      for (const rule of ruleIds) expect(browser.page.body, rule).toContain(`id="${rule}"`);
      expect(browser.text).toContain(locale === 'it' ? 'dal 24 maggio 2025' : 'from 24 May 2025');
      expect(browser.text).toMatch(locale === 'it' ? /\d+ esempi svolti/ : /\d+ worked examples/);
    },
  );
});

describe('comparing records', () => {
  const birth = {
    whose: 'aff',
    kind: 'birth',
    country: 'IT',
    given: 'Giuseppe',
    surname: 'De Santis',
    on: '6 6 1885',
    at: 'Rivabella',
  };
  const wedding = {
    whose: 'aff',
    kind: 'marriage',
    country: 'GB',
    given: 'Guiseppe',
    surname: 'Desantis',
    on: '1910',
  };

  test('CZ-4: each difference is classed, with the way to correct it; a record can be taken out again', async () => {
    const browser = openBrowser((await start()).app);
    await browser.open('/citizenship/records');
    await browser.send('/records', birth);
    expect(browser.text).toContain('Nascita: Tuo nonno paterno');
    await browser.send('/records', { ...wedding, records: recordsOn(browser.page.body) });
    expect(browser.text).toMatch(
      /da correggere.*«Desantis» \(Matrimonio: Tuo nonno paterno\), invece di «De Santis»/,
    );
    expect(browser.text).toContain('register office');
    expect(browser.text).toContain('Giuseppe / Guiseppe'.split(' / ')[1]);
    await browser.send('/records', { remove: 'r2', records: recordsOn(browser.page.body) });
    expect(browser.text).not.toContain('da correggere');
    expect(browser.text).toContain('Nascita: Tuo nonno paterno');
  });

  test('CZ-4: what is missing is said at its field, nothing typed is lost', async () => {
    const browser = openBrowser((await start()).app, { locale: 'en' });
    await browser.open('/citizenship/records');
    await browser.send('/records', { ...birth, kind: '', on: '40 40 1885' });
    expect(browser.page.statusCode).toBe(422);
    expect(browser.text).toContain('Choose what kind of record it is.');
    expect(browser.text).toContain('Write the date as 6 6 1885');
    expect(browser.page.body).toContain('value="De Santis"');
  });

  test('CZ-4: records that were tampered with are not compared', async () => {
    const browser = openBrowser((await start()).app);
    await browser.open('/citizenship/records');
    await browser.send('/records', { ...birth, records: '[{"id":7}]' });
    expect(browser.page.statusCode).toBe(422);
  });
});

describe('the reasoning at the desk', () => {
  const source = JSON.stringify(worked.cases.find(({ expected }) => expected.verdict === 'eligible')?.facts);

  test('CZ-7: an official decides a step differently, with a reason, and the rest is worked out again', async () => {
    const { app, deps } = await start();
    const { browser } = await officialBrowser(app, deps, 'manchester');
    await browser.open('/desk/citizenship');
    await browser.send('/desk/citizenship', { source });
    expect(browser.text).toContain('Sì.');
    const button = /name="overrule" value="(\d+) no (DESC-A a)"/.exec(browser.page.body);
    const [, index = '', step = ''] = button ?? [];
    await browser.send('/desk/citizenship', { overrule: `${index} no ${step}` });
    expect(browser.page.statusCode).toBe(422);
    expect(browser.text).toContain('una decisione senza motivo non vale');
    await browser.send('/desk/citizenship', {
      overrule: `${index} no ${step}`,
      [`reason-${index}`]: 'La ricevuta non è autentica',
    });
    expect(browser.text).toContain('Deciso dal funzionario: La ricevuta non è autentica');
    expect(browser.text).not.toContain('Sì. Richiedente');
    await browser.send('/desk/citizenship', { withdraw: step });
    expect(browser.text).not.toContain('Deciso dal funzionario');
  });

  test('CZ-7: an address, facts or neither: the page says what is wrong', async () => {
    const { app, deps } = await start();
    const { browser } = await officialBrowser(app, deps, 'manchester');
    await browser.open('/desk/citizenship');
    await browser.send('/desk/citizenship', {
      source: `https://x/it/citizenship/assessments/${'y'.repeat(43)}`,
    });
    expect(browser.text).toContain('non c’è una verifica');
    await browser.send('/desk/citizenship', { source: 'ciao' });
    expect(browser.text).toContain('né un indirizzo né un JSON');
    await browser.send('/desk/citizenship', { source: '{"as_of":"2026-01-01"}' });
    expect(browser.text).toContain('Manca un dato necessario');
  });

  test('CZ-7: citizens and visitors do not see it', async () => {
    const { app } = await start();
    const answer = await app.inject('/it/desk/citizenship');
    expect(answer.headers.location).toContain('/desk/sign-in');
  });
});

const recordsOn = (body: string) =>
  (/name="records" value="([^"]*)"/.exec(body)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
