import { type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { type PartialDate, partialDate } from '#kernel/partial-date.ts';

/** A day of which everything is known. */
export type Day = CivilDate & PartialDate;

const dayMs = 86_400_000;
const known = new Map<number, Day>();

/** A day that the demonstration itself writes down. */
export function day(text: string): Day {
  partialDate(text);
  return civilDate(text) as Day;
}

/** Days as numbers since 1970, which are quick to reckon with. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

export function dayOf(number: number): Day {
  const found = known.get(number) ?? day(new Date(number * dayMs).toISOString().slice(0, 10));
  known.set(number, found);
  return found;
}

/** The day on which the demonstration's people have their ages. */
export const today = dayNumber('2026-11-01');

export const yearDays = 365.25;

/** The day so many years later, or the one after where the calendar has none. */
export function plusYears(day: number, years: number): number {
  const date = new Date(day * dayMs);
  return Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate()) / dayMs;
}
