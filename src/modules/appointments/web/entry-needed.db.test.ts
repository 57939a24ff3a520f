import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { confirmAire, enterConsularRegister } from '#modules/registry/public.ts';
import { someConsularData } from '#modules/registry/testing.ts';
import { testApp } from '#tests/support/app.ts';
import { citizenBrowser } from '#tests/support/signed-in.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { anAgenda, anOpenService, somePeople } from '../testing.ts';
import { bookParty } from '../use-cases/book-party.ts';
import { bookPlaces } from '../use-cases/book-places.ts';
import { seeHours } from '../use-cases/see-availability.ts';

const system = { kind: 'system', task: 'test' } as const;
const day = '2026-11-30' as never;

let app: FastifyInstance | undefined;
afterEach(async () => {
  await app?.close();
});

/** An office that gives passports and cards as the law has it, and three people of its district. */
async function atTheOffice({ withoutEntry = false } = {}) {
  const deps = await testDeps(testClock('2026-11-24T09:00:00Z'));
  const serviceIds = ['passport', 'identity-card', 'aire-registration'];
  await anOpenService(deps, { agenda: anAgenda({ serviceIds }), withoutEntry });
  const [alone = '', waiting = '', registered = ''] = await somePeople(deps, 3);
  const act = {
    officeId: 'manchester',
    source: 'test',
    actor: { kind: 'system', id: 'test' },
    at: deps.now(),
  } as const;
  await deps.db.transaction(system, async (tx) => {
    for (const accountId of [waiting, registered]) {
      const data = someConsularData({ taxCode: undefined, givenName: accountId });
      await enterConsularRegister(tx, { ...act, accountId, data });
    }
    const since = '2026-11-20' as never;
    await confirmAire(tx, { ...act, accountId: registered, municipalityId: 'A952', since });
  });
  const [hour] = await seeHours(deps, { officeId: 'manchester', serviceId: 'passport', day });
  const slotId = hour?.id ?? 0;
  const book = async (serviceId: string, ...accountIds: string[]) => {
    const requests = accountIds.map((accountId) => ({
      officeId: 'manchester',
      serviceId,
      slotId,
      accountId,
      notes: '',
      answers: {},
      key: crypto.randomUUID(),
    }));
    const answers = await bookPlaces(deps, 'manchester', requests);
    return answers.map((each) =>
      each.ok ? 'held' : each.refusal.code === 'policies' ? each.refusal.reasons : each.refusal.code,
    );
  };
  return { deps, alone, waiting, registered, slotId, book };
}

describe('CF-10: services that need an entry', () => {
  test('are given with it alone, each person of a batch by their own entry', async () => {
    const { book, alone, waiting, registered } = await atTheOffice();
    expect(await book('passport', alone, waiting)).toEqual([['consular_register_missing'], 'held']);
    expect(await book('identity-card', alone, waiting, registered)).toEqual([
      ['consular_register_missing'],
      ['aire_missing'],
      'held',
    ]);
  });

  test('do not stand in the way of what leads there', async () => {
    const { book, alone } = await atTheOffice();
    expect(await book('aire-registration', alone)).toEqual(['held']);
  });

  test('an office that serves people without asks for none', async () => {
    const { book, alone, waiting } = await atTheOffice({ withoutEntry: true });
    expect(await book('passport', alone)).toEqual(['held']);
    expect(await book('identity-card', waiting)).toEqual(['held']);
  });

  test('for a family the one who books needs the entry', async () => {
    const { deps, alone, waiting, slotId } = await atTheOffice();
    const party = (accountId: string) =>
      bookParty(deps, {
        officeId: 'manchester',
        serviceId: 'passport',
        slotId,
        accountId,
        withBooker: true,
        companions: [],
        notes: '',
        answers: {},
        key: crypto.randomUUID(),
      });
    expect(await party(alone)).toMatchObject({ refusal: { reasons: ['consular_register_missing'] } });
    expect((await party(waiting)).ok).toBe(true);
  });

  test('the page says what is missing and leads to AIRE registration; with the entry one books', async () => {
    const { deps, alone, waiting, registered, slotId } = await atTheOffice();
    app = await testApp(deps);
    const card = '/offices/manchester/services/identity-card';
    const first = await citizenBrowser(app, deps, alone);
    await first.open(`${card}/places/${slotId}`);
    expect(first.path).toBe(`/it${card}`);
    expect(first.text).toContain('l’account non è un’iscrizione');
    expect(first.text).toContain('Chiedi l’iscrizione all’AIRE');
    expect(first.page.body).toContain('href="/it/services/aire-registration"');
    expect(first.page.body).not.toContain('data-element="appointment-booking"');
    const second = await citizenBrowser(app, deps, waiting, { locale: 'en' });
    await second.open(card);
    expect(second.text).toContain('which has not confirmed it yet');
    const third = await citizenBrowser(app, deps, registered);
    await third.open(`${card}/places/${slotId}`);
    expect(third.path).toContain('/places/');
    await third.open(card);
    expect(third.page.body).toContain('data-element="appointment-booking"');
  });

  test('the catalogue of the API says which entry each service needs', async () => {
    const { deps } = await atTheOffice();
    app = await testApp(deps);
    const answer = await app.inject('/api/v1/services/identity-card');
    expect(answer.json()).toMatchObject({ entry_needed: 'aire' });
  });
});
