import type { RuleId } from '../rules/rule-book.ts';
import type { Exploration, Leaf } from './explore.ts';
import type { Review, Truth } from './finding.ts';
import { choosesBest } from './next-question.ts';
import { knownDay, type Step } from './step.ts';
import type { Unknown } from './unknown.ts';

export type Verdict = 'eligible' | 'not_eligible' | 'needs_information';

/** A step seen across every way the unknown facts can turn out; `null` where they disagree. */
export interface SeenStep extends Omit<Step, 'holds'> {
  readonly holds: boolean | null;
}

export interface Judgement {
  readonly verdict: Verdict;
  readonly decisive: readonly RuleId[];
  readonly steps: readonly SeenStep[];
  readonly missing?: Unknown | undefined;
  readonly review?: Review | undefined;
  /** The way that the other parts of the answer speak about: the most favourable one. */
  readonly leaf: Leaf;
}

const verdicts: Readonly<Record<Exclude<Truth, 'officer'>, Verdict>> = {
  yes: 'eligible',
  no: 'not_eligible',
};

/** One answer from all the ways: the same everywhere, for an officer everywhere, or dependent on a missing fact. */
export function judge({ leaves, complete }: Exploration): Judgement {
  const best = leaves.find(hasTruth('yes')) ?? leaves.find(hasTruth('officer')) ?? leaves[0];
  if (best === undefined) throw new Error('The search ended without a way');
  const truths = new Set(leaves.map(({ result }) => result.finding.truth));
  const { finding } = best.result;
  const { switchedOff } = best.world.settings;
  const decisiveOf = (rules: readonly RuleId[]) =>
    [...new Set(rules)].filter((rule) => switchedOff?.has(rule) !== true);
  const steps = leaves.length === 1 ? onePerStep(best.world.steps) : across(leaves, best);
  if (truths.size === 1 && complete) {
    if (finding.truth === 'officer')
      return {
        verdict: 'needs_information',
        decisive: decisiveOf([...finding.rules, 'ENG-1']),
        steps,
        review: finding.review,
        leaf: best,
      };
    return { verdict: verdicts[finding.truth], decisive: decisiveOf(finding.rules), steps, leaf: best };
  }
  const against = leaves.filter((leaf) => leaf.result.finding.truth !== 'yes');
  const ordered = [...against, best, ...leaves];
  const decisive = decisiveOf(['ENG-1', ...ordered.flatMap(({ result }) => result.finding.rules)]);
  return { verdict: 'needs_information', decisive, steps, missing: choosesBest(leaves), leaf: best };
}

function hasTruth(truth: Truth): (leaf: Leaf) => boolean {
  return ({ result }) => result.finding.truth === truth;
}

function stepKey({ rule, person, detail }: Step): string {
  return `${rule} ${person} ${knownDay(detail?.day) ?? ''} ${detail?.other ?? ''}`;
}

function onePerStep(steps: readonly Step[]): Step[] {
  const seen = new Map<string, Step>();
  for (const step of steps) {
    const key = `${stepKey(step)} ${step.holds}`;
    if (!seen.has(key)) seen.set(key, step);
  }
  return [...seen.values()];
}

function across(leaves: readonly Leaf[], best: Leaf): SeenStep[] {
  const steps = new Map<string, Step>();
  const count = new Map<string, number>();
  for (const { world } of [best, ...leaves])
    for (const step of world.steps) if (!steps.has(stepKey(step))) steps.set(stepKey(step), step);
  for (const { world } of leaves)
    for (const key of new Set(world.steps.map((step) => `${stepKey(step)} ${step.holds}`)))
      count.set(key, (count.get(key) ?? 0) + 1);
  return [...steps].map(([key, step]) => ({
    ...step,
    holds: count.get(`${key} ${step.holds}`) === leaves.length ? step.holds : null,
  }));
}
