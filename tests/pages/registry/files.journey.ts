import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filing } from '#app/filing.ts';
import { demoOfficials } from '#demo/people.ts';
import { closeFilesShownByRegistry } from '#modules/case-files/use-cases/shown-by-registry.ts';
import type { Official } from '#platform/web/who.ts';
import { expectGoodPage } from '#tests/support/chromium.ts';
import { aireRegistration, aSentFile, brunoMoves } from '#tests/support/files-at-municipality.ts';
import type { Stage } from './stage.ts';

function clerkOfManchester(): Official {
  const roles = [{ officeId: 'manchester', role: 'operator' }] as const;
  const clerk = demoOfficials.find((each) =>
    each.roles.some(({ officeId, role }) => officeId === 'manchester' && role === 'operator'),
  );
  const officialId = clerk?.id ?? '';
  return { kind: 'official', officialId, sessionId: '', name: 'Olga', ministry: false, roles };
}

/** What a consulate sends to a municipality, until the record shows it. */
export function fileJourneys(stage: () => Stage): void {
  describe('files from consulates', () => {
    test('CF-4, CF-9: on a phone the officer compares, registers in the record, and the file closes by itself', async () => {
      const { site } = stage();
      const files = filing(site.deps, {
        filesDir: join(site.dataDir, 'files'),
        clamdUrl: undefined,
        bucket: undefined,
      });
      const { id } = await aSentFile(files, await stage().accountOf('bruno'), clerkOfManchester(), {
        procedure: aireRegistration(),
        answers: brunoMoves(),
      });
      const page = await stage().clerk();
      await page.goto(`${site.url}/it/desk`);
      await page.getByRole('link', { name: /Pratiche dai consolati/ }).click();
      await page.waitForURL(/\/files$/);
      await expectGoodPage(page);
      await page.goto(`${site.url}/it/desk/municipalities/comune-a952/files/${id}`);
      await page.getByRole('button', { name: 'Prendi in mano' }).click();
      await page.getByText('La pratica è in mano a te').waitFor();
      await expectGoodPage(page);
      await page.getByRole('link', { name: 'Registra nella scheda' }).click();
      await page.waitForURL(/aire-registration$/);
      await page.getByLabel('Atto').first().fill('Pratica del consolato');
      await page.locator('[name=reason]').fill('Iscrizione chiesta al consolato');
      await page.locator('[name=from]').fill(Temporal.Now.plainDateISO('Europe/Rome').toString());
      await page.locator('[name=country]').selectOption('GB');
      await page.locator('[name=consulate]').selectOption('manchester');
      await page.locator('[name=locality]').fill('Leeds');
      await page.locator('main form button[type=submit]').click();
      await page.getByText('Fatto: la scheda è cambiata').waitFor();
      await expect
        .poll(
          async () => {
            await closeFilesShownByRegistry(files);
            await page.goto(`${site.url}/it/desk/municipalities/comune-a952/files/${id}`);
            return page.getByText('chiusa da sola: l’anagrafe mostra il cambiamento').count();
          },
          { timeout: 10_000 },
        )
        .toBe(1);
      await page.context().close();
    }, 60_000);
  });
}
