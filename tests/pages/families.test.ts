import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoCitizens, demoOfficials, demoPassword } from '#demo/people.ts';
import { codeAt } from '#modules/identity/public.ts';
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

/** Links in letters carry the public address; the test reaches the same page on its own port. */
const here = (link: string) => link.replace('http://site.example', site.url);
const send = (page: Page) => page.click('main form[method=post] button[type=submit]:visible');
const main = (page: Page) => page.textContent('main');

async function phone(javaScriptEnabled: boolean): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 360, height: 800 },
    javaScriptEnabled,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => expect.fail(`The page throws: ${error.message}`));
  return page;
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${site.url}/it/sign-in`);
  await page.fill('[name=identifier]', email);
  await page.fill('[name=password]', demoPassword);
  await send(page);
  await page.waitForURL(/\/account/);
}

async function describePerson(page: Page, number: number, givenName: string): Promise<void> {
  const field = (name: string) => `[name=person_${number}_${name}]`;
  await page.fill(field('given_name'), givenName);
  await page.fill(field('family_name'), 'Inventata');
  await page.fill(field('born_on'), `201${number}-05-06`);
  await page.fill(field('parent_one'), 'Ada Inventata');
  await page.fill(field('parent_two'), 'Bruno Inventato');
  await page.check(`${field('consent')}[value=given]`);
}

async function answerQuestions(page: Page): Promise<void> {
  for (const group of await page.locator('main form fieldset:not(.person):has(> .choice)').all()) {
    const input = group.locator('input').first();
    if ((await input.getAttribute('name'))?.startsWith('answer_')) await input.check();
  }
}

describe('a family on a telephone, and an office that has to close', () => {
  test('BK-14 BK-16: books for three, confirms once, is offered another date when the day closes, and accepts', async () => {
    const citizen = demoCitizens(60).find((each) => each.officeId === 'manchester');
    const email = citizen?.email ?? '';
    const page = await phone(true);
    await signIn(page, email);

    await page.goto(`${site.url}/it/offices/manchester/services/passport/places`);
    await page.click('.people-form summary');
    await page.selectOption('[name=people]', '3');
    await page.click('.people-form button');
    expect(await main(page)).toContain('3 posti vicini');
    await expectGoodPage(page);
    await page.click('.first-free a');
    await page.click('.hour >> nth=0');

    await page.fill('[name=person_1_given_name]', 'Nina');
    await page.fill('[name=person_1_born_on]', '2011-05-06');
    await send(page);
    expect(await page.inputValue('[name=person_1_given_name]')).toBe('Nina');
    expect(await main(page)).toContain('Scrivi nome e cognome di un genitore');
    await expectGoodPage(page);

    await describePerson(page, 1, 'Nina');
    await describePerson(page, 2, 'Pino');
    await answerQuestions(page);
    await send(page);
    await page.waitForURL(/\/appointments\/[0-9a-f-]{36}/);
    const appointment = page.url();
    await expectGoodPage(page);

    const letter = await site.letterTo(email, /^Conferma il tuo/);
    expect(letter.text).toContain('Nina Inventata');
    expect(letter.text).toContain('Pino Inventata');
    await page.goto(here(/http:\/\/site\.example\S+confirmation\S+/.exec(letter.text ?? '')?.[0] ?? ''));
    await send(page);
    expect(await page.textContent('h1')).toBe('Appuntamento confermato');
    await page.goto(appointment);
    expect(await page.locator('.state-booked').count()).toBe(4);

    await page.click('text=Annulla solo per Pino Inventata');
    await send(page);
    await page.goto(appointment);
    expect(await page.locator('.card-list .state-booked').count()).toBe(2);

    // The office closes that day: everyone affected is on one page, each with a proposal.
    const clerk = demoOfficials.find((each) => each.email === 'responsabile.manchester@ufficio.example');
    const desk = await phone(true);
    await desk.goto(`${site.url}/it/desk/sign-in`);
    await desk.fill('[name=identifier], [name=email]', clerk?.email ?? '');
    await desk.fill('[name=password]', demoPassword);
    await desk.fill('[name=code]', codeAt(clerk?.totpSecret ?? '', Temporal.Now.instant()));
    await send(desk);
    await desk.waitForURL(/\/desk$/);
    const calendar = await (await page.request.get(`${appointment}/calendar.ics`)).text();
    const day = /DTSTART:(\d{4})(\d{2})(\d{2})/.exec(calendar)?.slice(1).join('-') ?? '';
    await desk.goto(`${site.url}/it/desk/offices/manchester/closures`);
    await expectGoodPage(desk);
    await desk.fill('[name=fromOn]', day);
    await desk.fill('[name=untilOn]', day);
    await desk.fill('[name=reasonIt]', 'Guasto alla rete');
    await desk.fill('[name=reasonEn]', 'Network failure');
    await desk.click('form[action$="/closures"] button[type=submit]');
    await desk.waitForURL(/displacements/);
    expect(await main(desk)).toContain('Nina Inventata');
    await expectGoodPage(desk);
    await send(desk);
    expect(await main(desk)).toContain('Nessun appuntamento da spostare');

    const offer = await site.letterTo(email, /propone un’altra data/);
    expect(offer.text).toContain('Guasto alla rete');
    await page.goto(here(/http:\/\/site\.example\S+offers\S+/.exec(offer.text ?? '')?.[0] ?? ''));
    await expectGoodPage(page);
    await page.click('form[action$="/acceptance"] button');
    expect(await page.textContent('h1')).toBe('Nuova data confermata');
    await page.goto(appointment);
    expect(await page.locator('.card-list .state-booked').count()).toBe(2);
  }, 90_000);

  test('BK-14: without JavaScript a parent books for one child alone', async () => {
    const citizen = demoCitizens(60).find((each) => each.officeId === 'london');
    const page = await phone(false);
    await signIn(page, citizen?.email ?? '');
    await page.goto(`${site.url}/it/offices/london/services/passport/places`);
    await page.click('.people-form summary');
    await page.check('[name=others]');
    await page.click('.people-form button');
    await page.click('.first-free a');
    await page.click('.hour >> nth=0');
    await describePerson(page, 1, 'Tina');
    await answerQuestions(page);
    await send(page);
    expect(page.url()).toMatch(/\/appointments\/[0-9a-f-]{36}/);
    expect(await main(page)).toContain('Tina Inventata');
  }, 60_000);
});
