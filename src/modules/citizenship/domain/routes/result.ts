import type { Day } from '../reasoning/day.ts';
import type { Finding } from '../reasoning/finding.ts';

/** What one route comes to in one world. */
export interface RouteResult {
  readonly finding: Finding;
  /** Until when the person must act. */
  readonly deadline?: Day | undefined;
  /** First day on which the act succeeds, where it came too early. */
  readonly earliest?: Day | undefined;
  /** First day of citizenship. */
  readonly effectFrom?: Day | undefined;
}
