import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aPdf, aPhoto } from '#modules/documents/testing.ts';
import { openSessions } from '#modules/identity/public.ts';
import { codeSentTo, lettersTo, openOfficialSessions } from '#modules/identity/testing.ts';
import type { Official } from '#platform/web/who.ts';
import { testApp } from '#tests/support/app.ts';
import { openBrowser, type TestBrowser } from '#tests/support/browser.ts';
import { adaEmail, anOfficial, aPerson, caseFileDeps } from '../testing.ts';

let deps: Awaited<ReturnType<typeof caseFileDeps>>;
let app: FastifyInstance;
let ada: string;
let olga: Official;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sportello-files-'));
  deps = await caseFileDeps();
  ada = await aPerson(deps);
  olga = await anOfficial(deps);
  app = await testApp(deps, { FILES_DIR: folder });
});
afterEach(() => app.close());

const asTest = { kind: 'system', task: 'test' } as const;

async function signedIn(accountId = ada, locale = 'it'): Promise<TestBrowser> {
  const browser = openBrowser(app, { locale });
  const [session] = await deps.db.transaction(asTest, (tx) => openSessions(tx, [accountId], deps.now()));
  browser.cookies.set('session', session?.cookie ?? '');
  return browser;
}

async function atDesk(official = olga): Promise<TestBrowser> {
  const browser = openBrowser(app);
  const [session] = await deps.db.transaction(asTest, (tx) =>
    openOfficialSessions(tx, [official.officialId], deps.now()),
  );
  browser.cookies.set('desk', session?.cookie ?? '');
  return browser;
}

const photo = async (name = 'schermata.jpg', width = 60) => ({
  name,
  type: 'image/jpeg',
  content: await aPhoto({ width }),
});
/** Without the sealed originals, of which each has one. */
const files = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (each) => each.isFile() && !each.parentPath.includes('/sealed/'),
  );

describe('a form with files, without JavaScript', () => {
  test('OF-7 CF-6: a refused file loses neither the text nor the files that were good', async () => {
    const browser = await signedIn();
    await browser.open('/requests/new/technical-help');
    const program = {
      name: 'foto.exe',
      type: 'application/x-msdownload',
      content: Buffer.from('MZ program'),
    };
    await browser.send(
      'technical-help',
      { text: 'La pagina resta bianca' },
      { files: [await photo(), program] },
    );
    expect(browser.page.statusCode).toBe(422);
    expect(browser.text).toContain('foto.exe: Non possiamo accettare questo tipo di file');
    expect(browser.text).toContain('1 file pronto da inviare');
    expect(browser.page.body).toContain('La pagina resta bianca</textarea>');
    await browser.send('technical-help', {});
    expect(browser.path).toMatch(/\/it\/requests\/[0-9a-f-]{36}\?done=submitted/);
    expect(browser.text).toContain('La pagina resta bianca');
    expect(browser.page.body).toContain('aria-label="Scarica schermata.jpg"');
  });

  test('CF-6: 100 MB are refused with a sentence, and the rest of the form stays', async () => {
    const browser = await signedIn(ada, 'en');
    await browser.open('/requests/new/technical-help');
    const large = { name: 'film.jpg', type: 'image/jpeg', content: Buffer.alloc(100 * 1024 * 1024) };
    await browser.send('technical-help', { text: 'Here is a film' }, { files: [large, await photo()] });
    expect(browser.text).toContain('film.jpg: The file is larger than 40 MB');
    expect(browser.text).toContain('1 file ready to send');
    expect(browser.page.body).toContain('Here is a film</textarea>');
  });

  test('CF-6: files are added and removed by buttons before the form is sent', async () => {
    const browser = await signedIn();
    await browser.open('/requests/new/technical-help');
    const typed = { text: 'Due schermate', add_files: 'yes' };
    await browser.send('technical-help', typed, {
      files: [await photo('una.jpg'), await photo('due.jpg', 61)],
    });
    expect(browser.page.statusCode).toBe(200);
    expect(browser.text).toContain('2 file pronti da inviare');
    const id =
      /name="remove_file" value="([^"]+)" aria-label="Togli una.jpg"/.exec(browser.page.body)?.[1] ?? '';
    await browser.send('technical-help', { remove_file: id });
    expect(browser.text).not.toContain('una.jpg');
    expect(browser.page.body).toContain('Due schermate</textarea>');
    expect(files()).toHaveLength(1);
  });

  test('OF-7: a form that misses its text says so and keeps its files', async () => {
    const browser = await signedIn();
    await browser.open('/requests/new/technical-help');
    await browser.send('technical-help', { text: '' }, { files: [await photo()] });
    expect(browser.page.statusCode).toBe(422);
    expect(browser.text).toContain('Compila questo campo');
    expect(browser.text).toContain('1 file pronto da inviare');
  });

  test('BO-1: a form from another site is refused before its files are kept', async () => {
    const browser = await signedIn();
    await browser.open('/requests/new/technical-help');
    await browser.send('technical-help', { text: 'x', _csrf: 'forged' }, { files: [await photo()] });
    expect(browser.page.statusCode).toBe(403);
    expect(files()).toEqual([]);
  });
});

describe('somebody who cannot sign in', () => {
  test('OF-7: asks for help with the registered address, and reads the answer by the link of the mail', async () => {
    const browser = openBrowser(app, { locale: 'en' });
    await browser.open('/requests/new/technical-help');
    await browser.send('technical-help', { office: '', asker_email: 'ada', text: 'I cannot sign in' });
    expect(browser.text).toContain('Choose the office to write to');
    expect(browser.text).toContain('Write a complete e-mail address');
    const typed = { office: 'manchester', asker_email: adaEmail };
    await browser.send('technical-help', typed, { files: [await photo()] });
    expect(browser.text).toContain('Request sent');
    const link = (await lettersTo(deps, adaEmail)).at(-1)?.url ?? '';
    const path = link.replace(/^https?:\/\/[^/]+/, '');
    await browser.open(path);
    expect(browser.text).toContain('I cannot sign in');
    const href = /href="(\/files\/[^"]+)"/.exec(browser.page.body)?.[1]?.replace('&amp;', '&') ?? '';
    expect((await app.inject(href)).headers['content-type']).toBe('image/jpeg');
    expect((await app.inject(href.replace(/token=.*/, 'token=guess'))).statusCode).toBe(404);
    await browser.send(`messages?${path.split('?')[1]}`, { text: 'Still not' });
    expect(browser.text).toContain('Still not');
    expect(
      (await openBrowser(app, { locale: 'en' }).open(path.replace(/token=[^&]+/, 'token=guess'))).page
        .statusCode,
    ).toBe(404);
  });
});

describe('documents', () => {
  test('CF-6 BO-1: are served to be saved, run nothing, and open for nobody else', async () => {
    const browser = await signedIn();
    await browser.open('/requests/new/technical-help');
    const pdf = { name: 'atto è uno.pdf', type: 'application/pdf', content: await aPdf() };
    await browser.send('technical-help', { text: 'Ecco' }, { files: [pdf] });
    const href = /href="(\/files\/[^"]+)"/.exec(browser.page.body)?.[1] ?? '';
    const own = await app.inject({ url: href, cookies: { session: browser.cookies.get('session') ?? '' } });
    expect(own.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="atto e uno.pdf"; filename*=UTF-8''atto%20%C3%A8%20uno.pdf`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    const bruno = await aPerson(deps, { email: 'bruno@posta.example', mobile: '+447911000001' });
    const otto = await anOfficial(deps, 'london', 'Otto');
    const others = [await signedIn(bruno), await atDesk(otto), openBrowser(app)];
    for (const other of others) {
      const cookies = Object.fromEntries(other.cookies);
      expect((await app.inject({ url: href, cookies })).statusCode).toBe(404);
      expect((await app.inject({ url: `/it/desk${href}`, cookies })).statusCode).toBe(404);
    }
    const desk = await atDesk();
    const cookies = Object.fromEntries(desk.cookies);
    expect((await app.inject({ url: `/it/desk${href}`, cookies })).statusCode).toBe(200);
  });
});

describe('the desk', () => {
  test('OF-7 CF-2 CF-8: takes the next one, inserts a saved reply, answers; the person reads it', async () => {
    const person = await signedIn();
    await person.open('/requests/new/technical-help');
    await person.send('technical-help', { text: 'La pagina resta bianca' });
    const file = person.path.split('?')[0] ?? '';

    const desk = await atDesk();
    await desk.open('/desk');
    expect(desk.text).toContain('Richieste: 1 in coda');
    await desk.open('/desk/offices/manchester/requests/saved-replies');
    await desk.send('saved-replies', {
      title: 'Cookie',
      text_it: 'Cancella i cookie.',
      text_en: 'Delete the cookies.',
    });
    await desk.open('/desk/offices/manchester/requests');
    await desk.send('assignments');
    expect(desk.text).toContain('La pagina resta bianca');
    const saved = /<option value="([0-9a-f-]{36})">Cookie/.exec(desk.page.body)?.[1] ?? '';
    await desk.send(
      'messages',
      { text: 'Buongiorno Ada.', saved },
      { button: 'reply-texts', files: [await photo('guida.jpg')] },
    );
    expect(desk.page.body).toContain('Buongiorno Ada.\n\nCancella i cookie.</textarea>');
    await desk.send('messages', { text: '' }, { button: 'answers' });
    expect(desk.text).toContain('Scrivi il testo per la persona');
    expect(desk.text).toContain('1 file pronto da inviare');
    await desk.send('messages', { text: 'Cancella i cookie.' }, { button: 'answers' });
    expect(desk.path).toBe('/it/desk/offices/manchester/requests?done=yes');

    await person.open(file);
    expect(person.text).toContain('Cancella i cookie.');
    expect(person.text).toContain('guida.jpg');
    expect(person.text).toContain('A chi tocca a nessuno');
    await person.open('/account');
    expect(person.text).toContain('Nessuna richiesta aperta');
  });

  test('BO-1: another office’s officials, citizens and strangers find nothing there', async () => {
    const person = await signedIn();
    await person.open('/requests/new/technical-help');
    await person.send('technical-help', { text: 'x' });
    const id = /[0-9a-f-]{36}/.exec(person.path)?.[0] ?? '';
    const otto = await atDesk(await anOfficial(deps, 'london', 'Otto'));
    const paths = ['', `/${id}`, '/saved-replies'].map((end) => `/desk/offices/manchester/requests${end}`);
    for (const path of paths) {
      expect((await otto.open(path)).page.statusCode).toBe(404);
      expect((await (await signedIn()).open(path)).path).toContain('/desk/sign-in');
    }
    expect((await otto.open(`/desk/offices/london/requests/${id}`)).page.statusCode).toBe(404);
    expect((await otto.open(`/api/v1/desk/offices/manchester/requests`)).page.statusCode).toBe(404);
  });
});

describe('a correction', () => {
  test('ID-11: from the profile to the corrected profile, the new address proven by its code', async () => {
    const person = await signedIn();
    await person.open('/account/profile');
    expect(person.page.body).toContain('/it/requests/new/identity-correction');
    await person.open('/requests/new/identity-correction');
    await person.send('identity-correction', { datum: 'email' });
    expect(person.text).toContain(adaEmail);
    const fresh = 'ada.nuova@posta.example';
    await person.send('identity-correction', { email: fresh, text: 'Ho cambiato posta' });
    expect(person.text).toContain('Allega almeno un documento');
    await person.send('identity-correction', {}, { files: [await photo('passaporto.jpg')] });
    expect(person.path).toContain('done=submitted');
    await person.send('email-verification', { code: '000000' });
    expect(person.text).toContain('Il codice non è giusto');
    await person.send('email-verification', { code: await codeSentTo(deps, fresh) });
    expect(person.text).toContain('La nuova e-mail è confermata');

    const desk = await atDesk();
    await desk.open('/desk/offices/manchester/requests');
    await desk.send('assignments');
    expect(desk.text).toContain('La persona ha confermato il nuovo indirizzo');
    await desk.send('messages', {}, { button: 'corrections' });
    await person.open('/account/profile');
    expect(person.text).toContain(fresh);
  });

  test('ID-11: somebody who is not signed in is asked to', async () => {
    const browser = openBrowser(app);
    await browser.open('/requests/new/identity-correction');
    expect(browser.path).toContain('/sign-in');
  });
});

describe('a service that nobody can book', () => {
  test.each(['change-of-name', 'renunciation'])(
    'OF-5: %s at an office gives the desk, its contacts, and a way to write about it',
    async (service) => {
      const browser = await signedIn();
      await browser.open(`/offices/manchester/services/${service}`);
      for (const part of ['manchester@consolati.example', '+00 555 0100', 'Ufficio che se ne occupa'])
        expect(browser.text).toContain(part);
      const href = /href="\/it(\/requests\/new\/question[^"]+)"/
        .exec(browser.page.body)?.[1]
        ?.replace('&amp;', '&');
      await browser.open(href ?? '');
      await browser.send(`service=${service}`, { text: 'Serve l’appuntamento?' });
      expect(browser.text).toContain('Serve l’appuntamento?');
      expect(browser.text).toContain('Domanda all’ufficio');
    },
  );
});

describe('the API', () => {
  test('OF-7 CF-8: uploads, sends, reads and writes like the pages', async () => {
    const cookies = Object.fromEntries((await signedIn()).cookies);
    const call = (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, key?: string) =>
      app.inject({
        method,
        url: `/api/v1${url}`,
        cookies,
        ...(payload === undefined ? {} : { payload }),
        headers: key === undefined ? {} : { 'idempotency-key': key },
      });
    const form_key = 'a-form-of-the-api';
    const upload = { form_key, name: 'a.jpg', media_type: 'image/jpeg' };
    const bad = await call('POST', '/uploads', { ...upload, content: Buffer.from('x').toString('base64') });
    expect([bad.statusCode, bad.json().code]).toEqual([415, 'kind_not_accepted']);
    const taken = await call('POST', '/uploads', { ...upload, content: (await aPhoto()).toString('base64') });
    expect(taken.statusCode).toBe(201);
    const request = { procedure: 'technical-help', text: 'Dalla API' };
    const sent = await call('POST', '/requests', request, form_key);
    expect(sent.statusCode).toBe(201);
    const { request_id: id, messages } = sent.json();
    expect(messages[0].documents).toMatchObject([{ name: 'a.jpg', erased: false }]);
    expect((await call('POST', '/requests', request, form_key)).json().request_id).toBe(id);
    const document = `/offices/manchester/documents/${messages[0].documents[0].document_id}`;
    expect((await call('GET', document)).json().media_type).toBe('image/jpeg');
    expect(
      (await call('POST', `/requests/${id}/messages`, { text: 'Altro' }, 'key-of-a-message')).statusCode,
    ).toBe(201);
    expect((await call('GET', '/requests')).json().items).toMatchObject([{ request_id: id, turn: 'office' }]);

    const desk = Object.fromEntries((await atDesk()).cookies);
    const office = '/api/v1/desk/offices/manchester/requests';
    const headers = { 'idempotency-key': 'take-the-next' };
    expect(
      (await app.inject({ method: 'POST', url: `${office}/assignments`, cookies: desk, headers })).json(),
    ).toMatchObject({
      request_id: id,
      state: 'in_progress',
    });
    const answer = await app.inject({
      method: 'POST',
      url: `${office}/${id}/answers`,
      cookies: desk,
      headers: { 'idempotency-key': 'answer-of-the-desk' },
      payload: { text: 'Fatto.' },
    });
    expect(answer.json()).toMatchObject({ state: 'answered', turn: 'nobody' });
    const late = await call('POST', `/requests/${id}/cancellation`, undefined, 'cancel-too-late');
    expect([late.statusCode, late.json().code]).toEqual([409, 'too_late']);
  });
});
