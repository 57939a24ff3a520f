import type { FastifyInstance } from 'fastify';
import { HtmlValidate } from 'html-validate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { receiveUpload } from '#modules/documents/public.ts';
import { aPdf, received } from '#modules/documents/testing.ts';
import { openOfficialSessions } from '#modules/identity/testing.ts';
import type { Official } from '#platform/web/who.ts';
import { testApp } from '#tests/support/app.ts';
import { openBrowser, type TestBrowser } from '#tests/support/browser.ts';
import { aSentFile, manyFiles, residenceFolder } from '../../../files.testing.ts';
import { anOfficial, aPerson, caseFileDeps } from '../../../testing.ts';
import { writeToPerson } from '../../../use-cases/work-on-file.ts';

let deps: Awaited<ReturnType<typeof caseFileDeps>>;
let app: FastifyInstance;
let olga: Official;
let ada: string;

beforeEach(async () => {
  deps = await caseFileDeps(residenceFolder);
  olga = await anOfficial(deps);
  ada = await aPerson(deps);
  app = await testApp(deps, { FILES_DIR: deps.folder }, undefined, { procedures: deps.procedures });
});
afterEach(() => app.close());

const asTest = { kind: 'system', task: 'test' } as const;
const base = '/desk/offices/manchester/files';

async function atDesk(official = olga, locale = 'it'): Promise<TestBrowser> {
  const browser = openBrowser(app, { locale });
  const [session] = await deps.db.transaction(asTest, (tx) =>
    openOfficialSessions(tx, [official.officialId], deps.now()),
  );
  browser.cookies.set('desk', session?.cookie ?? '');
  return browser;
}

const rules = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'doctype-style': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
  },
});
const faults = ({ page }: TestBrowser) =>
  rules
    .validateStringSync(page.body)
    .results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));

/** A clerk who has a file on the bench. */
async function atBench(locale = 'it'): Promise<{ clerk: TestBrowser; id: string }> {
  const id = await aSentFile(deps, ada);
  const clerk = await atDesk(olga, locale);
  await clerk.open(base);
  await clerk.send('/files/assignments');
  return { clerk, id };
}
const stateOf = async (id: string) =>
  (await deps.store.owner.query('select state from case_files.case_file where id = $1', [id])).rows[0]?.state;
const ticked = { tick_readable: 'holds', tick_same_person: 'holds', tick_lives_there: 'holds' };

describe('the desk of files without JavaScript', () => {
  test.each(['it', 'en'])('BO-1: every page is sound HTML (%s)', async (locale) => {
    await manyFiles(deps, 60);
    const { clerk, id } = await atBench(locale);
    expect(clerk.path).toMatch(new RegExp(`^/${locale}${base}/[0-9a-f-]{36}$`));
    const queue = await atDesk(olga, locale);
    const pages = ['', '?tab=queue', '?tab=closed', '?q=ada', '?q=x', '/reports', '/absences', `/${id}`];
    for (const page of pages) {
      await queue.open(`${base}${page}`);
      expect([page, queue.page.statusCode, faults(queue)]).toEqual([page, 200, []]);
    }
  });

  test('CF-2: one press takes the oldest; a second one says that there is none', async () => {
    const { clerk, id } = await atBench();
    expect(clerk.path).toBe(`/it${base}/${id}`);
    expect(clerk.text).toContain('Ada Inventata');
    expect(clerk.text).toContain('12 Example Street, Leeds');
    expect(clerk.text).toContain('Trieste (TS)');
    await clerk.send('/files/assignments');
    expect(clerk.page.statusCode).toBe(409);
    expect(clerk.text).toContain('Nessuna pratica aspetta in coda');
  });

  test('BO-1: the queue is read page after page, filtered, and taken along as a table', async () => {
    await manyFiles(deps, 60, { name: '=Folla' });
    const clerk = await atDesk();
    await clerk.open(`${base}?tab=queue`);
    expect(clerk.text).toContain('Persona =Folla1 ');
    expect(clerk.text).not.toContain('=Folla51');
    const onward = /href="([^"]*after=[^"]*)"/.exec(clerk.page.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    await clerk.open(onward);
    expect(clerk.text).toContain('=Folla51');
    await clerk.open(`${base}.csv?tab=queue`);
    expect(clerk.page.headers['content-type']).toContain('text/csv');
    expect(clerk.page.body.trim().split('\r\n')).toHaveLength(61);
    await clerk.open(`${base}.xlsx?tab=queue`);
    expect(clerk.page.rawPayload.subarray(0, 2).toString()).toBe('PK');
    await clerk.open(`${base}?tab=queue&after=nonsense&older=-3&clerk=x&procedure=none`);
    expect(clerk.page.statusCode).toBe(200);
  });

  test('CF-4: sending says all that is missing at once, and with the ticks it goes', async () => {
    const { clerk, id } = await atBench();
    await clerk.send('/messages', { text: 'Bozza del testo' }, { button: '/municipality-transfers' });
    expect(clerk.page.statusCode).toBe(409);
    expect(clerk.text).toContain('manca la spunta: La foto e la firma');
    expect(clerk.page.body).toContain('Bozza del testo</textarea>');
    await clerk.send('/messages', ticked, { button: '/municipality-transfers' });
    expect(clerk.page.statusCode).toBe(200);
    expect(await stateOf(id)).toBe('sent_to_municipality');
    expect(clerk.text).toContain('Fatto.');
  });

  test('CF-1: a known reason stands in its field in the person’s language, and can be changed', async () => {
    const { clerk, id } = await atBench('en');
    const field = 'note_document_passport';
    await clerk.send('/messages', { insert: `reason:passport_expired:${field}` }, { button: '/reply-texts' });
    expect(clerk.page.body).toContain('Il passaporto è scaduto: carica quello valido.</textarea>');
    await clerk.send(
      '/messages',
      { [field]: 'È scaduto a giugno.', text: 'Grazie' },
      { button: '/corrections' },
    );
    expect(await stateOf(id)).toBe('verification_failed');
    expect(clerk.text).toContain('È scaduto a giugno.');
    const { rows } = await deps.store.owner.query(
      'select target_path, note from case_files.wanted_correction',
    );
    expect(rows).toEqual([{ target_path: 'passport', note: 'È scaduto a giugno.' }]);
  });

  test('CF-1: nothing to correct, no reason, no text: each is said and nothing is lost', async () => {
    const { clerk, id } = await atBench();
    await clerk.send('/messages', {}, { button: '/corrections' });
    expect(clerk.text).toContain('Indica almeno un punto da correggere');
    await clerk.send('/messages', { text: 'Perché sì' }, { button: '/rejection' });
    expect(clerk.text).toContain('Scegli almeno un motivo');
    expect(clerk.page.body).toContain('Perché sì</textarea>');
    await clerk.send('/messages', { text: '' }, { button: '/messages' });
    expect(clerk.page.statusCode).toBe(422);
    await clerk.send('/messages', { reasons: 'no_citizen', insert: 'reject' }, { button: '/reply-texts' });
    expect(clerk.page.body).toContain('Non risulti cittadino italiano.</textarea>');
    await clerk.send('/messages', { insert: '' }, { button: '/rejection' });
    expect(await stateOf(id)).toBe('rejected');
  });

  test('CF-1: who decides on an older page learns what happened meanwhile, and keeps what was typed', async () => {
    const { clerk, id } = await atBench();
    const piero = await anOfficial(deps, 'manchester', 'Piero');
    const work = { official: piero, officeId: 'manchester', id, key: crypto.randomUUID() };
    await writeToPerson(deps, work, 'Un attimo');
    await clerk.send('/messages', { text: 'La mia risposta' }, { button: '/messages' });
    expect(clerk.page.statusCode).toBe(409);
    expect(clerk.text).toContain('Mentre leggevi, la pratica è cambiata');
    expect(clerk.text).toContain('Nuovo messaggio dell’ufficio');
    expect(clerk.page.body).toContain('La mia risposta</textarea>');
    await clerk.send('/messages', {}, { button: '/messages' });
    expect(clerk.page.statusCode).toBe(200);
    expect(clerk.text).toContain('La mia risposta');
  });

  test('BO-1: several at once: each says how it ended', async () => {
    await manyFiles(deps, 3);
    const clerk = await atDesk();
    await clerk.open(base);
    await clerk.send('/files/assignments');
    await clerk.open(`${base}?tab=queue`);
    await clerk.send('/files/batches?tab=queue', { kind: 'write', text: 'Ci vuole ancora un po’' });
    expect(clerk.text).toContain('Non hai scelto nessuna pratica');
    const ids = [...clerk.page.body.matchAll(/name="ids" value="([^"]+)"/g)].map(([, id]) => id);
    await clerk.send('/files/batches?tab=queue', { kind: 'put_back', ids: ids.join(',') });
    expect(clerk.page.statusCode).toBe(409);
    expect(clerk.text).toContain('2 pratiche no:');
    expect(faults(clerk)).toEqual([]);
  });

  test('BO-1: only an administrator writes absences down', async () => {
    const clerk = await atDesk();
    await clerk.open(`${base}/absences`);
    expect(clerk.page.body).not.toContain('Aggiungi assenza');
    const made = await anOfficial(deps, 'manchester', 'Dora');
    await deps.store.owner.query(
      "update identity.official_role set role = 'office_admin' where official_id = $1",
      [made.officialId],
    );
    const head = await atDesk(made);
    await head.open(`${base}/absences`);
    await head.send('/absences', { official: olga.officialId, from: '2026-12-24', until: 'Natale' });
    expect(head.page.statusCode).toBe(422);
    expect(head.text).toContain('Scrivi una data');
    await head.send('/absences', { official: olga.officialId, from: '2026-12-24', until: '2026-12-31' });
    expect(head.text).toContain('Olga Bozza');
    await head.send('/removal');
    expect(head.text).toContain('Nessuna assenza in corso o futura');
  });

  test('CF-6: the pages of a PDF are looked at as pictures that can do nothing; other offices see none', async () => {
    const id = await aSentFile(deps, ada);
    const holder = { formKey: crypto.randomUUID(), accountId: null };
    await receiveUpload(deps, holder, received('lettera.pdf', await aPdf(undefined, 2)));
    await writeToPerson(
      deps,
      { official: olga, officeId: 'manchester', id, key: holder.formKey },
      'In allegato una lettera',
    );
    const { rows } = await deps.store.owner.query(
      "select id from documents.document where name = 'lettera.pdf'",
    );
    const page = `/desk/files/manchester/${rows[0]?.id}/pages`;
    const clerk = await atDesk();
    await clerk.open(`${page}/2`);
    expect(clerk.page.headers['content-type']).toBe('image/jpeg');
    expect(clerk.page.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    expect(clerk.page.rawPayload.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    for (const none of ['/3', '/0', '/-1', '/1.5', '/999']) {
      expect([none, (await clerk.open(`${page}${none}`)).page.statusCode]).toEqual([none, 404]);
    }
    const elsewhere = await atDesk(await anOfficial(deps, 'london', 'Elsa'));
    expect((await elsewhere.open(`${page}/1`)).page.statusCode).toBe(404);
  });

  test('BO-5: the report has a chart as a picture and every number in a table', async () => {
    await manyFiles(deps, 3);
    const clerk = await atDesk();
    await clerk.open(`${base}/reports?from=2026-11-30&until=2026-11-01`);
    expect(clerk.page.statusCode).toBe(422);
    await clerk.open(`${base}/reports`);
    expect(clerk.text).toContain('Aperte a fine settimana');
    const chart = /src="([^"]*flow\.svg[^"]*)"/.exec(clerk.page.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    await clerk.open(chart);
    expect(clerk.page.headers['content-type']).toContain('image/svg+xml');
    await clerk.open(`${base}/reports.csv`);
    expect(clerk.page.body).toContain('Arrivate');
  });
});
