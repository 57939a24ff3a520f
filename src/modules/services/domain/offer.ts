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
}
