import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filing } from '#app/filing.ts';
import { demoOfficials, demoPassword } from '#demo/people.ts';
import type { FormAnswers } from '#modules/case-files/public.ts';
import { aVerificationFailed } from '#modules/case-files/testing.ts';
import { aPdf, aPhoto } from '#modules/documents/testing.ts';
import { codeAt } from '#modules/identity/public.ts';
import { adaMoves } from '#modules/procedures/testing.ts';
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

const picture = async (name: string) => ({
  name,
  mimeType: 'image/png',
  buffer: await aPhoto({ width: 1000, kind: 'png' }),
});
const program = { name: 'foto.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ program') };
const submit = (page: Page) => page.click('main form > button[type=submit].btn-primary');

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${site.url}/it/sign-in`);
  await page.fill('[name=identifier]', email);
  await page.fill('[name=password]', demoPassword);
  await page.click('main form button[type=submit]:visible');
  await page.waitForURL(/\/account/);
}

describe('asking an office in writing', () => {
  test.each([
    { javaScriptEnabled: true, email: 'ada.manchester@persone.example' },
    { javaScriptEnabled: false, email: 'ada.manchester@persone.example' },
  ])(
    'OF-7 CF-6 CF-8: with a screenshot, on a phone (%o)',
    async ({ javaScriptEnabled, email }) => {
      const context = await browser.newContext({ viewport: { width: 360, height: 800 }, javaScriptEnabled });
      const page = await context.newPage();
      page.on('pageerror', (error) => expect.fail(`The page throws: ${error.message}`));
      await signIn(page, email);
      await page.goto(`${site.url}/it/requests/new/technical-help`);
      if (javaScriptEnabled) await expectGoodPage(page);
      // The line breaks once while the first file is on its way.
      let broken = false;
      await page.route('**/api/v1/transfers/*', (route) => {
        if (broken || route.request().method() !== 'PATCH') return route.continue();
        broken = true;
        return route.abort('connectionreset');
      });
      await page.fill('[name=text]', 'Il calendario non si apre');
      await page.setInputFiles('[name=files]', [await picture('schermata.png'), program]);
      if (!javaScriptEnabled) await page.click('[name=add_files]');
      await page.waitForSelector('.upload-list');
      expect(await page.textContent('.upload-list')).toContain('schermata.png');
      expect(await page.textContent('main')).toContain('foto.exe: Non possiamo accettare');
      expect(await page.inputValue('[name=text]')).toBe('Il calendario non si apre');
      await submit(page);
      await page.waitForURL(/\/requests\/[0-9a-f-]{36}/);
      if (javaScriptEnabled) await expectGoodPage(page);
      expect(await page.locator('.document-list a').count()).toBe(1);
      const file = page.url().split('?')[0] ?? '';
      await site.letterTo(email, /^Richiesta ricevuta/);

      if (javaScriptEnabled) {
        for (const path of [
          '/requests',
          '/requests/new',
          '/requests/new/identity-correction',
          '/requests/new/identity-correction?datum=email',
          '/requests/new/question?office=manchester&service=change-of-name',
          '/offices/manchester/services/change-of-name',
        ]) {
          await page.goto(`${site.url}/it${path}`);
          await expectGoodPage(page);
        }
        await page.goto(file);
        await answerAtDesk(page, file);
      }
      await context.close();
    },
    90_000,
  );
});

/** The office answers by keyboard while the person has the page open, which then tells of it by itself. */
async function answerAtDesk(person: Page, file: string): Promise<void> {
  const id = /[0-9a-f-]{36}$/.exec(file)?.[0] ?? '';
  const clerk = demoOfficials.find((each) => each.email === 'sportello.manchester@ufficio.example');
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const desk = await context.newPage();
  await desk.goto(`${site.url}/it/desk/sign-in`);
  await desk.fill('[name=identifier], [name=email]', clerk?.email ?? '');
  await desk.fill('[name=password]', demoPassword);
  await desk.fill('[name=code]', codeAt(clerk?.totpSecret ?? '', Temporal.Now.instant()));
  await desk.click('main form button[type=submit]:visible');
  await desk.waitForURL(/\/desk$/);
  const queue = `${site.url}/it/desk/offices/manchester/requests`;
  for (const path of [queue, `${queue}/saved-replies`, `${queue}/${id}`]) {
    await desk.goto(path);
    await expectGoodPage(desk);
  }
  await desk.focus('form[action$="/charge"] button');
  await desk.keyboard.press('Enter');
  await desk.waitForSelector('[name=text]');
  await expectGoodPage(desk);
  await desk.fill('[name=text]', 'Apri il file con l’app del calendario.');
  await desk.focus('[formaction$="/answers"]');
  await desk.keyboard.press('Enter');
  await desk.waitForURL(/requests\?done=yes/);
  await person.waitForSelector('.state-answered', { timeout: 15_000 });
  expect(await person.textContent('.thread')).toContain('app del calendario');
  await context.close();
}

/** Fills in whatever the page asks that these answers know. */
async function fillIn(page: Page, answers: FormAnswers): Promise<void> {
  const names = await page.$$eval('main form.form [name]', (controls) => [
    ...new Set(
      controls
        .filter((each) => each.closest('[hidden]') === null)
        .map((each) => each.getAttribute('name') ?? ''),
    ),
  ]);
  for (const name of names) {
    const answer = answers[name];
    if (typeof answer !== 'string') continue;
    const control = page.locator(`main [name="${name}"]`).first();
    const type = await control.evaluate((each) => `${each.tagName} ${each.getAttribute('type')}`);
    if (type.endsWith('radio')) await page.check(`main [name="${name}"][value="${answer}"]`);
    else if (type.startsWith('SELECT')) await control.selectOption(answer);
    else await control.fill(answer);
  }
}

const goOn = (page: Page) => page.click('main form .form-buttons .btn-primary');
const pageOf = (page: Page) => new URL(page.url()).pathname;

describe('a registration with AIRE', () => {
  test('CF-4 CF-7 CF-6 CF-1: on a phone without JavaScript, then on another device, sent, corrected, sent again', async () => {
    const email = 'ada.manchester@persone.example';
    const phone = await browser.newContext({
      viewport: { width: 360, height: 800 },
      javaScriptEnabled: false,
    });
    const first = await phone.newPage();
    await signIn(first, email);
    await first.goto(`${site.url}/it/procedures/aire-registration`);
    await first.click('main form .btn-primary');
    for (let step = 0; step < 4; step += 1) {
      await fillIn(first, adaMoves);
      await goOn(first);
    }
    await first.click('main form [name=later]');
    expect(await first.textContent('main')).toContain('Si conserva fino al');

    const laptop = await browser.newContext({ viewport: { width: 360, height: 800 } });
    const page = await laptop.newPage();
    page.on('pageerror', (error) => expect.fail(`The page throws: ${error.message}`));
    await signIn(page, email);
    await page.goto(`${site.url}/it/procedures/aire-registration`);
    await expectGoodPage(page);
    await page.click('main form .btn-primary');
    await page.waitForURL(/\/drafts\//);
    await expectGoodPage(page);
    // What is typed is saved by itself.
    const saved = page.waitForResponse(
      (answer) => answer.request().postData()?.includes('_by_itself=yes') === true,
    );
    await fillIn(page, adaMoves);
    expect((await saved).status()).toBe(200);
    const seen = new Set<string>();
    for (let step = 0; step < 30 && !page.url().endsWith('/documents'); step += 1) {
      if (pageOf(page).endsWith('/identity') && !seen.has('identity')) await expectGoodPage(page);
      seen.add(pageOf(page).split('/').at(-1) ?? '');
      await fillIn(page, adaMoves);
      await goOn(page);
    }
    expect(pageOf(page), `after ${[...seen].join(', ')}`).toMatch(/\/documents$/);
    await expectGoodPage(page);
    const asked = await page.$$eval('main input[name^="files_"]', (fields) =>
      fields.map((each) => each.getAttribute('name')),
    );
    for (const [index, name] of asked.entries()) {
      await page.setInputFiles(`[name="${name}"]`, {
        name: `documento-${index}.pdf`,
        mimeType: 'application/pdf',
        buffer: await aPdf(undefined, index + 1),
      });
      await page.waitForSelector(`#uploads-${name?.replace('files_', '')} .upload-list`);
    }
    await goOn(page);
    await page.waitForURL(/\/review$/);
    await expectGoodPage(page);
    await page.click('main form[action$="/submission"] button');
    await page.waitForURL(/\/sent$/);
    await expectGoodPage(page);
    const protocol = /2026\/\d{6}/.exec((await page.textContent('main')) ?? '')?.[0] ?? '';
    expect(protocol).not.toBe('');
    await site.letterTo(email, /^Pratica inviata/);
    await page.click('main a.btn-primary');
    await expectGoodPage(page);

    const id = pageOf(page).split('/').at(-1) ?? '';
    await aVerificationFailed(
      filing(site.deps, { filesDir: join(site.dataDir, 'files'), clamdUrl: undefined, bucket: undefined }),
      id,
      { officialId: crypto.randomUUID() },
      [{ target: { kind: 'question', path: 'house_number' }, note: 'Sulla bolletta il numero è 14' }],
    );
    // The open page tells at once.
    await page.waitForSelector('text=Sulla bolletta il numero è 14');
    await page.click('main form[action$="/correction-drafts"] button');
    await page.waitForURL(/\/review$/);
    await expectGoodPage(page);
    await page.click('main .wanted-list a');
    await page.fill('[name=house_number]', '14');
    await goOn(page);
    await page.waitForURL(/\/review$/);
    await page.click('main form[action$="/submission"] button');
    await page.waitForURL(/done=resubmitted/);
    expect(await page.textContent('main')).toContain('di nuovo dallo stesso operatore');
    expect(await page.textContent('main')).toContain(protocol);
    await site.letterTo(email, /^Correzioni inviate/);
    await Promise.all([phone.close(), laptop.close()]);
  }, 60_000);
});
