import { type CivilDate, civilDate } from '#kernel/civil-date.ts';
import type { Text } from '#kernel/locale.ts';

/** A rule of citizenship law: where it is written, when it holds, and how it is told to people. */
export interface Rule {
  /** Where the rule is laid down (fonte normativa). */
  readonly citation: string;
  readonly from?: CivilDate;
  readonly until?: CivilDate;
  /** A principle guides how the others are applied; it is not tried on a person. */
  readonly principle?: true;
  readonly says: Text;
  /** What is told of a person for whom the rule holds, or does not; without it, what the rule says. */
  readonly whenItHolds?: Text;
  readonly whenItDoesNot?: Text;
}

type Pair = readonly [it: string, en: string];

interface Options {
  readonly from?: string;
  readonly until?: string;
  readonly holds?: Pair;
  readonly fails?: Pair;
}

export function rule(citation: string, says: Pair, options: Options = {}): Rule {
  return {
    citation,
    ...(options.from && { from: civilDate(options.from) }),
    ...(options.until && { until: civilDate(options.until) }),
    says: text(says),
    ...(options.holds && { whenItHolds: text(options.holds) }),
    ...(options.fails && { whenItDoesNot: text(options.fails) }),
  };
}

export function principle(citation: string, says: Pair): Rule {
  return { ...rule(citation, says), principle: true };
}

export function text([it, en]: Pair): Text {
  return { it, en };
}
