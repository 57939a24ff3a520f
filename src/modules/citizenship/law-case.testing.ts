import type { Facts } from './domain/facts/shape.ts';
import type { RuleId } from './domain/rules/rule-book.ts';

/** Facts, and what the law says about them. */
export interface LawCase {
  readonly name: string;
  readonly facts: Facts;
  readonly verdict: 'eligible' | 'not_eligible' | 'needs_information';
  /** Must be among the decisive rules. */
  readonly rules: readonly RuleId[];
  readonly deadline?: string;
  /** Pointer to the one fact that is asked for. */
  readonly asks?: string;
  /** The unsettled point that is left to an officer. */
  readonly review?: RuleId;
  /** Must be among the steps told. */
  readonly tells?: readonly RuleId[];
}

type More = Pick<LawCase, 'deadline' | 'asks' | 'review' | 'tells'>;

export function lawCase(
  name: string,
  facts: Facts,
  verdict: LawCase['verdict'],
  rules: readonly RuleId[],
  more: More = {},
): LawCase {
  return { name, facts, verdict, rules, ...more };
}
