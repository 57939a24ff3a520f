import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PagopaSimulator, startPagopa } from '#demo/pagopa/start.ts';
import { demoPersonId } from '#demo/registry/people.ts';
import { testApp } from '#tests/support/app.ts';
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
