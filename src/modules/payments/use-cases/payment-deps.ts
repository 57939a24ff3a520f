import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import type { Actor, HistoryEvent } from '#platform/event-log/record.ts';
import type { Pagopa } from '#platform/pagopa/pagopa.ts';
import type { PaymentOrder } from '../domain/order.ts';

/**
 * What the module that ordered a payment does when it is paid, in the transaction that says that it went on: it happens
 * once. Where it cannot go on, the money goes back.
 */
export type Continuation = (tx: Tx, order: PaymentOrder) => Promise<'continued' | 'cannot_continue'>;

export interface PaymentDeps extends Deps {
  /** Absent where no contract with pagoPA is configured: then nothing can be paid online. */
  readonly pagopa: Pagopa | undefined;
  /** By kind of purpose. */
  readonly continuations: Readonly<Record<string, Continuation>>;
}

/** Proofs of payment are the platform's own to write. */
export const asPayments = { kind: 'system', task: 'payments' } as const;

/** What open pages of an order listen to. */
export function orderTopicOf(orderId: string): string {
  return `payment:${orderId}`;
}

/** A line of history about an order. */
export function orderEvent(
  type: string,
  order: Pick<PaymentOrder, 'id' | 'officeId' | 'accountId'>,
  actor: Actor,
  at: Temporal.Instant,
  facts: Readonly<Record<string, unknown>> = {},
): HistoryEvent {
  return {
    type,
    subject: { kind: 'payment', id: order.id },
    actor,
    at,
    ...(order.officeId === null ? {} : { officeId: order.officeId }),
    ...(order.accountId === null ? {} : { accountId: order.accountId }),
    facts,
  };
}
