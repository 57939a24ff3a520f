import type { CivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import type { AppointmentState } from './appointment-lifecycle.ts';
import type { Consent, Party } from './party.ts';

/** An appointment (appuntamento) of one person at an office. */
export interface Appointment {
  readonly officeId: string;
  readonly id: string;
  readonly slotId: number;
  /** Number of the place within its hour. */
  readonly place: number;
  readonly serviceId: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** Nobody's account for people who came without an appointment. */
  readonly accountId: string | null;
  readonly givenName: string;
  readonly familyName: string;
  /** Nothing where the person has closed the account: then the names are empty too. */
  readonly bornOn: CivilDate | null;
  readonly locale: Locale;
  readonly notes: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly state: AppointmentState;
  readonly heldUntil: Temporal.Instant | null;
  readonly createdAt: Temporal.Instant;
  readonly checkedInAt: Temporal.Instant | null;
  /** Grows with each change that a calendar must learn of. */
  readonly revision: number;
  /** The party of the person, where several came together, and the person's place in its order from 1. */
  readonly partyId: string | null;
  readonly member: number | null;
  readonly taxCode: string | null;
  readonly parents: readonly string[];
  readonly consent: Consent | null;
  /** What the office did to it last: offered another time, or cancelled it. */
  readonly changeId: string | null;
  /** When the office excused the absence. */
  readonly excusedAt: Temporal.Instant | null;
}

/** One appointment by itself, or the members of a party: what is confirmed, moved and written about together. */
export interface Unit {
  readonly party: Party | null;
  readonly members: readonly Appointment[];
}

/** The members of a unit in some states. */
export function membersIn(unit: Unit, states: readonly AppointmentState[]): readonly Appointment[] {
  return unit.members.filter((member) => states.includes(member.state));
}

/** A list with the members of each party one after another, at the place of the first of them. */
export function keepTogether(appointments: readonly Appointment[]): Appointment[] {
  return [...Map.groupBy(appointments, (each) => each.partyId ?? each.id).values()].flatMap((together) =>
    together.toSorted((one, other) => (one.member ?? 0) - (other.member ?? 0)),
  );
}

/** From the first member's beginning to the last one's end. */
export function spanOf(members: readonly Pick<Appointment, 'startsAt' | 'endsAt'>[]): {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
} {
  const [first] = members;
  if (first === undefined) throw new Error('Nobody is left whose hours could be told');
  return members.reduce(
    (span, each) => ({
      startsAt: Temporal.Instant.compare(each.startsAt, span.startsAt) < 0 ? each.startsAt : span.startsAt,
      endsAt: Temporal.Instant.compare(each.endsAt, span.endsAt) > 0 ? each.endsAt : span.endsAt,
    }),
    { startsAt: first.startsAt, endsAt: first.endsAt },
  );
}

/** The short code that people read out at the counter: the first eight signs of the id. */
export function referenceOf(id: string): string {
  return id.slice(0, 8).toUpperCase();
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text from an address can be the id of an appointment at all. */
export function isAppointmentId(raw: string): boolean {
  return uuid.test(raw);
}
