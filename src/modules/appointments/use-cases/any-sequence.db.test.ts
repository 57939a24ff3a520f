import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { confirmationToken } from '../domain/confirmation-token.ts';
import { aClosure, anOpenService, aWindow, cancelByClerk, somePeople } from '../testing.ts';
import { bookPlaces } from './book-places.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { confirmAppointment } from './confirm-appointment.ts';
import { moveAppointment } from './move-appointment.ts';
import { seeHours } from './see-availability.ts';
import { handleAppointment } from './serve-day.ts';
import { closeDays, closeWeekly, openWeekly, reopenDays } from './set-up-agenda.ts';
import { lapseHolds, releaseFreedPlaces } from './sweep.ts';

const monday = civilDate('2026-11-30');
const officeId = 'manchester';
const crowd = 6;
const clerk = {
  as: { kind: 'official', officialId: 'c1', officeIds: [officeId] } as const,
  actor: { kind: 'official', id: 'c1' } as const,
  officeId,
};

const person = fc.integer({ min: 0, max: crowd - 1 });
const hour = fc.integer({ min: 0, max: 2 });
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('book' as const), person, hour }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('confirm' as const), person }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('cancel' as const), person }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('move' as const), person, hour }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('take_in_charge' as const), person }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel_as_office' as const), person }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 70 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fewer_desks' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('more_desks' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function world() {
  const clock = testClock('2026-11-24T09:00:00Z');
  const deps = await testDeps(clock);
  const window = aWindow({ starts: '09:00', ends: '10:30', desks: 2 });
  const agenda = await anOpenService(deps, { windows: [window] });
  const people = await somePeople(deps, crowd);
  const slots = (await seeHours(deps, { officeId, serviceId: 'passport', day: monday })).map(
    (each) => each.id,
  );
  let windowId = window.id;
  let closureId: string | undefined;
  const key = () => crypto.randomUUID();

  const latest = async (account: string) =>
    (
      await deps.store.owner.query<{ id: string }>(
        'select id from appointments.appointment where account_id = $1 order by created_at desc, id limit 1',
        [account],
      )
    ).rows[0]?.id;

  async function act(each: Step): Promise<void> {
    if (each.kind === 'wait') {
      clock.forward({ minutes: each.minutes });
      await lapseHolds(deps);
      await releaseFreedPlaces(deps);
      return;
    }
    if (each.kind === 'fewer_desks' || each.kind === 'more_desks') {
      await closeWeekly(deps, { ...clerk, key: key() }, agenda.id, windowId);
      windowId = crypto.randomUUID();
      const desks = each.kind === 'more_desks' ? 3 : 1;
      await openWeekly(deps, { ...clerk, key: key() }, agenda.id, { ...window, id: windowId, desks });
      return;
    }
    if (each.kind === 'close') {
      if (closureId !== undefined) return;
      closureId = crypto.randomUUID();
      const reason = { it: 'Festa', en: 'Holiday' };
      await closeDays(
        deps,
        { ...clerk, key: key() },
        aClosure({ id: closureId, fromOn: monday, untilOn: monday, reason }),
      );
      return;
    }
    if (each.kind === 'reopen') {
      if (closureId !== undefined) await reopenDays(deps, { ...clerk, key: key() }, closureId);
      closureId = undefined;
      return;
    }
    const accountId = people[each.person] ?? '';
    if (each.kind === 'book') {
      await bookPlaces(deps, officeId, [
        {
          officeId,
          serviceId: 'passport',
          slotId: slots[each.hour] ?? 0,
          accountId,
          notes: '',
          answers: {},
          key: key(),
        },
      ]);
      return;
    }
    const id = await latest(accountId);
    if (id === undefined) return;
    if (each.kind === 'confirm')
      await confirmAppointment(deps, { officeId, id, token: confirmationToken(deps.keys, { id }) });
    else if (each.kind === 'cancel') await cancelAppointment(deps, { id, accountId, key: key() });
    else if (each.kind === 'move') {
      await moveAppointment(deps, { id, accountId, slotId: slots[each.hour] ?? 0, key: key() });
    } else if (each.kind === 'take_in_charge') {
      await handleAppointment(deps, clerk, { id, handling: each.kind, key: key() });
    } else await cancelByClerk(deps, clerk, id);
  }

  /** What must hold after every step: the counters tell the truth, no place twice, nobody two. */
  async function check(): Promise<void> {
    const { rows } = await deps.store.owner.query<{ wrong: string }>(`
      select 'counters' as wrong from appointments.slot s
      where (taken, held, withheld) is distinct from (
        (select count(*)::int from appointments.appointment a where a.slot_id = s.id
          and a.state in ('held','booked','in_charge','checked_in','served','no_show')),
        (select count(*)::int from appointments.appointment a where a.slot_id = s.id and a.state = 'held'),
        (select count(*)::int from appointments.freed_place f where f.slot_id = s.id))
      union all
      select 'too many' from appointments.slot where taken + withheld > capacity
      union all
      select 'somebody has two' from appointments.appointment
      where state in ('held','booked','in_charge','checked_in') group by account_id, service_id having count(*) > 1
      union all
      select 'place twice' from appointments.appointment
      where state in ('held','booked','in_charge','checked_in','served','no_show') group by slot_id, place having count(*) > 1`);
    expect(rows).toEqual([]);
  }

  /** Every change was recorded, and everybody whom it concerns was told once. */
  async function checkLetters(): Promise<void> {
    const count = async (sql: string) => (await deps.store.owner.query<{ n: number }>(sql)).rows[0]?.n;
    const letters = await count('select count(*)::int as n from notifications.message');
    const events =
      await count(`select count(*)::int as n from platform.event where type in ('appointment.held',
      'appointment.booked', 'appointment.lapsed', 'appointment.cancelled', 'appointment.cancelled-by-office', 'appointment.moved')`);
    expect(letters).toBe(events);
  }
  return { act, check, checkLetters };
}

describe('any sequence of booking, moving, cancelling and changes of the agenda', () => {
  test('BK-5: gives no place twice and nobody two, and everyone affected is told exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const { act, check, checkLetters } = await world();
        for (const each of steps) {
          await act(each);
          await check();
        }
        await checkLetters();
      }),
      { numRuns: Number(process.env['SEQUENCES'] ?? 15) },
    );
  }, 120_000);
});
