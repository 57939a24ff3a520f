import type { RuleId } from '../rules/rule-book.ts';
import type { Overruling } from './step.ts';

/** How the reasoning is run, besides the facts. */
export interface Settings {
  /** By rule and person. */
  readonly overrulings: ReadonlyMap<string, Overruling>;
  /** Rules left out, to see what each is for. */
  readonly switchedOff?: ReadonlySet<RuleId>;
  /** Before a court the case law on mothers before 1948 applies too (Cass. SU 4466/2009). */
  readonly judicial?: boolean;
}
