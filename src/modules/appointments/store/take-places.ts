import type { CivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import type { Tx } from '#platform/database/database.ts';

/** A wish for a place that has passed the rules of booking. */
export interface PlaceWish {
  readonly id: string;
  readonly slotId: number;
  readonly serviceId: string;
  readonly accountId: string;
  readonly personKey: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: CivilDate;
  readonly locale: Locale;
  readonly notes: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly heldUntil: Temporal.Instant;
}

export type PlaceResult = 'taken' | 'full' | 'already_booked' | 'gone';

/**
 * Waits for its turn at the hours, in the order of their numbers. A statement of its own: the next one sees what those
 * before it have taken, which one statement for both would not.
 */
const lockHours = `
select id from appointments.slot where office_id = $1 and id = any ($2::bigint[]) order by id for no key update`;

/**
 * Gives the places of one office to those who ask for them together, in the order of asking: as many as are free, one
 * for a person and service. The row locks of the hours are the gate; the unique indexes `place_given_once` and
 * `one_live_booking` and the check `no_place_twice` are the proof.
 */
const statement = `
with ranked as materialized (
  select *, row_number() over (partition by slot_id order by turn) as rank
  from unnest($3::uuid[], $4::bigint[], $5::text[], $6::uuid[], $7::text[], $8::text[], $9::text[],
              $10::date[], $11::text[], $12::text[], $13::jsonb[], $14::timestamptz[])
    with ordinality as w (id, slot_id, service_id, account_id, person_key, given_name, family_name, born_on, locale,
                          notes, answers, held_until, turn)
), hour as materialized (
  select id, capacity - taken - withheld as free, starts_at, ends_at,
    case when capacity > taken + withheld then array(
      select p from generate_series(1, capacity) as p
      where p <> all (array(
        select a.place from appointments.appointment a
        where a.office_id = $1 and a.slot_id = slot.id
          and a.state in ('held', 'booked', 'in_charge', 'checked_in', 'served', 'no_show')))
      order by p) end as places
  from appointments.slot
  where office_id = $1 and id = any ($4::bigint[]) and published_at <= $2
), wished as materialized (
  select ranked.*, hour.id is null as gone, coalesce(hour.free, 0) as free, hour.starts_at, hour.ends_at,
    hour.places[ranked.rank] as place
  from ranked left join hour on hour.id = ranked.slot_id
), given as (
  insert into appointments.appointment (office_id, id, slot_id, place, service_id, starts_at, ends_at, account_id,
    person_key, given_name, family_name, born_on, locale, notes, answers, state, held_until, created_at)
  select $1, id, slot_id, place, service_id, starts_at, ends_at, account_id,
    person_key, given_name, family_name, born_on, locale, notes, answers, 'held', held_until, $2
  from wished where rank <= free
  order by service_id, person_key
  on conflict (service_id, person_key) where state in ('held', 'booked', 'in_charge', 'checked_in') do nothing
  returning id, slot_id
), counted as (
  update appointments.slot s set taken = s.taken + n.places, held = s.held + n.places
  from (select slot_id, count(*)::int as places from given group by 1) n
  where s.office_id = $1 and s.id = n.slot_id
)
select w.turn::int as turn,
  case when given.id is not null then 'taken'
       when w.gone then 'gone'
       when w.rank <= w.free then 'already_booked'
       else 'full' end as result,
  case when w.rank <= w.free then 0
       else w.free::int - (select count(*)::int from given g where g.slot_id = w.slot_id) end as left_over
from wished w left join given on given.id = w.id
order by w.turn`;

interface Row {
  readonly turn: number;
  readonly result: PlaceResult;
  readonly left_over: number;
}

async function tryOnce(
  tx: Tx,
  officeId: string,
  now: Temporal.Instant,
  wishes: readonly PlaceWish[],
): Promise<Row[]> {
  return tx.sql<Row>(
    statement,
    [
      officeId,
      now,
      wishes.map((wish) => wish.id),
      wishes.map((wish) => wish.slotId),
      wishes.map((wish) => wish.serviceId),
      wishes.map((wish) => wish.accountId),
      wishes.map((wish) => wish.personKey),
      wishes.map((wish) => wish.givenName),
      wishes.map((wish) => wish.familyName),
      wishes.map((wish) => wish.bornOn),
      wishes.map((wish) => wish.locale),
      wishes.map((wish) => wish.notes),
      wishes.map((wish) => JSON.stringify(wish.answers)),
      wishes.map((wish) => wish.heldUntil),
    ],
    'take-places',
  );
}

/** Takes places for several people of an office; one answer for each wish, in their order. */
export async function takePlaces(
  tx: Tx,
  officeId: string,
  now: Temporal.Instant,
  wishes: readonly PlaceWish[],
): Promise<PlaceResult[]> {
  if (wishes.length === 0) return [];
  await tx.sql(lockHours, [officeId, wishes.map((wish) => wish.slotId)], 'lock-hours');
  const results: PlaceResult[] = [];
  let asking = wishes.map((_, index) => index);
  while (asking.length > 0) {
    const rows = await tryOnce(
      tx,
      officeId,
      now,
      asking.map((index) => wishes[index] as PlaceWish),
    );
    const again: number[] = [];
    for (const [position, index] of asking.entries()) {
      const { result, left_over } = rows[position] as Row;
      results[index] = result;
      // Somebody who already has a booking uses up a turn of the hour: those behind are asked once more.
      if (result === 'full' && left_over > 0) again.push(index);
    }
    asking = again;
  }
  return results;
}
