import type { Locale } from '#kernel/locale.ts';
import { assess } from '../assess.ts';
import type { Verdict } from '../reasoning/verdict.ts';
import worked from './worked-cases.json' with { type: 'json' };

/** A worked case of the rule book (esempio svolto): its answer, as the rules give it today. */
export interface WorkedExample {
  readonly id: string;
  readonly route: string;
  readonly verdict: Verdict;
  readonly reason: string;
  /** Rules without which the answer would be another. */
  readonly decisive: readonly string[];
}

const told = new Map<Locale, readonly WorkedExample[]>();

/** Every worked case with the answer of the rules in force; worked out once for each language. */
export function workedExamples(locale: Locale): readonly WorkedExample[] {
  const known = told.get(locale);
  if (known !== undefined) return known;
  const examples = worked.cases.map(({ id, route, facts }): WorkedExample => {
    const outcome = assess(facts, { locale });
    if (!outcome.ok) throw new Error(`The worked case ${id} is refused`);
    const { verdict, reason, decisive_rules: decisive } = outcome.value;
    return { id, route, verdict, reason, decisive };
  });
  told.set(locale, examples);
  return examples;
}

/** The worked cases that a rule decides. */
export function examplesOf(rule: string, locale: Locale): readonly WorkedExample[] {
  return workedExamples(locale).filter(({ decisive }) => decisive.includes(rule));
}
