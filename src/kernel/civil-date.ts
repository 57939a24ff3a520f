import { granted, type Outcome, refused } from './outcome.ts';

declare const civil: unique symbol;
/** A day of the calendar without time or zone, as `2026-11-24`; compares correctly as text. */
export type CivilDate = string & { readonly [civil]: true };

const shape = /^\d{4}-\d{2}-\d{2}$/;

/** Outside of these years a day, or the one after it, is nothing that zones and databases can tell apart. */
const years = { first: '1000', last: '9998' } as const;

/** Reads `YYYY-MM-DD`; refuses days that the calendar does not have, and those of years that nobody means. */
export function parseCivilDate(raw: string): Outcome<CivilDate, { code: 'not_a_date' }> {
  if (!shape.test(raw) || raw < years.first || raw.slice(0, 4) > years.last)
    return refused({ code: 'not_a_date' });
  try {
    return granted(Temporal.PlainDate.from(raw, { overflow: 'reject' }).toString() as CivilDate);
  } catch {
    return refused({ code: 'not_a_date' });
  }
}

/** A date that the program itself writes down; throws where it does not exist. */
export function civilDate(raw: string): CivilDate {
  const parsed = parseCivilDate(raw);
  if (!parsed.ok) throw new Error(`Not a date: ${raw}`);
  return parsed.value;
}

export function plainDate(day: CivilDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(day);
}

/** The day it is at an instant in a time zone. */
export function dayAt(instant: Temporal.Instant, zone: string): CivilDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate().toString() as CivilDate;
}

export function addDays(day: CivilDate, days: number): CivilDate {
  return plainDate(day).add({ days }).toString() as CivilDate;
}

export function laterDay(one: CivilDate, other: CivilDate): CivilDate {
  return one < other ? other : one;
}
