import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoJoining, demoPersonId } from '#demo/registry/people.ts';
import { openOfficialSessions } from '#modules/identity/testing.ts';
import { loadRecords } from '#modules/registry/public.ts';
import type { Official } from '#platform/web/who.ts';
import { testApp } from '#tests/support/app.ts';
import { openBrowser, type TestBrowser } from '#tests/support/browser.ts';
import {
  aireRegistration,
  aSentFile,
  brunoMoves,
  consulateDoes,
  withProgramProcedures,
} from '#tests/support/files-at-municipality.ts';
import { openProgram } from '#tests/support/program.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import { anOfficial, aPerson, caseFileDeps } from '../../testing.ts';

const asTest = { kind: 'system', task: 'test' } as const;
const bolzano = 'comune-a952';

let deps: Awaited<ReturnType<typeof caseFileDeps>>;
let app: FastifyInstance;
let bruno: string;
let olga: Official;
let amelia: Official;
let silvano: Official;
let file: CaseFile;

beforeEach(async () => {
  deps = withProgramProcedures(await caseFileDeps());
  await deps.db.transaction(asTest, (tx) => loadRecords(tx, demoJoining()));
  bruno = await aPerson(deps, { givenName: 'Bruno', familyName: 'Lampachiari' });
  olga = await anOfficial(deps);
  amelia = await anOfficial(deps, bolzano, 'Amelia');
  silvano = await anOfficial(deps, bolzano, 'Silvano');
  file = await aSentFile(deps, bruno, olga, {
    answers: brunoMoves(),
    procedure: aireRegistration(),
  });
  app = await testApp(deps);
});
afterEach(() => app.close());

async function sessionOf(official: Official): Promise<string> {
  const [session] = await deps.db.transaction(asTest, (tx) =>
    openOfficialSessions(tx, [official.officialId], deps.now()),
  );
  return session?.cookie ?? '';
}

async function atDesk(official = amelia, locale = 'it'): Promise<TestBrowser> {
  const browser = openBrowser(app, { locale });
  browser.cookies.set('desk', await sessionOf(official));
  return browser;
}

const list = `/desk/municipalities/${bolzano}/files`;
const page = () => `${list}/${file.id}`;

describe('the desk of a municipality, without JavaScript', () => {
  test('CF-9: from the new files to the confirmation, the data beside the registry', async () => {
    deps.clock.forward({ hours: 3 * 24 });
    const browser = await atDesk();
    await browser.open(list);
    expect(browser.text).toContain('Nuove (1)');
    expect(browser.text).toContain('Bruno Lampachiari');
    expect(browser.text).toContain('3 giorni');
    await browser.open(page());
    expect(browser.text).toContain('Adesso tocca a: Comune di Bolzano, ufficio anagrafe, da 3 giorni.');
    expect(browser.text).toMatch(/Cognome LAMPACHIARI Lampachiari ✓ uguale/);
    expect(browser.text).toMatch(/Nome Bruno Ugo Bruno ✗ diverso/);
    expect(browser.page.body).toContain(
      `/it/desk/offices/${bolzano}/registry/people/${demoPersonId('bruno')}/changes/aire-registration`,
    );
    expect(browser.text).not.toContain('Da quando vale');
    await browser.send(`${page()}/charge`);
    expect(browser.text).toContain('La pratica è in mano a te');
    await browser.send(`${page()}/confirmation`, { registeredOn: '2026-11-31', act: 'Prot. 9' });
    expect(browser.page.statusCode).toBe(422);
    expect(browser.text).toContain('Scrivi una data che esiste');
    expect(browser.page.body).toContain('value="Prot. 9"');
    await browser.send(`${page()}/confirmation`, { registeredOn: '2026-11-25', act: 'Prot. 9' });
    expect(browser.text).toContain('Confermata: la pratica è conclusa');
    await browser.open(`${list}?status=decided`);
    expect(browser.text).toContain('confermata, l’anagrafe non la mostra ancora');
  });

  test('CF-9: a refusal keeps what was typed until it has a reason, and ends at the list', async () => {
    const browser = await atDesk(amelia, 'en');
    await browser.open(page());
    await browser.send(`${page()}/charge`);
    await browser.send(`${page()}/refusal`, { text: 'The act of birth is missing' });
    expect(browser.page.statusCode).toBe(422);
    expect(browser.text).toContain('Choose at least one reason');
    expect(browser.page.body).toContain('The act of birth is missing</textarea>');
    await browser.send(`${page()}/refusal`, { reasons: 'act_not_transcribed,family_differs' });
    expect(browser.text).toContain('The file went back to the consulate with the reasons');
    await browser.open(page());
    expect(browser.text).toContain('It is the turn of: Consulate of Italy in Manchester, since today');
    expect(browser.text).toContain('The declared family members differ');
  });

  test('CF-9: whoever decides on an old page reads what happened, and loses nothing', async () => {
    const browser = await atDesk();
    await browser.open(page());
    await browser.send(`${page()}/charge`);
    await consulateDoes(deps, file, olga, 'note', {
      message: { kind: 'internal_note', text: 'Nota', holder: { formKey: 'key-of-note', accountId: null } },
    });
    await browser.send(`${page()}/confirmation`, { registeredOn: '2026-11-20', act: 'Prot. 77' });
    expect(browser.page.statusCode).toBe(409);
    expect(browser.text).toMatch(/Intanto la pratica è cambiata: Nota interna dell’ufficio \(/);
    expect(browser.page.body).toContain('value="Prot. 77"');
    await browser.send(`${page()}/confirmation`);
    expect(browser.text).toContain('Confermata');
  });

  test('CF-9: a colleague reads it, writes nothing, and takes over', async () => {
    const browser = await atDesk();
    await browser.open(page());
    await browser.send(`${page()}/messages`, { message: 'Manca il passaporto di un figlio?' });
    expect(browser.text).toContain('Il messaggio è al consolato');
    expect(browser.text).toContain('Manca il passaporto di un figlio?');
    await browser.send(`${page()}/charge`);
    const colleague = await atDesk(silvano);
    await colleague.open(page());
    expect(colleague.text).toContain('Ce l’ha in mano Amelia Bozza');
    await colleague.send(`${page()}/charge`);
    expect(colleague.text).toContain('La pratica è in mano a te');
    await colleague.send(`${page()}/return`);
    expect(colleague.text).toContain('di nuovo tra le nuove');
  });

  test('BO-1: who was looked for goes into no address; other municipalities find nothing', async () => {
    const browser = await atDesk();
    await browser.open(list);
    await browser.send(`${list}/searches`, { wanted: 'lampach' });
    expect(browser.path).not.toContain('lampach');
    expect(browser.text).toContain('1 pratica trovata');
    await browser.send(`${list}/searches`, { wanted: '2026/000001' });
    expect(browser.text).toContain('1 pratica trovata');
    await browser.send(`${list}/searches`, { wanted: '%' });
    expect(browser.text).toContain('Nessuna pratica');
    const remo = await atDesk(await anOfficial(deps, 'comune-h501', 'Remo'));
    await remo.open(page());
    expect(remo.page.statusCode).toBe(404);
    await remo.open(`/desk/municipalities/comune-h501/files/${file.id}`);
    expect(remo.page.statusCode).toBe(404);
  });

  test('BO-1: both readings are written down for the person, of the file and of the record', async () => {
    const browser = await atDesk();
    await browser.open(page());
    const { rows } = await deps.store.owner.query(
      `select (select count(*)::int from platform.event where type = 'case-file.read' and account_id = $1) as files,
         (select count(*)::int from registry.reading where person_id = $2 and why = 'procedure') as records`,
      [bruno, demoPersonId('bruno')],
    );
    expect(rows).toEqual([{ files: 1, records: 1 }]);
  });
});

describe('the API of a municipality', () => {
  const base = `/desk/municipalities/${bolzano}`;
  const versioned = async (path: string, version: number, body?: object) => {
    const answer = await app.inject({
      method: 'POST',
      url: `/api/v1${base}/files/${file.id}/${path}`,
      headers: {
        cookie: `desk=${await sessionOf(amelia)}`,
        'idempotency-key': crypto.randomUUID(),
        'if-match': `"${version}"`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
    return { http: answer.statusCode, ...answer.json<Record<string, unknown>>() };
  };

  test('CF-9: a program of the municipality lists, takes, confirms with the version that it has read', async () => {
    const program = openProgram(app, { cookies: { desk: await sessionOf(amelia) } });
    const listed = await program.send('GET', `${base}/files`);
    expect(listed.json()).toMatchObject({
      items: [{ file_id: file.id, status: 'new', waiting_days: 0, protocol: { number: 1 } }],
      next: null,
    });
    const seen = (await program.send('GET', `${base}/files/${file.id}`)).json<{ version: number }>();
    expect(seen).toMatchObject({ turn: 'municipality', people: [{ record_id: demoPersonId('bruno') }] });
    expect(await versioned('charge', seen.version)).toMatchObject({ http: 200, status: 'in_hand' });
    const body = { registered_on: '2026-11-20', act: '12/2026' };
    expect(await versioned('confirmation', seen.version, body)).toMatchObject({
      http: 409,
      code: 'changed_meanwhile',
    });
    expect(
      await versioned('confirmation', seen.version + 1, { ...body, registered_on: '2027-01-01' }),
    ).toMatchObject({
      http: 422,
      code: 'confirmation_incomplete',
      errors: [{ pointer: '/registered_on', code: 'in_the_future' }],
    });
    expect(await versioned('confirmation', seen.version + 1, body)).toMatchObject({
      http: 200,
      state: 'defined',
      decision: 'confirmed',
      act: '12/2026',
    });
  });

  test('CF-9: it puts back, writes and refuses as the pages do', async () => {
    const program = openProgram(app, { cookies: { desk: await sessionOf(amelia) } });
    const { version } = (await program.send('GET', `${base}/files/${file.id}`)).json<{ version: number }>();
    await versioned('charge', version);
    expect(await versioned('return', version + 1)).toMatchObject({ http: 200 });
    expect(await versioned('messages', version + 2, { text: 'Buongiorno' })).toMatchObject({ http: 200 });
    await versioned('charge', version + 3);
    const refusal = { reasons: ['data_differ'], text: 'Il nome non coincide' };
    expect(await versioned('refusal', version + 4, refusal)).toMatchObject({
      http: 200,
      state: 'in_progress',
      reasons: ['data_differ'],
    });
    const found = await program.send('POST', `${base}/file-searches`, { body: { wanted: 'Lampachiari' } });
    expect(found.json()).toMatchObject({ items: [{ status: 'decided', decision: 'refused' }] });
  });
});
