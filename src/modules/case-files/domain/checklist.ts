import type { FormFindings } from './check-form.ts';
import type { CheckVerdict, FormCheck, FormTarget } from './form.ts';

/** What the official found about one check of the list (spunta). */
export interface Tick {
  readonly checkId: string;
  readonly verdict: 'holds' | 'fails';
  readonly officialId: string;
  readonly at: Temporal.Instant;
}

/** A line of the checklist: what the rule says, what the official said, and what counts. */
export interface ChecklistLine {
  readonly check: FormCheck;
  /** What the rule found, which the person saw too. */
  readonly found: CheckVerdict;
  readonly tick: Tick | undefined;
  readonly counts: CheckVerdict;
}

/**
 * The checklist of a file. The official decides what no rule can see and what a rule only warns of; what stops a form
 * has to be put right by the person. A tick from before a correction stands where the correction was about other things.
 */
export function checklistOf(
  { checks }: Pick<FormFindings, 'checks'>,
  ticks: readonly Tick[],
  corrected: { readonly at: Temporal.Instant; readonly targets: readonly FormTarget[] } | undefined,
): ChecklistLine[] {
  return checks.map(({ check, verdict: found }) => {
    const given = ticks.find((each) => each.checkId === check.id);
    const tick = given !== undefined && stands(given, check, corrected) ? given : undefined;
    const decided = found === 'fails' && check.weight === 'stops' ? undefined : tick?.verdict;
    return { check, found, tick, counts: decided ?? found };
  });
}

function stands(
  { at }: Tick,
  { about }: FormCheck,
  corrected: { readonly at: Temporal.Instant; readonly targets: readonly FormTarget[] } | undefined,
): boolean {
  if (corrected === undefined || Temporal.Instant.compare(at, corrected.at) >= 0) return true;
  if (about.length === 0) return false;
  return !about.some((one) => corrected.targets.some((other) => touches(one, other)));
}

/** A check about `identity` is about every entry's document (`identity/1`), and the other way round. */
function touches(one: FormTarget, other: FormTarget): boolean {
  if (one.kind !== other.kind) return false;
  return (
    one.path === other.path || one.path.startsWith(`${other.path}/`) || other.path.startsWith(`${one.path}/`)
  );
}

/** Why a file cannot go on (ostacoli), all at once. */
export interface Obstacles {
  readonly failed: readonly string[];
  readonly unticked: readonly string[];
  readonly missingDocuments: readonly string[];
  readonly problems: readonly string[];
}

export function obstaclesOf(
  { problems, missingDocuments }: Pick<FormFindings, 'problems' | 'missingDocuments'>,
  checklist: readonly ChecklistLine[],
): Obstacles {
  const where = (verdict: CheckVerdict) =>
    checklist.filter(({ counts }) => counts === verdict).map(({ check }) => check.id);
  return {
    failed: where('fails'),
    unticked: where('to_be_seen'),
    missingDocuments: missingDocuments.map(({ path }) => path),
    problems: problems.map(({ path }) => path),
  };
}

export function hasObstacles(obstacles: Obstacles): boolean {
  return Object.values(obstacles).some((each: readonly string[]) => each.length > 0);
}
