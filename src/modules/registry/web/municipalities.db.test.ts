import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { lettersTo } from '#modules/identity/testing.ts';
import { testApp } from '#tests/support/app.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { signedInOfficial } from '#tests/support/official.ts';
import { officialBrowser } from '#tests/support/signed-in.ts';
import { testClock, testDeps } from '#tests/support/store.ts';

let app: FastifyInstance | undefined;
afterEach(async () => {
  await app?.close();
});

const desk = '/desk/offices/comune-a952/municipality';

async function aTown(locale = 'it') {
  const deps = await testDeps(testClock('2026-11-24T09:00:00Z'));
  const pages = await testApp(deps);
  app = pages;
  const official = async (officeId: string, role: 'operator' | 'office_admin') =>
    (await officialBrowser(pages, deps, officeId, { locale, role })).browser;
  return { deps, pages, official, visitor: openBrowser(pages, { locale }) };
}

describe('municipalities', () => {
  test('OF-6: anybody finds a municipality by name or code, with its contacts and the national services', async () => {
    const { visitor } = await aTown();
    await visitor.open('/municipalities?name=san%20dorligo');
    expect(visitor.text).toContain('San Dorligo della Valle (TS)');
    await visitor.open('/municipalities?name=a952');
    expect(visitor.path).toBe('/it/municipalities/a952');
    for (const part of [
      'Comune di Bolzano (BZ)',
      'I tuoi dati',
      'Certificati',
      'anagrafe@pec.comune-a952.example',
    ])
      expect(visitor.text).toContain(part);
    expect((await visitor.open('/municipalities/z999')).page.statusCode).toBe(404);
    expect((await visitor.open('/municipalities?name=Atlantide')).text).toContain(
      'Nessun comune si chiama «Atlantide»',
    );
    await visitor.open('/offices?country=IT&place=Bolzano');
    expect(visitor.page.body).toContain('/it/municipalities/a952');
  });

  test('OF-6: a municipality adds services of its own, in two languages, and takes them away', async () => {
    const { official, visitor } = await aTown();
    const admin = await official('comune-a952', 'office_admin');
    await admin.open(desk);
    const service = {
      titleIt: 'Asili',
      titleEn: 'Nurseries',
      textIt: 'Iscrizioni.',
      textEn: '',
      url: 'ftp://x',
    };
    await admin.send('/services', service);
    expect(admin.page.statusCode).toBe(422);
    expect(admin.text).toContain('comincia con https://');
    expect(admin.page.body).toContain('value="Asili"');
    await admin.send('/services', { textEn: 'Enrolment.', url: 'https://asili.example' });
    await visitor.open('/municipalities/a952');
    expect(visitor.text).toContain('Asili Iscrizioni.');
    expect(visitor.page.body).toContain('href="https://asili.example"');
    await visitor.open('/api/v1/municipalities/A952');
    expect(visitor.page.json()).toMatchObject({ services: [{ title_en: 'Nurseries' }] });
    await admin.send('/withdrawal');
    expect((await visitor.open('/municipalities/a952')).text).not.toContain('Asili');
  });

  test('OF-6: national certificates are offered only while the municipality is connected, and people read why not', async () => {
    const { official, visitor } = await aTown();
    const admin = await official('comune-a952', 'office_admin');
    await admin.open(desk);
    await admin.send('/disconnection', { why: '' });
    expect(admin.text).toContain('Scegli il motivo');
    await admin.send('/disconnection', { why: 'fault', backOn: '2026-11-01' });
    expect(admin.text).toContain('non può essere già passato');
    await admin.send('/disconnection', { why: 'certificate_expired', backOn: '2026-11-26' });
    await visitor.open('/municipalities/a952');
    for (const part of [
      'ora non è collegato',
      'certificato di sicurezza della postazione',
      'Dal martedì 24 novembre 2026, ore 10:00',
      'tornare collegato il 26 novembre 2026',
      'Non disponibile adesso',
    ])
      expect(visitor.text).toContain(part);
    await visitor.open('/api/v1/municipalities/a952');
    expect(visitor.page.json()).toMatchObject({
      registry_connection: { connected: false, why: 'certificate_expired', back_on: '2026-11-26' },
      national_services: ['your_data', 'digital_domicile', 'self_certification'],
    });
    await admin.open(desk);
    await admin.send('/connection');
    expect((await visitor.open('/municipalities/a952')).text).not.toContain('Non disponibile');
  });

  test('OF-6: programs of the municipality do the same', async () => {
    const { official, pages } = await aTown();
    const admin = await official('comune-a952', 'office_admin');
    const call = async (method: 'POST' | 'DELETE', path: string, payload?: object) => {
      const answer = await pages.inject({
        method,
        url: `/api/v1/desk/offices/comune-a952${path}`,
        cookies: { desk: admin.cookies.get('desk') ?? '' },
        headers: { 'idempotency-key': crypto.randomUUID() },
        ...(payload === undefined ? {} : { payload }),
      });
      return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
    };
    const texts = { title_it: 'Asili', title_en: 'Nurseries', text_it: 'Iscrizioni.', text_en: 'Enrolment.' };
    expect((await call('POST', '/municipal-services', { ...texts, url: 'http://x.example' })).status).toBe(
      422,
    );
    const published = await call('POST', '/municipal-services', texts);
    expect(published.status).toBe(201);
    const path = `/municipal-services/${published.body.service_id}`;
    expect((await call('DELETE', path)).status).toBe(204);
    expect(await call('DELETE', path)).toMatchObject({ status: 404, body: { code: 'no_such_service' } });
    const cut = { connected: false, why: 'fault', back_on: '2026-11-25' };
    expect(await call('POST', '/registry-connections', cut)).toMatchObject({ status: 200, body: cut });
    expect(await call('POST', '/registry-connections', { ...cut, back_on: '2026-11-01' })).toMatchObject({
      status: 422,
      body: { code: 'back_in_the_past' },
    });
    expect((await call('POST', '/registry-connections', { connected: true })).body).toEqual({
      connected: true,
    });
  });

  test('BO-1: who only serves the counter, or another municipality, sets nothing up', async () => {
    const { official } = await aTown();
    for (const someone of [
      await official('comune-a952', 'operator'),
      await official('comune-h501', 'office_admin'),
    ])
      expect((await someone.open(desk)).page.statusCode).toBe(404);
    const consulate = await official('manchester', 'office_admin');
    expect((await consulate.open('/desk/offices/manchester/municipality')).page.statusCode).toBe(404);
  });

  test('BO-1: the ministry invites the first official of a municipality, whose administrator invites the others', async () => {
    const { deps, pages } = await aTown();
    const ministry = await signedInOfficial(pages, deps, {
      email: 'minerva@ufficio.example',
      roles: [],
      ministry: true,
    });
    await ministry.open('/desk/officials');
    const person = { given_name: 'Silvano', family_name: 'Facsimile', language: 'it', role: 'office_admin' };
    await ministry.send('/desk/officials', {
      ...person,
      email: 'silvano@comune.example',
      municipality: 'Livo',
    });
    expect(ministry.text).toContain('aggiungi la provincia');
    await ministry.send('/desk/officials', { municipality: 'Bolzano' });
    expect(ministry.text).toContain('Comune di Bolzano: ');
    expect(await lettersTo(deps, 'silvano@comune.example')).toHaveLength(1);

    const roles = [{ officeId: 'comune-a952', role: 'office_admin' }] as const;
    const admin = await signedInOfficial(pages, deps, { email: 'altro@comune.example', roles });
    expect(admin.text).toContain('Comune di Bolzano');
    expect(admin.text).not.toContain('Cassa');
    await admin.open('/desk/officials');
    expect(admin.page.body).toContain('<option value="comune-a952">');
    expect(admin.page.body).not.toContain('<option value="manchester">');
    await admin.send('/desk/officials', {
      ...person,
      role: 'operator',
      email: 'amelia@comune.example',
      office: 'comune-a952',
    });
    expect(await lettersTo(deps, 'amelia@comune.example')).toHaveLength(1);
    await admin.send('/desk/officials', { ...person, email: 'x@comune.example', office: 'comune-h501' });
    expect(admin.page.statusCode).toBe(422);
  });

  test('OF-6: notices of a municipality stand on its page', async () => {
    const { official, visitor } = await aTown();
    const admin = await official('comune-a952', 'office_admin');
    await admin.open('/desk/offices/comune-a952/notices');
    await admin.send('/notices', {
      titleIt: 'Chiusi il 7 dicembre',
      titleEn: 'Closed on 7 December',
      textIt: 'Riapriamo il 9.',
      textEn: 'We reopen on the 9th.',
      fromOn: '2026-11-24',
      untilOn: '2026-12-07',
    });
    expect((await visitor.open('/municipalities/a952')).text).toContain('Chiusi il 7 dicembre');
    expect((await visitor.open('/offices/manchester')).text).not.toContain('Chiusi il 7 dicembre');
  });
});
