import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoOfficials, demoPassword } from '#demo/people.ts';
import { aPhoto } from '#modules/documents/testing.ts';
import { codeAt, openOfficialSessions } from '#modules/identity/public.ts';
import { expectGoodPage, openChromium } from '#tests/support/chromium.ts';
import { aSentApplication } from '#tests/support/sent-application.ts';
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
      await page.route('**/api/v1/transfers/*', async (route) => {
        if (route.request().method() !== 'PATCH' || broken) return route.continue();
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

/** A clerk of Manchester at the desk; codes of the second factor work once, so the session is opened beside the form. */
async function clerkAt(context: BrowserContext): Promise<Page> {
  const email = 'sportello.manchester@ufficio.example';
  const { rows } = await site.owner.query<{ id: string }>(
    'select id from identity.official where email = $1',
    [email],
  );
  const [session] = await site.deps.db.transaction({ kind: 'system', task: 'test' }, (tx) =>
    openOfficialSessions(tx, [rows[0]?.id ?? ''], site.deps.now()),
  );
  await context.addCookies([{ name: 'desk', value: session?.cookie ?? '', url: site.url }]);
  return context.newPage();
}

describe('the desk of files', () => {
  test.each([true, false])(
    'BO-1 CF-1: a clerk takes the next file by a key, looks, asks for a correction (JavaScript: %o)',
    async (javaScriptEnabled) => {
      const { rows } = await site.owner.query<{ id: string }>(
        `select a.id from identity.account a join identity.contact c on c.account_id = a.id where c.value = $1`,
        [javaScriptEnabled ? 'bruno.manchester@persone.example' : 'ada.manchester@persone.example'],
      );
      const id = await aSentApplication(site.deps, join(site.dataDir, 'files'), rows[0]?.id ?? '');
      await site.owner.query(
        "update case_files.case_file set submitted_at = now() - interval '400 days' where id = $1",
        [id],
      );
      const context = await browser.newContext({ viewport: { width: 360, height: 800 }, javaScriptEnabled });
      const page = await clerkAt(context);
      page.on('pageerror', (error) => expect.fail(`The page throws: ${error.message}`));
      await page.goto(`${site.url}/it/desk/offices/manchester/files?tab=queue`);
      if (javaScriptEnabled) await expectGoodPage(page);
      // The browser without a screen knows no access keys: what they stand on is pressed by Enter.
      await page.focus('[accesskey=n]');
      await page.keyboard.press('Enter');
      await page.waitForURL(new RegExp(id), { waitUntil: 'domcontentloaded' });
      if (javaScriptEnabled) await expectGoodPage(page);
      // The pages of a PDF arrive as pictures.
      const sheet = page.locator('.sheet img[src*="/pages/1"]').first();
      await sheet.scrollIntoViewIfNeeded();
      await expect
        .poll(() => sheet.evaluate((image: HTMLImageElement) => image.naturalWidth), { timeout: 25_000 })
        .toBeGreaterThan(500);
      const indication = page.locator('.document-indication .indication').first();
      await indication.locator('summary').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Manca il retro della carta.');
      await page.focus('[accesskey=c]');
      await page.keyboard.press('Enter');
      await page.waitForURL(/done=yes/, { waitUntil: 'domcontentloaded' });
      expect(await page.textContent('.bench-facts')).toContain('Verifica non superata');
      expect(await page.textContent('main')).toContain('Manca il retro della carta.');
      await context.close();
    },
    60_000,
  );
});
