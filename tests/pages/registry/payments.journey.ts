import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectGoodPage } from '#tests/support/chromium.ts';
import type { Stage } from './stage.ts';

/** The contribution, paid online. */
export function paymentJourneys(stage: () => Stage): void {
  const goThrough = async (page: Page, choice: string) => {
    await page.getByRole('button', { name: /^Paga/ }).click();
    await page.waitForURL(/\/demo\/pagopa\/checkouts\//);
    await page.selectOption('[name=choice]', choice);
    await page.getByRole('button', { name: 'Vai avanti' }).click();
    await page.waitForURL(/\/payments\//);
  };

  describe('paying online', () => {
    test('PA-1: on a phone somebody cancels, tries again, and pays', async () => {
      const { url } = stage().site;
      const page = await stage().citizen('otto');
      await page.goto(`${url}/it/payments/contributions/new`);
      await expectGoodPage(page);
      await page.fill('[name=given_name]', 'Ada');
      await page.fill('[name=family_name]', 'Prova');
      await page.getByRole('button', { name: 'Continua' }).click();
      await page.waitForURL(/\/payments\/[0-9a-f-]{36}$/);
      await expectGoodPage(page);
      await goThrough(page, 'cancel');
      expect(await page.textContent('main')).toContain('Sei tornato senza pagare');
      await expectGoodPage(page);
      await goThrough(page, 'pay');
      expect(await page.textContent('main')).toContain('Il pagamento è arrivato');
      await expectGoodPage(page);
      const link = await page.getAttribute('a[href$="receipt.pdf"]', 'href');
      const paper = await page.request.get(`${url}${link}`);
      expect(paper.headers()['content-type']).toBe('application/pdf');
      await page.goto(`${url}/it/payments`);
      await expectGoodPage(page);
      await page.context().close();
    }, 30_000);
  });
}
