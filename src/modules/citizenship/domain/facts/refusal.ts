/** Why facts cannot be assessed; every code has a sentence in both languages on the pages. */
export const factCodes = [
  'required',
  'wrong_type',
  'not_allowed',
  'unknown_member',
  'too_few',
  'too_many',
  'not_an_id',
  'not_a_date',
  'not_an_instant',
  'not_a_country',
  'duplicate_id',
  'unknown_person',
  'same_person_twice',
  'duplicate_parent',
  'cycle_in_tree',
  'parent_not_older',
  'parent_dead_before_birth',
  'death_before_birth',
  'before_birth',
  'after_death',
  'in_the_future',
  'ends_before_it_starts',
  'before_wedding',
  'before_filing',
  'before_decree',
  'before_notification',
  'lost_before_acquired',
] as const;
export type FactCode = (typeof factCodes)[number];

export interface FactError {
  /** JSON pointer (RFC 6901) to the member that cannot be right. */
  readonly pointer: string;
  readonly code: FactCode;
}

export interface FactsRefused {
  readonly errors: readonly FactError[];
}
