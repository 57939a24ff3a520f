import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PagopaSimulator, startPagopa } from '#demo/pagopa/start.ts';
import { demoPersonId } from '#demo/registry/people.ts';
import { testApp } from '#tests/support/app.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { citizenBrowser, officialBrowser } from '#tests/support/signed-in.ts';
import { anAccountOf, certificateDeps } from '../testing.ts';

let deps: Awaited<ReturnType<typeof certificateDeps>>;
let app: FastifyInstance;
let pagopa: PagopaSimulator;
beforeAll(async () => {
  pagopa = await startPagopa({ now: () => deps.now(), checkoutOrigin: 'http://localhost:3000' });
});
afterAll(() => pagopa.stop());
beforeEach(async () => {
  deps = await certificateDeps();
  app = await testApp(deps, {}, undefined, { pagopa: pagopa.options });
});
afterEach(() => app.close());

const person = async (name: Parameters<typeof demoPersonId>[0], locale = 'it') =>
  citizenBrowser(app, deps, await anAccountOf(deps, demoPersonId(name)), { locale, spidLevel: 2 });

describe('asking for a certificate', () => {
  test('CE-1, CE-5, CE-7, CE-11: an exempt one is there at once, in the list, and downloads', async () => {
    const browser = await person('bruno');
    await browser.open('/certificates/new');
    expect(browser.page.statusCode).toBe(200);
    for (const name of [
      'Residenza',
      'Stato di famiglia',
      'Morte',
      'Bruno Lampachiari (tu)',
      'Lia Lampachiari',
    ])
      expect(browser.text).toContain(name);
    await browser.open(
      `/certificates/new/details?person=${demoPersonId('bruno')}&kinds=residence&kinds=family_status`,
    );
    expect(browser.text).toContain('Italiano e tedesco');
    expect(browser.text).toContain('è così composta');
    await browser.send('/certificates', { language: 'de', use: 'judicial' });
    expect(browser.page.statusCode).toBe(200);
    expect(browser.text).toContain('Valido');
    expect(browser.text).toContain('A952/2026/000001');
    const path = browser.path.replace('/it', '');
    await browser.open(`${path}/certificate.pdf`);
    expect(browser.page.headers['content-type']).toBe('application/pdf');
    expect(browser.page.headers['content-disposition']).toContain('certificato-A952-2026-000001.pdf');
    await browser.open('/certificates');
    expect(browser.text).toContain('Scarica: Residenza, Stato di famiglia');
  });

  test('CE-7: nothing is chosen for a use: it says so, and keeps what was chosen', async () => {
    const browser = await person('bruno', 'en');
    await browser.open(`/certificates/new/details?person=${demoPersonId('bruno')}&kinds=residence`);
    await browser.send('/certificates', { by_mail: 'yes' });
    expect(browser.page.statusCode).toBe(422);
    expect(browser.text).toContain('Choose what it is for.');
    expect(browser.page.body).toMatch(/name="by_mail" value="yes"[^>]*checked/);
  });

  test('CE-7, PA-1: with the stamp the payment comes first, and can be given up', async () => {
    const browser = await person('bruno');
    await browser.open(`/certificates/new/details?person=${demoPersonId('bruno')}&kinds=residence`);
    await browser.send('/certificates', { use: 'stamp' });
    expect(browser.path).toMatch(/^\/it\/payments\//);
    await browser.open('/certificates');
    expect(browser.text).toContain('Da pagare');
    const [, id = ''] = /href="\/it\/certificates\/([0-9a-f-]{36})"/.exec(browser.page.body) ?? [];
    await browser.open(`/certificates/${id}/certificate.pdf`);
    expect(browser.page.statusCode).toBe(409);
    expect(browser.text).toContain('non è ancora pronto');
    await browser.open(`/certificates/${id}`);
    await browser.send('/cancellation');
    expect(browser.text).toContain('Rinunciato');
  });

  test('CE-2: an open procedure leaves residence and family status, and says whom to ask', async () => {
    const browser = await person('furio');
    await browser.open('/certificates/new');
    const choices = [...browser.page.body.matchAll(/name="kinds" value="(\w+)"/g)].map(([, kind]) => kind);
    expect(choices).toEqual(['residence', 'family_status']);
    expect(browser.text).toContain('C’è un procedimento aperto dal comune su questa scheda.');
    expect(browser.text).toContain('Comune di');
    await browser.open(`/certificates/new/details?person=${demoPersonId('furio')}&kinds=birth`);
    expect(browser.page.statusCode).toBe(422);
    expect(browser.text).toContain('Nascita: C’è un procedimento aperto');
  });

  test('CE-2: a record that the municipality has struck yields nothing any more, and the page says so', async () => {
    const browser = await person('furio');
    const change = async (what: object) => {
      const { browser: desk } = await officialBrowser(app, deps, 'comune-h501');
      const record = `/api/v1/desk/offices/comune-h501/registry-records/${demoPersonId('furio')}`;
      const headers = { cookie: `desk=${desk.cookies.get('desk')}`, 'idempotency-key': crypto.randomUUID() };
      const { version } = (await app.inject({ url: `${record}?why=procedure`, headers })).json();
      const basis = { version, act: 'Verbale 3', reason: 'Accertato' };
      const payload = { ...basis, change: what };
      expect(
        (await app.inject({ method: 'POST', url: `${record}/changes`, headers, payload })).statusCode,
      ).toBe(200);
    };
    await change({ kind: 'striking', why: 'untraceable_at_census', on: '2026-11-20' });
    await browser.open('/certificates/new');
    expect(browser.page.body).not.toContain('name="kinds"');
    expect(browser.text).toContain('cancellata');
    await browser.open(`/certificates/new/details?person=${demoPersonId('furio')}&kinds=residence`);
    expect(browser.page.statusCode).toBe(422);
  });

  test('CE-3: never lived in Italy: the page says so, in both languages', async () => {
    const browser = await person('delia', 'en');
    await browser.open('/certificates/new');
    expect(browser.text).toContain('The person in AIRE has never lived in Italy.');
    expect(browser.text).toContain('AIRE residence');
  });

  test('CE-8: Italian and Slovene where the municipality offers it', async () => {
    const browser = await person('tea');
    await browser.open(`/certificates/new/details?person=${demoPersonId('tea')}&kinds=free_status`);
    expect(browser.text).toContain('Italiano e sloveno');
    expect(browser.text).not.toContain('tedesco');
    await browser.send('/certificates', { language: 'sl', use: 'foreign_pension' });
    expect(browser.text).toContain('D324/2026/000001');
  });

  test('CE-10: whoever is not of the household is not there', async () => {
    const browser = await person('bruno');
    await browser.open(`/certificates/new?person=${demoPersonId('furio')}`);
    expect(browser.page.statusCode).toBe(404);
    await browser.open(`/certificates/new/details?person=${demoPersonId('furio')}&kinds=residence`);
    expect(browser.page.statusCode).toBe(404);
    await browser.open(`/certificates/new/preview.pdf?person=${demoPersonId('furio')}&kinds=residence`);
    expect(browser.page.statusCode).toBe(404);
  });

  test('ID-12: a password alone does not open certificates; the page says why and leads to SPID', async () => {
    const accountId = await anAccountOf(deps, demoPersonId('bruno'));
    const browser = await citizenBrowser(app, deps, accountId);
    await browser.open('/certificates');
    expect(browser.text).not.toContain('Chiedi un certificato');
    expect(browser.text).toContain('SPID');
  });

  test('OF-6: while the municipality is cut off from the registry nothing is offered', async () => {
    const browser = await person('bruno');
    await deps.store.owner.query(
      `insert into offices.registry_connection (office_id, connected, why, since) values ('comune-a952', false, 'maintenance', now())`,
    );
    await browser.open('/certificates/new');
    expect(browser.page.body).not.toContain('name="kinds"');
    await browser.open(`/certificates/new/details?person=${demoPersonId('bruno')}&kinds=residence`);
    expect(browser.text).toContain('non è collegato');
  });
});

describe('the catalogue of services', () => {
  const services = ['registry-certificates', 'your-data', 'self-certification'];

  test('OF-6: the catalogue and the search lead to what the registry offers, and say how to get in', async () => {
    const visitor = openBrowser(app);
    await visitor.open('/services');
    for (const id of services) expect(visitor.page.body).toContain(`href="/it/services/${id}"`);
    await visitor.open('/search?q=certificato%20di%20residenza');
    expect(visitor.page.body).toContain('href="/it/services/registry-certificates"');
    await visitor.open('/services/registry-certificates');
    expect(visitor.text).toContain('Serve SPID, almeno di livello 2');
    expect(visitor.text).toContain('16,00');
    expect(visitor.page.body).toContain('href="/it/sign-in/spid?next=%2Fcertificates%2Fnew"');
    expect((await visitor.open('/offices/manchester/services/your-data')).page.statusCode).toBe(404);
    expect((await visitor.open('/offices/manchester/services')).page.body).not.toContain(
      '/services/your-data',
    );
    const english = openBrowser(app, { locale: 'en' });
    for (const id of services)
      expect((await english.open(`/services/${id}`)).text).toContain('Sign in with SPID');
    await visitor.open('/api/v1/services/registry-certificates');
    expect(visitor.page.json()).toMatchObject({ booking: 'online', online_path: '/certificates/new' });
  });

  test('OF-6: whose municipality is cut off from the registry reads so there, and has no way to start', async () => {
    const browser = await person('bruno');
    await browser.open('/services/registry-certificates');
    expect(browser.page.body).toContain('href="/it/certificates/new"');
    await deps.store.owner.query(
      `insert into offices.registry_connection (office_id, connected, why, since) values ('comune-a952', false, 'maintenance', now())`,
    );
    await browser.open('/services/registry-certificates');
    expect(browser.text).toContain('ora non è collegato');
    expect(browser.page.body).not.toContain('href="/it/certificates/new"');
    await browser.open('/services/your-data');
    expect(browser.page.body).toContain('href="/it/your-data"');
  });
});

describe('the desk of the municipality', () => {
  test('BO-1: sees its own certificates by number, and takes one back; the person reads so', async () => {
    const browser = await person('bruno');
    await browser.open(`/certificates/new/details?person=${demoPersonId('bruno')}&kinds=residence`);
    await browser.send('/certificates', { use: 'sports_club' });
    const path = browser.path.replace('/it', '');
    const { browser: desk } = await officialBrowser(app, deps, 'comune-a952');
    await desk.open('/desk/offices/comune-a952/certificates?number=2026/1');
    expect(desk.text).toContain('A952/2026/000001');
    await desk.open(`/desk/offices/comune-a952${path}`);
    await desk.send('/revocation', {});
    expect(desk.text).toContain('Scegli il motivo');
    await desk.send('/revocation', { because: 'wrong_data' });
    expect(desk.text).toContain('Revocato');
    await browser.open(`${path}/certificate.pdf`);
    expect(browser.page.statusCode).toBe(409);
    expect(browser.text).toContain('revocato');
    const { browser: elsewhere } = await officialBrowser(app, deps, 'comune-h501');
    await elsewhere.open('/desk/offices/comune-a952/certificates');
    expect(elsewhere.page.statusCode).toBe(404);
    await elsewhere.open(`/desk/offices/comune-h501${path}`);
    expect(elsewhere.page.statusCode).toBe(404);
  });
});

describe('BO-1, RG-5: finding what was issued', () => {
  const list = '/desk/offices/comune-a952/certificates';

  async function issuedTo(browser: Awaited<ReturnType<typeof person>>, about: 'bruno' | 'elsa', count = 1) {
    for (let time = 0; time < count; time += 1) {
      await browser.open(
        `/certificates/new/details?person=${demoPersonId(about)}&kinds=${about === 'bruno' ? 'residence' : 'birth'}`,
      );
      await browser.send('/certificates', { use: 'sports_club' });
      deps.clock.forward({ minutes: 1 });
    }
  }

  const readings = async (name: 'bruno' | 'elsa') =>
    (
      await deps.store.owner.query(
        `select why, office_id from registry.reading where person_id = $1 and reader = 'official'`,
        [demoPersonId(name)],
      )
    ).rows;

  test('by name, tax code or day, in the own municipality alone; whom they are about sees it', async () => {
    const browser = await person('bruno');
    await issuedTo(browser, 'bruno');
    await issuedTo(browser, 'elsa');
    const { browser: desk } = await officialBrowser(app, deps, 'comune-a952');
    await desk.open(list);
    expect(desk.text).toContain('A952/2026/000002');
    expect(desk.text).not.toContain('Lampachiari');
    expect(await readings('bruno')).toEqual([]);
    await desk.send('/searches', { name: 'lampachiàri br' });
    expect(desk.text).toContain('Lampachiari Bruno');
    expect(desk.text).not.toContain('A952/2026/000002');
    expect(desk.path).not.toContain('lampa');
    expect(await readings('bruno')).toEqual([{ why: 'issued_certificates', office_id: 'comune-a952' }]);
    expect(await readings('elsa')).toEqual([]);
    await desk.send('/searches', { name: '', taxCode: 'dlc lse 81p42 l378w' });
    expect(desk.text).toContain('Dolcisereni Elsa');
    expect(desk.text).not.toContain('Lampachiari Bruno');
    await desk.send('/searches', { taxCode: '', issuedOn: '2026-11-24' });
    expect(desk.text).toContain('Dolcisereni Elsa');
    expect(desk.text).toContain('Lampachiari Bruno');
    await desk.send('/searches', { name: 'dolcisereni', issuedOn: '2026-11-23' });
    expect(desk.text).toContain('Nessun certificato trovato');
    const { browser: elsewhere } = await officialBrowser(app, deps, 'comune-h501');
    await elsewhere.open('/desk/offices/comune-h501/certificates');
    await elsewhere.send('/searches', { name: 'lampachiari' });
    expect(elsewhere.text).toContain('Nessun certificato trovato');
    await browser.open('/your-data/readings');
    expect(browser.text).toContain('ricerca tra i certificati rilasciati');
  });

  test('what was issued before there was a search is found too', async () => {
    await issuedTo(await person('bruno'), 'elsa');
    const migration = readFileSync('migrations/0030_registry_ends.sql', 'utf8');
    const fill = /update certificates\.certificate set[\s\S]+?;/.exec(migration)?.[0] ?? '';
    const kept = async () =>
      (
        await deps.store.owner.query<{ key: string }>(
          `select holder_key as key, holder_tax_code as code from certificates.certificate`,
        )
      ).rows[0];
    const written = await kept();
    await deps.store.owner.query(
      `update certificates.certificate set holder_key = 'nobody', holder_tax_code = null,
         content = jsonb_set(content, '{person,0,value}', '"Dolcìséreni  Elsa"')`,
    );
    await deps.store.owner.query(fill);
    expect(await kept()).toEqual(written);
    expect(written).toEqual({ key: 'dolcisereni elsa', code: 'DLCLSE81P42L378W' });
  });

  test('what cannot be looked for is said at its field, and nothing typed is lost', async () => {
    const { browser: desk } = await officialBrowser(app, deps, 'comune-a952');
    await desk.open(list);
    await desk.send('/searches', { name: 'La', taxCode: 'X' });
    expect(desk.page.statusCode).toBe(422);
    expect(desk.text).toContain('Scrivi almeno tre lettere del cognome.');
    expect(desk.page.body).toContain('value="La"');
    await desk.send('/searches', { name: '', issuedOn: '2026-02-30' });
    expect(desk.text).toContain('Scrivi una data che esiste.');
    await desk.open(`${list}?number=abc`);
    expect(desk.text).toContain('Scrivi il numero come');
  });

  test('page by page, none twice and none left out, whatever is issued meanwhile', async () => {
    const browser = await person('bruno');
    await issuedTo(browser, 'bruno', 2);
    await deps.store.owner.query(
      `insert into certificates.certificate
       select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'document_id', gen_random_uuid(), 'number', 10 + n,
         'requested_at', c.requested_at - n * interval '1 second'))).*
       from certificates.certificate c, generate_series(1, 118) n where c.number = 1`,
    );
    const { browser: desk } = await officialBrowser(app, deps, 'comune-a952');
    const seen: string[] = [];
    const numbers = () =>
      [...desk.page.body.matchAll(/>(A952\/2026\/\d{6})<\/a>/g)].map(([, number = '']) => number);
    await desk.open(list);
    await desk.send('/searches', { name: 'lampachiari' });
    seen.push(...numbers());
    await issuedTo(browser, 'bruno');
    for (let page = 1; page < 3; page += 1) {
      const after = /name="after" value="([^"]+)"/.exec(desk.page.body)?.[1] ?? '';
      await desk.send('/searches', { after });
      seen.push(...numbers());
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
    expect(desk.page.body).not.toContain('name="after" value="2');
    await desk.open(list);
    const older = /\?after=([^"]+)"/.exec(desk.page.body)?.[1] ?? '';
    await desk.open(`${list}?after=${older}`);
    expect(numbers()).toHaveLength(50);
    expect((await desk.open(`${list}?after=x`)).page.statusCode).toBe(200);
    const cookie = `desk=${desk.cookies.get('desk')}`;
    const base = '/api/v1/desk/offices/comune-a952';
    const first = await app.inject({ url: `${base}/certificates`, headers: { cookie } });
    expect(first.json()).toMatchObject({ next: expect.any(String) });
    const search = (payload: object) =>
      app.inject({ method: 'POST', url: `${base}/certificate-searches`, headers: { cookie }, payload });
    expect((await search({ name: 'lampachiari', after: first.json().next })).json().items).toHaveLength(50);
    expect((await search({ name: 'x' })).json()).toMatchObject({ code: 'name_too_short' });
  });
});

describe('for machines', () => {
  test('CE-1, CE-2: the kinds with what stands in the way, and a certificate', async () => {
    const browser = await person('furio');
    const cookie = `session=${browser.cookies.get('session')}`;
    const kinds = await app.inject({ url: '/api/v1/certificate-kinds', headers: { cookie } });
    expect(kinds.json()).toMatchObject({ connected: true, person_id: demoPersonId('furio') });
    const blocked = kinds.json<{ items: { kind: string; blocked_by: { rule: string }[] }[] }>().items;
    expect(blocked.find((each) => each.kind === 'birth')?.blocked_by).toMatchObject([
      { rule: 'procedure_open' },
    ]);
    const ask = (body: object) =>
      app.inject({
        method: 'POST',
        url: '/api/v1/certificates',
        headers: { cookie, 'idempotency-key': crypto.randomUUID() },
        payload: { person_id: demoPersonId('furio'), exempt_use: 'judicial', ...body },
      });
    const declined = await ask({ kinds: ['birth'] });
    expect(declined.statusCode).toBe(409);
    expect(declined.json()).toMatchObject({ code: 'declined', errors: [{ code: 'procedure_open' }] });
    const made = await ask({ kinds: ['residence'] });
    expect(made.statusCode, made.body).toBe(201);
    expect(made.json()).toMatchObject({ state: 'delivered', valid: true, number: 'H501/2026/000001' });
    const { certificate_id: id } = made.json<{ certificate_id: string }>();
    const document = await app.inject({ url: `/api/v1/certificates/${id}/document`, headers: { cookie } });
    expect(document.headers['content-type']).toBe('application/pdf');
  });

  test('CE-7, PA-1: with the stamp the payment is named, and the certificate can be given up', async () => {
    const browser = await person('bruno');
    const headers = {
      cookie: `session=${browser.cookies.get('session')}`,
      'idempotency-key': 'one-and-the-same',
    };
    const payload = { person_id: demoPersonId('bruno'), kinds: ['residence'] };
    const ask = () => app.inject({ method: 'POST', url: '/api/v1/certificates', headers, payload });
    const made = (await ask()).json<Record<string, string>>();
    expect(made).toMatchObject({ state: 'awaiting_payment', valid: false, payment_id: expect.any(String) });
    expect((await ask()).json()).toEqual(made);
    const url = `/api/v1/certificates/${made['certificate_id']}`;
    const document = await app.inject({ url: `${url}/document`, headers });
    expect(document.json()).toMatchObject({ status: 409, code: 'not_issued_yet' });
    const cancelled = await app.inject({ method: 'POST', url: `${url}/cancellation`, headers });
    expect(cancelled.json()).toMatchObject({ state: 'given_up' });
  });
});
