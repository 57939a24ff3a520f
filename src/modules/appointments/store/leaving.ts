import type { Tx } from '#platform/database/database.ts';
import type { Appointment } from '../domain/appointment.ts';
import { type AppointmentRow, appointmentColumns, appointmentOf } from './appointments.ts';

/** The appointments of an account that still have its person, locked. */
export async function lockAppointmentsOf(tx: Tx, accountId: string): Promise<Appointment[]> {
  const rows = await tx.sql<AppointmentRow>(
    `select ${appointmentColumns} from appointments.appointment where account_id = $1 and born_on is not null
     order by office_id, id for update`,
    [accountId],
  );
  return rows.map(appointmentOf);
}

/** An absence counts for so long at most (`services.offer.absence_months`). */
const absenceMonths = 24;

/**
 * Takes the person out of appointments: office, hour, service and state stay for the statistics, and of an absence that
 * may still count the keyed hash. Answers until when hashes stay, where any does.
 */
export async function erasePeople(
  tx: Tx,
  ids: readonly string[],
  { at, absencesCount }: { at: Temporal.Instant; absencesCount: boolean },
): Promise<Temporal.Instant | undefined> {
  const rows = await tx.sql<{ until: Temporal.Instant | null }>(
    `update appointments.appointment a set given_name = null, family_name = null, born_on = null,
       person_key = case when counts.until > $2 then person_key end,
       tax_code = null, parents = null, consent = null, notes = '', answers = '{}', next_reminder_at = null,
       erase_at = case when counts.until > $2 then counts.until end
     from (select office_id, id, case when $3 and state = 'no_show' and excused_at is null and person_key is not null
             then starts_at + make_interval(months => ${absenceMonths}) end as until
           from appointments.appointment where id = any($1::uuid[])) counts
     where a.office_id = counts.office_id and a.id = counts.id
     returning a.erase_at as until`,
    [ids, at, absencesCount],
  );
  return rows
    .flatMap(({ until }) => until ?? [])
    .toSorted(Temporal.Instant.compare)
    .at(-1);
}

/** When the person is to be taken out of an appointment that the office is still serving. */
export async function planErasure(
  tx: Tx,
  { officeId, id }: { officeId: string; id: string },
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql(
    `update appointments.appointment set erase_at = $3, next_reminder_at = null, notes = '', answers = '{}'
     where office_id = $1 and id = $2`,
    [officeId, id, at],
  );
}

/** Appointments whose people are to be taken out by now, locked; one that is still open waits. */
export async function lockDueErasures(tx: Tx, now: Temporal.Instant, count: number): Promise<Appointment[]> {
  const rows = await tx.sql<AppointmentRow>(
    `select ${appointmentColumns} from appointments.appointment where erase_at <= $1 order by erase_at limit $2 for update skip locked`,
    [now, count],
  );
  return rows.map(appointmentOf);
}
