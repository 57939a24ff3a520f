import type { CivilDate } from '#kernel/civil-date.ts';

/** What an office has decided about a service (attivazione del servizio). */
export interface Offer {
  readonly officeId: string;
  readonly serviceId: string;
  readonly switchedOn: boolean;
  /** First day that can be booked; without one the service is not yet open. */
  readonly firstBookableOn: CivilDate | null;
  readonly newsOn: CivilDate | null;
  /** Minutes for which an unconfirmed place is held. */
  readonly holdMinutes: number;
  /** Hours before the appointment after which it cannot be booked any more. */
  readonly noticeHours: number;
  /** Whether the office serves people without the entry that the service needs, as in emergencies. */
  readonly withoutEntry: boolean;
  /** When absences pause booking; nothing where they do not. */
  readonly absences: AbsenceRule | null;
}

/** After how many absences booking pauses (sospensione della prenotazione dopo assenze). */
export interface AbsenceRule {
  readonly most: number;
  /** How many months back absences count. */
  readonly months: number;
  /** For how many days after the last absence booking pauses. */
  readonly pauseDays: number;
}
