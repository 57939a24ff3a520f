import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import type { PartyHour, Seats } from '../domain/party.ts';

/** The hours of an agenda's day from one hour on, with the places that anybody could be given. */
export async function listHoursFrom(
  tx: Tx,
  officeId: string,
  slotId: number,
  { publishedBy }: { publishedBy: Temporal.Instant },
): Promise<PartyHour[]> {
  const rows = await tx.sql<HourRow>(
    `select s.id, s.agenda_id, s.starts_at, s.ends_at, greatest(s.capacity - s.taken - s.withheld, 0)::int as free
     from appointments.slot first join appointments.slot s
       on s.office_id = first.office_id and s.agenda_id = first.agenda_id and s.day = first.day
       and s.starts_at >= first.starts_at
     where first.office_id = $1 and first.id = $2 and s.published_at <= $3
     order by s.starts_at`,
    [officeId, slotId, publishedBy],
    'hours-from',
  );
  return rows.map(hourOf);
}

interface HourRow {
  id: number;
  agenda_id: string;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  free: number;
}

function hourOf(row: HourRow): PartyHour {
  return {
    id: row.id,
    agendaId: row.agenda_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    free: row.free,
  };
}

/** The hours of agendas on some days, full ones left out, with the day of each. */
export async function listFreeHours(
  tx: Tx,
  officeId: string,
  agendaIds: readonly string[],
  {
    from,
    until,
    publishedBy,
    earliest,
  }: { from: CivilDate; until: CivilDate; publishedBy: Temporal.Instant; earliest: Temporal.Instant },
): Promise<(PartyHour & { readonly day: CivilDate })[]> {
  const rows = await tx.sql<HourRow & { day: string }>(
    `select id, agenda_id, day, starts_at, ends_at, (capacity - taken - withheld)::int as free
     from appointments.slot
     where office_id = $1 and agenda_id = any ($2::uuid[]) and day between $3 and $4
       and published_at <= $5 and starts_at >= $6 and capacity > taken + withheld
     order by starts_at, id`,
    [officeId, agendaIds, from, until, publishedBy, earliest],
    'free-hours',
  );
  return rows.map((row) => ({ ...hourOf(row), day: row.day as CivilDate }));
}

/** Locks hours in the order in which every booking locks them; answers them as they are now. */
export async function lockHours(tx: Tx, officeId: string, ids: readonly number[]): Promise<PartyHour[]> {
  const rows = await tx.sql<HourRow>(
    `select id, agenda_id, starts_at, ends_at, greatest(capacity - taken - withheld, 0)::int as free
     from appointments.slot where office_id = $1 and id = any ($2::bigint[]) order by id for update`,
    [officeId, ids],
    'lock-party-hours',
  );
  return rows.map(hourOf);
}

export interface Seat {
  readonly slotId: number;
  readonly place: number;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/** Gives the places of locked hours; answers one for each person, those of the earlier hours first. */
export async function takeSeats(
  tx: Tx,
  officeId: string,
  hours: readonly PartyHour[],
  seats: readonly Seats[],
  { held }: { held: boolean },
): Promise<Seat[]> {
  const given: Seat[] = [];
  for (const { slotId, places } of seats) {
    const hour = hours.find((each) => each.id === slotId);
    if (hour === undefined) throw new Error('A place of an hour that was not locked');
    const rows = await tx.sql<{ place: number }>(
      `select p.place from appointments.slot s cross join lateral generate_series(1, s.capacity) as p (place)
       where s.office_id = $1 and s.id = $2 and not exists (
         select 1 from appointments.appointment a
         where a.office_id = $1 and a.slot_id = $2 and a.place = p.place
           and a.state in ('held', 'booked', 'in_charge', 'checked_in', 'served', 'no_show'))
       order by p.place limit $3`,
      [officeId, slotId, places],
      'free-place-numbers',
    );
    if (rows.length < places) throw new Error('An hour counts free places but has too few');
    await tx.sql(
      'update appointments.slot set taken = taken + $3, held = held + $4 where office_id = $1 and id = $2',
      [officeId, slotId, places, held ? places : 0],
      'take-seats',
    );
    for (const { place } of rows) given.push({ slotId, place, startsAt: hour.startsAt, endsAt: hour.endsAt });
  }
  return given;
}
