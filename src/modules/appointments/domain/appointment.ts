import type { CivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import type { AppointmentState } from './appointment-lifecycle.ts';

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
