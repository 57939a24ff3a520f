import type { CivilDate } from '#kernel/civil-date.ts';

/** Days on which an official is away from an office (assenza), both included. */
export interface Absence {
  readonly id: string;
  readonly officialId: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
}

export type AbsenceProblem = 'ends_before_it_begins' | 'too_long' | 'over_already';

/** Longest absence that is written down at once, in days: a year. */
export const longestAbsence = 366;

export function absenceProblem(
  { from, until }: Pick<Absence, 'from' | 'until'>,
  today: CivilDate,
): AbsenceProblem | undefined {
  if (until < from) return 'ends_before_it_begins';
  if (until < today) return 'over_already';
  const days = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until)).days;
  return days >= longestAbsence ? 'too_long' : undefined;
}

export function isAway(absences: readonly Absence[], officialId: string, day: CivilDate): boolean {
  return absences.some((each) => each.officialId === officialId && each.from <= day && day <= each.until);
}
