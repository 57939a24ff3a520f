import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { demoJoining, demoPersonId } from '#demo/registry/people.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { partialDate } from '#kernel/partial-date.ts';
import { createPeople } from '#modules/identity/public.ts';
import { testApp } from '#tests/support/app.ts';
import { citizenBrowser, officialBrowser } from '#tests/support/signed-in.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { someConsularData } from '../testing.ts';
import { connectAccount } from '../use-cases/connect-account.ts';
import { confirmAire, enterConsularRegister } from '../use-cases/consular-register.ts';
import { loadRecords } from '../use-cases/load-records.ts';
import { readRecord } from '../use-cases/read-record.ts';

const system = { kind: 'system', task: 'test' } as const;
const otto = demoPersonId('otto');
const desk = '/desk/offices/manchester/consular-register';

let app: FastifyInstance | undefined;
afterEach(async () => {
  await app?.close();
});

/** A person of Manchester’s district with an account, and the pages. */
async function atManchester() {
  const deps = await testDeps(testClock('2026-11-24T09:00:00Z'));
  await deps.db.transaction(system, (tx) => loadRecords(tx, demoJoining()));
  const person = {
    givenName: 'Ada',
    familyName: 'Prova',
    bornOn: civilDate('1980-01-01'),
    email: 'ada@persone.example',
    mobile: '+447700900001',
    country: 'GB',
    place: 'Leeds',
    officeId: 'manchester',
    locale: 'it' as const,
  };
  const [accountId = ''] = await deps.db.transaction(system, (tx) =>
    createPeople(deps, tx, [person], 'no password'),
  );
  const pages = await testApp(deps);
  app = pages;
  const act = (officeId = 'manchester') =>
    ({ officeId, source: 'Pratica 7/2026', actor: { kind: 'system', id: 'test' }, at: deps.now() }) as const;
  const enter = async (
    data = someConsularData({ taxCode: undefined }),
    more: { accountId?: string; personId?: string; officeId?: string } = { accountId },
  ) => {
    const entered = await deps.db.transaction(system, (tx) =>
      enterConsularRegister(tx, { ...act(more.officeId), ...more, data }),
    );
    return entered.ok ? entered.value.entryId : '';
  };
  const confirm = (officeId = 'manchester') =>
    deps.db.transaction(system, (tx) =>
      confirmAire(tx, {
        ...act(officeId),
        accountId,
        municipalityId: 'A952',
        since: civilDate('2026-11-20'),
      }),
    );
  return { deps, pages, accountId, enter, confirm };
}

describe('CF-10: which of the three somebody has', () => {
  test('an account alone is said to be no registration, on the home page and on the own page', async () => {
    const { deps, pages, accountId } = await atManchester();
    const browser = await citizenBrowser(pages, deps, accountId);
    for (const path of ['/', '/account']) {
      await browser.open(path);
      expect(browser.text, path).toContain('Avere un account non vuol dire essere iscritto');
      expect(browser.page.body).toContain('href="/it/offices/manchester/services/aire-registration"');
    }
    const english = await citizenBrowser(pages, deps, accountId, { locale: 'en' });
    await english.open('/account');
    expect(english.text).toContain('Having an account does not mean being registered');
    const api = await browser.open('/api/v1/consular-standing');
    expect(api.page.json()).toEqual({ account: true, consular_register: null, aire: null });
  });

  test('who waits reads that the municipality is asked; who is registered where and since when', async () => {
    const { deps, pages, accountId, enter, confirm } = await atManchester();
    const browser = await citizenBrowser(pages, deps, accountId);
    await enter();
    await browser.open('/account');
    expect(browser.text).toContain('La sede ha mandato la tua richiesta al comune');
    expect(browser.text).toContain('Non ancora: manca la conferma del comune');
    await confirm();
    await browser.open('/account');
    expect(browser.text).toContain('Sì, comune di Bolzano, dal 20 novembre 2026');
    const api = await browser.open('/api/v1/consular-standing');
    expect(api.page.json()).toMatchObject({
      consular_register: { office_id: 'manchester', state: 'registered_with_aire' },
      aire: { municipality: 'A952', since: '2026-11-20' },
    });
  });

  test('ID-9: who is in the register of another office than the responsible one is led to register here', async () => {
    const { deps, pages, accountId, enter, confirm } = await atManchester();
    await enter(someConsularData({ taxCode: undefined }), { accountId, officeId: 'london' });
    await confirm('london');
    const browser = await citizenBrowser(pages, deps, accountId);
    await browser.open('/');
    expect(browser.text).toContain('ora la tua sede è un’altra');
    expect(browser.text).toContain('Chiedi l’iscrizione all’AIRE alla sede nuova');
  });

  test('visitors and officials read nothing of it', async () => {
    const { deps, pages } = await atManchester();
    const { browser } = await officialBrowser(pages, deps, 'manchester');
    await browser.open('/');
    expect(browser.text).not.toContain('Dove risulti');
  });
});

describe('your data in three registers', () => {
  async function withOtto(different: Parameters<typeof someConsularData>[0] = {}) {
    const world = await atManchester();
    const reader = { kind: 'system', name: 'test', why: 'test' } as const;
    const record = await readRecord(world.deps, { personId: otto, reader });
    await connectAccount(world.deps, { accountId: world.accountId, personId: otto, by: 'spid' });
    const entryId = await world.enter(
      someConsularData({
        familyName: 'Ventoquièti',
        givenName: 'Otto',
        sex: 'M',
        birth: { on: partialDate('1974'), place: record?.birth.place ?? { country: 'IT', name: '' } },
        taxCode: record?.taxCode,
        maritalStatus: record?.maritalStatus?.state,
        ...different,
      }),
      { accountId: world.accountId, personId: otto },
    );
    return { ...world, entryId, record };
  }

  test('without a digital identity the national registry stays closed, and the page says why', async () => {
    const { deps, pages, accountId } = await withOtto();
    const browser = await citizenBrowser(pages, deps, accountId);
    await browser.open('/your-data/comparison');
    expect(browser.text).toContain('solo con un’identità digitale');
    expect(browser.text).toContain('Ventoquièti');
    expect(browser.text).not.toContain('Ventoquieti ');
    await browser.open('/your-data/comparison?registry=yes');
    expect(browser.path).toContain('/sign-in');
  });

  test('with one, every difference is named with who corrects it', async () => {
    const { deps, pages, accountId } = await withOtto();
    const browser = await citizenBrowser(pages, deps, accountId, { spidLevel: 2 });
    await browser.open('/your-data/comparison');
    for (const part of [
      'Scritto in modo diverso',
      'Una data è incompleta',
      '1974 (giorno e mese non registrati)',
    ])
      expect(browser.text).toContain(part);
    expect(browser.page.body).toContain('href="/it/requests/new/identity-correction"');
    const api = await browser.open('/api/v1/register-comparison');
    const { items } = api.page.json<{ items: { field: string; agreement: string; correct: string[] }[] }>();
    const of = (field: string) => items.find((each) => each.field === field);
    expect(of('family_name')?.agreement).toBe('spelling');
    expect(of('given_name')).toMatchObject({ agreement: 'same', correct: [] });
    expect(of('born_on')).toMatchObject({ agreement: 'incomplete', correct: ['consulate'] });
    expect(of('sex')).toMatchObject({ agreement: 'same', correct: [] });
    expect(of('address')?.agreement).toBe('differs');
  });

  test('the tax code hints which register is wrong', async () => {
    const { deps, pages, accountId } = await withOtto({ sex: 'F' });
    const browser = await citizenBrowser(pages, deps, accountId, { spidLevel: 2 });
    await browser.open('/your-data/comparison');
    expect(browser.text).toContain('non torna');
    const api = await browser.open('/api/v1/register-comparison');
    const { items } = api.page.json<{ items: { field: string; correct: string[] }[] }>();
    expect(items.find((each) => each.field === 'sex')?.correct).toEqual(['consulate']);
  });

  test('who is in no register reads how to get there', async () => {
    const { deps, pages, accountId } = await atManchester();
    const browser = await citizenBrowser(pages, deps, accountId, { locale: 'en' });
    await browser.open('/your-data/comparison');
    expect(browser.text).toContain('You are not in the register of any consulate yet');
  });

  test('RG-5: an official of the office compares for a reason, and the person sees both readings', async () => {
    const { deps, pages, accountId, entryId } = await withOtto();
    const { browser } = await officialBrowser(pages, deps, 'manchester');
    await browser.open(`${desk}/entries/${entryId}`);
    expect(browser.text).toContain('Perché apri questa iscrizione?');
    await browser.send(`/entries/${entryId}`, { why: 'counter' });
    for (const part of ['Iscrizione di Otto Ventoquièti', 'Scritto in modo diverso', 'entra nello schedario'])
      expect(browser.text).toContain(part);
    const person = await citizenBrowser(pages, deps, accountId, { spidLevel: 2 });
    await person.open('/your-data/comparison');
    expect(person.text).toContain('richiesta allo sportello');
    await person.open('/your-data/readings');
    expect(person.text).toContain('Consolato d’Italia a Manchester');
  });
});

describe('BO-1: the register at the desk of its office', () => {
  async function withPeople(count = 30) {
    const world = await atManchester();
    for (let number = 0; number < count; number += 1) {
      const familyName = `Cognòme ${String(number).padStart(2, '0')}`;
      await world.enter(someConsularData({ taxCode: undefined, familyName }), {});
    }
    return world;
  }

  test('lists everybody page by page, in order, and finds by name and tax code', async () => {
    const { deps, pages, enter } = await withPeople();
    await enter(someConsularData(), {});
    const { browser } = await officialBrowser(pages, deps, 'manchester');
    await browser.open(desk);
    expect(browser.text).toContain('Cognòme 00');
    expect(browser.text).toContain('Cognòme 24');
    expect(browser.text).not.toContain('Cognòme 25');
    const next = /href="([^"]+after=[^"]+)"/.exec(browser.page.body)?.[1] ?? '';
    await browser.open(next);
    expect(browser.text).toContain('Cognòme 25');
    expect(browser.text).toContain('Ada Prova');
    await browser.send('/consular-register', { name: 'cognome 07' });
    expect(browser.text).toContain('1 persona trovata');
    expect(browser.path).not.toContain('cognome');
    await browser.send('/consular-register', { taxCode: 'prvdaa80a41a952p', name: '' });
    expect(browser.text).toContain('Ada Prova');
    await browser.send('/consular-register', { taxCode: '', name: 'Co' });
    expect(browser.text).toContain('almeno tre lettere');
    await browser.send('/consular-register', { name: '' });
    expect(browser.text).toContain('Scrivi il codice fiscale, oppure');
  });

  test('officials of other offices and of municipalities find nothing there', async () => {
    const { deps, pages, enter } = await atManchester();
    const entryId = await enter();
    for (const officeId of ['london', 'comune-a952']) {
      const { browser } = await officialBrowser(pages, deps, officeId);
      for (const path of [desk, `${desk}/entries/${entryId}?why=counter`])
        expect((await browser.open(path)).page.statusCode, path).toBe(404);
    }
    const { browser } = await officialBrowser(pages, deps, 'london');
    const own = `/desk/offices/london/consular-register/entries/${entryId}?why=counter`;
    expect((await browser.open(own)).page.statusCode).toBe(404);
  });

  test('everybody who is shown has a line of who looked', async () => {
    const { deps, pages, accountId, enter } = await atManchester();
    await enter();
    const { browser } = await officialBrowser(pages, deps, 'manchester');
    await browser.open(desk);
    const { rows } = await deps.store.owner.query(
      `select account_id, facts from platform.event where type = 'registry.consular-entry-read'`,
    );
    expect(rows).toEqual([{ account_id: accountId, facts: { why: 'search' } }]);
  });

  test('BO-4: programs of the office do the same', async () => {
    const { deps, pages, enter } = await withPeople(2);
    const entryId = await enter();
    const { browser } = await officialBrowser(pages, deps, 'manchester');
    const api = '/api/v1/desk/offices/manchester/consular-entries';
    const list = await browser.open(api);
    expect(list.page.json()).toMatchObject({ items: [{ family_name: 'Cognòme 00' }, {}, {}], next: null });
    const entry = await browser.open(`${api}/${entryId}?why=counter`);
    expect(entry.page.json()).toMatchObject({ family_name: 'Prova', state: 'waiting_for_municipality' });
    const comparison = await browser.open(`${api}/${entryId}/comparison?why=counter`);
    expect(comparison.page.json()).toMatchObject({ national_registry: null });
  });
});
