import type { Cents } from '#kernel/money.ts';
import type { Tx } from '#platform/database/database.ts';
import { type Actor, record, system } from '#platform/event-log/record.ts';
import { announce } from '#platform/outbox/announce.ts';
import { moneyDay } from '../domain/money-day.ts';
import type { Notice, PaymentOrder, RefundReason } from '../domain/order.ts';
import { orderLifecycle } from '../domain/order-lifecycle.ts';
import { insertLine, insertRefund } from '../store/ledger.ts';
import { saveNotice } from '../store/notices.ts';
import { saveOrderState } from '../store/orders.ts';
import { orderEvent, orderTopicOf } from './payment-deps.ts';

/** What pagoPA says of a payment, once it is believed. */
export interface Proof {
  readonly paidAt: Temporal.Instant;
  readonly amount: Cents;
  /** IUBD of the stamp or IUR of the receipt. */
  readonly reference: string;
  readonly provider: string;
  /** Whether what was bought serves its purpose: a stamp for another document does not. */
  readonly usable: boolean;
}

/**
 * Writes down that a notice was paid. The first usable payment pays the order; what comes after its end, or a second
 * time, goes back. The order is locked by the caller, and the notice is not paid yet.
 */
export async function recordPayment(
  tx: Tx,
  { order, notice, proof, at }: { order: PaymentOrder; notice: Notice; proof: Proof; at: Temporal.Instant },
): Promise<void> {
  const actor = system('payments');
  await saveNotice(tx, {
    ...notice,
    state: 'paid',
    nextCheckAt: null,
    paidAt: proof.paidAt,
    receiptReference: proof.reference,
    paymentProvider: proof.provider,
    problem: proof.usable ? null : notice.problem,
  });
  await insertLine(tx, {
    orderId: order.id,
    number: notice.number,
    what: 'received',
    day: moneyDay(proof.paidAt),
    at,
    from: 'pagopa',
    to: 'suspended',
    amount: proof.amount,
  });
  const facts = { notice: notice.noticeNumber, amount_cents: proof.amount, order_was: order.state };
  await record(tx, orderEvent('payment.received', order, actor, at, facts));
  await announce(tx, orderTopicOf(order.id));

  const goesBack = (why: RefundReason) =>
    writeRefund(tx, { order, number: notice.number, amount: proof.amount, why, actor, at });
  if (!proof.usable) return goesBack('stamp_unusable');
  const next = orderLifecycle.next(order.state, 'pay');
  if (!next.ok) return goesBack('paid_twice');
  await saveOrderState(tx, order.id, next.value, proof.paidAt);
  if (next.value === 'refund_due') await goesBack('paid_after_end');
}

/** Enters that the money of a paid notice goes back, and takes it off where it stands. */
export async function writeRefund(
  tx: Tx,
  {
    order,
    number,
    amount,
    why,
    actor,
    at,
    reason = null,
    apart = false,
  }: {
    order: PaymentOrder;
    number: number;
    amount: Cents;
    why: RefundReason;
    actor: Actor;
    at: Temporal.Instant;
    reason?: string | null;
    /** Money that never paid the order. */
    apart?: boolean;
  },
): Promise<void> {
  const enteredBy = actor.kind === 'official' ? actor.id : null;
  await insertRefund(tx, {
    orderId: order.id,
    number,
    why,
    reason,
    amount,
    enteredAt: at,
    enteredBy,
  });
  // Only the payment with which somebody went on has become revenue; it is the one an order is refunded for later.
  const earned =
    !apart && order.continuedAt !== null && (why === 'cannot_continue' || why === 'office_decision');
  await insertLine(tx, {
    orderId: order.id,
    number,
    what: 'refund_entered',
    day: moneyDay(at),
    at,
    from: earned ? 'revenue' : 'suspended',
    to: 'refunds',
    amount,
  });
  await record(
    tx,
    orderEvent('payment.refund-entered', order, actor, at, { why, number, amount_cents: amount }),
  );
}
