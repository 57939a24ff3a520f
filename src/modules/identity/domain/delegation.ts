import { dayAt } from '#kernel/civil-date.ts';
import { defineLifecycle } from '#kernel/lifecycle.ts';
import type { Text } from '#kernel/locale.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';

export type DelegationState = 'offered' | 'accepted' | 'declined' | 'revoked' | 'expired';
export type DelegationEvent = 'accept' | 'decline' | 'revoke' | 'expire';

/** The life of a delegation: the owner offers, the delegate answers, either ends it, time ends it at the latest. */
export const delegationLifecycle = defineLifecycle<DelegationState, DelegationEvent>({
  offered: { accept: 'accepted', decline: 'declined', revoke: 'revoked', expire: 'expired' },
  accepted: { revoke: 'revoked', expire: 'expired' },
  declined: {},
  revoked: {},
  expired: {},
});

/** What is delegated: a procedure, or one file. Certificates, payments and the account never are. */
export type Delegated =
  | { readonly kind: 'procedure'; readonly procedure: string }
  | { readonly kind: 'file'; readonly caseFileId: string };

/** A delegation (delega): a person lets another registered person act for them in one matter, for a limited time. */
export interface Delegation {
  readonly id: string;
  readonly ownerId: string;
  /** As the owner named the delegate; nothing when the delegate's account is closed. */
  readonly delegateEmail: string | null;
  readonly delegateKey: string | null;
  /** Who accepted it. */
  readonly delegateId: string | null;
  readonly what: Delegated;
  readonly title: Text;
  readonly state: DelegationState;
  readonly offeredAt: Temporal.Instant;
  readonly acceptedAt: Temporal.Instant | null;
  readonly untilAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
}

/** The longest delegation, in months from the day of the offer. */
export const longestDelegation = { months: 12 } as const;
/** Delegations of one person that are offered or in force at the same time. */
export const mostDelegations = 20;
/** Offers of one person in 24 hours: each is a letter to somebody who may not have asked for it. */
export const offersPerDay = 5;
/** An offer that nobody answers is over after so many days. */
export const offerAnsweredIn = { days: 30 } as const;

const zone = 'Europe/Rome';

/** The end of the last day, Italian time: today at the earliest, twelve months from today at the latest. */
export function endOf(
  lastDay: string,
  now: Temporal.Instant,
): Outcome<Temporal.Instant, { code: 'day_wrong' }> {
  const day = /^\d{4}-\d\d-\d\d$/.test(lastDay) ? lastDay : '';
  const today = Temporal.PlainDate.from(dayAt(now, zone));
  try {
    const last = Temporal.PlainDate.from(day, { overflow: 'reject' });
    const latest = today.add(longestDelegation);
    if (Temporal.PlainDate.compare(last, today) < 0 || Temporal.PlainDate.compare(last, latest) > 0)
      return refused({ code: 'day_wrong' });
    return granted(last.add({ days: 1 }).toZonedDateTime(zone).toInstant());
  } catch {
    return refused({ code: 'day_wrong' });
  }
}

/** The last day of a delegation, as it was named. */
export function lastDayOf({ untilAt }: Pick<Delegation, 'untilAt'>): string {
  return dayAt(untilAt.subtract({ seconds: 1 }), zone);
}

/** Whether it lets the delegate act now. */
export function isLive({ state, untilAt }: Pick<Delegation, 'state' | 'untilAt'>, now: Temporal.Instant) {
  return state === 'accepted' && Temporal.Instant.compare(now, untilAt) < 0;
}

/** A file or a draft as delegations look at it: a draft bears the id of the file that it becomes or corrects. */
export interface Matter {
  readonly ownerId: string;
  readonly procedure: string;
  readonly fileId: string;
  readonly closedAt: Temporal.Instant | null;
}

/** Whether a delegation reaches a matter: of a procedure, what is open or was closed since it was accepted. */
export function reaches({ ownerId, what, acceptedAt }: Delegation, matter: Matter): boolean {
  if (ownerId !== matter.ownerId || acceptedAt === null) return false;
  if (what.kind === 'file') return what.caseFileId === matter.fileId;
  return (
    what.procedure === matter.procedure &&
    (matter.closedAt === null || Temporal.Instant.compare(matter.closedAt, acceptedAt) >= 0)
  );
}
