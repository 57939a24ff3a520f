import type { Person } from '../facts/tree.ts';
import type { Review } from '../reasoning/finding.ts';
import type { When } from '../reasoning/unknown.ts';
import type { RuleId } from '../rules/rule-book.ts';

/** How an Italian citizenship began. */
export type Origin = 'birth' | 'adoption' | 'marriage' | 'reacquisition' | 'grant';

/** Something that could have ended the citizenship and did not. */
export interface Kept {
  readonly on: When;
  readonly rules: readonly RuleId[];
}

/** A time of Italian citizenship, opened and closed by a rule; the last day is not part of it. */
export interface Period {
  readonly from: When;
  readonly origin: Origin;
  readonly openedBy: readonly RuleId[];
  /** Set while it is doubtful whether the person was a citizen. */
  readonly review?: Review;
  to?: When;
  closedBy?: RuleId;
  readonly closing: RuleId[];
  readonly kept: Kept[];
}

/** A parent through whom the citizenship came, or might have come. */
export interface Carrier {
  readonly parent: Person;
  readonly by: 'filiation' | 'adoption';
  readonly certain: boolean;
}

/** The Italian citizenship of a person through time, under the ordinary rules (art. 3-bis apart). */
export interface Timeline {
  readonly person: Person;
  readonly periods: readonly Period[];
  readonly carriers: readonly Carrier[];
  /** What stood in the way where the person was never a citizen. */
  readonly never: readonly RuleId[];
  /** Lost by a marriage with a foreigner, on that day. */
  readonly lostByMarriageOn: When | undefined;
}
