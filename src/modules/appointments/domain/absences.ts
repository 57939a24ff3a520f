import { type CivilDate, dayAt, plainDate } from '#kernel/civil-date.ts';

/** After how many absences booking pauses, and for how long. */
interface Rule {
  readonly most: number;
  readonly months: number;
  readonly pauseDays: number;
}

/**
 * Until when booking pauses for somebody with these absences (assenze non giustificate), or nothing. A pause runs from
 * the last absence; absences that lie further back than the rule's months no longer count.
 */
export function pausedUntil(
  rule: Rule | null,
  missed: readonly Temporal.Instant[],
  { now, zone }: { now: Temporal.Instant; zone: string },
): CivilDate | undefined {
  if (rule === null) return undefined;
  const today = dayAt(now, zone);
  const since = plainDate(today).subtract({ months: rule.months }).toString();
  const counting = missed.map((instant) => dayAt(instant, zone)).filter((day) => day >= since);
  const last = counting.toSorted().at(-1);
  if (last === undefined || counting.length < rule.most) return undefined;
  const until = plainDate(last).add({ days: rule.pauseDays }).toString() as CivilDate;
  return until > today ? until : undefined;
}
