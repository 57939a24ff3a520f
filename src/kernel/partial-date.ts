import { granted, type Outcome, refused } from './outcome.ts';

declare const partial: unique symbol;
/** A date of which the day, or the month too, is not known (data incompleta), as `1951`, `1951-03` or `1951-03-07`. */
export type PartialDate = string & { readonly [partial]: true };

const shape = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** Reads a year, a month of a year, or a day; refuses months and days that the calendar does not have. */
export function parsePartialDate(raw: string): Outcome<PartialDate, { code: 'not_a_date' }> {
  if (!shape.test(raw)) return refused({ code: 'not_a_date' });
  try {
    Temporal.PlainDate.from(`${raw}${'-01-01'.slice(raw.length - 4)}`, { overflow: 'reject' });
    return granted(raw as PartialDate);
  } catch {
    return refused({ code: 'not_a_date' });
  }
}

/** A date that the program itself writes down; throws where it does not exist. */
export function partialDate(raw: string): PartialDate {
  const parsed = parsePartialDate(raw);
  if (!parsed.ok) throw new Error(`Not a date: ${raw}`);
  return parsed.value;
}
