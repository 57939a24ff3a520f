import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { type DemoInad, type InadFailure, startDemoInad } from '#demo/inad/server.ts';
import { demoJoining, demoPeople, demoPersonId } from '#demo/registry/people.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { createPeople } from '#modules/identity/public.ts';
import { connectInad } from '#platform/interoperability/inad.ts';
import { testApp } from '#tests/support/app.ts';
import { citizenBrowser } from '#tests/support/signed-in.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { connectAccount } from '../use-cases/connect-account.ts';
import { loadRecords } from '../use-cases/load-records.ts';
import { readRecord } from '../use-cases/read-record.ts';

const bruno = demoPersonId('bruno');
const lia = demoPersonId('lia');
const taxCode = demoPeople.find((each) => each.id === bruno)?.taxCode ?? '';
const system = { kind: 'system', task: 'test' } as const;

let app: FastifyInstance | undefined;
let inad: DemoInad | undefined;
afterEach(async () => {
  await app?.close();
  await inad?.stop();
  inad = undefined;
});

async function aRegistry({ connected = false }: { connected?: boolean } = {}) {
  const deps = await testDeps(testClock('2026-11-24T09:00:00Z'));
  await deps.db.transaction(system, (tx) => loadRecords(tx, demoJoining()));
  inad = connected ? await startDemoInad(new Map(), deps.now) : undefined;
  const port = inad && connectInad(inad.settings, deps.now);
  const pages = await testApp(deps, {}, pino({ level: 'silent' }), { inad: port });
  app = pages;
  let made = 0;
  const accountOf = async (personId: string | undefined) => {
    made += 1;
    const person = {
      givenName: 'Ada',
      familyName: 'Prova',
      bornOn: civilDate('1980-01-01'),
      email: `ada.${made}@persone.example`,
      mobile: `+39333${String(made).padStart(7, '0')}`,
      country: 'IT',
      place: 'Bolzano',
      officeId: null,
      locale: 'it' as const,
    };
    const [accountId = ''] = await deps.db.transaction(system, (tx) =>
      createPeople(deps, tx, [person], 'no password'),
    );
    if (personId !== undefined) await connectAccount(deps, { accountId, personId, by: 'spid' });
    return accountId;
  };
  const browserOf = async (personId: string | undefined, locale = 'it') =>
    citizenBrowser(pages, deps, await accountOf(personId), { locale, spidLevel: 2 });
  return { deps, pages, accountOf, browserOf };
}

describe('your data', () => {
  test('RG-1: every datum has its meaning, where it comes from, and the way to correct it', async () => {
    const { browserOf } = await aRegistry();
    const page = await (await browserOf(bruno)).open('/your-data');
    expect(page.page.statusCode).toBe(200);
    for (const part of [
      'Lampachiari',
      taxCode,
      bruno,
      '18 aprile 1979',
      'Bolzano (BZ)',
      'Atto di nascita atto n.',
      'Agenzia delle Entrate',
      'Indirizzo di adesso',
      'Indirizzi di prima',
      'coniugato',
      'Cittadinanza Italia',
      'Carta d’identità',
      'ufficio elettorale del comune di Bolzano',
      'È sbagliato?',
      'anagrafe@comune-a952.example',
    ])
      expect(page.text).toContain(part);
  });

  test('RG-2: the household is exactly the registered one, in its order', async () => {
    const { browserOf } = await aRegistry();
    const page = await (await browserOf(bruno)).open('/your-data');
    const family = page.text.slice(
      page.text.indexOf('Relazione con l’intestatario'),
      page.text.indexOf('Codice della famiglia'),
    );
    const order = ['Bruno Lampachiari (tu)', 'Elsa Dolcisereni', 'Lia Lampachiari', 'Zeno Lampachiari'];
    expect(
      order.map((name) => family.indexOf(name)).every((at, index, all) => at > (all[index - 1] ?? -1)),
    ).toBe(true);
  });

  test('RG-3: a girl of seventeen sees no electoral data, and why', async () => {
    const { browserOf } = await aRegistry();
    const young = await (await browserOf(lia, 'en')).open('/your-data');
    expect(young.text).toContain('people vote from the age of eighteen');
    expect(young.text).not.toContain('Electoral roll');
  });

  test('RG-1: an account without a record reads the four cases and how to reach the municipality', async () => {
    const { browserOf } = await aRegistry();
    const nobody = await (await browserOf(undefined)).open('/your-data');
    expect(nobody.page.statusCode).toBe(404);
    expect(nobody.text).toContain('ce ne sono due');
    expect((await nobody.open('/your-data/digital-domicile')).page.statusCode).toBe(404);
    expect((await nobody.open('/api/v1/registry-record')).page.statusCode).toBe(404);
  });

  test('RG-1: the data can be taken along, and says of the electoral roll only what may be seen', async () => {
    const { browserOf } = await aRegistry();
    const page = await (await browserOf(bruno)).open('/api/v1/registry-record');
    expect(page.page.json()).toMatchObject({
      tax_code: taxCode,
      electoral: { state: 'enrolled', roll: { municipality: 'A952' } },
      household: { members: [{ relation: 'holder' }, {}, {}, {}] },
    });
    const young = await (await browserOf(lia)).open('/api/v1/registry-record');
    expect(young.page.json()).toMatchObject({ electoral: { state: 'not_entitled', because: 'under_age' } });
  });

  test('RG-1: whatever the demonstration’s people are, their page is whole', async () => {
    const { browserOf } = await aRegistry();
    const everybody = new Set(demoJoining().people.map(({ content }) => content.id));
    const answers = await Promise.all(
      [...everybody].map(async (id) => (await browserOf(id)).open('/your-data')),
    );
    for (const { page, text } of answers) {
      expect(page.statusCode).toBe(200);
      expect(text).not.toMatch(/undefined|\[object|NaN/);
    }
  });
});

describe('the way in', () => {
  test('ID-12: with a password nobody reaches the registry, and the page says how to', async () => {
    const { deps, pages, accountOf } = await aRegistry();
    const page = await citizenBrowser(pages, deps, await accountOf(bruno));
    for (const path of ['/your-data', '/your-data/readings', '/your-data/digital-domicile']) {
      await page.open(path);
      expect(page.path).toContain('/sign-in/spid');
      expect(page.text).not.toContain('Lampachiari');
    }
    await page.open('/api/v1/registry-record');
    expect(page.page.json()).toMatchObject({ status: 403, code: 'strong_sign_in_required' });
  });
});

describe('who has read your data', () => {
  test('RG-5: an official and a part of the platform stand there, with office and reason, latest first', async () => {
    const { deps, browserOf } = await aRegistry();
    const personId = bruno;
    const reader = {
      kind: 'official',
      officialId: crypto.randomUUID(),
      officeId: 'comune-a952',
      why: 'counter',
    } as const;
    await readRecord(deps, { personId, reader });
    deps.clock.forward({ hours: 1 });
    await readRecord(deps, {
      personId,
      reader: { kind: 'system', name: 'certificates', why: 'certificate' },
    });
    const page = await (await browserOf(bruno)).open('/your-data/readings');
    expect(page.text).toContain('Personale dell’ufficio, Comune di Bolzano richiesta allo sportello');
    expect(page.text).toContain('Servizio dei certificati rilascio di un certificato');
    expect(page.text.indexOf('Servizio dei certificati')).toBeLessThan(
      page.text.indexOf('Comune di Bolzano'),
    );
    await page.open('/api/v1/registry-record/readings');
    expect(page.page.json()).toMatchObject({
      items: [
        { reader: 'system', system: 'certificates' },
        { reader: 'official', office_id: 'comune-a952' },
      ],
      next: null,
    });
    expect(page.page.body).not.toContain(reader.officialId);
  });

  test('RG-5: more than fifty readings come in pages, none twice and none left out', async () => {
    const { deps, browserOf } = await aRegistry();
    const personId = bruno;
    for (let count = 0; count < 53; count += 1)
      await readRecord(deps, {
        personId,
        reader: { kind: 'system', name: 'certificates', why: `n${count}` },
      });
    const page = await (await browserOf(bruno)).open('/your-data/readings');
    expect(page.text).toContain('n52');
    expect(page.text).not.toContain('n2 ');
    const older = /\/it(\/your-data\/readings\?before=\d+)/.exec(page.page.body)?.[1] ?? '';
    await page.open(older);
    for (const why of ['n2', 'n1', 'n0']) expect(page.text).toContain(why);
    expect(page.text).not.toContain('n3 ');
    expect(page.text).toContain('Torna alle più recenti');
  });

  test('RG-5: nobody yet, and strange page numbers, are said in words', async () => {
    const { browserOf } = await aRegistry();
    const page = await (await browserOf(bruno)).open('/your-data/readings?before=x');
    expect(page.text).toContain('Nessuno ha letto la tua scheda');
  });
});

describe('the digital domicile', () => {
  const since = '2025-03-01T00:00:00Z';

  test('RG-4: an elected address is shown, only to be read, and notices go there', async () => {
    const { browserOf } = await aRegistry({ connected: true });
    inad?.register(taxCode, { address: 'bruno@pec.example', since });
    const page = await (await browserOf(bruno)).open('/your-data/digital-domicile');
    expect(page.text).toContain('bruno@pec.example Da quando 1 marzo 2025');
    expect(page.text).toContain('Al domicilio digitale: bruno@pec.example');
    expect(page.page.body).not.toMatch(/<input(?! type="hidden")/);
    await page.open('/api/v1/registry-record/digital-domicile');
    expect(page.page.json()).toMatchObject({ state: 'active', address: 'bruno@pec.example', old: false });
  });

  test('RG-4: without one, notices go to the verified e-mail, and a new one is active by one in the morning', async () => {
    const { deps, browserOf } = await aRegistry({ connected: true });
    const page = await (await browserOf(bruno)).open('/your-data/digital-domicile');
    expect(page.text).toContain('Non hai eletto un domicilio digitale');
    expect(page.text).toContain('attivo entro mercoledì 25 novembre 2026, ore 1:00');
    expect(page.text).toContain('All’e-mail verificata del profilo: ada.1@persone.example');
    inad?.register(taxCode, { address: 'bruno@pec.example', since });
    expect((await page.open('/your-data/digital-domicile')).text).not.toContain('bruno@pec.example');
    deps.clock.set('2026-11-25T00:00:00Z');
    const tomorrow = await (await browserOf(bruno)).open('/your-data/digital-domicile');
    expect(tomorrow.text).toContain('bruno@pec.example');
  });

  test('RG-4: an address that has ended says who ended it', async () => {
    const { browserOf } = await aRegistry({ connected: true });
    const ended = { motivation: 'CESSAZIONE_UFFICIO', at: '2026-10-02T10:00:00Z' } as const;
    inad?.register(taxCode, { address: 'bruno@pec.example', since, ended });
    const page = await (await browserOf(bruno)).open('/your-data/digital-domicile');
    expect(page.text).toContain('l’ha tolto d’ufficio il 2 ottobre 2026');
    expect(page.text).toContain('All’e-mail verificata');
  });

  test('RG-4: who asks again gets the truth of now, but not twice within a minute', async () => {
    const { deps, browserOf } = await aRegistry({ connected: true });
    const page = await (await browserOf(bruno)).open('/your-data/digital-domicile');
    inad?.register(taxCode, { address: 'bruno@pec.example', since });
    await page.send('/checks');
    expect(page.page.statusCode).toBe(429);
    expect(page.text).toContain('riprova tra un minuto');
    deps.clock.forward({ minutes: 1 });
    await page.send('/checks');
    expect(page.text).toContain('bruno@pec.example');
  });

  test('RG-4: whatever goes wrong at the index, the page says so and shows what was known', async () => {
    const { deps, browserOf } = await aRegistry({ connected: true });
    const failures: InadFailure[] = [
      'voucher_refused',
      'voucher_of_another_service',
      400,
      401,
      403,
      429,
      500,
      503,
      'hang_up',
      'not_json',
      'another_person',
    ];
    let page = await browserOf(bruno);
    for (const failure of failures) {
      inad?.fail(failure);
      await page.open('/your-data/digital-domicile');
      expect(page.text, String(failure)).toContain('non abbiamo una risposta di prima');
    }
    inad?.register(taxCode, { address: 'bruno@pec.example', since });
    await page.open('/your-data/digital-domicile');
    for (const failure of failures) {
      deps.clock.forward({ hours: 24 });
      page = await browserOf(bruno);
      inad?.fail(failure);
      await page.open('/your-data/digital-domicile');
      expect(page.text, String(failure)).toContain('può essere vecchio');
      expect(page.text, String(failure)).toContain('bruno@pec.example');
    }
    deps.clock.forward({ hours: 24 });
    page = await browserOf(bruno);
    inad?.fail(404);
    expect((await page.open('/your-data/digital-domicile')).text).toContain('Non hai eletto');
  });

  test('RG-4: an installation that is not connected to the index says so', async () => {
    const { browserOf } = await aRegistry();
    const page = await (await browserOf(bruno)).open('/your-data/digital-domicile');
    expect(page.text).toContain('non è collegata a INAD');
    await page.open('/api/v1/registry-record/digital-domicile');
    expect(page.page.json()).toMatchObject({ status: 503, code: 'not_connected' });
  });
});
