import { addDays, type CivilDate, plainDate } from '#kernel/civil-date.ts';

/** How the files of a week came and went (andamento delle pratiche). */
export interface FileWeek {
  /** The Monday. */
  readonly week: CivilDate;
  readonly received: number;
  readonly defined: number;
  readonly rejected: number;
  readonly cancelled: number;
  /** Open at the end of the week, or now where it has not ended. */
  readonly open: number;
}

/** How long the files of a procedure took that ended in the span. */
export interface ProcedureTimes {
  readonly procedure: string;
  readonly closed: number;
  /** Half of them took at most so many days (mediana), nine of ten at most so many. */
  readonly medianDays: number | null;
  readonly mostDays: number | null;
  /** Of these, days with the queue and the office, with the person, with the municipality, on average. */
  readonly officeDays: number | null;
  readonly personDays: number | null;
  readonly municipalityDays: number | null;
}

/** What each official ended in the span. */
export interface ClerkTimes {
  readonly officialId: string;
  readonly closed: number;
  readonly medianDays: number | null;
}

export interface FileReport {
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly weeks: readonly FileWeek[];
  readonly procedures: readonly ProcedureTimes[];
  readonly clerks: readonly ClerkTimes[];
}

/** Days that a report spans at most. */
export const longestSpan = 371;

export function mondayOf(day: CivilDate): CivilDate {
  return addDays(day, 1 - plainDate(day).dayOfWeek);
}

/** The last twelve weeks, this one included. */
export function usualFileSpan(today: CivilDate): { from: CivilDate; until: CivilDate } {
  const monday = mondayOf(today);
  return { from: addDays(monday, -77), until: addDays(monday, 6) };
}

/** A span that can be asked for: in order, and no longer than a year. */
export function isFileSpan(from: CivilDate, until: CivilDate): boolean {
  return from <= until && until <= addDays(from, longestSpan - 1);
}

interface Counted {
  readonly week: string;
  readonly count: number;
}

/** The weeks of a span; how many were open follows from those at its beginning, and what came and went since. */
export function weeksOf(
  { from, until }: { readonly from: CivilDate; readonly until: CivilDate },
  counted: {
    readonly openAtStart: number;
    readonly received: readonly Counted[];
    readonly closed: readonly (Counted & { readonly state: string })[];
  },
): FileWeek[] {
  const weeks: FileWeek[] = [];
  let open = counted.openAtStart;
  for (let week = mondayOf(from); week <= until; week = addDays(week, 7)) {
    const received = counted.received.find((each) => each.week === week)?.count ?? 0;
    const ended = (states: readonly string[]) =>
      counted.closed
        .filter((each) => each.week === week && states.includes(each.state))
        .reduce((sum, { count }) => sum + count, 0);
    const defined = ended(['defined', 'answered', 'closed_with_correction']);
    const rejected = ended(['rejected']);
    const cancelled = ended(['cancelled_by_user']);
    open += received - defined - rejected - cancelled;
    weeks.push({ week, received, defined, rejected, cancelled, open });
  }
  return weeks;
}
