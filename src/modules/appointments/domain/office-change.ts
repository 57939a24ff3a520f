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

/** The keyed hash in the letter: who reads it may answer, without signing in. */
export const offerTokenPurpose = 'appointment-offer';
