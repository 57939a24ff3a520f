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

/** How often the letter of an appointment was sent again. */
export async function countResent(tx: Tx, officeId: string, id: string): Promise<number> {
  const [row] = await tx.sql<{ count: number }>(
    `select count(*)::int as count from platform.event
     where subject_kind = 'appointment' and subject_id = $2 and office_id = $1 and type = 'appointment.letter-resent'`,
    [officeId, id],
  );
  return row?.count ?? 0;
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
