import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import type { Database } from '#platform/database/database.ts';
import { expectStates } from '#tests/support/states.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { appointmentLifecycle, liveStates, placeStates } from '../domain/appointment-lifecycle.ts';
import { anOpenService, aWindow, somePeople } from '../testing.ts';
import { type BookingRequest, bookingDesk, bookPlaces } from './book-places.ts';
import { seeDays, seeHours } from './see-availability.ts';

const monday = civilDate('2026-11-30');
const passport = { officeId: 'manchester', serviceId: 'passport' };

async function aMonday(windows = [aWindow()]) {
  const deps = await testDeps(testClock('2026-11-24T09:00:00Z'));
  await anOpenService(deps, { windows });
  const hours = await seeHours(deps, { ...passport, day: monday });
  const people = await somePeople(deps, 64);
  const somebody = () => people.pop() ?? '';
  const ask = (slotId: number, accountId = somebody(), key: string = crypto.randomUUID()) => ({
    ...passport,
    slotId,
    accountId,
    notes: '',
    answers: {},
    key,
  });
  return { deps, hours, ask, somebody };
}

describe('booking a place', () => {
  test('BK-3: the button holds the place, and no place is taken before it', async () => {
    const { deps, hours, ask } = await aMonday();
    expect(hours.map((hour) => hour.free)).toEqual([2, 2, 2, 2, 2, 2]);
    const [answer] = await bookPlaces(deps, 'manchester', [ask(hours[0]?.id ?? 0)]);
    expect(answer).toMatchObject({ ok: true, value: { heldUntil: '2026-11-24T10:00:00Z' } });
    expect((await seeHours(deps, { ...passport, day: monday }))[0]?.free).toBe(1);
  });

  test('BK-5: as many as there are places get one, in the order of asking, and the others learn it at once', async () => {
    const { deps, hours, ask } = await aMonday();
    const slot = hours[0]?.id ?? 0;
    const answers = await bookPlaces(deps, 'manchester', [ask(slot), ask(slot), ask(slot)]);
    expect(answers.map((answer) => (answer.ok ? 'held' : answer.refusal.code))).toEqual([
      'held',
      'held',
      'full',
    ]);
  });

  test('BK-5: nobody has two live bookings of a service, and somebody’s second try costs nobody a place', async () => {
    const { deps, hours, ask, somebody } = await aMonday();
    const slot = hours[0]?.id ?? 0;
    const ada = somebody();
    const answers = await bookPlaces(deps, 'manchester', [ask(slot, ada), ask(slot, ada), ask(slot)]);
    expect(answers.map((answer) => (answer.ok ? 'held' : answer.refusal.code))).toEqual([
      'held',
      'already_booked',
      'held',
    ]);
  });

  test('BK-5: the same key gives the same answer, in one batch and later, and another wish with it is refused', async () => {
    const { deps, hours, ask, somebody } = await aMonday();
    const [first, second] = [hours[0]?.id ?? 0, hours[1]?.id ?? 0];
    const ada = somebody();
    const together = await bookPlaces(deps, 'manchester', [
      ask(first, ada, 'one-key-1'),
      ask(first, ada, 'one-key-1'),
    ]);
    const [later, other] = await bookPlaces(deps, 'manchester', [
      ask(first, ada, 'one-key-1'),
      ask(second, ada, 'one-key-1'),
    ]);
    expect(together[1]).toEqual(together[0]);
    expect(later).toEqual(together[0]);
    expect(other).toEqual({ ok: false, refusal: { code: 'key_reused' } });
  });

  test('BK-5: sixty people at once for two places: two have one', async () => {
    const { deps, hours, ask } = await aMonday();
    const book = bookingDesk(deps);
    const slot = hours[0]?.id ?? 0;
    const answers = await Promise.all(Array.from({ length: 60 }, () => book(ask(slot))));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(2);
    const [counts] = await deps.db.transaction({ kind: 'office', officeId: 'manchester' }, (tx) =>
      tx.sql<{ taken: number; rows: number }>(
        `select taken, (select count(*)::int from appointments.appointment) as rows from appointments.slot where id = $1`,
        [slot],
      ),
    );
    expect(counts).toEqual({ taken: 2, rows: 2 });
  });

  /** Books for one person, and for another as soon as the first one's transaction has taken its place. */
  async function oneBehindTheOther(
    { deps }: Pick<Awaited<ReturnType<typeof aMonday>>, 'deps'>,
    first: BookingRequest,
    second: BookingRequest,
  ) {
    const paused = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const slowly: Database = {
      ...deps.db,
      transaction: (as, work) =>
        deps.db.transaction(as, async (tx) => {
          const result = await work(tx);
          paused.resolve();
          await go.promise;
          return result;
        }),
    };
    const early = bookPlaces({ ...deps, db: slowly }, 'manchester', [first]);
    await paused.promise;
    const late = bookPlaces(deps, 'manchester', [second]);
    await expect
      .poll(async () => {
        const { rows } = await deps.store.owner.query(
          `select 1 from pg_locks join pg_stat_activity using (pid)
           where not granted and datname = current_database()`,
        );
        return rows.length;
      })
      .toBe(1);
    go.resolve();
    return { early: (await early)[0], late: (await late)[0] };
  }

  test('BK-5: somebody who had to wait for another’s booking of the same hour gets the place that is left', async () => {
    const { deps, hours, ask } = await aMonday();
    const slot = hours[0]?.id ?? 0;
    const { early, late } = await oneBehindTheOther({ deps }, ask(slot), ask(slot));
    expect([early?.ok, late?.ok]).toEqual([true, true]);
    const [third] = await bookPlaces(deps, 'manchester', [ask(slot)]);
    expect(third).toEqual({ ok: false, refusal: { code: 'full' } });
  });

  test('BK-5: a repetition that comes while the first try still runs waits for its answer', async () => {
    const { deps, hours, ask, somebody } = await aMonday();
    const ada = somebody();
    const wish = ask(hours[0]?.id ?? 0, ada, 'one-key-1');
    const { early, late } = await oneBehindTheOther({ deps }, wish, wish);
    expect(early?.ok).toBe(true);
    expect(late).toEqual(early);
  });

  test('BK-5: one person’s two bookings at the same moment, of two hours: the second one is refused', async () => {
    const { deps, hours, ask, somebody } = await aMonday();
    const ada = somebody();
    const { early, late } = await oneBehindTheOther(
      { deps },
      ask(hours[0]?.id ?? 0, ada),
      ask(hours[1]?.id ?? 0, ada),
    );
    expect(early?.ok).toBe(true);
    expect(late).toEqual({ ok: false, refusal: { code: 'already_booked' } });
  });

  test('BK-2: not at another office than the responsible one', async () => {
    const { deps, hours, ask } = await aMonday();
    const [stranger = ''] = await somePeople(deps, 1, 'london');
    const [answer] = await bookPlaces(deps, 'manchester', [ask(hours[0]?.id ?? 0, stranger)]);
    expect(answer).toEqual({ ok: false, refusal: { code: 'policies', reasons: ['other_office'] } });
  });

  test('BK-1: a day says how many places it has, and why it has none', async () => {
    const { deps } = await aMonday([aWindow(), aWindow({ weekday: 2, desks: 1 })]);
    const seen = await seeDays(deps, {
      ...passport,
      from: civilDate('2026-11-23'),
      until: civilDate('2026-12-02'),
    });
    expect(Object.fromEntries((seen?.days ?? []).map(({ day, status }) => [day, status.kind]))).toEqual({
      '2026-11-23': 'past',
      '2026-11-24': 'too_late',
      '2026-11-25': 'no_hours',
      '2026-11-26': 'no_hours',
      '2026-11-27': 'no_hours',
      '2026-11-28': 'no_hours',
      '2026-11-29': 'no_hours',
      '2026-11-30': 'free',
      '2026-12-01': 'free',
      '2026-12-02': 'no_hours',
    });
    expect(seen?.firstFree).toBe('2026-11-30');
  });
});

describe('the tables', () => {
  test('BK-5: know the states of the lifecycle, and the indexes that prove it count the same ones', async () => {
    const { store } = await testDeps();
    await expectStates(store.owner, 'appointments.appointment', 'state', appointmentLifecycle);
    const { rows } = await store.owner.query<{ name: string; definition: string }>(
      `select indexname as name, indexdef as definition from pg_indexes
       where indexname in ('place_given_once', 'one_live_booking') order by 1`,
    );
    const statesIn = (definition = '') =>
      [...definition.matchAll(/'([a-z_]+)'::text/g)].map(([, state]) => state);
    expect(statesIn(rows[0]?.definition)).toEqual([...liveStates]);
    expect(statesIn(rows[1]?.definition)).toEqual([...placeStates]);
  });
});
