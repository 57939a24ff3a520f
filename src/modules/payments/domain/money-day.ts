import { type CivilDate, dayAt } from '#kernel/civil-date.ts';

/** The day to which money belongs that goes through pagoPA: the one in Italy. */
export function moneyDay(at: Temporal.Instant): CivilDate {
  return dayAt(at, 'Europe/Rome');
}
