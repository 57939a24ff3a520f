import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoCitizens, demoPassword } from '#demo/people.ts';
import { expectGoodPage, openChromium } from '#tests/support/chromium.ts';
import { startSite, type TestSite } from '#tests/support/site.ts';

let site: TestSite;
let browser: Browser;
beforeAll(async () => {
  // pagoPA sends the browser back to the address under which the site is reached.
  site = await startSite({ passkeys: true });
  browser = await openChromium();
}, 90_000);
afterAll(async () => {
  await browser.close();
  await site.end();
});

async function citizenPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${site.url}/it/sign-in`);
  await page.fill('[name=identifier]', demoCitizens(1)[0]?.email ?? '');
  await page.fill('[name=password]', demoPassword);
  await page.click('main form button[type=submit]:visible');
  await page.waitForURL(/\/account/);
  return page;
}

describe('paying online', () => {
  test('PA-1: on a phone somebody cancels, tries again, and pays', async () => {
    const page = await citizenPage();
    await page.goto(`${site.url}/it/payments/contributions/new`);
    await expectGoodPage(page);
    await page.fill('[name=given_name]', 'Ada');
    await page.fill('[name=family_name]', 'Prova');
    await page.getByRole('button', { name: 'Continua' }).click();
    await page.waitForURL(/\/payments\/[0-9a-f-]{36}$/);
    await expectGoodPage(page);

    const goThrough = async (choice: string) => {
      await page.getByRole('button', { name: /^Paga/ }).click();
      await page.waitForURL(/\/demo\/pagopa\/checkouts\//);
      await page.selectOption('[name=choice]', choice);
      await page.getByRole('button', { name: 'Vai avanti' }).click();
      await page.waitForURL(/\/payments\//);
    };
    await goThrough('cancel');
    expect(await page.textContent('main')).toContain('Sei tornato senza pagare');
    await expectGoodPage(page);
    await goThrough('pay');
    expect(await page.textContent('main')).toContain('Il pagamento è arrivato');
    await expectGoodPage(page);
    const link = await page.getAttribute('a[href$="receipt.pdf"]', 'href');
    const paper = await page.request.get(`${site.url}${link}`);
    expect(paper.headers()['content-type']).toBe('application/pdf');
    await page.goto(`${site.url}/it/payments`);
    await expectGoodPage(page);
  }, 30_000);
});
