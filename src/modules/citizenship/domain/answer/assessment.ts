import type { ListedDocument } from '../documents/document.ts';
import type { Verdict } from '../reasoning/verdict.ts';
import type { RuleId } from '../rules/rule-book.ts';
import type { Counterfactual } from './candidate.ts';
import type { ListedFee } from './list-fees.ts';
import type { NextRoute } from './next-routes.ts';
import type { Booking, Office } from './office-and-booking.ts';
import type { ToldStep } from './told-steps.ts';

/** The answer to an assessment: information with its reasons, not a decision. */
export interface Assessment {
  readonly verdict: Verdict;
  readonly decisive_rules: readonly RuleId[];
  readonly reason: string;
  readonly steps: readonly ToldStep[];
  readonly missing_fact?: {
    readonly person: string;
    /** JSON pointer into the facts. */
    readonly path: string;
    readonly question: string;
    readonly proof: string;
  };
  readonly review?: { readonly rule: RuleId; readonly reason: string };
  readonly deadline?: string;
  readonly documents: readonly ListedDocument[];
  readonly fees: readonly ListedFee[];
  readonly office: Office | null;
  readonly booking: Booking | null;
  readonly next_routes: readonly NextRoute[];
  readonly counterfactual?: Counterfactual;
  readonly rules_version: string;
}
