import { type CivilDate, dayAt } from '#kernel/civil-date.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Principal } from '#platform/database/principal.ts';
import type { Deps } from '#platform/deps.ts';
import type { HistoryEvent } from '#platform/event-log/record.ts';

/** An official at the till; the web has checked the role, the policies check the office again. */
export interface AtTheTill {
  readonly as: Principal;
  readonly actor: { readonly kind: 'official'; readonly id: string };
  readonly officeId: string;
}

/** The office's day, to which money taken now belongs. */
export function todayOf({ now }: Pick<Deps, 'now'>, officeId: string): CivilDate {
  return dayAt(now(), findOffice(officeId)?.timeZone ?? 'UTC');
}

/** A line of history about a receipt. */
export function receiptEvent(
  type: string,
  { actor, officeId }: AtTheTill,
  receipt: { id: string; accountId: string | null },
  at: Temporal.Instant,
  facts: Readonly<Record<string, unknown>> = {},
): HistoryEvent {
  return {
    type,
    subject: { kind: 'receipt', id: receipt.id },
    actor,
    at,
    officeId,
    ...(receipt.accountId === null ? {} : { accountId: receipt.accountId }),
    facts,
  };
}

/** What open pages of an office's till listen to. */
export function tillTopicOf(officeId: string): string {
  return `till:${officeId}`;
}
