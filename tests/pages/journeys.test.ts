import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoOfficials, demoPassword } from '#demo/people.ts';
import { codeAt } from '#modules/identity/public.ts';
import { enterConsularRegister } from '#modules/registry/public.ts';
import { someConsularData } from '#modules/registry/testing.ts';
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

const ways = [
  {
    locale: 'it',
    width: 360,
    javaScriptEnabled: false,
    given: 'Livia',
    mobile: '07911 123456',
    e164: '+447911123456',
  },
  {
    locale: 'en',
    width: 1280,
    javaScriptEnabled: true,
    given: 'Sandro',
    mobile: '07911 123457',
    e164: '+447911123457',
  },
] as const;

async function visit(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => expect.fail(`The page throws: ${error.message}`));
  return page;
}

/** Links in letters carry the public address; the test reaches the same page on its own port. */
function here(link: string): string {
  return link.replace('http://site.example', site.url);
}

/** The consulate has sent the request for AIRE registration to the municipality. */
async function enterInRegister(email: string): Promise<void> {
  const { rows } = await site.owner.query<{ id: string }>(
    'select account_id as id from identity.contact where value = $1',
    [email],
  );
  const entered = await site.deps.db.transaction({ kind: 'system', task: 'test' }, (tx) =>
    enterConsularRegister(tx, {
      officeId: 'manchester',
      accountId: rows[0]?.id ?? null,
      data: someConsularData({ taxCode: undefined, givenName: email }),
      source: 'test',
      actor: { kind: 'system', id: 'test' },
      at: site.deps.now(),
    }),
  );
  expect(entered.ok).toBe(true);
}

describe('a citizen', () => {
  test.each(ways)(
    'ID-1 ID-2 BK-2 BK-3 BK-4 BK-11 OF-11 OF-12: registers, books, confirms by mail and cancels (%o)',
    async ({ locale, width, javaScriptEnabled, given, mobile, e164 }) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled });
      const page = await visit(context);
      const email = `${given.toLowerCase()}@posta-inventata.example`;
      const submit = () => page.click('main form button[type=submit]:visible');

      await page.goto(`${site.url}/${locale}/register`);
      if (javaScriptEnabled) await expectGoodPage(page);
      await page.selectOption('[name=country]', 'GB');
      await page.fill('[name=place]', 'Leeds');
      await submit();
      await page.fill('[name=given_name]', given);
      await page.fill('[name=family_name]', 'Inventata');
      await page.fill('[name=born_on]', '1950-05-05');
      await page.fill('[name=email]', email);
      await page.fill('[name=mobile]', mobile);
      await page.check('[name=code_to][value=email]');
      await page.fill('[name=password]', 'sette lune sopra il porto');
      await submit();
      const first = /\b\d{6}\b/.exec((await site.letterTo(email)).text ?? '')?.[0] ?? '';
      await page.fill('[name=code]', first);
      await submit();

      await page.goto(`${site.url}/${locale}/sign-in`);
      if (javaScriptEnabled) await expectGoodPage(page);
      await page.fill('[name=identifier]', email);
      await page.fill('[name=password]', 'sette lune sopra il porto');
      await submit();
      await page.waitForURL(/\/account/);
      if (javaScriptEnabled) await expectGoodPage(page);

      // CF-10: an account is no registration: the page of the service says so, and where to register.
      await page.goto(`${site.url}/${locale}/offices/manchester/services/passport/places`);
      await page.click('.first-free a');
      await page.click('.hour >> nth=0');
      await page.waitForURL(/\/services\/passport$/);
      if (javaScriptEnabled) await expectGoodPage(page);
      await page.click('#entry .btn');
      await page.waitForURL(/\/services\/aire-registration$/);
      await enterInRegister(email);

      // Before the second contact is verified, booking says why it is not possible.
      await page.goto(`${site.url}/${locale}/offices/manchester/services/passport/places`);
      await page.click('.first-free a');
      await page.click('.hour >> nth=0');
      await answerQuestions(page);
      await submit();
      expect(await page.textContent('main')).toContain(
        locale === 'it' ? 'secondo recapito' : 'second contact',
      );

      await page.goto(`${site.url}/${locale}/account/contacts/mobile`);
      if (javaScriptEnabled) await expectGoodPage(page);
      await page.click('form[action$="/mobile/codes"] button[type=submit]');
      const second = /\b\d{6}\b/.exec((await site.letterTo(e164)).text ?? '')?.[0] ?? '';
      await page.fill('[name=code]', second);
      await page.click('form[action$="/mobile/verification"] button[type=submit]');

      await page.goto(`${site.url}/${locale}/offices/manchester/services/passport/places`);
      if (javaScriptEnabled) await expectGoodPage(page);
      await page.click('.first-free a');
      await page.click('.hour >> nth=0');
      if (javaScriptEnabled) await expectGoodPage(page);
      await answerQuestions(page);
      await page.fill('[name=notes]', 'Vengo con mia figlia');
      await submit();
      await page.waitForURL(/\/appointments\/[0-9a-f-]{36}/);
      expect(await page.textContent('main')).toContain(email);
      if (javaScriptEnabled) await expectGoodPage(page);
      const appointment = page.url();

      const letter = await site.letterTo(email, /^(Conferma il tuo|Confirm your)/);
      const link = /http:\/\/site\.example\S+confirmation\S+/.exec(letter.text ?? '')?.[0] ?? '';
      await page.goto(here(link));
      await submit();
      expect(await page.textContent('h1')).toBe(
        locale === 'it' ? 'Appuntamento confermato' : 'Appointment confirmed',
      );
      const booked = await site.letterTo(email, /^(Appuntamento confermato|Appointment confirmed)/);
      expect(booked.attachments.map((each) => each.contentType)).toContain('application/ics');

      const calendar = await page.request.get(`${appointment}/calendar.ics`);
      expect(await calendar.text()).toContain('BEGIN:VEVENT');
      await page.goto(`${appointment}/cancellation`);
      if (javaScriptEnabled) await expectGoodPage(page);
      await submit();
      expect(await page.textContent('main')).toContain(
        locale === 'it' ? 'Annullato da te' : 'Cancelled by you',
      );
      await site.letterTo(email, /^(Appuntamento annullato|Appointment cancelled)/);
      await context.close();
    },
    60_000,
  );
});

/** The service's own questions: the first choice of each. */
async function answerQuestions(page: Page): Promise<void> {
  for (const group of await page.locator('main form fieldset').all())
    await group.locator('input').first().check();
  for (const field of await page.locator('main form input[type=text][name^=answer_]').all())
    await field.fill('Prova');
}

describe('officials', () => {
  const clerk = demoOfficials.find((each) => each.email === 'responsabile.manchester@ufficio.example');

  test.each(ways)(
    'BK-13 ID-17: sign in with a second factor and serve the day (%o)',
    async ({ locale, width, javaScriptEnabled }) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled });
      const page = await visit(context);
      const official = javaScriptEnabled
        ? clerk
        : demoOfficials.find((each) => each.email === 'responsabile.london@ufficio.example');
      await page.goto(`${site.url}/${locale}/desk/sign-in`);
      if (javaScriptEnabled) await expectGoodPage(page);
      await page.fill('[name=identifier], [name=email]', official?.email ?? '');
      await page.fill('[name=password]', demoPassword);
      await page.fill('[name=code]', codeAt(official?.totpSecret ?? '', Temporal.Now.instant()));
      await page.click('main form button[type=submit]:visible');
      await page.waitForURL(/\/desk$/);
      if (javaScriptEnabled) await expectGoodPage(page);

      const office = official?.roles[0]?.officeId ?? '';
      const tomorrow = Temporal.Now.plainDateISO('Europe/London').add({ days: 1 });
      let day = tomorrow;
      await page.goto(`${site.url}/${locale}/desk/offices/${office}/days/${day}`);
      while ((await page.locator('form[action$="check-in"] button').count()) === 0) {
        day = day.add({ days: 1 });
        await page.goto(`${site.url}/${locale}/desk/offices/${office}/days/${day}`);
      }
      if (javaScriptEnabled) await expectGoodPage(page);
      await page.locator('form[action$="check-in"] button').first().click();
      await page.locator('form[action$="serving"] button').first().click();
      expect(await page.locator('.state-served').count()).toBe(1);

      for (const path of ['agendas', 'closures', 'services', 'notices', 'walk-ins/new']) {
        await page.goto(`${site.url}/${locale}/desk/offices/${office}/${path}`);
        if (javaScriptEnabled) await expectGoodPage(page);
      }
      await page.goto(`${site.url}/${locale}/desk/offices/${office}/closures`);
      await page.fill('[name=fromOn]', day.add({ days: 20 }).toString());
      await page.fill('[name=untilOn]', day.add({ days: 20 }).toString());
      await page.fill('[name=reasonIt]', 'Festa della prova');
      await page.fill('[name=reasonEn]', 'Trial holiday');
      await page.click('form[action$="closures"] button[type=submit]');
      expect(await page.textContent('main')).toContain(
        locale === 'it' ? 'Festa della prova' : 'Trial holiday',
      );
      await context.close();
    },
    60_000,
  );
});

describe('public pages', () => {
  const paths = [
    '',
    '/offices',
    '/offices?country=GB&place=Nottingham',
    '/offices?country=XX',
    '/offices/manchester',
    '/offices/manchester/services',
    '/offices/manchester/services/passport',
    '/offices/manchester/services/citizenship-descent',
    '/offices/manchester/services/citizenship-descent/places',
    '/offices/melbourne/services/passport/places?view=list',
    '/services',
    '/search?q=carta',
    '/search?q=xyzzyqqq',
    '/services/renunciation',
    '/register',
    '/recovery',
    '/report',
    '/manual',
    '/manual/book',
    '/privacy',
    '/cookies',
    '/legal-notes',
    '/accessibility',
    '/site-map',
    '/no-such-page',
  ];
  const full = process.env['FULL_MATRIX'] === '1';
  const matrix = full
    ? ([
        ['it', 360],
        ['en', 360],
        ['it', 1280],
        ['en', 1280],
      ] as const)
    : ([['it', 360]] as const);

  test.each(matrix)(
    'OF-11 OF-12: are accessible, valid and fit the screen, in %s at %i px',
    async (locale, width) => {
      const context = await browser.newContext({ viewport: { width, height: 800 } });
      const page = await visit(context);
      for (const path of paths) {
        const answer = await page.goto(`${site.url}/${locale}${path}`);
        const headers = answer?.headers() ?? {};
        expect(headers['content-security-policy'], path).toContain("default-src 'none'");
        expect(headers['x-content-type-options'], path).toBe('nosniff');
        await expectGoodPage(page);
      }
      await context.close();
    },
    180_000,
  );

  test('BK-1: the keyboard goes through the days, and the page updates itself when places change', async () => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      timezoneId: 'Asia/Tokyo',
    });
    const page = await visit(context);
    await page.goto(`${site.url}/en/offices/zurich/services/passport/places`);
    await page.click('.first-free a');
    expect(await page.locator('.own-time').first().textContent()).toContain('your time');
    const days = page.locator('table.month td a');
    await days.first().focus();
    await page.keyboard.press('End');
    expect(await days.last().evaluate((link) => link === document.activeElement)).toBe(true);
    await context.close();
  }, 30_000);
});
