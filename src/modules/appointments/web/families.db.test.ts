import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { openSessions } from '#modules/identity/public.ts';
import { testApp } from '#tests/support/app.ts';
import { citizenBrowser, officialBrowser } from '#tests/support/signed-in.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { anOpenService, aWindow, somePeople } from '../testing.ts';
import { bookPlaces } from '../use-cases/book-places.ts';
import { changeByOffice } from '../use-cases/change-by-office.ts';
import { seeHours } from '../use-cases/see-availability.ts';

const monday = civilDate('2026-11-30');
const officeId = 'manchester';
const passport = { officeId, serviceId: 'passport' };
const system = { kind: 'system', task: 'test' } as const;

let apps: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(apps.map((app) => app.close()));
  apps = [];
});

async function start(locale = 'it') {
  const clock = testClock('2026-11-24T09:00:00Z');
  const deps = await testDeps(clock);
  await anOpenService(deps, { windows: [aWindow({ desks: 2 })] });
  const app = await testApp(deps);
  apps.push(app);
  const [first = '', second = ''] = await somePeople(deps, 2);
  const ada = await citizenBrowser(app, deps, first, { locale });
  const bruno = await citizenBrowser(app, deps, second, { locale });
  const slot = (await seeHours(deps, { ...passport, day: monday }))[0]?.id ?? 0;
  return { clock, deps, app, first, second, ada, bruno, slot };
}

const child = (number: number, change: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries({
      given_name: 'Nina',
      family_name: `Prova ${number}`,
      born_on: '2015-02-03',
      parent_one: 'Ada Prova',
      parent_two: 'Bruno Esempio',
      consent: 'given',
      ...change,
    }).map(([name, value]) => [`person_${number}_${name}`, value]),
  );
const answers = { answer_reason: 'first', answer_minor_children: 'yes' };
const places = '/offices/manchester/services/passport/places';

describe('the form of a family', () => {
  test.each([
    ['it', 'Persona 2: Scrivi il cognome', 'Chi viene'],
    ['en', 'Person 2: Enter the surname', 'Who comes'],
  ])(
    'BK-14: each problem at its person, nothing typed is lost, and then it is booked (%s)',
    async (locale, problem, done) => {
      const { ada, slot } = await start(locale);
      await ada.open(`${places}/${slot}?people=3`);
      await ada.send('/parties', {
        ...answers,
        ...child(1, { family_name: '' }),
        ...child(2, { tax_code: 'XYZ' }),
      });
      expect(ada.page.statusCode).toBe(422);
      expect(ada.text).toContain(problem);
      expect(ada.page.body).toContain('value="Nina"');
      expect(ada.page.body).toContain('value="XYZ"');
      await ada.send('/parties', { ...child(1), person_2_tax_code: '' });
      expect(ada.text).toContain(done);
      expect(ada.text).toContain('Prova 2');
    },
  );

  test('BK-14: a minor needs the parents, a grown-up does not, and one parent may be alone', async () => {
    const { ada, slot } = await start();
    await ada.open(`${places}/${slot}?people=2`);
    const nobody = { parent_one: '', parent_two: '', consent: '' };
    await ada.send('/parties', { ...answers, ...child(1, nobody) });
    expect(ada.text).toContain('Scrivi nome e cognome di un genitore');
    await ada.send('/parties', {
      ...answers,
      ...child(1, { ...nobody, parent_one: 'Ada Prova', consent: 'sole_parent' }),
    });
    expect(ada.path).toMatch(/\/appointments\//);

    const other = await start();
    await other.ada.open(`${places}/${other.slot}?people=2`);
    await other.ada.send('/parties', { ...answers, ...child(1, { ...nobody, born_on: '1990-02-03' }) });
    expect(other.ada.path).toMatch(/\/appointments\//);
  });

  test('BK-5: whoever already has an appointment is named, and what was typed stays', async () => {
    const { ada, bruno, slot } = await start();
    await ada.open(`${places}/${slot}?people=2`);
    await ada.send('/parties', { ...answers, ...child(1) });
    await bruno.open(`${places}/${slot + 2}?people=2`);
    await bruno.send('/parties', { ...answers, ...child(1) });
    expect(bruno.page.statusCode).toBe(409);
    expect(bruno.text).toContain('Ha già un appuntamento per questo servizio: Nina Prova 1');
    await bruno.send('/parties', child(1, { given_name: 'Lina' }));
    expect(bruno.path).toMatch(/\/appointments\//);
  });

  test('BK-14: the month asks how many come, and only where the service takes several', async () => {
    const { ada } = await start();
    await ada.open(`${places}?people=9&day=2026-11-30`);
    expect(ada.text).toContain('5 posti vicini');
    await ada.open('/offices/manchester/services/notarial-acts/places');
    expect(ada.text).not.toContain('Quante persone');
  });

  test('BK-14: one member is cancelled alone, then all who are left', async () => {
    const { ada, slot } = await start();
    await ada.open(`${places}/${slot}?people=3`);
    await ada.send('/parties', { ...answers, ...child(1), ...child(2) });
    const appointment = ada.path;
    const leaving = /appointments\/([0-9a-f-]{36})\/cancellation">Annulla solo per Nina Prova 1/.exec(
      ada.page.body,
    )?.[1];
    await ada.open(`/appointments/${leaving}/cancellation`);
    expect(ada.text).toContain('Gli altri appuntamenti restano');
    await ada.send('/cancellation');
    await ada.open(appointment);
    expect(ada.page.body.match(/Annulla solo per/g)).toHaveLength(2);
    await ada.open(`${appointment.replace('/it', '')}/cancellation?all=yes`);
    await ada.send('/cancellation');
    await ada.open(appointment);
    expect(ada.text).not.toContain('Da confermare');
  });
});

describe('the office changes what it has given', () => {
  async function aBookedFamily() {
    const world = await start();
    const { ada, slot } = world;
    await ada.open(`${places}/${slot}?people=2`);
    await ada.send('/parties', { ...answers, ...child(1) });
    const { browser: desk } = await officialBrowser(world.app, world.deps, officeId, {
      role: 'office_admin',
    });
    return { ...world, desk, appointment: ada.path.replace('/it', '') };
  }

  test('BK-16: closing the day leads to everyone affected; the offer is refused and another place chosen first', async () => {
    const { ada, desk, appointment, deps } = await aBookedFamily();
    await desk.open('/desk/offices/manchester/closures');
    await desk.send('/closures', {
      fromOn: monday,
      untilOn: monday,
      reasonIt: 'Guasto alla rete',
      reasonEn: 'Network failure',
    });
    expect(desk.path).toContain('/displacements');
    expect(desk.text).toContain('Nina Prova 1');
    expect(desk.page.body).toContain('value="Guasto alla rete"');
    await desk.send('/displacements', { reasonEn: '' });
    expect(desk.page.statusCode).toBe(422);
    await desk.send('/displacements', { reasonEn: 'Network failure' });
    expect(desk.text).toContain('1 con un’altra data proposta');
    expect(desk.text).toContain('Nessun appuntamento da spostare');

    await ada.open(appointment);
    expect(ada.text).toContain('Motivo: Guasto alla rete');
    const offer = /href="([^"]*\/offers\/[^"]*)"/.exec(ada.page.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    await ada.open(offer);
    expect(ada.text).toContain('lunedì 7 dicembre 2026');
    await ada.send('/refusal');
    expect(ada.text).toContain('prima degli altri');
    const choose = /href="([^"]*priority=[^"]*)"/.exec(ada.page.body)?.[1] ?? '';
    await deps.store.owner.query(
      `update appointments.slot set published_at = '2026-12-20T09:00:00Z' where day > $1`,
      [monday],
    );
    await ada.open(choose);
    expect(ada.text).toContain('Hai la priorità');
    expect(ada.text).toContain('Primo giorno con posti: lunedì 7 dicembre 2026');
    await ada.open(places);
    expect(ada.text).not.toContain('Hai la priorità');
  });

  test('BK-16: a link that nobody sent opens nothing', async () => {
    const { bruno } = await aBookedFamily();
    await bruno.open(`/offers/${crypto.randomUUID()}?office=manchester&token=invented`);
    expect(bruno.page.statusCode).toBe(404);
    expect(bruno.text).toContain('Questo collegamento non è valido');
  });

  test('BK-16: one appointment is cancelled with a reason in both languages', async () => {
    const { ada, desk, appointment } = await aBookedFamily();
    const id = appointment.split('/').pop() ?? '';
    await desk.open(`/desk/offices/manchester/appointments/${id}/cancellation`);
    await desk.send('/cancellation', { choice: '', reasonIt: 'Sciopero' });
    expect(desk.page.statusCode).toBe(422);
    expect(desk.page.body).toContain('value="Sciopero"');
    await desk.send('/cancellation', { choice: 'cancel-all', reasonEn: 'Strike' });
    expect(desk.path).toContain('/days/');
    await ada.open(appointment);
    expect(ada.text).toContain('Annullato dalla sede');
    expect(ada.text).toContain('Motivo: Sciopero');
  });

  test('BK-13 BK-14: the day list shows a family together with the parents’ consent', async () => {
    const { desk } = await aBookedFamily();
    await desk.open('/desk/offices/manchester/days/2026-11-30');
    expect(desk.text).toContain('persona 1 di 2');
    expect(desk.text).toContain('persona 2 di 2');
    expect(desk.text).toContain('Ada Prova, Bruno Esempio');
  });

  test('BK-13: holidays are proposed, and kept or worked on', async () => {
    const { desk } = await aBookedFamily();
    await desk.open('/desk/offices/manchester/closures');
    expect(desk.text).toContain('lunedì 28 dicembre 2026');
    await desk.send('/holidays', { days: '2026-12-28', what: 'close' });
    expect(desk.text).toContain('Festività: Santo Stefano');
    await desk.send('/holidays', { days: '2027-03-29', what: 'work' });
    expect(desk.text).toContain('Festività in cui la sede lavora lunedì 29 marzo 2027');
    await desk.open(`${places}?month=2026-12`);
    expect(desk.text).toContain('Festività: Santo Stefano');
  });
});

describe('the API of families', () => {
  test('BK-14: books all or nobody, says what is wrong by pointer, cancels one or all', async () => {
    const { app, deps, first, clock, slot } = await start();
    const [session] = await deps.db.transaction(system, (tx) => openSessions(tx, [first], clock.now()));
    const cookie = session?.cookie ?? '';
    const call = (url: string, payload: object, method: 'POST' | 'GET' = 'POST') =>
      app.inject({
        method,
        url: `/api/v1${url}`,
        ...(method === 'POST' ? { payload } : {}),
        headers: { 'idempotency-key': crypto.randomUUID(), origin: 'http://localhost:3000' },
        cookies: { session: cookie },
      });
    const booking = {
      office_id: officeId,
      service_id: 'passport',
      slot_id: slot,
      answers: { reason: 'first', minor_children: 'yes' },
    };
    const nina = { given_name: 'Nina', family_name: 'Prova', born_on: '2015-02-03' };
    const wrong = await call('/appointments', { ...booking, people: [nina] });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.json().errors.map((each: { pointer: string }) => each.pointer)).toEqual([
      '/people/0/parents/0',
      '/people/0/consent',
    ]);
    const people = [{ ...nina, parents: ['Ada Prova', 'Bruno Esempio'], consent: 'to_bring' }];
    const twice = await call('/appointments', { ...booking, people: [...people, ...people] });
    expect(twice.json()).toMatchObject({ code: 'person_twice', errors: [{ pointer: '/people/1' }] });

    const held = await call('/appointments', { ...booking, people });
    expect(held.statusCode).toBe(201);
    const { appointment_ids: ids } = held.json<{ appointment_ids: string[] }>();
    expect(ids).toHaveLength(2);
    const list = await call('/appointments', {}, 'GET');
    const parties = list.json<{ items: { party_id: string }[] }>().items.map((each) => each.party_id);
    expect(new Set(parties).size).toBe(1);

    const hours = await call(
      `/offices/manchester/services/passport/hours?day=2026-11-30&people=5`,
      {},
      'GET',
    );
    expect(hours.json<{ items: unknown[] }>().items).toHaveLength(3);
    const one = await app.inject({
      method: 'POST',
      url: `/api/v1/appointments/${ids[1]}/cancellation`,
      headers: { 'idempotency-key': crypto.randomUUID(), origin: 'http://localhost:3000' },
      cookies: { session: cookie },
    });
    expect(one.json()).toMatchObject({ state: 'cancelled_by_citizen' });
    const all = await call(`/appointments/${ids[0]}/cancellation`, { whole_party: true });
    expect(all.json()).toMatchObject({ state: 'cancelled_by_citizen' });
  });

  test('BK-16: says what the office did and takes the answer, from its owner only', async () => {
    const { app, deps, first, second, slot } = await start();
    const sessions = await deps.db.transaction(system, (tx) => openSessions(tx, [first, second], deps.now()));
    const call = (method: 'GET' | 'POST', url: string, who = 0) =>
      app.inject({
        method,
        url: `/api/v1${url}`,
        headers: { origin: 'http://localhost:3000' },
        cookies: { session: sessions[who]?.cookie ?? '' },
      });
    const [held] = await bookPlaces(deps, officeId, [
      { ...passport, slotId: slot, accountId: first, notes: '', answers: {}, key: crypto.randomUUID() },
    ]);
    const id = held?.ok ? held.value.id : '';
    await changeByOffice(
      deps,
      { as: system, actor: { kind: 'system', id: 'test' }, officeId },
      {
        id,
        fromSlotId: slot,
        toSlotId: slot + 2,
        onlyThis: false,
        reason: { it: 'Guasto', en: 'Failure' },
        answerHours: 24,
        key: crypto.randomUUID(),
      },
    );
    const { appointment_change_id: change } = (await call('GET', `/appointments/${id}`)).json();
    expect((await call('GET', `/appointment-changes/${change}`)).json()).toMatchObject({
      kind: 'offered',
      was_at: '2026-11-30T09:00:00Z',
      priority_used: false,
    });
    expect((await call('GET', `/appointment-changes/${change}`, 1)).statusCode).toBe(404);
    expect((await call('POST', `/appointment-changes/${change}/acceptance`, 1)).statusCode).toBe(404);
    const accepted = await call('POST', `/appointment-changes/${change}/acceptance`);
    expect(accepted.json()).toMatchObject({ state: 'booked', starts_at: '2026-11-30T10:00:00Z' });
    expect((await call('POST', `/appointment-changes/${change}/refusal`)).json()).toMatchObject({
      code: 'over',
    });
  });
});
