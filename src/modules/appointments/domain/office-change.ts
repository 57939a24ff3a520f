import type { Text } from '#kernel/locale.ts';

/** What an office did to an appointment already given (variazione d’ufficio), and why. */
export interface OfficeChange {
  readonly officeId: string;
  readonly id: string;
  /** `offered`: another time is held for its people; `cancelled`: they choose anew. */
  readonly kind: 'offered' | 'cancelled';
  readonly serviceId: string;
  readonly accountId: string | null;
  /** How many people it concerned. */
  readonly people: number;
  readonly wasAt: Temporal.Instant;
  readonly reason: Text;
  readonly priorityUntil: Temporal.Instant;
  readonly priorityUsedAt: Temporal.Instant | null;
}

/** How long people whose appointment the office took away choose anew with priority, in days. */
export const priorityDays = 14;

/** Whether a change lets its people book places that are not public yet (priorità nella nuova scelta), once. */
export function givesPriority(
  change: OfficeChange,
  wish: { readonly accountId: string; readonly serviceId: string },
  now: Temporal.Instant,
): boolean {
  return (
    change.accountId === wish.accountId &&
    change.serviceId === wish.serviceId &&
    change.priorityUsedAt === null &&
    Temporal.Instant.compare(now, change.priorityUntil) < 0
  );
}

/** What the letter's link carries. */
export interface OfferLink {
  readonly officeId: string;
  readonly changeId: string;
  readonly token: string;
}

interface TokenKeys {
  hash(purpose: string, value: string): string;
  matches(purpose: string, value: string, hash: string): boolean;
}

const purpose = 'appointment-offer';

/** The keyed hash that the letter carries: only who reads it can answer an offer. */
export function offerToken(keys: Pick<TokenKeys, 'hash'>, changeId: string): string {
  return keys.hash(purpose, changeId);
}

export function isOfferToken(keys: Pick<TokenKeys, 'matches'>, changeId: string, token: string): boolean {
  return keys.matches(purpose, changeId, token);
}
