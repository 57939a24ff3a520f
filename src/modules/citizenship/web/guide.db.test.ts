import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { openBrowser, type TestBrowser } from '#tests/support/browser.ts';
import { readPdf } from '#tests/support/read-pdf.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { forgetExpired, keepAssessment, listKeptLinks } from '../use-cases/keep-assessment.ts';

let apps: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(apps.map((app) => app.close()));
  apps = [];
});

async function start(locale = 'it') {
  const clock = testClock();
  const deps = await testDeps(clock);
  const app = await testApp(deps);
  apps.push(app);
  const browser = openBrowser(app, { locale });
  return { deps, app, browser, clock };
}

const throughGrandfather = {
  'a.goal': 'descent',
  'a.born': '1980-05-05',
  'a.birthplace': 'AR',
  'a.home': 'GB',
  'a.filed': 'no',
  'a.other': 'birth',
  'a.line': 'father',
  'af.status': 'descends',
  'af.birthplace': 'AR',
  'af.born': '1950-03-03',
  'af.other': 'birth',
  'af.line': 'father',
  'af.renounced': 'no',
  'aff.status': 'born_in_italy',
  'aff.other': 'none',
  'aff.born': '1920-01-01',
  'aff.renounced': 'no',
  'af.tie': 'birth',
  'aff.tie': 'birth',
};

const fieldsFor = (value: string): Record<string, string> => {
  if (value === 'unknown') return { unknown: 'yes' };
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return year === undefined ? { value } : { year, month: month ?? '', day: day ?? '' };
};
const keyOn = ({ page }: TestBrowser) => /name="key" value="([^"]+)"/.exec(page.body)?.[1];

/** Answers every question that comes, until the answer or a question that nobody prepared for. */
async function goThrough(browser: TestBrowser, knows: Record<string, string>) {
  await browser.open('/citizenship');
  await browser.send('/citizenship/assessments');
  await goOn(browser, knows);
}

async function goOn(browser: TestBrowser, knows: Record<string, string>) {
  for (let key = keyOn(browser); key !== undefined; key = keyOn(browser))
    await browser.send('/answers', fieldsFor(knows[key] ?? 'unknown'));
}
const tokenOf = ({ path }: TestBrowser) => /assessments\/([\w-]+)/.exec(path)?.[1] ?? '';

describe('the guided assessment on the pages', () => {
  test.each([
    [
      'it',
      'Sì: la cittadinanza ti può essere riconosciuta',
      'I consolati non cercano documenti',
      'Nonno paterno',
    ],
    [
      'en',
      'Yes: your citizenship can be recognised',
      'Consulates do not search archives',
      'Paternal grandfather',
    ],
  ])(
    'CZ-1 CZ-2: one question a page, then verdict, steps, papers, fees, offices and booking, in %s',
    async (locale, verdict, archives, grandfather) => {
      const { browser } = await start(locale);
      await goThrough(browser, throughGrandfather);
      expect(browser.text).toContain(verdict);
      for (const part of [
        archives,
        grandfather,
        '600',
        'DESC-C-1',
        'Manchester',
        'AR' === locale ? '' : 'Prenot@mi',
      ])
        expect(browser.text).toContain(part);
      expect(browser.page.body).toContain(`href="/${locale}/citizenship/rules#DESC-C-1"`);
      expect(browser.page.body).toContain('<svg');
      expect(browser.page.body).not.toMatch(/style=|<script(?! type="module" src)/);
    },
  );

  test('CZ-1: the question says why it is asked and where the answer is; the tree grows beside it', async () => {
    const { browser } = await start();
    await goThrough(browser, { 'a.goal': 'descent', 'a.born': '1980-05-05' });
    await browser.open(`${browser.path}/questions/a.born`);
    expect(browser.text).toMatch(/Perché te lo chiediamo.*Dove trovi la risposta.*La famiglia fin qui/);
    expect(browser.page.body).toContain('value="1980"');
  });

  test('CZ-1: what is wrong is said at the field and nothing typed is lost', async () => {
    const { browser } = await start();
    await browser.open('/citizenship');
    await browser.send('/citizenship/assessments');
    await browser.send('/answers', {});
    expect(browser.page.statusCode).toBe(422);
    expect(browser.text).toContain('Scegli una risposta');
    await browser.send('/answers', { value: 'descent' });
    await browser.send('/answers', { day: '31', month: '2', year: '1980' });
    expect(browser.page.statusCode).toBe(422);
    expect(browser.text).toContain('Questa data non esiste');
    expect(browser.page.body).toMatch(/name="day"[^>]*value="31"|value="31"[^>]*name="day"/);
    await browser.send('/answers', { day: '3', month: '3', year: '2080' });
    expect(browser.text).toContain('dopo il giorno della verifica');
  });

  test('CZ-1: an answer can be changed without losing the others, and the page says what changed', async () => {
    const { browser } = await start();
    await goThrough(browser, throughGrandfather);
    const { path } = browser;
    await browser.open(`${path}/questions/aff.other`);
    await browser.send('/answers', { value: 'birth' });
    await browser.send('/answers', { value: 'AR' });
    await goOn(browser, { ...throughGrandfather, 'af.stay': 'no' });
    expect(browser.text).toContain('No: così la cittadinanza non può essere riconosciuta');
    await browser.open(`${path}/questions/aff.other`);
    await browser.send('/answers', { value: 'none' });
    expect(browser.text).toContain('Sì: la cittadinanza ti può essere riconosciuta');
    expect(browser.text).toMatch(/Che cosa è cambiato.*Prima la risposta era: No/);
    expect((await browser.open(`${path}/told`)).text).toContain('3 marzo 1950');
  });

  test('CZ-8: the same answers under the law of another day', async () => {
    const { browser } = await start();
    await goThrough(browser, {
      ...throughGrandfather,
      'aff.other': 'birth',
      'aff.other_country': 'AR',
      'af.stay': 'no',
      'aff.renounced': 'no',
    });
    expect(browser.text).toContain('No: così');
    await browser.send('/law-days', { day: '2024-06-01' });
    await goOn(browser, throughGrandfather);
    expect(browser.text).toContain('Sì: la cittadinanza ti può essere riconosciuta');
    expect(browser.text).toContain('Legge del 1° giugno 2024');
    await browser.send('/law-days', { day: '1960-01-01' });
    expect(browser.page.statusCode).toBe(422);
    expect(browser.text).toContain('16 agosto 1992');
    await browser.open(browser.path.replace('/law-days', ''));
    await browser.send('/law-days', { day: '2024-06-01', today: 'yes' });
    expect(browser.text).toContain('No: così');
  });

  test('CZ-1: the answer on paper, with the reasoning and the family', async () => {
    const { app, browser } = await start();
    await goThrough(browser, throughGrandfather);
    const answer = await app.inject(`${browser.path}/paper.pdf`);
    expect(answer.headers['content-type']).toBe('application/pdf');
    const pdf = await readPdf(answer.rawPayload);
    expect(pdf.text).toContain('Sì: la cittadinanza ti può essere riconosciuta');
    expect(pdf.text).toContain('DESC-C-1');
    expect(pdf.alternatives.join(' ')).toContain('Tuo nonno paterno');
  });
});

describe('keeping, sharing and deleting', () => {
  test('CZ-1: the address is the secret: no search engine, no referrer, no cache', async () => {
    const { browser, app } = await start();
    await goThrough(browser, throughGrandfather);
    expect(browser.page.headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'no-store',
    });
    const other = await app.inject(`/it/citizenship/assessments/${'x'.repeat(43)}`);
    expect(other.statusCode).toBe(404);
    expect(other.body).toContain('è scaduta');
  });

  test('CZ-1: the database holds neither the address nor a readable answer', async () => {
    const { browser, deps } = await start();
    await goThrough(browser, throughGrandfather);
    const { rows } = await deps.store.owner.query<{ row: string }>(
      'select g::text as row from citizenship.guided_assessment g',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toContain(tokenOf(browser));
    expect(rows[0]?.row).not.toMatch(/1980|descent|born_in_italy/);
    const { rows: events } = await deps.store.owner.query<{ row: string }>(
      'select e::text as row from platform.event e',
    );
    expect(events.map(({ row }) => row).join()).not.toContain(tokenOf(browser));
  });

  test('CZ-1: a draft goes after a week; what is kept stays twelve months', async () => {
    const { browser, deps, clock } = await start();
    await goThrough(browser, throughGrandfather);
    const kept = browser.path;
    await browser.send('/keeping');
    expect(browser.text).toContain('Conservata fino al 24 novembre 2027');
    await goThrough(browser, throughGrandfather);
    const draft = browser.path;
    clock.forward({ hours: 8 * 24 });
    await forgetExpired(deps);
    expect((await browser.open(draft)).page.statusCode).toBe(404);
    expect((await browser.open(kept)).page.statusCode).toBe(200);
    clock.forward({ hours: 358 * 24 });
    expect((await browser.open(kept)).page.statusCode).toBe(404);
    await forgetExpired(deps);
    const { rows } = await deps.store.owner.query('select 1 from citizenship.guided_assessment');
    expect(rows).toEqual([]);
  });

  test('CZ-1: a relative goes on from a copy, and the first one stays as it was', async () => {
    const { browser, app } = await start();
    await goThrough(browser, throughGrandfather);
    const first = browser.path;
    await browser.send('/copies');
    expect(browser.text).toContain('Questa è la copia');
    const copy = browser.path.replace(/\?.*/, '');
    expect(copy).not.toBe(first);
    const relative = openBrowser(app);
    await relative.open(`${copy}/questions/a.born`);
    await relative.send('/answers', fieldsFor('2010-01-01'));
    expect((await browser.open(`${first}/told`)).text).toContain('5 maggio 1980');
    expect((await relative.open(`${copy}/told`)).text).toContain('1° gennaio 2010');
  });

  test('CZ-1: whoever holds the address deletes it at once', async () => {
    const { browser, deps } = await start();
    await goThrough(browser, throughGrandfather);
    const { path } = browser;
    await browser.send('/deletion');
    expect(browser.text).toContain('Cancellata');
    expect((await browser.open(path)).page.statusCode).toBe(404);
    const { rows } = await deps.store.owner.query('select 1 from citizenship.guided_assessment');
    expect(rows).toEqual([]);
  });

  test('CZ-1: an account lists what it keeps, and no other account sees it', async () => {
    const { browser, deps } = await start();
    await goThrough(browser, throughGrandfather);
    const token = tokenOf(browser);
    const [ada, bruno] = [crypto.randomUUID(), crypto.randomUUID()];
    expect(await keepAssessment(deps, { token, accountId: ada })).toMatchObject({ ok: true });
    expect(await keepAssessment(deps, { token, accountId: bruno })).toMatchObject({ ok: true });
    expect((await listKeptLinks(deps, ada)).map((each) => each.token)).toEqual([token]);
    expect(await listKeptLinks(deps, bruno)).toEqual([]);
    const seen = await deps.db.transaction({ kind: 'citizen', accountId: bruno }, (tx) =>
      tx.sql('select id from citizenship.guided_assessment'),
    );
    expect(seen).toEqual([]);
  });

  test('CZ-1: a second click on "start" leads to the same assessment', async () => {
    const { browser, deps } = await start();
    await browser.open('/citizenship');
    const form = browser.page.body.match(/<form[^>]*assessments"[\s\S]*?<\/form>/)?.[0] ?? '';
    const key = /name="_key" value="([^"]+)"/.exec(form)?.[1] ?? '';
    await browser.send('/citizenship/assessments');
    const first = browser.path;
    await browser.open('/citizenship');
    await browser.send('/citizenship/assessments', { _key: key });
    expect(browser.path).toBe(first);
    const { rows } = await deps.store.owner.query('select 1 from citizenship.guided_assessment');
    expect(rows).toHaveLength(1);
  });
});
