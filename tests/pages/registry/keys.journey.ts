import { describe, test } from 'vitest';
import { expectGoodPage } from '#tests/support/chromium.ts';
import type { Stage } from './stage.ts';

/** The ministry takes a key out of trust: one proposes, another one confirms. */
export function keyJourneys(stage: () => Stage): void {
  describe('keys of certificates', () => {
    test('BO-1, CE-6: one administrator proposes to take a key out of trust, another one is asked to confirm', async () => {
      const { site } = stage();
      const page = await stage().clerk(({ email }) => email === 'ministero@ufficio.example');
      await page.request.get(`${site.url}/api/v1/certificate-keys`);
      await page.goto(`${site.url}/it/desk/certificate-keys`);
      await page.selectOption('select[name=trusted_key]', { index: 1 });
      await page.getByLabel('Motivo').fill('Portatile rubato');
      await page.getByRole('button', { name: 'Proponi' }).click();
      await page.getByText('la conferma spetta a un altro').waitFor();
      const other = await stage().clerk(({ email }) => email === 'ministero.controlli@ufficio.example');
      await other.goto(`${site.url}/it/desk/certificate-keys`);
      await other.getByRole('button', { name: 'Conferma: togli la chiave dalla fiducia' }).waitFor();
      await expectGoodPage(other);
      await other.getByRole('button', { name: 'Ritira la proposta' }).click();
      await other.getByText('Proposta ritirata').waitFor();
    });
  });
}
