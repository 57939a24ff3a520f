import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import type { WantedSlot } from '../domain/agenda.ts';
import type { DayCount, OpenSlot } from '../domain/availability.ts';

export interface Slot {
  readonly id: number;
  readonly agendaId: string;
  /** The services that its agenda serves. */
  readonly serviceIds: readonly string[];
  readonly day: CivilDate;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/**
 * Brings the hours of an agenda on some days to what its template wants. Hours in which places are given keep at
 * least those: a template never takes a place away from somebody.
 */
export async function replaceSlots(
  tx: Tx,
  {
    officeId,
    agendaId,
    from,
    until,
    after,
  }: { officeId: string; agendaId: string; from: CivilDate; until: CivilDate; after: Temporal.Instant },
  wanted: readonly WantedSlot[],
): Promise<void> {
  await tx.sql(
    `insert into appointments.slot (office_id, agenda_id, day, starts_at, ends_at, capacity, wanted, published_at)
     select $1, $2, day, starts_at, ends_at, capacity, capacity, published_at
     from unnest($3::date[], $4::timestamptz[], $5::timestamptz[], $6::smallint[], $7::timestamptz[])
       as wanted (day, starts_at, ends_at, capacity, published_at)
     on conflict (office_id, agenda_id, starts_at) do update
       set capacity = greatest(excluded.capacity, slot.taken + slot.withheld),
           wanted = excluded.wanted,
           ends_at = case when slot.taken = 0 then excluded.ends_at else slot.ends_at end,
           published_at = least(excluded.published_at, slot.published_at)
       where (slot.capacity, slot.wanted, slot.published_at) is distinct from
             (greatest(excluded.capacity, slot.taken + slot.withheld), excluded.wanted, least(excluded.published_at, slot.published_at))
          or slot.ends_at <> excluded.ends_at`,
    [
      officeId,
      agendaId,
      wanted.map((slot) => slot.day),
      wanted.map((slot) => slot.startsAt),
      wanted.map((slot) => slot.endsAt),
      wanted.map((slot) => slot.capacity),
      wanted.map((slot) => slot.publishedAt),
    ],
  );
  await tx.sql(
    `update appointments.slot set capacity = taken + withheld, wanted = 0
     where office_id = $1 and agenda_id = $2 and day between $3 and $4 and starts_at > $6
       and (capacity > taken + withheld or wanted > 0) and not starts_at = any ($5::timestamptz[])`,
    [officeId, agendaId, from, until, wanted.map((slot) => slot.startsAt), after],
  );
}

/** The places of each day of a span, for hours that can be seen and booked at a moment. */
export async function countDays(
  tx: Tx,
  officeId: string,
  agendaIds: readonly string[],
  {
    from,
    until,
    now,
    earliest,
  }: { from: CivilDate; until: CivilDate; now: Temporal.Instant; earliest: Temporal.Instant },
): Promise<DayCount[]> {
  const rows = await tx.sql<{
    agenda_id: string;
    day: string;
    capacity: number;
    free: number;
    pending: number;
    too_late: number;
    published_at: Temporal.Instant | null;
  }>(
    `select agenda_id, day,
       coalesce(sum(capacity) filter (where published_at <= $5 and starts_at >= $6), 0)::int as capacity,
       coalesce(sum(capacity - taken - withheld) filter (where published_at <= $5 and starts_at >= $6), 0)::int as free,
       coalesce(sum(held + withheld) filter (where published_at <= $5 and starts_at >= $6), 0)::int as pending,
       coalesce(sum(capacity) filter (where published_at <= $5 and starts_at < $6), 0)::int as too_late,
       min(published_at) filter (where published_at > $5 and capacity > 0) as published_at
     from appointments.slot
     where office_id = $1 and agenda_id = any ($2::uuid[]) and day between $3 and $4
     group by agenda_id, day`,
    [officeId, agendaIds, from, until, now, earliest],
    'count-days',
  );
  return rows.map((row) => ({
    agendaId: row.agenda_id,
    day: row.day as CivilDate,
    capacity: row.capacity,
    free: row.free,
    pending: row.pending,
    tooLate: row.too_late,
    publishedAt: row.published_at,
  }));
}

/** The hours of a day that still have places. */
export async function listOpenSlots(
  tx: Tx,
  officeId: string,
  agendaIds: readonly string[],
  { day, now, earliest }: { day: CivilDate; now: Temporal.Instant; earliest: Temporal.Instant },
): Promise<OpenSlot[]> {
  const rows = await tx.sql<{
    id: number;
    starts_at: Temporal.Instant;
    ends_at: Temporal.Instant;
    free: number;
  }>(
    `select id, starts_at, ends_at, capacity - taken - withheld as free from appointments.slot
     where office_id = $1 and agenda_id = any ($2::uuid[]) and day = $3
       and published_at <= $4 and starts_at >= $5 and capacity > taken + withheld
     order by starts_at, id`,
    [officeId, agendaIds, day, now, earliest],
    'open-slots',
  );
  return rows.map((row) => ({ id: row.id, startsAt: row.starts_at, endsAt: row.ends_at, free: row.free }));
}

/** The first day from a moment on that has a free place. */
export async function findFirstFreeDay(
  tx: Tx,
  officeId: string,
  agendaIds: readonly string[],
  {
    from,
    until,
    now,
    earliest,
  }: { from: CivilDate; until: CivilDate; now: Temporal.Instant; earliest: Temporal.Instant },
): Promise<CivilDate | undefined> {
  const [row] = await tx.sql<{ day: string }>(
    `select day from appointments.slot
     where office_id = $1 and agenda_id = any ($2::uuid[]) and day between $3 and $4
       and published_at <= $5 and starts_at >= $6 and capacity > taken + withheld
     order by day limit 1`,
    [officeId, agendaIds, from, until, now, earliest],
    'first-free-day',
  );
  return row?.day as CivilDate | undefined;
}

export async function findSlots(
  tx: Tx,
  officeId: string,
  ids: readonly number[],
): Promise<Map<number, Slot>> {
  const rows = await tx.sql<{
    id: number;
    agenda_id: string;
    service_ids: string[];
    day: string;
    starts_at: Temporal.Instant;
    ends_at: Temporal.Instant;
  }>(
    `select s.id, s.agenda_id, a.service_ids, s.day, s.starts_at, s.ends_at
     from appointments.slot s join appointments.agenda a on a.office_id = s.office_id and a.id = s.agenda_id
     where s.office_id = $1 and s.id = any ($2::bigint[])`,
    [officeId, ids],
    'find-slots',
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        agendaId: row.agenda_id,
        serviceIds: row.service_ids,
        day: row.day as CivilDate,
        startsAt: row.starts_at,
        endsAt: row.ends_at,
      },
    ]),
  );
}

/**
 * A place is given back: it waits, withheld, until the moment at which it becomes public. Beyond the places that the
 * template wants (a day closed over appointments, fewer desks) it does not come back at all.
 */
export async function withholdPlace(
  tx: Tx,
  officeId: string,
  slotId: number,
  { wasHeld, publicAt }: { wasHeld: boolean; publicAt: Temporal.Instant },
): Promise<void> {
  await tx.sql(
    `with hour as materialized (
       select id, (capacity > wanted)::int as surplus from appointments.slot
       where office_id = $1 and id = $2 for update
     ), given_back as (
       update appointments.slot s
       set taken = s.taken - 1, held = s.held - $3, capacity = s.capacity - hour.surplus,
           withheld = s.withheld + 1 - hour.surplus
       from hour where s.office_id = $1 and s.id = hour.id
     )
     insert into appointments.freed_place (office_id, slot_id, public_at)
     select $1, hour.id, $4 from hour where hour.surplus = 0`,
    [officeId, slotId, wasHeld ? 1 : 0, publicAt],
    'withhold-place',
  );
}

/** A provisional place has become a firm one. */
export async function settlePlace(tx: Tx, officeId: string, slotId: number): Promise<void> {
  await tx.sql(
    'update appointments.slot set held = held - 1 where office_id = $1 and id = $2',
    [officeId, slotId],
    'settle-place',
  );
}

/** Makes freed places public whose moment has come; answers where. */
export async function releasePlaces(
  tx: Tx,
  now: Temporal.Instant,
): Promise<{ officeId: string; agendaId: string; places: number }[]> {
  const rows = await tx.sql<{ office_id: string; agenda_id: string; places: number }>(
    `with due as (delete from appointments.freed_place where public_at <= $1 returning office_id, slot_id),
          counted as (select office_id, slot_id, count(*)::int as places from due group by 1, 2)
     update appointments.slot s
     set withheld = s.withheld - c.places, capacity = greatest(s.wanted, s.taken + s.withheld - c.places)
     from counted c where s.office_id = c.office_id and s.id = c.slot_id
     returning s.office_id, s.agenda_id, c.places`,
    [now],
  );
  return rows.map((row) => ({ officeId: row.office_id, agendaId: row.agenda_id, places: row.places }));
}

/** The hour of a day that runs now, or else the nearest one: where people without an appointment are noted. */
export async function findRunningSlot(
  tx: Tx,
  officeId: string,
  agendaIds: readonly string[],
  { day, now }: { day: CivilDate; now: Temporal.Instant },
): Promise<{ id: number; startsAt: Temporal.Instant; endsAt: Temporal.Instant } | undefined> {
  const [row] = await tx.sql<{ id: number; starts_at: Temporal.Instant; ends_at: Temporal.Instant }>(
    `select id, starts_at, ends_at from appointments.slot
     where office_id = $1 and agenda_id = any ($2::uuid[]) and day = $3
     order by abs(extract(epoch from starts_at - $4::timestamptz)) limit 1`,
    [officeId, agendaIds, day, now],
  );
  return row && { id: row.id, startsAt: row.starts_at, endsAt: row.ends_at };
}
