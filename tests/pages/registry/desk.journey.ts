import { describe, expect, test } from 'vitest';
import { demoPeople, demoPersonId } from '#demo/registry/people.ts';
import { expectGoodPage } from '#tests/support/chromium.ts';
import type { Stage } from './stage.ts';

const taxCode = demoPeople.find(({ id }) => id === demoPersonId('bruno'))?.taxCode ?? '';

/** The registry office of a municipality, and what its people see of its work. */
export function deskJourneys(stage: () => Stage): void {
  describe('the registry', () => {
    test('RG-1 RG-5 BO-1 OF-6 CE-2: a clerk corrects a record, and its person reads what changed and who has read it', async () => {
      const clerk = await stage().clerk();
      await clerk.goto(`${stage().site.url}/it/desk`);
      await clerk.getByRole('link', { name: 'Cerca un residente' }).click();
      await clerk.fill('[name=taxCode]', taxCode);
      await clerk.getByRole('button', { name: 'Cerca' }).click();
      await clerk.waitForSelector('main table');
      await expectGoodPage(clerk);
      await clerk.getByRole('link', { name: 'Bruno Lampachiari' }).click();
      await clerk.getByRole('button', { name: 'Apri la scheda' }).click();
      await expectGoodPage(clerk);
      await clerk.getByRole('link', { name: 'Stato civile' }).first().click();
      await expectGoodPage(clerk);
      const record =
        clerk
          .url()
          .split('?')[0]
          ?.replace(/\/changes\/.*$/, '') ?? '';
      for (const form of ['members-move', 'striking']) {
        await clerk.goto(`${record}/changes/${form}`);
        await expectGoodPage(clerk);
      }
      await clerk.goto(`${stage().site.url}/it/desk/offices/comune-a952/certificates`);
      await clerk.getByText('Cerca per persona o per giorno').click();
      await clerk.fill('[name=name]', 'Dolcisereni');
      await clerk.getByRole('button', { name: 'Cerca' }).last().click();
      await clerk.getByText('Dolcisereni Elsa').first().waitFor();
      expect(clerk.url()).not.toContain('Dolcisereni');
      await clerk.goto(`${record}/changes/certifiability`);
      await clerk.selectOption('[name=certifiability]', 'partial');
      await clerk.fill('[name=act]', 'Nota n. 12 del 24 novembre 2026');
      await clerk.fill('[name=reason]', 'Accertamento in corso');
      await clerk.getByRole('button', { name: 'Registra' }).click();
      await clerk.waitForURL(/done=yes/);
      await clerk.getByRole('link', { name: 'Storia della scheda' }).click();
      await expectGoodPage(clerk);
      await clerk.context().close();

      const person = await stage().citizen('bruno');
      await person.goto(`${stage().site.url}/it/your-data`);
      await expectGoodPage(person);
      expect(await person.textContent('#certifiability')).toContain('parziale');
      expect(await person.textContent('#changes')).toContain('Accertamento in corso');
      await person.getByRole('link', { name: 'Chi ha letto i tuoi dati' }).click();
      await expectGoodPage(person);
      expect(await person.textContent('main')).toContain('Comune di Bolzano');
      await person.goto(`${stage().site.url}/it/your-data/digital-domicile`);
      await expectGoodPage(person);
      expect(await person.textContent('main')).toContain('bruno.lampachiari@pec.example');
      await person.goto(`${stage().site.url}/it/municipalities/a952`);
      await expectGoodPage(person);
      // With a record that may be certified in part, two kinds are left, and the page says which rule it is.
      await person.goto(`${stage().site.url}/it/certificates/new`);
      await expectGoodPage(person);
      expect(
        await person
          .locator('input[name=kinds]')
          .evaluateAll((all) => all.map((each) => each.getAttribute('value'))),
      ).toEqual(['residence', 'family_status']);
      await person.context().close();
    }, 60_000);
  });
}
