import type { CivilDate } from '#kernel/civil-date.ts';
import { addDays, plainDate } from '#kernel/civil-date.ts';

/** How the appointments of a span ended. */
export interface Outcomes {
  /** All that were firm: those below, and those still to come or being served. */
  readonly booked: number;
  readonly served: number;
  readonly missed: number;
  readonly cancelled: number;
  /** People without an appointment, among those served or waiting. */
  readonly walkIns: number;
  /** Half of the people booked at most so many days before (mediana dei giorni di attesa). */
  readonly waitDays: number | null;
  /** Half of the people were done at most so many minutes after they had checked in. */
  readonly counterMinutes: number | null;
}

export interface WeekReport extends Outcomes {
  /** The Monday. */
  readonly week: CivilDate;
  /** Places of all hours, given or not. */
  readonly offered: number;
}

export interface ServiceReport extends Outcomes {
  readonly serviceId: string;
}

/** What an office has done between two days (rendiconto degli appuntamenti). */
export interface OfficeReport {
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly weeks: readonly WeekReport[];
  readonly services: readonly ServiceReport[];
  readonly total: Outcomes & { readonly offered: number };
}

export const noOutcomes: Outcomes = {
  booked: 0,
  served: 0,
  missed: 0,
  cancelled: 0,
  walkIns: 0,
  waitDays: null,
  counterMinutes: null,
};

export function mondayOf(day: CivilDate): CivilDate {
  return addDays(day, 1 - plainDate(day).dayOfWeek);
}

/** The Mondays of a span, the first one possibly before it. */
export function weeksBetween(from: CivilDate, until: CivilDate): CivilDate[] {
  const weeks: CivilDate[] = [];
  for (let week = mondayOf(from); week <= until; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}

/** Days that a report spans at most. */
export const longestReport = 371;

/** The last eight weeks, this one included. */
export function usualSpan(today: CivilDate): { from: CivilDate; until: CivilDate } {
  const monday = mondayOf(today);
  return { from: addDays(monday, -49), until: addDays(monday, 6) };
}

/** A span that can be asked for: in order, and no longer than a year. */
export function isReportSpan(from: CivilDate, until: CivilDate): boolean {
  return from <= until && until <= addDays(from, longestReport - 1);
}

/** How many of those who were expected did not come, in whole per cent; nothing where nobody was expected. */
export function missedShare({ served, missed }: Pick<Outcomes, 'served' | 'missed'>): number | null {
  const expected = served + missed;
  return expected === 0 ? null : Math.round((missed * 100) / expected);
}
