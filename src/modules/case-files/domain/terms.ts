import { addDays, type CivilDate, dayAt, plainDate } from '#kernel/civil-date.ts';
import type { CaseFile } from './case-file.ts';
import type { HolderOfTurn } from './case-file-lifecycle.ts';
import type { Keeping, Term } from './procedure.ts';

/** Whole days between two instants. */
export function daysBetween(from: Temporal.Instant, until: Temporal.Instant): number {
  return Math.max(0, Math.floor(from.until(until).total('hours') / 24));
}

/**
 * The day by which the office has to answer (termine del procedimento). Days in which it waited for the person count
 * out, as far as the term allows (L. 241/1990, art. 2, c. 7).
 */
export function dueOn(
  term: Term,
  file: Pick<CaseFile, 'submittedAt' | 'waitingSince' | 'waitedDays'>,
  now: Temporal.Instant,
  zone: string,
): CivilDate {
  const waiting = file.waitingSince === null ? 0 : daysBetween(file.waitingSince, now);
  const out = Math.min(term.suspendedAtMost, file.waitedDays + waiting);
  return addDays(dayAt(file.submittedAt, zone), term.days + out);
}

/** How near a term is, for the official who chooses what to do first: days before the end, below nought when it is over. */
export function daysLeft(due: CivilDate, today: CivilDate): number {
  return plainDate(today).until(plainDate(due)).days;
}

/** Last day on which a closed file is kept. */
export function keepUntil({ months }: Keeping, closedAt: Temporal.Instant, zone: string): CivilDate {
  return plainDate(dayAt(closedAt, zone)).add({ months }).toString() as CivilDate;
}

/** How long answers took lately, in days: what half of the people in the middle saw. */
export interface UsualTime {
  readonly from: number;
  readonly until: number;
}

/** Answers from which a usual time is told: fewer would promise what nobody knows. */
export const leastAnswers = 5;

/** A stretch of time in which a file lay with somebody. */
export interface Turn {
  readonly holder: HolderOfTurn;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant | null;
}

/** How many whole days a file lay with each, from its turns: what passed so far, and because of whom. */
export function daysWith(turns: readonly Turn[], now: Temporal.Instant): Record<HolderOfTurn, number> {
  const hours: Record<HolderOfTurn, number> = { queue: 0, office: 0, person: 0, municipality: 0 };
  for (const { holder, from, until } of turns) hours[holder] += from.until(until ?? now).total('hours');
  const days = (each: HolderOfTurn) => Math.max(0, Math.floor(hours[each] / 24));
  return {
    queue: days('queue'),
    office: days('office'),
    person: days('person'),
    municipality: days('municipality'),
  };
}
