import type { Tx } from '#platform/database/database.ts';
import type { Appointment } from '../domain/appointment.ts';

/** Takes one free place of an hour for an appointment that moves; answers its number, or nothing when there is none. */
export async function takeOnePlace(
  tx: Tx,
  officeId: string,
  slotId: number,
  now: Temporal.Instant,
): Promise<number | undefined> {
  const [slot] = await tx.sql<{ id: number }>(
    `update appointments.slot set taken = taken + 1
     where office_id = $1 and id = $2 and published_at <= $3 and capacity > taken + withheld returning id`,
    [officeId, slotId, now],
    'take-one-place',
  );
  if (slot === undefined) return undefined;
  return firstFreePlace(tx, officeId, slotId);
}

async function firstFreePlace(tx: Tx, officeId: string, slotId: number): Promise<number> {
  const [row] = await tx.sql<{ place: number }>(
    `select p.place from appointments.slot s cross join lateral generate_series(1, s.capacity) as p (place)
     where s.office_id = $1 and s.id = $2 and not exists (
       select 1 from appointments.appointment a
       where a.office_id = $1 and a.slot_id = $2 and a.place = p.place
         and a.state in ('held', 'booked', 'in_charge', 'checked_in', 'served', 'no_show'))
     order by p.place limit 1`,
    [officeId, slotId],
    'first-free-place',
  );
  if (row === undefined) throw new Error('An hour counts a free place but has none');
  return row.place;
}

/** Adds a person who came without an appointment: a place beyond those of the agenda is made for it. */
export async function addPlace(tx: Tx, officeId: string, slotId: number): Promise<number> {
  await tx.sql(
    `update appointments.slot set taken = taken + 1, capacity = greatest(capacity, taken + withheld + 1)
     where office_id = $1 and id = $2`,
    [officeId, slotId],
  );
  return firstFreePlace(tx, officeId, slotId);
}

export async function insertWalkIn(
  tx: Tx,
  appointment: Pick<
    Appointment,
    | 'officeId'
    | 'id'
    | 'slotId'
    | 'place'
    | 'serviceId'
    | 'startsAt'
    | 'endsAt'
    | 'givenName'
    | 'familyName'
    | 'bornOn'
    | 'locale'
    | 'notes'
  >,
  { personKey, now }: { personKey: string; now: Temporal.Instant },
): Promise<boolean> {
  const rows = await tx.sql<{ id: string }>(
    `insert into appointments.appointment (office_id, id, slot_id, place, service_id, starts_at, ends_at, person_key,
       given_name, family_name, born_on, locale, notes, state, created_at, checked_in_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'checked_in', $14, $14)
     on conflict do nothing returning id`,
    [
      appointment.officeId,
      appointment.id,
      appointment.slotId,
      appointment.place,
      appointment.serviceId,
      appointment.startsAt,
      appointment.endsAt,
      personKey,
      appointment.givenName,
      appointment.familyName,
      appointment.bornOn,
      appointment.locale,
      appointment.notes,
      now,
    ],
  );
  return rows.length === 1;
}
