import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Appointment } from '../domain/appointment.ts';
import type { CrowdedHour } from '../domain/displaced.ts';
import { type AppointmentRow, appointmentColumns, appointmentOf } from './appointments.ts';
import type { Seat } from './party-hours.ts';

/** The hours to come in which more places are given than the template wants; who walked in does not count. */
export async function listCrowdedHours(
  tx: Tx,
  officeId: string,
  { from, now }: { from: CivilDate; now: Temporal.Instant },
): Promise<CrowdedHour[]> {
  const rows = await tx.sql<{ id: number; excess: number }>(
    `select s.id, (count(*) - s.wanted)::int as excess
     from appointments.slot s join appointments.appointment a on a.office_id = s.office_id and a.slot_id = s.id
     where s.office_id = $1 and s.day >= $2 and s.starts_at > $3 and s.taken > s.wanted
       and a.account_id is not null
       and a.state in ('held', 'booked', 'in_charge', 'checked_in', 'served', 'no_show')
     group by s.office_id, s.id having count(*) > s.wanted order by s.starts_at, s.id`,
    [officeId, from, now],
    'crowded-hours',
  );
  return rows.map((row) => ({ slotId: row.id, excess: row.excess }));
}

/** The appointments of some hours that the office may still move; who booked first chooses first. */
export async function listDisplaceable(
  tx: Tx,
  officeId: string,
  slotIds: readonly number[],
): Promise<Appointment[]> {
  const rows = await tx.sql<AppointmentRow>(
    `select ${appointmentColumns} from appointments.appointment
     where office_id = $1 and slot_id = any ($2::bigint[]) and state in ('held', 'booked', 'in_charge')
     order by starts_at, created_at, party_id, member, id`,
    [officeId, slotIds],
    'displaceable',
  );
  return rows.map(appointmentOf);
}

/** Gives an appointment the place that the office offers, provisionally, until its people have answered. */
export async function saveOffered(
  tx: Tx,
  { officeId, id }: { officeId: string; id: string },
  { slotId, place, startsAt, endsAt }: Seat,
  { heldUntil, changeId }: { heldUntil: Temporal.Instant; changeId: string },
): Promise<void> {
  await tx.sql(
    `update appointments.appointment
     set state = 'held', held_until = $3, slot_id = $4, place = $5, starts_at = $6, ends_at = $7, change_id = $8,
         next_reminder_at = null, revision = revision + 1
     where office_id = $1 and id = $2`,
    [officeId, id, heldUntil, slotId, place, startsAt, endsAt, changeId],
    'save-offered',
  );
}

export async function saveChangeOf(
  tx: Tx,
  { officeId, id }: { officeId: string; id: string },
  changeId: string,
): Promise<void> {
  await tx.sql(
    'update appointments.appointment set change_id = $3 where office_id = $1 and id = $2',
    [officeId, id, changeId],
    'save-change-of',
  );
}
