import type { PersonId } from './record.ts';

/** Who reads a record, and why (RG-5). */
export type Reader =
  /** the person, or a member of the same household */
  | { readonly kind: 'self'; readonly accountId: string }
  | {
      readonly kind: 'official';
      readonly officialId: string;
      /** The municipality (`comune-a952`) or consular office on whose behalf. */
      readonly officeId: string;
      readonly why: string;
    }
  /** a part of the platform, by its name */
  | { readonly kind: 'system'; readonly name: string; readonly why: string };

/** One line of the log that a person sees: who read the record, when, why. */
export interface Reading {
  readonly id: number;
  readonly at: Temporal.Instant;
  readonly by:
    | { readonly kind: 'household'; readonly personId: PersonId }
    | { readonly kind: 'official'; readonly officialId: string; readonly officeId: string }
    | { readonly kind: 'system'; readonly name: string };
  readonly why: string;
}
