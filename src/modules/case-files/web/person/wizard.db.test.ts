import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aPdf } from '#modules/documents/testing.ts';
import { testApp } from '#tests/support/app.ts';
import type { TestBrowser } from '#tests/support/browser.ts';
import { htmlOffences } from '#tests/support/html-offences.ts';
import { citizenBrowser } from '#tests/support/signed-in.ts';
import { petFolder, petRegistration } from '../../form.testing.ts';
import {
  aFilledDraft,
  anOfficial,
  anUpload,
  aPerson,
  aSentFile,
  aVerificationFailed,
  caseFileDeps,
} from '../../testing.ts';

let deps: Awaited<ReturnType<typeof caseFileDeps>>;
let app: FastifyInstance;
let ada: string;
let browser: TestBrowser;

async function start(folder = petFolder()) {
  deps = await caseFileDeps(folder);
  ada = await aPerson(deps);
  app = await testApp(deps, { FILES_DIR: deps.folder }, undefined, { procedures: deps.procedures });
  browser = await citizenBrowser(app, deps, ada);
}
beforeEach(() => start());
afterEach(() => app.close());

const pdf = async (pages = 1) => ({
  name: 'passaporto.pdf',
  type: 'application/pdf',
  content: await aPdf(undefined, pages),
});
const here = () => browser.path.replace('/it', '');

describe('a form without JavaScript', () => {
  test('CF-7 CF-1: from the page of the procedure to the protocol number', async () => {
    await browser.open('/procedures/pet-registration');
    expect(browser.text).toContain('Registro degli animali');
    expect(browser.text).toContain('Il tuo passaporto');
    await browser.send('/drafts');
    expect(browser.path).toMatch(/\/sections\/you$/);
    expect(browser.text).toContain('Pagina 1 di 5');
    expect(browser.page.body).toContain('value="Inventata"');
    await browser.send('/sections/you', { tax_code: 'nvnzz' });
    expect(browser.page.statusCode).toBe(422);
    expect(browser.text).toContain('Questo codice fiscale ha un errore');
    expect(browser.page.body).toContain('value="NVNZZ"');
    await browser.send('/sections/you', { tax_code: '' });
    expect(browser.path).toMatch(/\/sections\/home$/);

    await browser.send('/sections/home', { from_italy: 'yes', home_kind: 'own', has_pets: 'yes' });
    expect(browser.path).toMatch(/\/sections\/home\?more=yes$/);
    expect(browser.text).toContain('Dalle tue risposte nasce ancora una domanda');
    await browser.send('/sections/home', { last_municipality: 'Livo' });
    expect(browser.text).toContain('Non troviamo un solo comune');
    await browser.send('/sections/home', { last_municipality: 'Livo (CO)' });

    expect(browser.path).toMatch(/\/sections\/pets$/);
    await browser.send('/sections/pets');
    expect(browser.text).toContain('Aggiungi almeno una voce');
    await browser.send('/sections/pets/entries');
    expect(browser.path).toMatch(/\/entries\/0$/);
    await browser.send('/entries/0', { pet_name: 'Fulmine', species: 'dog' });
    expect(browser.path).toMatch(/more=yes$/);
    await browser.send('/entries/0', { chip: '380260000000001' });
    expect(browser.text).toContain('Animale 1: Fulmine');
    await browser.send('/sections/pets');
    await browser.send('/sections/notes', { remarks: 'Riga uno\nriga due' });

    expect(browser.path).toMatch(/\/documents$/);
    expect(browser.text).toContain('La pagina con la foto, leggibile per intero.');
    await browser.send('/documents');
    expect(browser.page.statusCode).toBe(422);
    expect(browser.text).toContain('Manca: Il tuo passaporto');
    await browser.send('/documents', {}, { files: [{ ...(await pdf()), field: 'files_passport' }] });
    expect(browser.path).toMatch(/\/review$/);
    for (const said of ['Fulmine', 'Livo (CO)', 'Regno Unito', 'passaporto.pdf', '380260000000001'])
      expect(browser.text).toContain(said);
    expect(browser.text).toContain('La pratica va a: Consolato d’Italia a Manchester');
    await browser.send('/submission');
    expect(browser.path).toMatch(/\/files\/[0-9a-f-]{36}\/sent$/);
    expect(browser.text).toContain('2026/000001');
    const file = browser.path.replace('/it', '').replace('/sent', '');
    await browser.open(file);
    expect(browser.text).toContain('Sei il primo della coda');
    await browser.open(file.replace('/files/', '/drafts/'));
    expect(here()).toBe(file);
    await browser.open(file.replace('/files/', '/requests/'));
    expect(here()).toBe(file);
  });

  test('CF-7: what is wrong is kept, and one can go on and come back another day on another device', async () => {
    const draftId = await aFilledDraft(deps, ada, {});
    await browser.open(`/drafts/${draftId}/sections/you`);
    await browser.send('/sections/you', {
      given_name: '',
      born_on: '1980-02-31',
      email: 'ada',
      later: 'yes',
    });
    expect(browser.path).toBe('/it/requests?done=saved');
    expect(browser.text).toContain('Si conserva fino al');
    const phone = await citizenBrowser(app, deps, ada, { locale: 'en' });
    await phone.open('/requests');
    expect(phone.text).toContain('Register of pets');
    await phone.open(`/drafts/${draftId}`);
    expect(phone.path).toMatch(/\/en\/drafts\/.*\/sections\/you$/);
    expect(phone.page.body).toContain('value="1980-02-31"');
    await phone.open(`/drafts/${draftId}/review`);
    expect(phone.text).toContain('Before you send');
    expect(phone.text).toContain('The calendar has no such date');
    expect(phone.text).not.toContain('Send the file');
  });

  test('CF-7: two devices: both versions are shown, and the person decides', async () => {
    const draftId = await aFilledDraft(deps, ada);
    const other = await citizenBrowser(app, deps, ada);
    await browser.open(`/drafts/${draftId}/sections/you`);
    await other.open(`/drafts/${draftId}/sections/you`);
    await other.send('/sections/you', { given_name: 'Ada Rosa' });
    await browser.send('/sections/you', { given_name: 'Ada Maria', family_name: 'Bianchi' });
    expect(browser.page.statusCode).toBe(409);
    expect(browser.text).toContain('Sull’altro dispositivo: Ada Rosa');
    expect(browser.page.body).toContain('value="Ada Maria"');
    await browser.send('/sections/you', {});
    expect(browser.path).toMatch(/\/sections\/home$/);
    await browser.open(`/drafts/${draftId}/review`);
    expect(browser.text).toContain('Ada Maria');
    expect(browser.text).toContain('Bianchi');
  });

  test('CF-7: a browser that saves by itself learns what the page stands for, or that it has to ask', async () => {
    const draftId = await aFilledDraft(deps, ada);
    await browser.open(`/drafts/${draftId}/sections/you`);
    const page = browser.page.body;
    const base = JSON.stringify({ given_name: 'Ada' });
    const csrf = /name="_csrf" value="([^"]*)"/.exec(page)?.[1] ?? '';
    const save = (fields: Record<string, string>) =>
      app.inject({
        method: 'POST',
        url: `/it/drafts/${draftId}/sections/you`,
        payload: new URLSearchParams({ _csrf: csrf, _by_itself: 'yes', ...fields }).toString(),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        },
      });
    const first = await save({ _base: base, given_name: 'Ada Rosa' });
    expect([first.statusCode, first.json().base.given_name]).toEqual([200, 'Ada Rosa']);
    expect((await save({ _base: base, given_name: 'Ada Maria' })).statusCode).toBe(409);
  });

  test('CF-7: an entry is taken out, a draft is thrown away', async () => {
    const draftId = await aFilledDraft(deps, ada);
    await browser.open(`/drafts/${draftId}/sections/pets`);
    await browser.send('/entries/0/removal');
    expect(browser.text).toContain('Non hai ancora aggiunto nessuna voce');
    await browser.open(`/drafts/${draftId}/removal`);
    expect(browser.text).toContain('Si cancellano anche i documenti');
    await browser.send('/removal');
    expect(browser.text).toContain('La bozza è eliminata');
    await browser.open(`/drafts/${draftId}`);
    expect(browser.page.statusCode).toBe(404);
  });

  test('CF-10: who has not the entry that is needed reads so and is led to the AIRE registration', async () => {
    await app.close();
    await start(petFolder({ form: { ...petRegistration.form, needs: 'aire' } }));
    await browser.open('/procedures/pet-registration');
    expect(browser.text).toContain('devi essere iscritto all’AIRE');
    expect(browser.page.body).toContain('/it/procedures/aire-registration');
    expect(browser.page.body).not.toContain('/pet-registration/drafts');
  });

  test('CF-1: who has an open file is led there, from the procedure and from the review', async () => {
    const draftId = await aFilledDraft(deps, ada);
    await browser.open(`/drafts/${draftId}/review`);
    await browser.send('/submission');
    const second = await aFilledDraft(deps, ada);
    await browser.open(`/drafts/${second}/review`);
    expect(browser.text).toContain('Hai già una pratica aperta di questo tipo');
    expect(browser.page.body).toContain(`/it/files/${draftId}`);
    await browser.open('/procedures/pet-registration');
    expect(browser.page.body).toContain(`/it/files/${draftId}`);
  });

  test('BO-1: nobody else reaches a draft, a file, or an upload of them', async () => {
    const draftId = await aFilledDraft(deps, ada);
    const bea = await aPerson(deps, {
      email: 'bea@posta.example',
      mobile: '+447911123457',
      givenName: 'Bea',
    });
    const hers = await citizenBrowser(app, deps, bea);
    for (const page of ['', '/sections/you', '/documents', '/review', '/removal'])
      expect((await hers.open(`/drafts/${draftId}${page}`)).page.statusCode).toBe(404);
    await browser.open(`/drafts/${draftId}/review`);
    await browser.send('/submission');
    for (const page of ['', '/sent', '/cancellation'])
      expect((await hers.open(`/files/${draftId}${page}`)).page.statusCode).toBe(404);
  });
});

describe('a file for its person', () => {
  test('CF-1 CF-8: it is written about, given up, and says what happens with its documents', async () => {
    const id = await aSentFile(deps, ada);
    await browser.open(`/files/${id}`);
    expect(browser.text).toContain('Meno di un giorno');
    await browser.send('/messages', { text: 'Ho cambiato telefono' });
    expect(browser.text).toContain('Ho cambiato telefono');
    deps.clock.forward({ hours: 24 * 3 });
    browser = await citizenBrowser(app, deps, ada);
    await browser.open(`/files/${id}`);
    expect(browser.text).toContain('in coda 3 giorni');
    await browser.open(`/files/${id}/cancellation`);
    expect(browser.text).toContain('I documenti si conservano fino al 27 novembre 2027');
    await browser.send('/cancellation');
    expect(browser.text).toContain('Hai annullato la pratica');
    expect(browser.text).toContain('Niente: la pratica è finita');
  });

  test('CF-1: what is wanted is corrected in place, and only that', async () => {
    const id = await aSentFile(deps, ada);
    const olga = await anOfficial(deps);
    await aVerificationFailed(deps, id, olga, [
      { target: { kind: 'question', path: 'pets/0/pet_name' }, note: 'Il nome sul libretto è un altro' },
      { target: { kind: 'document', path: 'passport' }, note: 'La foto è tagliata' },
    ]);
    await browser.open(`/files/${id}`);
    expect(browser.text).toContain('Come si chiama: Briciola : Il nome sul libretto è un altro');
    await browser.send('/correction-drafts');
    expect(browser.text).toContain('ancora come prima');
    const draft = here().replace('/review', '');
    expect(browser.page.body).toContain(`/it${draft}/sections/pets/entries/0#f-pet_name`);
    await browser.open(`${draft}/sections/home`);
    expect(here()).toBe(`${draft}/review`);
    await browser.open(`${draft}/sections/pets/entries/0`);
    expect(browser.text).toContain('Che cosa chiede l’ufficio: Il nome sul libretto è un altro');
    expect(browser.page.body).not.toContain('name="species"');
    await browser.send('/entries/0', { pet_name: 'Briciolina' });
    expect(here()).toBe(`${draft}/review`);
    await browser.open(`${draft}/documents`);
    expect(browser.text).toContain('La foto è tagliata');
    expect(browser.text).toContain('Già inviato');
    await browser.send('/documents', {}, { files: [{ ...(await pdf(2)), field: 'files_passport' }] });
    expect(browser.text).not.toContain('ancora come prima');
    await browser.send('/submission');
    expect(browser.path).toBe(`/it/files/${id}?done=resubmitted`);
    expect(browser.text).toContain('di nuovo dallo stesso operatore');
    // Whoever goes back to the draft after the answer was lost is led to the file, not told that there is nothing.
    await browser.open(`${draft}/review`);
    expect(browser.path).toBe(`/it/files/${id}`);
    expect(browser.text).toContain('Briciolina (cambiato con la correzione)');
    expect(browser.text).toContain('Versione precedente');
  });

  test('CF-1 BO-4: a correction that a program sends again, because the answer was lost, is answered as before', async () => {
    const id = await aSentFile(deps, ada);
    await aVerificationFailed(deps, id, await anOfficial(deps), [
      { target: { kind: 'question', path: 'place' }, note: 'È giusto?' },
    ]);
    await browser.open(`/files/${id}`);
    await browser.send('/correction-drafts');
    const draftId = here().split('/')[2] ?? '';
    const { rows } = await deps.store.owner.query('select version from case_files.case_file where id = $1', [
      id,
    ]);
    const key = crypto.randomUUID();
    const sendAgain = () =>
      app.inject({
        method: 'POST',
        url: `/api/v1/drafts/${draftId}/submission`,
        cookies: Object.fromEntries(browser.cookies),
        headers: { 'idempotency-key': key, 'sec-fetch-site': 'same-origin' },
        payload: { version: rows[0]?.version, text: 'Sì, è giusto' },
      });
    const answers = [await sendAgain(), await sendAgain()];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
    expect(answers.map((each) => each.json().file_id)).toEqual([id, id]);
    expect(await deps.store.owner.query('select 1 from case_files.sent_answers')).toMatchObject({
      rowCount: 2,
    });
  });

  test('CF-1: what was left as it was needs a word', async () => {
    const id = await aSentFile(deps, ada);
    await aVerificationFailed(deps, id, await anOfficial(deps), [
      { target: { kind: 'question', path: 'place' }, note: 'È giusto?' },
    ]);
    await browser.open(`/files/${id}`);
    await browser.send('/correction-drafts');
    await browser.send('/submission');
    expect(browser.page.statusCode).toBe(422);
    expect(browser.text).toContain('spiega nel messaggio perché va bene così');
    await browser.send('/submission', { text: 'Sì, è giusto' });
    expect(browser.text).toContain('Sì, è giusto');
  });

  test('OF-12: every page is well-formed in both languages', async () => {
    const id = await aSentFile(deps, ada);
    await aVerificationFailed(deps, id, await anOfficial(deps), [
      { target: { kind: 'question', path: 'place' }, note: 'È <b>giusto</b>?' },
    ]);
    const draftId = await aFilledDraft(deps, ada);
    await anUpload(deps, { draftId, accountId: ada, path: 'vaccination/0', seed: 5 });
    await browser.open(`/files/${id}`);
    await browser.send('/correction-drafts');
    const correction = here().replace('/review', '');
    const pages = [
      '/procedures',
      '/procedures/pet-registration',
      '/requests',
      ...[
        '/sections/you',
        '/sections/home',
        '/sections/pets',
        '/sections/pets/entries/0',
        '/sections/notes',
      ].map((path) => `/drafts/${draftId}${path}`),
      ...['/documents', '/review', '/removal'].map((path) => `/drafts/${draftId}${path}`),
      ...['/review', '/sections/home'].map((path) => `${correction}${path}`),
      ...['', '/sent', '/cancellation'].map((path) => `/files/${id}${path}`),
    ];
    for (const locale of ['it', 'en']) {
      const reader = await citizenBrowser(app, deps, ada, { locale });
      for (const path of pages) {
        await reader.open(path);
        expect(reader.page.statusCode, `${locale} ${path}`).toBe(200);
        expect(await htmlOffences(reader.page.body), `${locale} ${path}`).toEqual([]);
      }
    }
  });
});
