import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { demoJoining, demoPeople, demoPersonId } from '#demo/registry/people.ts';
import { testApp } from '#tests/support/app.ts';
import { officialBrowser } from '#tests/support/signed-in.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { loadRecords } from '../../use-cases/load-records.ts';
import { readRecord } from '../../use-cases/read-record.ts';
import { changeFormNames } from './change-form-names.ts';

const bruno = demoPersonId('bruno');
const furio = demoPersonId('furio');
const taxCodeOf = (id: string) => demoPeople.find((each) => each.id === id)?.taxCode ?? '';
const system = { kind: 'system', name: 'test', why: 'test' } as const;
const desk = '/desk/offices/comune-a952/registry';

let app: FastifyInstance | undefined;
afterEach(async () => {
  await app?.close();
});

async function atTheDesk(locale = 'it') {
  const deps = await testDeps(testClock('2026-11-24T09:00:00Z'));
  await deps.db.transaction({ kind: 'system', task: 'test' }, (tx) => loadRecords(tx, demoJoining()));
  const pages = await testApp(deps);
  app = pages;
  const official = async (officeId: string, role: 'operator' | 'office_admin' = 'operator') =>
    (await officialBrowser(pages, deps, officeId, { locale, role })).browser;
  const recordOf = (personId: string) => readRecord(deps, { personId, reader: system });
  const readingsOf = async (personId: string) =>
    (
      await deps.store.owner.query<{ why: string; office_id: string }>(
        `select why, office_id from registry.reading where person_id = $1 and reader = 'official' order by id`,
        [personId],
      )
    ).rows;
  return { deps, pages, official, clerk: await official('comune-a952'), recordOf, readingsOf };
}

const basis = { act: 'Verbale n. 7 del 20 novembre 2026', reason: 'Era scritto male' };

describe('the desk of a municipality', () => {
  test('BO-1: an official finds a resident by tax code or name, and the person sees that', async () => {
    const { clerk, readingsOf } = await atTheDesk();
    await clerk.open(desk);
    await clerk.send('/registry', { taxCode: taxCodeOf(bruno).toLowerCase() });
    expect(clerk.text).toContain('1 persona trovata');
    expect(clerk.text).toContain('Bruno Lampachiari');
    await clerk.send('/registry', { taxCode: '', name: 'lampachiàri', bornOn: '1979-04-18' });
    expect(clerk.text).toContain('1 persona trovata');
    expect(clerk.path).not.toContain('lampa');
    expect((await readingsOf(bruno)).map(({ why }) => why)).toEqual(['search', 'search']);
  });

  test('BO-1: nobody of another municipality is found, read or changed', async () => {
    const { clerk, official, recordOf } = await atTheDesk();
    await clerk.open(desk);
    await clerk.send('/registry', { taxCode: taxCodeOf(furio) });
    expect(clerk.text).toContain('Nessuno nel tuo comune');
    for (const path of ['?why=counter', '/history', '/changes/names'])
      expect((await clerk.open(`${desk}/people/${furio}${path}`)).page.statusCode, path).toBe(404);
    const elsewhere = await official('comune-h501');
    expect((await elsewhere.open(`${desk}/people/${bruno}?why=counter`)).page.statusCode).toBe(404);
    const consular = await official('manchester');
    expect((await consular.open(desk)).page.statusCode).toBe(404);
    expect((await recordOf(furio))?.version).toBe(1);
  });

  test('BO-1: what cannot be looked for is said at its field', async () => {
    const { clerk } = await atTheDesk();
    await clerk.open(desk);
    await clerk.send('/registry', {});
    expect(clerk.text).toContain('Scrivi il codice fiscale, oppure');
    await clerk.send('/registry', { name: 'La' });
    expect(clerk.text).toContain('almeno tre lettere');
    expect(clerk.page.body).toContain('value="La"');
    await clerk.send('/registry', { name: 'Lampa', bornOn: '1979-02-30' });
    expect(clerk.text).toContain('Scrivi una data che esiste');
    await clerk.send('/registry', { name: 'Nessunochesichiamicosi', bornOn: '' });
    expect(clerk.text).toContain('Nessuno nel tuo comune');
  });

  test('RG-5: a record opens only for a reason, and the reason is written down', async () => {
    const { clerk, readingsOf } = await atTheDesk();
    await clerk.open(`${desk}/people/${bruno}`);
    expect(clerk.text).toContain('Perché apri questa scheda?');
    expect(await readingsOf(bruno)).toEqual([]);
    await clerk.send(`/people/${bruno}`, { why: 'certificate' });
    expect(clerk.text).toContain('Scheda di Bruno Lampachiari');
    expect(await readingsOf(bruno)).toEqual([{ why: 'certificate', office_id: 'comune-a952' }]);
  });

  test('RG-1: a datum is corrected by an act and for a reason; both are needed', async () => {
    const { clerk, recordOf } = await atTheDesk();
    await clerk.open(`${desk}/people/${bruno}/changes/names`);
    await clerk.send('/changes/names', { givenName: 'Bruno Maria', act: '', reason: '' });
    expect(clerk.page.statusCode).toBe(422);
    expect(clerk.page.body).toContain('value="Bruno Maria"');
    await clerk.send('/changes/names', basis);
    expect(clerk.text).toContain('Fatto: la scheda è cambiata');
    expect(await recordOf(bruno)).toMatchObject({ givenName: 'Bruno Maria', familyName: 'Lampachiari' });
    await clerk.open(`${desk}/people/${bruno}/history`);
    for (const part of ['rettifica', basis.act, basis.reason]) expect(clerk.text).toContain(part);
  });

  test('CF-4: the municipality registers a family with AIRE; the form says what is missing and loses nothing', async () => {
    const { clerk, recordOf } = await atTheDesk();
    await clerk.open(`${desk}/people/${bruno}/changes/aire-registration`);
    await clerk.send('/changes/aire-registration', { ...basis, from: '2026-11-20', locality: 'Leeds' });
    expect(clerk.page.statusCode).toBe(422);
    expect(clerk.page.body).toContain('value="Leeds"');
    await clerk.send('/changes/aire-registration', { country: 'GB', consulate: 'manchester' });
    expect(clerk.text).toContain('Fatto: la scheda è cambiata');
    expect((await recordOf(bruno))?.enrolment).toMatchObject({ register: 'aire', consulate: 'manchester' });
    await clerk.open(`${desk}/people/${bruno}/changes/address-abroad`);
    await clerk.send('/changes/address-abroad', { ...basis, from: '2026-11-22', locality: 'York' });
    expect((await recordOf(bruno))?.addresses.at(-1)).toMatchObject({ country: 'GB', locality: 'York' });
    await clerk.open(`${desk}/people/${bruno}/history`);
    for (const part of ['iscrizione all’AIRE', 'cambio di indirizzo all’estero'])
      expect(clerk.text).toContain(part);
  });

  test('RG-1: the same form sent twice changes the record once; a stale one says so and loses nothing', async () => {
    const { clerk, official, recordOf } = await atTheDesk();
    const other = await official('comune-a952');
    await other.open(`${desk}/people/${bruno}/changes/sex`);
    await clerk.open(`${desk}/people/${bruno}/changes/names`);
    const key =
      /name="_key" value="([^"]+)"[\s\S]*?name="version"/.exec(
        clerk.page.body.slice(clerk.page.body.indexOf('<main')),
      )?.[1] ?? '';
    const typed = { ...basis, familyName: 'Lampachiara', _key: key, version: '1' };
    await clerk.send('/changes/names', typed);
    const { version } = (await recordOf(bruno)) ?? {};
    await clerk.open(`${desk}/people/${bruno}/changes/names`);
    await clerk.send('/changes/names', typed);
    expect(clerk.text).toContain('Fatto');
    expect((await recordOf(bruno))?.version).toBe(version);
    await other.send('/changes/sex', { ...basis, sex: 'F' });
    expect(other.text).toContain('Qualcuno ha cambiato la scheda');
    expect(other.page.body).toContain('Era scritto male');
    await other.send('/changes/sex', {});
    expect(other.text).toContain('Fatto');
  });

  test('CE-2: a procedure is opened and closed, and the page says what it means', async () => {
    const { clerk, recordOf } = await atTheDesk();
    await clerk.open(`${desk}/people/${bruno}/changes/procedure`);
    await clerk.send('/changes/procedure', { ...basis, kind: '' });
    expect(clerk.text).toContain('Scegli una risposta');
    await clerk.send('/changes/procedure', { kind: 'residence' });
    expect(clerk.text).toContain('cambio di residenza, aperto dal comune di Bolzano il 24 novembre 2026');
    await clerk.open(`${desk}/people/${bruno}/changes/procedure-closing`);
    await clerk.send('/changes/procedure-closing', basis);
    expect((await recordOf(bruno))?.openProcedures).toEqual([]);
  });

  test('CE-2: certifiability of a person and of a household', async () => {
    const { clerk, recordOf } = await atTheDesk();
    await clerk.open(`${desk}/people/${bruno}/changes/certifiability`);
    await clerk.send('/changes/certifiability', { ...basis, certifiability: 'partial' });
    await clerk.open(`${desk}/people/${bruno}/changes/household-certifiability`);
    await clerk.send('/changes/household-certifiability', { ...basis, certifiable: 'no' });
    expect(await recordOf(bruno)).toMatchObject({
      certifiability: 'partial',
      household: { certifiable: false },
    });
  });

  test('RG-3: who moves within the municipality keeps the roll; an entry in the roll is made by its own form', async () => {
    const { clerk, recordOf } = await atTheDesk();
    await clerk.open(`${desk}/people/${bruno}/changes/address`);
    await clerk.send('/changes/address', { ...basis, street: '', from: '' });
    expect(clerk.page.statusCode).toBe(422);
    await clerk.send('/changes/address', { street: 'Via delle Prove', number: '9', from: '2026-11-20' });
    expect((await recordOf(bruno))?.addresses.at(-1)).toMatchObject({
      street: 'Via delle Prove',
      from: '2026-11-20',
    });
    await clerk.open(`${desk}/people/${bruno}/changes/roll-entry`);
    await clerk.send('/changes/roll-entry', { ...basis, section: '21' });
    expect((await recordOf(bruno))?.electoral?.roll).toMatchObject({ municipality: 'A952', section: '21' });
  });

  test('BO-1: a record is struck by its reason; the household passes on, and the form says what is wrong', async () => {
    const { clerk, recordOf } = await atTheDesk();
    await clerk.open(`${desk}/people/${bruno}/changes/striking`);
    expect(clerk.text).toContain('DPR 223/1989 art. 11');
    expect(clerk.text).not.toContain('irreperibilità presunta all’estero');
    await clerk.send('/changes/striking', { ...basis, why: 'moved_abroad', from: '2026-11-20' });
    expect(clerk.text).toContain('passa all’AIRE');
    expect(clerk.page.body).toContain('Era scritto male');
    await clerk.send('/changes/striking', { why: 'death' });
    expect(clerk.text).toContain('Fatto: la scheda è cambiata');
    expect(clerk.text).toContain('Motivo: decesso');
    expect(clerk.text).toContain('non è attiva');
    const elsa = await recordOf(demoPersonId('elsa'));
    expect(elsa?.household?.members.map(({ relation }) => relation)).toEqual(['holder', 'child', 'child']);
  });

  test('BO-1: a record is marked as a duplicate of one that is named, and not of somebody else’s', async () => {
    const { clerk, recordOf } = await atTheDesk();
    await clerk.open(`${desk}/people/${bruno}/changes/duplicate`);
    const typed = { ...basis, of: taxCodeOf(furio), from: '2026-11-20' };
    await clerk.send('/changes/duplicate', typed);
    expect(clerk.text).toContain('non sembrano della stessa persona');
    expect(clerk.page.body).toContain(taxCodeOf(furio));
    await clerk.send('/changes/duplicate', { of: 'XX00000XX' });
    expect(clerk.text).toContain('Nessuna scheda attiva');
    expect((await recordOf(bruno))?.standing).toEqual({ state: 'enrolled' });
  });

  test('RG-2: some of a household move out; then holder and relations are put right', async () => {
    const { clerk, recordOf } = await atTheDesk();
    const [elsa, lia] = [demoPersonId('elsa'), demoPersonId('lia')];
    await clerk.open(`${desk}/people/${bruno}/changes/members-move`);
    await clerk.send('/changes/members-move', { ...basis, from: '2026-11-20', street: 'via dei Gelsi' });
    expect(clerk.text).toContain('Scegli chi si sposta');
    await clerk.send('/changes/members-move', {
      [`relation_${elsa}`]: 'holder',
      [`relation_${lia}`]: 'child',
    });
    expect(clerk.text).toContain('Fatto');
    expect((await recordOf(elsa))?.household?.members.map(({ id }) => id)).toEqual([elsa, lia]);
    await clerk.open(`${desk}/people/${elsa}/changes/household`);
    const typed = { ...basis, from: '2026-11-21', [`relation_${lia}`]: 'holder' };
    await clerk.send('/changes/household', typed);
    expect(clerk.text).toContain('un solo intestatario');
    await clerk.send('/changes/household', { [`relation_${elsa}`]: 'parent' });
    expect(clerk.text).toContain('Fatto');
    expect((await recordOf(lia))?.household?.members.map(({ relation }) => relation)).toEqual([
      'holder',
      'parent',
    ]);
  });

  test('RG-1: what was true and known on another day can still be read', async () => {
    const { deps, clerk } = await atTheDesk();
    await clerk.open(`${desk}/people/${bruno}/changes/identity-documents`);
    await clerk.send('/changes/identity-documents', {
      ...basis,
      kind2: 'passport',
      number2: 'YA0000001',
      issuedOn2: '2026-10',
      from: '2026-10-05',
    });
    deps.clock.forward({ minutes: 1 });
    const history = `${desk}/people/${bruno}/history`;
    await clerk.open(`${history}?at=2026-10-10`);
    expect(clerk.text).toContain('YA0000001');
    await clerk.open(`${history}?at=2026-10-10&known=2026-10-31`);
    expect(clerk.text).not.toContain('YA0000001');
    expect(clerk.text).toContain('Scheda di');
    await clerk.open(`${history}?at=1900-01-01`);
    expect(clerk.text).toContain('non risulta niente');
  });

  test('RG-1: every form opens filled in as the record is, and refuses to change nothing', async () => {
    const { clerk, recordOf } = await atTheDesk();
    const before = (await recordOf(bruno))?.version;
    // What happens to a person is not filled in before it is known.
    const happens = [
      'procedure',
      'procedure-closing',
      'address',
      'aire-registration',
      'address-abroad',
      'members-move',
      'duplicate',
      'striking',
    ];
    const unchanged = changeFormNames.filter((name) => ![...happens, 'roll-entry'].includes(name));
    for (const name of unchanged) {
      await clerk.open(`${desk}/people/${bruno}/changes/${name}`);
      expect(clerk.page.statusCode, name).toBe(200);
      if (name === 'cohabitation-contract') continue;
      await clerk.send(`/changes/${name}`, name === 'household' ? { ...basis, from: '2026-11-20' } : basis);
      expect(clerk.text, name).toContain('non c’è niente da cambiare');
    }
    expect((await recordOf(bruno))?.version).toBe(before);
  });

  test('RG-1: in English too', async () => {
    const { clerk } = await atTheDesk('en');
    await clerk.open(`${desk}/people/${bruno}/changes/birth`);
    await clerk.send('/changes/birth', { ...basis, on: '1979-13' });
    expect(clerk.text).toContain('Write the date as YYYY-MM-DD');
    await clerk.send('/changes/birth', { on: '2025-01-01' });
    expect(clerk.text).toContain('A date is before the person’s birth');
  });
});

describe('the API of the desk', () => {
  const base = '/api/v1/desk/offices/comune-a952';

  async function atTheApi() {
    const world = await atTheDesk();
    const call = async (method: 'GET' | 'POST', path: string, payload?: object, key?: string) => {
      const answer = await world.pages.inject({
        method,
        url: `${base}${path}`,
        cookies: { desk: world.clerk.cookies.get('desk') ?? '' },
        headers: { 'idempotency-key': key ?? crypto.randomUUID() },
        ...(payload === undefined ? {} : { payload }),
      });
      return { status: answer.statusCode, body: answer.json() };
    };
    const record = `/registry-records/${bruno}`;
    const { version } = (await call('GET', `${record}?why=correction`)).body;
    const change = (what: object, more: object = {}, key?: string) =>
      call('POST', `${record}/changes`, { ...basis, version, change: what, ...more }, key);
    return { ...world, call, change, record };
  }

  test('BO-1: searches and reads as the pages do, and the reading is written down', async () => {
    const { call, record, readingsOf } = await atTheApi();
    expect(await call('POST', '/registry-searches', { tax_code: taxCodeOf(bruno) })).toMatchObject({
      status: 200,
      body: { items: [{ person_id: bruno, standing: 'enrolled', open_procedures: 0 }] },
    });
    expect(await call('POST', '/registry-searches', { name: 'La' })).toMatchObject({
      status: 422,
      body: { code: 'too_short' },
    });
    expect(await call('POST', '/registry-searches', { name: 'Lampa', born_on: 'x' })).toMatchObject({
      body: { code: 'not_a_date' },
    });
    expect((await call('GET', record)).status).toBe(422);
    expect((await call('GET', `${record}?why=counter&at=1900-01-01`)).status).toBe(404);
    expect((await call('GET', `/registry-records/${furio}?why=counter`)).status).toBe(404);
    expect((await readingsOf(bruno)).map(({ why }) => why)).toEqual(['correction', 'search']);
  });

  test('RG-1: every kind of change is made once for its key, or refused by a closed code', async () => {
    const { call, change, record, recordOf } = await atTheApi();
    const names = { kind: 'names', given_name: 'Bruno Maria', family_name: 'Lampachiari' };
    const first = await change(names, {}, 'the-same-key');
    expect(first.status).toBe(200);
    expect(await change(names, {}, 'the-same-key')).toEqual(first);
    expect(await change({ kind: 'sex', sex: 'F' })).toMatchObject({
      status: 409,
      body: { code: 'changed_meanwhile' },
    });
    const now = async () => ({ version: (await recordOf(bruno))?.version });
    const born = {
      on: '1979',
      place: { country: 'IT', municipality: 'A952', name: 'Bolzano', province: 'BZ' },
    };
    const changes: readonly object[] = [
      { kind: 'sex', sex: 'F' },
      { kind: 'birth', birth: born },
      { kind: 'marital_status', marital_status: { state: 'divorced', ended_on: '2026-03' } },
      { kind: 'citizenships', citizenships: [{ of: 'IT' }, { of: 'AT', since: '2020' }] },
      { kind: 'cohabitation_contract', contract: { stipulated_on: '2026-05-01' } },
      { kind: 'identity_documents', documents: [{ kind: 'passport', number: 'YA0000001' }] },
      { kind: 'addresses', addresses: [{ country: 'IT', municipality: 'A952', street: 'Via delle Prove' }] },
      { kind: 'move', on: '2026-11-20', to: { municipality: 'A952', street: 'Via dei Saggi', number: '1' } },
      { kind: 'procedure_opening', procedure: 'citizenship' },
      { kind: 'certifiability', certifiability: 'none' },
      { kind: 'household_certifiability', certifiable: false },
      { kind: 'roll_entry', section: '9' },
      {
        kind: 'household',
        on: '2026-11-21',
        holder: demoPersonId('elsa'),
        members: [{ person_id: bruno, relation: 'spouse' }],
      },
      {
        kind: 'members_move',
        on: '2026-11-22',
        members: [{ person_id: bruno, relation: 'holder' }],
        destination: { to: { municipality: 'A952', street: 'Via dei Pioppi' } },
      },
      { kind: 'tax_code' },
    ];
    for (const each of changes) {
      const answer = await change(each, await now());
      expect(answer, JSON.stringify([each, answer.body])).toMatchObject({ status: 200 });
    }
    const id = (await recordOf(bruno))?.openProcedures[0]?.id;
    expect(await change({ kind: 'procedure_closing', procedure_id: id }, await now())).toMatchObject({
      status: 200,
    });
    expect(await change({ kind: 'procedure_closing', procedure_id: id }, await now())).toMatchObject({
      status: 409,
      body: { code: 'no_such_procedure' },
    });
    expect(await change({ kind: 'tax_code', tax_code: 'AAAAAA00A00A000A' }, await now())).toMatchObject({
      status: 422,
      body: { code: 'not_a_tax_code' },
    });
    const elsewhere = { kind: 'duplicate', of: furio, on: '2026-11-23' };
    expect(await change(elsewhere, await now())).toMatchObject({
      status: 409,
      body: { code: 'another_person' },
    });
    expect(
      await change({ kind: 'striking', why: 'untraceable', on: '2026-11-23' }, await now()),
    ).toMatchObject({ status: 409, body: { code: 'no_untraceability_procedure' } });
    const history = await call('GET', `${record}/changes`);
    expect(history.body.items).toHaveLength(changes.length + 2);
    const named = expect.objectContaining({ kind: 'correction', data: ['names'], ...basis });
    expect(history.body.items).toContainEqual(named);
    expect(await recordOf(bruno)).toMatchObject({
      givenName: 'Bruno Maria',
      birth: { on: '1979' },
      citizenships: [{ of: 'IT' }, { of: 'AT', since: '2020' }],
      openProcedures: [],
    });
  });
});
