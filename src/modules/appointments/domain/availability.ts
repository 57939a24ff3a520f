import { addDays, type CivilDate, dayAt, plainDate } from '#kernel/civil-date.ts';
import type { Text } from '#kernel/locale.ts';
import { type Agenda, type Closure, closureOn } from './agenda.ts';

/** How far ahead places are shown: three months. */
export const monthsAhead = 3;

/** The places of a day of one agenda, as the store counts them. */
export interface DayCount {
  readonly agendaId: string;
  readonly day: CivilDate;
  readonly capacity: number;
  readonly free: number;
  /** Places that are free, but not enough of them next to each other for the people who look. */
  readonly tooFew?: number;
  /** Places held for somebody who has not confirmed yet, or freed and about to become public. */
  readonly pending: number;
  /** Places of hours that start too soon to be booked. */
  readonly tooLate: number;
  /** When the first places of the day that are not public yet become so. */
  readonly publishedAt: Temporal.Instant | null;
}

/** An hour with its places, as a person may choose it. */
export interface OpenSlot {
  readonly id: number;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly free: number;
}

export type DayStatus =
  | { readonly kind: 'free'; readonly places: number }
  /** Places are free, but not next to each other for so many people. */
  | { readonly kind: 'too_few'; readonly places: number }
  /** All taken, some of them not yet confirmed: they may come back. */
  | { readonly kind: 'held' }
  | { readonly kind: 'full' }
  | { readonly kind: 'closed'; readonly reason: Text; readonly holiday: boolean }
  /** The office does not serve on this day of the week. */
  | { readonly kind: 'no_hours' }
  | { readonly kind: 'not_published'; readonly publishedAt: Temporal.Instant }
  /** The office has not opened the service for this day. */
  | { readonly kind: 'not_open'; readonly firstOn: CivilDate | null }
  | { readonly kind: 'beyond_horizon' }
  /** The day's hours start too soon to be booked. */
  | { readonly kind: 'too_late' }
  | { readonly kind: 'past' };

export interface Day {
  readonly day: CivilDate;
  readonly status: DayStatus;
}

export interface MonthFacts {
  readonly agendas: readonly Agenda[];
  readonly closures: readonly Closure[];
  readonly counts: readonly DayCount[];
  readonly firstBookableOn: CivilDate | null;
  readonly zone: string;
  readonly now: Temporal.Instant;
}

/** The last day that may be shown. */
export function horizonOf(today: CivilDate): CivilDate {
  return plainDate(today).add({ months: monthsAhead }).toString() as CivilDate;
}

/** What each day of a span says to somebody who looks for a place, and why a day has none. */
export function statusOfDays(from: CivilDate, until: CivilDate, facts: MonthFacts): Day[] {
  const today = dayAt(facts.now, facts.zone);
  const horizon = horizonOf(today);
  const byDay = Map.groupBy(facts.counts, (count) => count.day);
  const days: Day[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) {
    days.push({ day, status: statusOf(day, today, horizon, byDay.get(day) ?? [], facts) });
  }
  return days;
}

function statusOf(
  day: CivilDate,
  today: CivilDate,
  horizon: CivilDate,
  counts: readonly DayCount[],
  { agendas, closures, firstBookableOn }: MonthFacts,
): DayStatus {
  if (day < today) return { kind: 'past' };
  if (day > horizon) return { kind: 'beyond_horizon' };
  if (firstBookableOn === null || day < firstBookableOn)
    return { kind: 'not_open', firstOn: firstBookableOn };

  const free = sum(counts, (count) => count.free);
  if (free > 0) return { kind: 'free', places: free };

  const closure = agendas
    .map((agenda) => closureOn(closures, agenda.id, day))
    .find((each) => each !== undefined);
  if (closure !== undefined && agendas.every((agenda) => closureOn(closures, agenda.id, day) !== undefined)) {
    return { kind: 'closed', reason: closure.reason, holiday: closure.holiday };
  }
  const tooFew = sum(counts, (count) => count.tooFew ?? 0);
  if (tooFew > 0) return { kind: 'too_few', places: tooFew };

  const waiting = counts.flatMap((count) => count.publishedAt ?? []).sort(Temporal.Instant.compare)[0];
  if (waiting !== undefined) return { kind: 'not_published', publishedAt: waiting };
  if (sum(counts, (count) => count.pending) > 0) return { kind: 'held' };
  if (sum(counts, (count) => count.capacity) > 0) return { kind: 'full' };
  if (sum(counts, (count) => count.tooLate) > 0) return { kind: 'too_late' };

  return { kind: 'no_hours' };
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
