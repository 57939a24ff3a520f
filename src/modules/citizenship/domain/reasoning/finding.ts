import type { RuleId } from '../rules/rule-book.ts';

/** `officer`: the law is unsettled there, and only an officer may decide (decide il funzionario). */
export type Truth = 'yes' | 'no' | 'officer';

export interface Review {
  readonly rule: RuleId;
  readonly person: string;
}

/** An answer with the rules that carry it, or that stand against it. */
export interface Finding {
  readonly truth: Truth;
  readonly rules: readonly RuleId[];
  readonly review?: Review;
}

export function yes(...rules: RuleId[]): Finding {
  return { truth: 'yes', rules };
}

export function no(...rules: RuleId[]): Finding {
  return { truth: 'no', rules };
}

export function officer(review: Review, ...rules: RuleId[]): Finding {
  return { truth: 'officer', rules: [...rules, review.rule], review };
}

export function withRules(finding: Finding, ...rules: RuleId[]): Finding {
  return { ...finding, rules: [...finding.rules, ...rules] };
}

/** One way is enough: the first that leads there, else the first that an officer may open, else what blocks each. */
export function anyOf(findings: readonly Finding[]): Finding {
  return (
    findings.find(({ truth }) => truth === 'yes') ??
    joined(findings, 'officer') ?? { truth: 'no', rules: findings.flatMap(({ rules }) => rules) }
  );
}

/** Every one must hold: what blocks, else what an officer must decide, else all that carries it. */
export function allOf(findings: readonly Finding[]): Finding {
  const blocking = findings.filter(({ truth }) => truth === 'no');
  if (blocking.length > 0) return { truth: 'no', rules: blocking.flatMap(({ rules }) => rules) };
  return joined(findings, 'officer') ?? { truth: 'yes', rules: findings.flatMap(({ rules }) => rules) };
}

function joined(findings: readonly Finding[], truth: 'officer'): Finding | undefined {
  const first = findings.find((finding) => finding.truth === truth);
  if (first?.review === undefined) return undefined;
  return { truth, rules: findings.flatMap(({ rules }) => rules), review: first.review };
}

/** Rules in the order in which people read them: the link nearest to the person first. */
export function withFirst(finding: Finding, ...rules: RuleId[]): Finding {
  return { ...finding, rules: [...rules, ...finding.rules] };
}
