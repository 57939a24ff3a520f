/** A device has five minutes to answer, and each question is good for one answer. */
export const challengeFor = { minutes: 5 } as const;
export const passkeysAtMost = 10;

/** What a question is for: an answer to another kind of question is none. */
export type ChallengePurpose = 'register' | 'sign_in' | 'confirm';

/** Whose passkey it is. */
export type Holder = { readonly accountId: string } | { readonly officialId: string };

/** A passkey as its holder sees it. */
export interface Passkey {
  readonly id: string;
  readonly label: string;
  readonly createdAt: Temporal.Instant;
  readonly lastUsedAt: Temporal.Instant | null;
}
