import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { demoJoining, demoPersonId } from '#demo/registry/people.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { createPeople } from '#modules/identity/public.ts';
import { connectAccount, loadRecords } from '#modules/registry/public.ts';
import { testApp } from '#tests/support/app.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { readPdf } from '#tests/support/read-pdf.ts';
import { citizenBrowser } from '#tests/support/signed-in.ts';
import { testClock, testDeps } from '#tests/support/store.ts';

const system = { kind: 'system', task: 'test' } as const;

let app: FastifyInstance | undefined;
afterEach(async () => {
  await app?.close();
});

async function start(locale = 'it', who: 'bruno' | 'lia' | 'nobody' = 'bruno') {
  const deps = await testDeps(testClock());
  const pages = await testApp(deps);
  app = pages;
  const [accountId = ''] = await deps.db.transaction(system, async (tx) => {
    await loadRecords(tx, demoJoining());
    return createPeople(
      deps,
      tx,
      [
        {
          givenName: 'Bruno',
          familyName: 'Lampachiari',
          bornOn: civilDate('1979-04-18'),
          email: 'bruno@persone.example',
          mobile: '+393331234567',
          country: 'IT',
          place: 'Bolzano',
          officeId: null,
          locale: 'it',
        },
      ],
      'no password',
    );
  });
  if (who !== 'nobody') await connectAccount(deps, { accountId, personId: demoPersonId(who), by: 'spid' });
  const browser = await citizenBrowser(pages, deps, accountId, { locale, spidLevel: 2 });
  return { deps, pages, accountId, browser: await browser.open('/self-certifications') };
}

const document = {
  document: 'typed',
  document_kind: 'passport',
  document_number: 'ya 123 4567',
  document_issuer: '',
};

describe('a self-certification', () => {
  test('CE-12: says when it replaces a certificate, and shows what will be printed', async () => {
    const { browser } = await start();
    for (const part of [
      'Quando vale al posto di un certificato',
      'art. 40 e 43 DPR 445/2000',
      'solo se sono d’accordo (art. 2)',
      'Dichiarare il falso è un reato',
      'di essere nato a Bolzano (BZ) il 18/4/1979',
      'di essere coniugato',
      'Lia Lampachiari',
    ])
      expect(browser.text).toContain(part);
  });

  test('CE-12: the paper holds what was chosen, the document, the warning and a line to sign; nothing is kept', async () => {
    const { deps, browser } = await start();
    const rows = async () =>
      (
        await deps.store.owner.query<{ count: string }>(
          `select (select count(*) from platform.event) || ' ' || (select count(*) from platform.idempotency) as count`,
        )
      ).rows;
    const before = await rows();
    await browser.send('/self-certifications', {
      s_residence: 'yes',
      s_family: 'yes',
      recipient: 'Scuola di prova',
      ...document,
    });
    expect(browser.page.headers['content-type']).toBe('application/pdf');
    const pdf = await readPdf(browser.page.rawPayload);
    expect([pdf.title, pdf.lang, pdf.standard]).toEqual([
      'Dichiarazione sostitutiva di certificazione',
      'it',
      '2A',
    ]);
    const text = pdf.text.replace(/\s+/g, ' ');
    for (const part of [
      'Il sottoscritto Bruno Lampachiari',
      'passaporto n. YA1234567',
      'art. 76 DPR 445/2000',
      'DICHIARA',
      'Bolzano',
      'Lia Lampachiari',
      'Scuola di prova',
      'Firma del dichiarante',
      'art. 37 DPR 445/2000',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('coniugato');
    expect(await rows()).toEqual(before);
  });

  test('CE-12: facts that the person knows make it a declaration of art. 47 too', async () => {
    const { browser } = await start();
    await browser.send('/self-certifications', {
      facts: 'che la copia è conforme all’originale',
      ...document,
    });
    const pdf = await readPdf(browser.page.rawPayload);
    const text = pdf.text.replace(/\s+/g, ' ');
    expect(text).toContain('Art. 47 del DPR 28 dicembre 2000');
    expect(text).toContain('che la copia è conforme all’originale');
    expect(text).toContain('art. 38, comma 3');
  });

  test('CE-12: in English the pages are English and the paper explains itself', async () => {
    const { browser } = await start('en');
    expect(browser.text).toContain('When it replaces a certificate');
    await browser.send('/self-certifications', { s_birth: 'yes', ...document });
    const text = (await readPdf(browser.page.rawPayload)).text.replace(/\s+/g, ' ');
    expect(text).toContain('an explanation, not part of the declaration');
    expect(text).toContain('di essere nato a Bolzano');
  });

  test('CE-12: what is missing is said all at once, and nothing that was typed is lost', async () => {
    const { browser } = await start();
    await browser.send('/self-certifications', { ...document, document_number: '?', recipient: 'Scuola' });
    expect(browser.page.statusCode).toBe(422);
    expect(browser.text).toContain('Scegli almeno una cosa da dichiarare');
    expect(browser.text).toContain('Scrivi il numero: da 5 a 20 lettere e cifre');
    expect(browser.page.body).toContain('value="Scuola"');
  });

  test('CE-12: what the record does not say is not declared, whatever is sent', async () => {
    const { browser } = await start();
    await browser.send('/self-certifications', { s_aire: 'yes', ...document });
    expect(browser.page.statusCode).toBe(422);
  });

  test('CE-12: without a record the page says what to do', async () => {
    const { browser } = await start('it', 'nobody');
    expect(browser.page.statusCode).toBe(409);
    expect(browser.text).toContain('Puoi scriverla a mano');
  });

  test('CE-12: a child’s is made by a parent', async () => {
    const { browser } = await start('it', 'lia');
    expect(browser.text).toContain('la dichiarazione la fa un genitore o il tutore');
  });

  test('CE-12: who signed in with a password, or not at all, is asked for a digital identity', async () => {
    const { deps, pages, accountId } = await start();
    const byPassword = await citizenBrowser(pages, deps, accountId);
    for (const browser of [byPassword, openBrowser(pages)])
      expect((await browser.open('/self-certifications')).path).toContain('/sign-in');
  });
});
