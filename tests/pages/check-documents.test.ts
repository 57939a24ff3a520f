import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectGoodPage, openChromium } from '#tests/support/chromium.ts';
import { startSite, type TestSite } from '#tests/support/site.ts';

let site: TestSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite({ passkeys: true }), openChromium()]);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await site.end();
});

test('CE-6: a document is checked on a telephone without network, after one visit to the page', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => expect.fail(`The page throws: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) expect.fail(message.text());
  });
  await page.goto(`${site.url}/it/v`);
  await page.waitForSelector('document-check[kept]', { state: 'attached' });
  await expectGoodPage(page);

  const { good, changed } = await site.codes();
  await context.setOffline(true);
  await page.goto(`${site.url}/it/v`);
  await page.evaluate((hash) => location.assign(hash), good);
  await page.waitForSelector('#checked .verdict-valid');
  expect(await page.textContent('#checked')).toContain('A.P. 1980');
  await page.evaluate((hash) => location.assign(hash), changed);
  await page.waitForSelector('#checked .verdict-altered');
  if (process.env['FILM'] !== undefined) await page.screenshot({ path: join(process.env['FILM'], 'v.png'), fullPage: true });
});
