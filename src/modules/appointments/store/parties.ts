import type { CivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Appointment, Unit } from '../domain/appointment.ts';
import type { Consent, Party } from '../domain/party.ts';
import { type AppointmentRow, appointmentColumns, appointmentOf, lockAppointment } from './appointments.ts';
import type { Seat } from './party-hours.ts';

interface PartyRow {
  office_id: string;
  id: string;
  service_id: string;
  account_id: string;
  revision: number;
}

function partyOf(row: PartyRow): Party {
  return {
    officeId: row.office_id,
    id: row.id,
    serviceId: row.service_id,
    accountId: row.account_id,
    revision: row.revision,
  };
}

const partyColumns = 'office_id, id, service_id, account_id, revision';

export async function findParty(tx: Tx, officeId: string, id: string): Promise<Party | undefined> {
  const [row] = await tx.sql<PartyRow>(
    `select ${partyColumns} from appointments.party where office_id = $1 and id = $2`,
    [officeId, id],
    'find-party',
  );
  return row && partyOf(row);
}

/** The members of a party, in their order. */
export async function listMembers(tx: Tx, officeId: string, partyId: string): Promise<Appointment[]> {
  const rows = await tx.sql<AppointmentRow>(
    `select ${appointmentColumns} from appointments.appointment
     where office_id = $1 and party_id = $2 order by member`,
    [officeId, partyId],
    'party-members',
  );
  return rows.map(appointmentOf);
}

/** A party with its members, locked until the transaction ends: the party first, so that two who lock it take turns. */
export async function lockParty(tx: Tx, officeId: string, partyId: string): Promise<Unit | undefined> {
  const [party] = await tx.sql<PartyRow>(
    `select ${partyColumns} from appointments.party where office_id = $1 and id = $2 for update`,
    [officeId, partyId],
    'lock-party',
  );
  if (party === undefined) return undefined;
  const rows = await tx.sql<AppointmentRow>(
    `select ${appointmentColumns} from appointments.appointment
     where office_id = $1 and party_id = $2 order by member for update`,
    [officeId, partyId],
    'lock-members',
  );
  return { party: partyOf(party), members: rows.map(appointmentOf) };
}

/** An appointment with those who belong to it, locked until the transaction ends. */
export async function lockUnit(tx: Tx, officeId: string, id: string): Promise<Unit | undefined> {
  const [row] = await tx.sql<{ party_id: string | null }>(
    'select party_id from appointments.appointment where office_id = $1 and id = $2',
    [officeId, id],
    'party-of',
  );
  if (row === undefined) return undefined;
  if (row.party_id !== null) return lockParty(tx, officeId, row.party_id);
  const appointment = await lockAppointment(tx, officeId, id);
  return appointment && { party: null, members: [appointment] };
}

/** A person of a new party with the place that was taken for them. */
export interface NewMember {
  readonly id: string;
  readonly seat: Seat;
  readonly personKey: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: CivilDate;
  readonly taxCode: string | null;
  readonly parents: readonly string[];
  readonly consent: Consent | null;
  readonly notes: string;
  readonly answers: Readonly<Record<string, string>>;
}

/**
 * Writes a party with its members; answers the ids of those who got their row. Somebody with a live booking of the
 * service gets none (`one_live_booking`): the caller then takes everything back.
 */
export async function insertParty(
  tx: Tx,
  party: Omit<Party, 'revision'>,
  members: readonly NewMember[],
  { locale, heldUntil, now }: { locale: Locale; heldUntil: Temporal.Instant; now: Temporal.Instant },
): Promise<ReadonlySet<string>> {
  await tx.sql(
    'insert into appointments.party (office_id, id, service_id, account_id, created_at) values ($1, $2, $3, $4, $5)',
    [party.officeId, party.id, party.serviceId, party.accountId, now],
    'insert-party',
  );
  const rows = await tx.sql<{ id: string }>(
    `insert into appointments.appointment (office_id, id, slot_id, place, service_id, starts_at, ends_at, account_id,
       person_key, given_name, family_name, born_on, locale, notes, answers, state, held_until, created_at, party_id,
       member, tax_code, parents, consent)
     select $1, m.id, m.slot_id, m.place, $2, m.starts_at, m.ends_at, $3, m.person_key, m.given_name, m.family_name,
       m.born_on, $4, m.notes, m.answers, 'held', $5, $6, $7, m.member, m.tax_code,
       array(select jsonb_array_elements_text(m.parents)), m.consent
     from unnest($8::uuid[], $9::bigint[], $10::smallint[], $11::timestamptz[], $12::timestamptz[], $13::text[],
                 $14::text[], $15::text[], $16::date[], $17::text[], $18::jsonb[], $19::text[], $20::jsonb[], $21::text[])
       with ordinality as m (id, slot_id, place, starts_at, ends_at, person_key, given_name, family_name, born_on,
                             notes, answers, tax_code, parents, consent, member)
     order by m.person_key
     on conflict do nothing returning id`,
    [
      party.officeId,
      party.serviceId,
      party.accountId,
      locale,
      heldUntil,
      now,
      party.id,
      members.map((each) => each.id),
      members.map((each) => each.seat.slotId),
      members.map((each) => each.seat.place),
      members.map((each) => each.seat.startsAt),
      members.map((each) => each.seat.endsAt),
      members.map((each) => each.personKey),
      members.map((each) => each.givenName),
      members.map((each) => each.familyName),
      members.map((each) => each.bornOn),
      members.map((each) => each.notes),
      members.map((each) => JSON.stringify(each.answers)),
      members.map((each) => each.taxCode),
      members.map((each) => JSON.stringify(each.parents)),
      members.map((each) => each.consent),
    ],
    'insert-members',
  );
  return new Set(rows.map((row) => row.id));
}

/** Does a piece of a transaction that may have to be taken back without the rest. */
export async function undoable<Result>(
  tx: Tx,
  work: () => Promise<{ readonly keep: boolean; readonly result: Result }>,
): Promise<Result> {
  await tx.sql('savepoint undoable');
  const { keep, result } = await work();
  await tx.sql(keep ? 'release savepoint undoable' : 'rollback to savepoint undoable');
  return result;
}

/** Notes a change of a party that calendars must learn of; answers the new revision. */
export async function reviseParty(
  tx: Tx,
  { officeId, id }: Pick<Party, 'officeId' | 'id'>,
  { nextReminderAt }: { nextReminderAt: Temporal.Instant | null },
): Promise<void> {
  await tx.sql(
    `update appointments.party set revision = revision + 1, next_reminder_at = $3
     where office_id = $1 and id = $2`,
    [officeId, id, nextReminderAt],
    'revise-party',
  );
}

/** Parties that are to be reminded, locked; those that somebody is changing this moment are left alone. */
export async function lockPartiesToRemind(tx: Tx, now: Temporal.Instant, count: number): Promise<Party[]> {
  const rows = await tx.sql<PartyRow>(
    `select ${partyColumns} from appointments.party where next_reminder_at <= $1
     order by next_reminder_at limit $2 for update skip locked`,
    [now, count],
  );
  return rows.map(partyOf);
}

export async function savePartyReminder(
  tx: Tx,
  { officeId, id }: Pick<Party, 'officeId' | 'id'>,
  at: Temporal.Instant | null,
): Promise<void> {
  await tx.sql('update appointments.party set next_reminder_at = $3 where office_id = $1 and id = $2', [
    officeId,
    id,
    at,
  ]);
}

/** Parties with provisional places whose time is over, locked. */
export async function lockLapsedParties(tx: Tx, now: Temporal.Instant, count: number): Promise<Party[]> {
  const rows = await tx.sql<PartyRow>(
    `select ${partyColumns} from appointments.party p
     where (office_id, id) in (
       select office_id, party_id from appointments.appointment
       where state = 'held' and held_until <= $1 and party_id is not null order by held_until limit $2)
     for update skip locked`,
    [now, count],
  );
  return rows.map(partyOf);
}
