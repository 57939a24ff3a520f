import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectGoodPage, openChromium } from '#tests/support/chromium.ts';
import { startSite, type TestSite } from '#tests/support/site.ts';

let site: TestSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), openChromium()]);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await site.end();
});

type Knows = Readonly<Record<string, string>>;

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
  'aff.status': 'born_in_italy',
  'aff.born': '1920-01-01',
  'aff.other': 'none',
  tie: 'birth',
  renounced: 'no',
};
const married = {
  'a.goal': 'marriage',
  'a.born': '1985-01-01',
  'a.birthplace': 'GB',
  'a.home': 'GB',
  'a.other': 'birth',
  's.born': '1984-04-04',
  's.union': 'marriage',
  's.wedding_on': '2015-02-02',
  's.wedding_country': 'GB',
  's.spouse_status': 'from_birth',
  's.ended': 'no',
  's.children': 'no',
  's.transcribed': 'yes',
  's.other': 'none',
  's.same_address': 'yes',
  'a.filed_on': 'instead',
  'a.language': 'CILS',
  'a.convictions': 'none',
};
const child = {
  'a.goal': 'child',
  'a.birthplace': 'GB',
  'a.home': 'GB',
  'a.other': 'birth',
  'a.line': 'mother',
  'am.status': 'registered',
  'am.birthplace': 'GB',
  'am.born': '1990-02-02',
  'am.other': 'birth',
  'am.stay': 'no',
  'af.named': 'yes',
  tie: 'birth',
  alive: 'yes',
  declared: 'no',
};
const wasItalian = {
  'a.goal': 'reacquire',
  'a.birthplace': 'IT',
  'a.home': 'GB',
  'a.own_status': 'born_in_italy',
};
const daysAgo = (days: number) => Temporal.Now.plainDateISO('Europe/Rome').subtract({ days }).toString();

/** Each route once; half of them without JavaScript, both languages. */
const journeys: readonly [string, Knows, RegExp, RegExp][] = [
  ['descent, letter c', throughGrandfather, /^Sì/, /^Yes/],
  [
    'descent, letter d',
    {
      ...throughGrandfather,
      'aff.other': 'birth',
      'af.stay': 'yes',
      'af.stay_from': '1971-01-01',
      'af.stay_to': '1975-01-01',
      'af.stay_proof': 'yes',
    },
    /^Sì/,
    /^Yes/,
  ],
  [
    'descent, letter a',
    {
      ...throughGrandfather,
      'aff.other': 'birth',
      'a.filed': 'application',
      'a.filed_on': '2025-03-10',
      'a.complete': 'yes',
    },
    /^Sì/,
    /^Yes/,
  ],
  ['descent of a minor', { ...child, 'a.born': daysAgo(400), 'am.other': 'none' }, /^Sì/, /^Yes/],
  ['benefit of law', { ...child, 'a.born': daysAgo(200), 'am.letter': 'none_needed' }, /^Sì/, /^Yes/],
  [
    '1-ter',
    { ...child, 'a.born': '2020-01-01', 'am.letter': 'a', 'am.recognised_on': '2024-01-01' },
    /^Sì/,
    /^Yes/,
  ],
  ['marriage', married, /^Sì/, /^Yes/],
  [
    'oath',
    {
      ...married,
      'a.goal': 'oath',
      'a.filed_on': '2023-01-10',
      'a.adopted_on': daysAgo(60),
      'a.notified_on': daysAgo(40),
      'a.oath_on': 'instead',
    },
    /^Sì/,
    /^Yes/,
  ],
  [
    'reacquisition',
    {
      ...wasItalian,
      'a.born': '1950-05-05',
      'a.sex': 'male',
      'a.other': 'later',
      'a.other_country': 'GB',
      'a.took_how': 'asked',
      'a.took_on': '1985-01-01',
      'a.abroad': 'yes',
    },
    /^Sì/,
    /^Yes/,
  ],
  [
    'reacquisition of women',
    {
      ...wasItalian,
      'a.born': '1925-05-05',
      'a.sex': 'female',
      'a.british_husband': 'british',
      'a.wedding_abroad_on': '1947-01-01',
      'a.other': 'none',
    },
    /^Sì/,
    /^Yes/,
  ],
  [
    'renunciation',
    {
      ...wasItalian,
      'a.goal': 'renounce',
      'a.born': '1980-01-01',
      'a.other': 'later',
      'a.other_country': 'GB',
      'a.took_how': 'asked',
      'a.took_on': '2010-01-01',
    },
    /^Sì/,
    /^Yes/,
  ],
  [
    'transmission',
    { ...throughGrandfather, 'a.goal': 'transmission', 'af.born': 'unknown', 'aff.status': 'never' },
    /^No/,
    /^No/,
  ],
];

async function answerOne(page: Page, key: string, value: string): Promise<void> {
  if (value === 'unknown') return page.click('button[name=unknown]');
  if (value === 'instead') await page.check('[name=instead]');
  else if ((await page.locator('select[name=value]').count()) > 0)
    await page.selectOption('[name=value]', value);
  else if ((await page.locator('[name=day]').count()) > 0) {
    const [year = '', month = '', day = ''] = value.split('-');
    await page.fill('[name=day]', day);
    await page.fill('[name=month]', month);
    await page.fill('[name=year]', year);
  } else await page.check(`[name=value][value="${value}"]`);
  await page.click('.question-form .btn-primary');
  expect(await page.locator('.problem-summary').count(), `${key}: ${value}`).toBe(0);
}

/** From the first question to the answer; each kind of question page is checked once. */
async function goThrough(page: Page, locale: string, knows: Knows, checked?: Set<string>): Promise<void> {
  await page.goto(`${site.url}/${locale}/citizenship`);
  await page.click('form[action$="/citizenship/assessments"] button');
  for (;;) {
    const field = page.locator('.question-form input[name=key]');
    if ((await field.count()) === 0) return;
    const key = (await field.getAttribute('value')) ?? '';
    const kind = `${await page.locator('.question-form select').count()} ${await page.locator('[name=day]').count()}`;
    if (checked !== undefined && !checked.has(kind)) {
      checked.add(kind);
      await expectGoodPage(page);
    }
    await answerOne(page, key, knows[key] ?? knows[key.split('.')[1] ?? ''] ?? 'unknown');
  }
}

async function context(javaScriptEnabled: boolean): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 360, height: 800 }, javaScriptEnabled });
}

describe('CZ-1: a guided assessment for every route, on a phone', () => {
  const checked = new Set<string>();

  test.each(journeys.map((journey, index) => [...journey, index] as const))(
    '%s',
    async (_, knows, italian, english, index) => {
      const locale = index % 2 === 0 ? 'it' : 'en';
      const visit = await context(index % 4 < 2);
      const page = await visit.newPage();
      page.on('pageerror', (error) => expect.fail(error.message));
      await goThrough(page, locale, knows, index % 4 < 2 ? checked : undefined);
      expect((await page.textContent('h1'))?.trim()).toMatch(locale === 'it' ? italian : english);
      if (index < 2) await expectGoodPage(page);
      await visit.close();
    },
    60_000,
  );
});

test('CZ-1 CZ-4 CZ-8: the other pages of citizenship are accessible, valid and fit a phone', async () => {
  const visit = await context(true);
  const page = await visit.newPage();
  for (const path of [
    '/citizenship',
    '/citizenship/rules',
    '/citizenship/records',
    `/citizenship/assessments/${'x'.repeat(43)}`,
  ]) {
    await page.goto(`${site.url}/it${path}`);
    await expectGoodPage(page);
  }
  await page.goto(`${site.url}/en/citizenship/records`);
  for (const [given, surname] of [
    ['Giuseppe', 'De Santis'],
    ['Guiseppe', 'Desantis'],
  ] as const) {
    await page.selectOption('[name=whose]', 'aff');
    await page.selectOption('[name=kind]', 'birth');
    await page.selectOption('[name=country]', 'IT');
    await page.fill('[name=given]', given);
    await page.fill('[name=surname]', surname);
    await page.click('main form >> text=Add and compare');
  }
  expect(await page.textContent('main')).toContain('to be corrected');
  await visit.close();
}, 60_000);
