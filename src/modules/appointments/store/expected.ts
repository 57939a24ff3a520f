import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Appointment } from '../domain/appointment.ts';
import type { AppointmentState } from '../domain/appointment-lifecycle.ts';
import { type AppointmentRow, appointmentColumns, appointmentOf } from './appointments.ts';

/** Those who come to an office between two moments, in the order of the hours. */
export async function listExpected(
  tx: Tx,
  officeId: string,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<Appointment[]> {
  const rows = await tx.sql<AppointmentRow>(
    `select ${appointmentColumns} from appointments.appointment
     where office_id = $1 and starts_at >= $2 and starts_at < $3 and state not in ('lapsed')
     order by starts_at, place, id`,
    [officeId, from, until],
    'expected-appointments',
  );
  return rows.map(appointmentOf);
}

/** How many come to an office between two moments, by state. */
export async function countExpected(
  tx: Tx,
  officeId: string,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<ReadonlyMap<AppointmentState, number>> {
  const rows = await tx.sql<{ state: AppointmentState; count: number }>(
    `select state, count(*)::int as count from appointments.appointment
     where office_id = $1 and starts_at >= $2 and starts_at < $3 group by state`,
    [officeId, from, until],
    'count-expected',
  );
  return new Map(rows.map(({ state, count }) => [state, count]));
}

/** How many live appointments an office has on the days of a closure. */
export async function countGiven(
  tx: Tx,
  officeId: string,
  { agendaId, fromOn, untilOn }: { agendaId: string | null; fromOn: CivilDate; untilOn: CivilDate },
): Promise<number> {
  const [row] = await tx.sql<{ count: number }>(
    `select count(*)::int as count from appointments.appointment a
     join appointments.slot s on s.office_id = a.office_id and s.id = a.slot_id
     where a.office_id = $1 and s.day between $2 and $3 and ($4::uuid is null or s.agenda_id = $4)
       and a.state in ('held', 'booked', 'in_charge', 'checked_in')`,
    [officeId, fromOn, untilOn, agendaId],
  );
  return row?.count ?? 0;
}
