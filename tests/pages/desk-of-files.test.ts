import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOfficialSessions } from '#modules/identity/public.ts';
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
