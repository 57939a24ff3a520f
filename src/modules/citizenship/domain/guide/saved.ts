import type { Answers } from './answers.ts';

/** What is kept of a guided assessment: the answers, and nothing that can be worked out from them. */
export interface SavedAssessment {
  readonly answers: Answers;
  /** The day whose law is applied, where it is not today’s. */
  readonly lawOf?: string;
  /** The answer changed last, to show what it changed. */
  readonly change?: { readonly key: string; readonly was: string };
}

/** A draft that nobody chose to keep is erased after a week without use. */
export const draftFor: Temporal.DurationLike = { hours: 7 * 24 };

/** What is kept holds other people’s data: twelve months, then it is erased. */
export const keptFor: Temporal.DurationLike = { hours: 365 * 24 };
