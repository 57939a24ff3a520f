import type { CivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Appointment } from '../domain/appointment.ts';
import type { AppointmentState } from '../domain/appointment-lifecycle.ts';
import type { Consent } from '../domain/party.ts';

export interface AppointmentRow {
  office_id: string;
  id: string;
  slot_id: number;
  place: number;
  service_id: string;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  account_id: string | null;
  given_name: string | null;
  family_name: string | null;
  born_on: string | null;
  locale: string;
  notes: string;
  answers: Record<string, string>;
  state: string;
  held_until: Temporal.Instant | null;
  created_at: Temporal.Instant;
  checked_in_at: Temporal.Instant | null;
  revision: number;
  party_id: string | null;
  member: number | null;
  tax_code: string | null;
  parents: string[] | null;
  consent: string | null;
  change_id: string | null;
  excused_at: Temporal.Instant | null;
}

export const appointmentColumns = `office_id, id, slot_id, place, service_id, starts_at, ends_at, account_id, given_name, family_name,
  born_on, locale, notes, answers, state, held_until, created_at, checked_in_at, revision,
  party_id, member, tax_code, parents, consent, change_id, excused_at`;

export function appointmentOf(row: AppointmentRow): Appointment {
  return {
    officeId: row.office_id,
    id: row.id,
    slotId: row.slot_id,
    place: row.place,
    serviceId: row.service_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    accountId: row.account_id,
    givenName: row.given_name ?? '',
    familyName: row.family_name ?? '',
    bornOn: row.born_on as CivilDate | null,
    locale: row.locale as Locale,
    notes: row.notes,
    answers: row.answers,
    state: row.state as AppointmentState,
    heldUntil: row.held_until,
    createdAt: row.created_at,
    checkedInAt: row.checked_in_at,
    revision: row.revision,
    partyId: row.party_id,
    member: row.member,
    taxCode: row.tax_code,
    parents: row.parents ?? [],
    consent: row.consent as Consent | null,
    changeId: row.change_id,
    excusedAt: row.excused_at,
  };
}

/** The appointments of a citizen, those to come first. */
export async function listOwnAppointments(tx: Tx, accountId: string): Promise<Appointment[]> {
  const rows = await tx.sql<AppointmentRow>(
    `select ${appointmentColumns} from appointments.appointment where account_id = $1 order by starts_at desc limit 200`,
    [accountId],
    'own-appointments',
  );
  return rows.map(appointmentOf);
}

/** One appointment of a citizen: other people's are not found. */
export async function findOwnAppointment(
  tx: Tx,
  accountId: string,
  id: string,
): Promise<Appointment | undefined> {
  const [row] = await tx.sql<AppointmentRow>(
    `select ${appointmentColumns} from appointments.appointment where account_id = $1 and id = $2`,
    [accountId, id],
    'own-appointment',
  );
  return row && appointmentOf(row);
}

/** An appointment of an office, locked until the transaction ends. */
export async function lockAppointment(
  tx: Tx,
  officeId: string,
  id: string,
): Promise<Appointment | undefined> {
  const [row] = await tx.sql<AppointmentRow>(
    `select ${appointmentColumns} from appointments.appointment where office_id = $1 and id = $2 for update`,
    [officeId, id],
    'lock-appointment',
  );
  return row && appointmentOf(row);
}

/** Writes the state that an event has led to; what goes with a state goes with it. */
export async function saveState(
  tx: Tx,
  { officeId, id }: { officeId: string; id: string },
  state: AppointmentState,
  {
    checkedInAt,
    nextReminderAt = null,
    tellsCalendar = false,
  }: {
    checkedInAt?: Temporal.Instant;
    nextReminderAt?: Temporal.Instant | null;
    tellsCalendar?: boolean;
  } = {},
): Promise<void> {
  await tx.sql(
    `update appointments.appointment
     set state = $3, held_until = null, next_reminder_at = $4,
         checked_in_at = coalesce($5::timestamptz, checked_in_at), revision = revision + $6
     where office_id = $1 and id = $2`,
    [officeId, id, state, nextReminderAt, checkedInAt ?? null, tellsCalendar ? 1 : 0],
    'save-state',
  );
}

/** Gives an appointment another place; the caller has taken it from an hour of the same office. */
export async function savePlace(
  tx: Tx,
  { officeId, id }: { officeId: string; id: string },
  {
    slotId,
    place,
    startsAt,
    endsAt,
    nextReminderAt,
  }: {
    slotId: number;
    place: number;
    startsAt: Temporal.Instant;
    endsAt: Temporal.Instant;
    nextReminderAt: Temporal.Instant | null;
  },
): Promise<void> {
  await tx.sql(
    `update appointments.appointment
     set slot_id = $3, place = $4, starts_at = $5, ends_at = $6, next_reminder_at = $7, revision = revision + 1
     where office_id = $1 and id = $2`,
    [officeId, id, slotId, place, startsAt, endsAt, nextReminderAt],
    'save-place',
  );
}

/** Provisional places whose time is over, locked; those that somebody is confirming this moment are left alone. */
export async function lockLapsed(tx: Tx, now: Temporal.Instant, count: number): Promise<Appointment[]> {
  const rows = await tx.sql<AppointmentRow>(
    `select ${appointmentColumns} from appointments.appointment where state = 'held' and held_until <= $1 and party_id is null
     order by held_until limit $2 for update skip locked`,
    [now, count],
  );
  return rows.map(appointmentOf);
}

/** Firm appointments whose owners are to be reminded, locked. */
export async function lockDueReminders(tx: Tx, now: Temporal.Instant, count: number): Promise<Appointment[]> {
  const rows = await tx.sql<AppointmentRow>(
    `select ${appointmentColumns} from appointments.appointment
     where next_reminder_at <= $1 and state in ('booked', 'in_charge')
     order by next_reminder_at limit $2 for update skip locked`,
    [now, count],
  );
  return rows.map(appointmentOf);
}

export async function saveNextReminder(
  tx: Tx,
  { officeId, id }: { officeId: string; id: string },
  at: Temporal.Instant | null,
): Promise<void> {
  await tx.sql('update appointments.appointment set next_reminder_at = $3 where office_id = $1 and id = $2', [
    officeId,
    id,
    at,
  ]);
}

/** How often the letter of an appointment was sent again. */
export async function countResent(tx: Tx, officeId: string, id: string): Promise<number> {
  const [row] = await tx.sql<{ count: number }>(
    `select count(*)::int as count from platform.event
     where subject_kind = 'appointment' and subject_id = $2 and office_id = $1 and type = 'appointment.letter-resent'`,
    [officeId, id],
  );
  return row?.count ?? 0;
}
