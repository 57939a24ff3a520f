import type { CivilDate } from '#kernel/civil-date.ts';
import type { AbroadRefusal } from './abroad.ts';
import type { CorrectionRefusal } from './correction.ts';
import type { DuplicateRefusal } from './duplicate.ts';
import type { HouseholdRefusal } from './household-change.ts';
import type { StrikingRefusal } from './striking.ts';

export const changeKinds = [
  'correction',
  'procedure_opened',
  'procedure_closed',
  'certifiability',
  'household_certifiability',
  'address',
  'electoral',
  'aire_registration',
  'address_abroad',
  'striking',
  'duplicate',
  'household',
] as const;

export type ChangeKind = (typeof changeKinds)[number];

/** What a municipality changed in a record: by which act, why, and since when it is true. */
export interface RecordChange {
  readonly municipality: string;
  readonly id: string;
  readonly kind: ChangeKind;
  /** Which data, in codes. */
  readonly data: readonly string[];
  readonly act: string;
  readonly reason: string;
  readonly from: CivilDate;
  readonly officialId: string | null;
  readonly at: Temporal.Instant;
}

/** What a change rests on. */
export interface Basis {
  /** The act or document, as it is cited. */
  readonly act: string;
  readonly reason: string;
}

export type ChangeRefusal =
  | CorrectionRefusal
  | AbroadRefusal
  | StrikingRefusal
  | DuplicateRefusal
  | HouseholdRefusal
  | { readonly code: 'no_such_record' }
  /** somebody else has changed the record since it was read */
  | { readonly code: 'changed_meanwhile' }
  | { readonly code: 'no_act' }
  | { readonly code: 'no_reason' }
  /** the registry knows nothing of days before the municipality joined it, or before this municipality kept the record */
  | { readonly code: 'before_the_record'; readonly since: CivilDate }
  /** struck and duplicate records are not changed */
  | { readonly code: 'not_enrolled' }
  | { readonly code: 'not_a_tax_code' }
  /** another live record has the code */
  | { readonly code: 'tax_code_taken' }
  | { readonly code: 'no_such_procedure' }
  /** the address is in another municipality than the one that registers it */
  | { readonly code: 'other_municipality' }
  /** who may not vote is in no roll */
  | { readonly code: 'may_not_vote' };
