import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { confirmationToken } from '../domain/confirmation-token.ts';
import { offerToken } from '../domain/office-change.ts';
import { aChild, aClosure, anOpenService, aWindow, cancelByClerk, somePeople } from '../testing.ts';
import { acceptOffer, refuseOffer } from './answer-offer.ts';
import { bookParty } from './book-party.ts';
import { bookPlaces } from './book-places.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { changeByOffice } from './change-by-office.ts';
import { confirmAppointment } from './confirm-appointment.ts';
import { moveAppointment } from './move-appointment.ts';
import { seeHours } from './see-availability.ts';
import { listDisplaced } from './see-displaced.ts';
import { closeDays, reopenDays } from './set-up-agenda.ts';
import { lapseHolds, lapseParties, releaseFreedPlaces } from './sweep.ts';

const monday = civilDate('2026-11-30');
const nextMonday = civilDate('2026-12-07');
const officeId = 'manchester';
const crowd = 5;
const clerk = {
  as: { kind: 'official', officialId: 'c1', officeIds: [officeId] } as const,
  actor: { kind: 'official', id: 'c1' } as const,
  officeId,
};
const reason = { it: 'Prova', en: 'Trial' };

const person = fc.integer({ min: 0, max: crowd - 1 });
const hour = fc.integer({ min: 0, max: 7 });
const children = fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 4 });
const of = <Kind extends string, Rest extends object>(
  kind: Kind,
  rest: { [K in keyof Rest]: fc.Arbitrary<Rest[K]> },
) => fc.record({ kind: fc.constant(kind), ...rest }) as fc.Arbitrary<{ kind: Kind } & Rest>;

const step = fc.oneof(
  { weight: 8, arbitrary: of('book', { person, hour, children, firm: fc.constantFrom(true, true, false) }) },
  { weight: 3, arbitrary: of('confirm', { person }) },
  { weight: 3, arbitrary: of('cancel', { person, member: fc.nat(4), whole: fc.boolean() }) },
  { weight: 3, arbitrary: of('move', { person, hour }) },
  { weight: 5, arbitrary: of('answer', { person, agree: fc.boolean() }) },
  { weight: 4, arbitrary: of('decide', { offer: fc.constantFrom(true, true, false) }) },
  { weight: 1, arbitrary: of('cancel_as_office', { person, member: fc.nat(4) }) },
  { weight: 3, arbitrary: of('close', { desks: fc.constantFrom(null, 1), later: fc.boolean() }) },
  { weight: 2, arbitrary: of('reopen', {}) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
/** What several people do in the same moment, and then how long nothing happens. */
const moment = fc.record({
  together: fc.array(step, { minLength: 1, maxLength: 4 }),
  minutes: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 90 })),
});

async function world() {
  const clock = testClock('2026-11-24T09:00:00Z');
  const deps = await testDeps(clock);
  await anOpenService(deps, { windows: [aWindow({ starts: '09:00', ends: '11:00', desks: 2 })] });
  const people = await somePeople(deps, crowd);
  const pool = Array.from({ length: 8 }, () => aChild());
  const slots = [
    ...(await seeHours(deps, { officeId, serviceId: 'passport', day: monday })),
    ...(await seeHours(deps, { officeId, serviceId: 'passport', day: nextMonday })),
  ].map((each) => each.id);
  const key = () => crypto.randomUUID();
  const rows = async <Row extends object>(sql: string, values: unknown[] = []) =>
    (await deps.store.owner.query<Row>(sql, values)).rows;

  /** The latest booking of somebody, with its members. */
  const latest = (account: string) =>
    rows<{ id: string; change_id: string | null }>(
      `select id, change_id from appointments.appointment where account_id = $1
       and created_at = (select max(created_at) from appointments.appointment where account_id = $1)
       order by member nulls first, id`,
      [account],
    );

  async function book({ person: who, hour: at, children: chosen, firm }: Extract<Step, { kind: 'book' }>) {
    const wish = {
      officeId,
      serviceId: 'passport',
      slotId: slots[at] ?? 0,
      accountId: people[who] ?? '',
      notes: '',
      answers: {},
      key: key(),
    };
    const companions = chosen.map((index) => pool[index] ?? aChild());
    const answer =
      chosen.length === 0
        ? (await bookPlaces(deps, officeId, [wish]))[0]
        : await bookParty(deps, { ...wish, withBooker: true, companions });
    if (!firm || answer?.ok !== true) return;
    const { id } = answer.value;
    await confirmAppointment(deps, { officeId, id, token: confirmationToken(deps.keys, { id }) });
  }

  async function decide(offer: boolean) {
    for (const { id, slotId, proposed } of await listDisplaced(deps, clerk)) {
      await changeByOffice(deps, clerk, {
        id,
        fromSlotId: slotId,
        toSlotId: offer ? (proposed ?? null) : null,
        onlyThis: false,
        reason,
        answerHours: 1,
        key: key(),
      });
    }
  }

  async function act(each: Step): Promise<void> {
    if (each.kind === 'book') return book(each);
    if (each.kind === 'decide') return decide(each.offer);
    if (each.kind === 'close') {
      const day = each.later ? nextMonday : monday;
      await closeDays(
        deps,
        { ...clerk, key: key() },
        aClosure({ fromOn: day, untilOn: day, desks: each.desks }),
      );
      return;
    }
    if (each.kind === 'reopen') {
      const [closure] = await rows<{ id: string }>('select id from appointments.closure limit 1');
      if (closure !== undefined) await reopenDays(deps, { ...clerk, key: key() }, closure.id);
      return;
    }
    const accountId = people[each.person] ?? '';
    const members = await latest(accountId);
    const [first] = members;
    if (first === undefined) return;
    const { id } = first;
    if (each.kind === 'confirm')
      await confirmAppointment(deps, { officeId, id, token: confirmationToken(deps.keys, { id }) });
    else if (each.kind === 'move')
      await moveAppointment(deps, { id, accountId, slotId: slots[each.hour] ?? 0, key: key() });
    else if (each.kind === 'answer') {
      const changeId = first.change_id ?? '';
      const link = { officeId, changeId, token: offerToken(deps.keys, changeId) };
      await (each.agree ? acceptOffer : refuseOffer)(deps, link);
    } else {
      const member = members[each.member % members.length]?.id ?? id;
      if (each.kind === 'cancel')
        await cancelAppointment(deps, { id: member, accountId, wholeParty: each.whole, key: key() });
      else await cancelByClerk(deps, clerk, member);
    }
  }

  async function pass(minutes: number): Promise<void> {
    if (minutes === 0) return;
    clock.forward({ minutes });
    await Promise.all([lapseHolds(deps), lapseParties(deps), releaseFreedPlaces(deps)]);
  }

  /** What must hold after every moment: the counters tell the truth, no place twice, nobody two, no family torn apart. */
  async function check(): Promise<void> {
    const wrong = await rows(`
      select 'counters' as wrong from appointments.slot s
      where (taken, held, withheld) is distinct from (
        (select count(*)::int from appointments.appointment a where a.slot_id = s.id
          and a.state in ('held','booked','in_charge','checked_in','served','no_show')),
        (select count(*)::int from appointments.appointment a where a.slot_id = s.id and a.state = 'held'),
        (select count(*)::int from appointments.freed_place f where f.slot_id = s.id))
      union all
      select 'too many' from appointments.slot
      where taken + withheld > capacity or capacity <> greatest(wanted, taken + withheld)
      union all
      select 'somebody has two' from appointments.appointment
      where state in ('held','booked','in_charge','checked_in') group by person_key, service_id having count(*) > 1
      union all
      select 'place twice' from appointments.appointment
      where state in ('held','booked','in_charge','checked_in','served','no_show')
      group by slot_id, place having count(*) > 1
      union all
      select 'torn apart' from appointments.appointment a join appointments.slot s on s.id = a.slot_id
      where a.party_id is not null and a.state in ('held', 'booked', 'in_charge')
      group by a.party_id having count(distinct s.day) > 1 or count(distinct a.state) > 1`);
    expect(wrong).toEqual([]);
  }

  /** Every change was recorded, and everybody whom it concerns was told once, a family with one letter. */
  async function checkLetters(): Promise<void> {
    const [told] = await rows<{ letters: number; changes: number }>(`
      select (select count(*)::int from notifications.message) as letters,
        (select count(distinct (transaction_id, type, coalesce(facts->>'party', subject_id)))::int from platform.event
         where type in ('appointment.held', 'appointment.booked', 'appointment.lapsed', 'appointment.cancelled',
           'appointment.cancelled-by-office', 'appointment.moved', 'appointment.offered', 'appointment.offer-refused')) as changes`);
    expect(told?.letters).toBe(told?.changes);
  }
  return { act, pass, check, checkLetters };
}

describe('any sequence of families booking and offices closing, several at once', () => {
  test('BK-14 BK-16 BK-5: gives no place twice and nobody two, tears no family apart, and tells everyone affected exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(moment, { minLength: 8, maxLength: 16 }), async (moments) => {
        const { act, pass, check, checkLetters } = await world();
        for (const { together, minutes } of moments) {
          await Promise.all(together.map(act));
          await pass(minutes);
          await check();
        }
        await checkLetters();
      }),
      { numRuns: Number(process.env['SEQUENCES'] ?? 12) },
    );
  }, 120_000);
});
