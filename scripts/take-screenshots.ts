// Takes the pictures of the README and of the manual from a fresh demonstration: npm start, then npm run screenshots.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { demoOfficials, demoPassword } from '#demo/people.ts';
import { type Locale, locales } from '#kernel/locale.ts';
import { codeAt } from '#modules/identity/public.ts';

const base = process.env['PUBLIC_URL'] ?? 'http://localhost:3000';
const root = join(import.meta.dirname, '..');
const readme = join(root, 'docs/images');
const places = '/offices/manchester/services/passport/places';

const browser = await chromium.launch({
  executablePath: await sparticuz.executablePath(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--headless=shell',
    '--no-first-run',
    '--disable-background-networking',
  ],
});

/** A smaller picture for the manual: people read it on bad lines. */
async function keep(page: Page, locale: Locale, name: string, most = 620): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => {});
  const file = join(root, 'src/modules/site/web/manual', locale, `${name}.jpg`);
  await page.evaluate(() => window.scrollTo(0, 0));
  const main = await page.locator('main').boundingBox();
  const top = Math.max(0, main?.y ?? 0);
  const height = Math.min(most, main?.height ?? most);
  const picture = await page.screenshot({ fullPage: true, clip: { x: 0, y: top, width: 1024, height } });
  writeFileSync(
    file,
    await sharp(picture).resize({ width: 960 }).jpeg({ quality: 70, mozjpeg: true }).toBuffer(),
  );
}

async function newPage(from: Browser, width: number, height = 768): Promise<Page> {
  return (await from.newContext({ viewport: { width, height } })).newPage();
}

async function signIn(page: Page, locale: Locale, email: string): Promise<void> {
  await page.goto(`${base}/${locale}/sign-in`);
  await page.fill('[name=identifier]', email);
  await page.fill('[name=password]', demoPassword);
  await page.click('form[action$="/sign-in"] button[type=submit]');
  await page.waitForURL(/\/account/);
}

async function signInAtDesk(page: Page, locale: Locale, email: string): Promise<void> {
  const official = demoOfficials.find((each) => each.email === email);
  await page.goto(`${base}/${locale}/desk/sign-in`);
  await page.fill('[name=email]', email);
  await page.fill('[name=password]', demoPassword);
  await page.fill('[name=code]', codeAt(official?.totpSecret ?? '', Temporal.Now.instant()));
  await page.click('main button[type=submit]');
  await page.waitForURL(/\/desk$/);
}

/** What one wants to know, the day and the country of birth: enough for the family tree to begin. */
async function answerThreeQuestions(page: Page): Promise<void> {
  const next = async () => {
    await page.click('main form[method=post] button[type=submit]');
    await page.waitForLoadState();
  };
  await page.locator('main input[type=radio]').first().check();
  await next();
  for (const [index, value] of ['17', '3', '1958'].entries())
    await page.locator('main form[method=post] input:not([type=hidden])').nth(index).fill(value);
  await next();
  await page.locator('main select').selectOption('AR');
  await next();
}

/** Books the first free place for somebody and confirms it by the letter in the mailbox of the demonstration. */
async function bookFirst(page: Page, locale: Locale, email: string): Promise<string> {
  await page.goto(`${base}/${locale}${places}`);
  await page.click('.first-free a');
  await page.click('.hour >> nth=0');
  for (const radio of await page.locator('main fieldset').all())
    await radio.locator('input[type=radio]').first().check();
  await page.click('main form[method=post] button[type=submit]');
  await page.waitForURL(/\/appointments\/[0-9a-f-]{36}/);
  const appointment = page.url();
  for (let attempt = 0; attempt < 20; attempt += 1) {
    await page.goto(`${base}/demo/mailbox?address=${email}`);
    const letter = page.locator('.card-line a', { hasText: /^(Conferma il tuo|Confirm your)/ }).first();
    if ((await letter.count()) > 0) {
      await letter.click();
      await page.click('.letter a[href*="confirmation"]');
      await page.click('main form[method=post] button[type=submit]');
      break;
    }
    await page.waitForTimeout(500);
  }
  return appointment;
}

/** Comes in with the digital identity of somebody of the demonstration's registry; the first time they say where they live. */
async function signInBySpid(page: Page, locale: Locale, name: string): Promise<void> {
  await page.goto(`${base}/${locale}/sign-in/spid`);
  await page.click('.spid-provider');
  await page.waitForURL(/\/demo\/spid\/sso/);
  await page.locator('main button', { hasText: name }).first().click();
  await page.waitForURL(/\/account|\/arrival/);
  const country = page.locator('[name=country]');
  if ((await country.count()) === 0) return;
  await country.selectOption('IT');
  await page.fill('[name=place]', 'Bolzano');
  await page.click('form[action$="/spid/account"] button');
  await page.waitForURL(/\/account/);
}

/** What the registry shows to people, and to the officials of their municipality. */
async function takeRegistry(locale: Locale, official: string): Promise<void> {
  const person = await newPage(browser, 1024);
  await signInBySpid(person, locale, 'Bruno Lampachiari');
  for (const [name, path] of [
    ['your-data', '/your-data'],
    ['readings', '/your-data/readings'],
    ['self-certification', '/self-certifications'],
    ['certificate-choice', '/certificates/new'],
    ['verify', '/v'],
  ] as const) {
    await person.goto(`${base}/${locale}${path}`);
    await keep(person, locale, name);
  }
  await person.goto(`${base}/${locale}/certificates/new`);
  await person.check('input[value=residence]');
  await person.click('main form button[type=submit]');
  await person.check('input[value=sports_club]');
  await person.click('main form[method=post] button[type=submit]');
  await person.waitForURL(/\/certificates\/[0-9a-f-]{36}$/);
  await keep(person, locale, 'certificate');
  await person.goto(`${base}/${locale}/payments/contributions/new`);
  await person.fill('[name=given_name]', 'Ada');
  await person.fill('[name=family_name]', 'Prova');
  await person.click('main form[method=post] button[type=submit]');
  await person.waitForURL(/\/payments\/[0-9a-f-]{36}$/);
  await keep(person, locale, 'payment');
  const desk = await newPage(browser, 1024);
  await signInAtDesk(desk, locale, official);
  await desk.goto(`${base}/${locale}/desk/offices/comune-a952/registry`);
  await desk.fill('[name=name]', 'Lampachiari Bruno');
  await desk.click('main form[method=post] button[type=submit]');
  await desk.locator('main table a').first().click();
  await desk.click('main form button[type=submit]');
  await keep(desk, locale, 'record', 860);
}

mkdirSync(readme, { recursive: true });
for (const { name, path, width } of [
  { name: 'home', path: '/it', width: 1280 },
  { name: 'month', path: `/it${places}`, width: 1280 },
  { name: 'month-on-a-phone', path: `/en${places}`, width: 360 },
]) {
  const page = await newPage(browser, width, 900);
  await page.goto(`${base}${path}`);
  if (name.startsWith('month')) await page.click('.first-free a');
  await page.screenshot({ path: join(readme, `${name}.png`) });
  await page.context().close();
}

// A code of the second factor is good once: each language has officials of its own.
const readers: Readonly<Record<Locale, { citizen: string; office: string }>> = {
  it: { citizen: 'ada.manchester@persone.example', office: 'manchester' },
  en: { citizen: 'bruno.manchester@persone.example', office: 'london' },
};
for (const locale of locales) {
  const visitor = await newPage(browser, 1024);
  for (const [name, path] of [
    ['find-consulate', '/offices?country=GB&place=Leeds'],
    ['register', '/register?country=GB&place=Leeds'],
    ['month', places],
    ['request', '/requests/new/technical-help'],
  ] as const) {
    await visitor.goto(`${base}/${locale}${path}`);
    if (name === 'month') await visitor.click('.first-free a');
    await keep(visitor, locale, name);
  }
  await visitor.goto(`${base}/${locale}/citizenship`);
  await visitor.click('main form[method=post] button[type=submit]');
  await answerThreeQuestions(visitor);
  await keep(visitor, locale, 'citizenship', 860);
  const page = await newPage(browser, 1024);
  const { citizen, office } = readers[locale];
  await signIn(page, locale, citizen);
  const appointment = await bookFirst(page, locale, citizen);
  await page.goto(appointment);
  await keep(page, locale, 'appointment');
  await page.goto(`${base}/${locale}/account`);
  await keep(page, locale, 'account');
  const desk = await newPage(browser, 1024);
  await signInAtDesk(desk, locale, `sportello.${office}@ufficio.example`);
  let day = Temporal.Now.plainDateISO();
  do {
    day = day.add({ days: 1 });
    await desk.goto(`${base}/${locale}/desk/offices/${office}/days/${day}`);
  } while ((await desk.locator('form[action$="check-in"]').count()) === 0);
  await keep(desk, locale, 'day');
  await takeRegistry(locale, `${locale === 'it' ? 'anagrafe' : 'responsabile'}.comune-a952@ufficio.example`);
}
await browser.close();
