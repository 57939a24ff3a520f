import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Principal } from '#platform/database/principal.ts';
import type { Deps } from '#platform/deps.ts';
import { type Actor, record, system } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { announce } from '#platform/outbox/announce.ts';
import { moneyDay } from '../domain/money-day.ts';
import { isDoubtful, isOrderId, type PaymentOrder, paysTheOrder } from '../domain/order.ts';
import { type OrderState, orderLifecycle } from '../domain/order-lifecycle.ts';
import { refundLifecycle } from '../domain/refund-lifecycle.ts';
import { insertLine, listRefundsOf, savePaidBack } from '../store/ledger.ts';
import { findNotice, findPaidNumber, saveNotice } from '../store/notices.ts';
import { lockOrder, saveOrderState } from '../store/orders.ts';
import { orderEvent, orderTopicOf } from './payment-deps.ts';
import { writeRefund } from './record-payment.ts';

interface Entering {
  readonly why: 'cannot_continue' | 'office_decision';
  readonly actor: Actor;
  readonly at: Temporal.Instant;
  readonly reason?: string;
}

/** Enters that the money of a paid order goes back; the order is locked and paid. */
export async function enterRefund(
  tx: Tx,
  order: PaymentOrder,
  { why, actor, at, reason }: Entering,
): Promise<void> {
  const next = orderLifecycle.next(order.state, 'enter_refund');
  if (!next.ok) throw new Error('A refund of an order that is not paid');
  const number = await findPaidNumber(tx, order.id);
  await writeRefund(tx, { order, number, amount: order.amount, why, actor, at, reason: reason ?? null });
  await saveOrderState(tx, order.id, next.value);
  await announce(tx, orderTopicOf(order.id));
}

/**
 * For the module that ordered a payment and cannot do what was paid for: the money goes back (iscrizione a rimborso), in
 * the transaction in which the module gives up. Answers false where nothing is paid, or it goes back already.
 */
export async function refundEntry(tx: Tx, orderId: string, at: Temporal.Instant): Promise<boolean> {
  const order = await lockOrder(tx, orderId);
  if (order === undefined || !orderLifecycle.allows(order.state, 'enter_refund')) return false;
  await enterRefund(tx, order, { why: 'cannot_continue', actor: system('payments'), at });
  return true;
}

/** An official who decides about money; the policies see to it that the order is of their office. */
export interface Decider {
  readonly as: Principal;
  readonly actor: { readonly kind: 'official'; readonly id: string };
}

export type RefundRefusal =
  | { readonly code: 'no_such_payment' }
  | { readonly code: 'not_now'; readonly state: OrderState }
  | { readonly code: 'no_such_refund' }
  | KeyReused;

/** An official decides that a payment goes back, with the reason. */
export function decideRefund(
  deps: Deps,
  { as, actor }: Decider,
  { orderId, reason, key }: { orderId: string; reason: string; key: string },
): Promise<Outcome<null, RefundRefusal>> {
  const at = deps.now();
  if (!isOrderId(orderId)) return Promise.resolve(refused({ code: 'no_such_payment' }));
  return deps.db.transaction(as, (tx) =>
    once<null, RefundRefusal>(
      tx,
      { scope: actor.id, key, wish: { orderId, reason, refund: true }, at },
      async () => {
        const order = await lockOrder(tx, orderId);
        if (order === undefined) return refused({ code: 'no_such_payment' });
        if (!orderLifecycle.allows(order.state, 'enter_refund'))
          return refused({ code: 'not_now', state: order.state });
        await enterRefund(tx, order, { why: 'office_decision', actor, at, reason });
        return granted(null);
      },
    ),
  );
}

/**
 * pagoPA has answered about a notice what cannot be, and an official has found out by other ways that it was paid: the
 * money is written down as received, and goes back. The order itself stays as it is.
 */
export function refundDoubtful(
  deps: Deps,
  { as, actor }: Decider,
  { orderId, number, reason, key }: { orderId: string; number: number; reason: string; key: string },
): Promise<Outcome<null, RefundRefusal>> {
  const at = deps.now();
  if (!isOrderId(orderId)) return Promise.resolve(refused({ code: 'no_such_payment' }));
  return deps.db.transaction(as, (tx) =>
    once<null, RefundRefusal>(
      tx,
      { scope: actor.id, key, wish: { orderId, number, reason, doubtful: true }, at },
      async () => {
        const order = await lockOrder(tx, orderId);
        if (order === undefined) return refused({ code: 'no_such_payment' });
        const notice = await findNotice(tx, orderId, number);
        if (notice === undefined || !isDoubtful(notice)) return refused({ code: 'no_such_refund' });
        await saveNotice(tx, { ...notice, state: 'paid', paidAt: at, nextCheckAt: null });
        const { amount } = order;
        const line = { orderId, number, day: moneyDay(at), at, amount };
        await insertLine(tx, { ...line, what: 'received', from: 'pagopa', to: 'suspended' });
        await writeRefund(tx, {
          order,
          number,
          amount,
          why: 'office_decision',
          actor,
          at,
          reason,
          apart: true,
        });
        await announce(tx, orderTopicOf(orderId));
        return granted(null);
      },
    ),
  );
}

/** An official notes that the money has gone back, with the number of the payment (ordinativo). */
export function payBack(
  deps: Deps,
  { as, actor }: Decider,
  { orderId, number, reference, key }: { orderId: string; number: number; reference: string; key: string },
): Promise<Outcome<null, RefundRefusal>> {
  const at = deps.now();
  if (!isOrderId(orderId)) return Promise.resolve(refused({ code: 'no_such_payment' }));
  return deps.db.transaction(as, (tx) =>
    once<null, RefundRefusal>(
      tx,
      { scope: actor.id, key, wish: { orderId, number, reference }, at },
      async () => {
        const order = await lockOrder(tx, orderId);
        if (order === undefined) return refused({ code: 'no_such_payment' });
        const refund = (await listRefundsOf(tx, orderId)).find((each) => each.number === number);
        if (refund === undefined) return refused({ code: 'no_such_refund' });
        if (!refundLifecycle.allows(refund.state, 'pay_back'))
          return refused({ code: 'not_now', state: order.state });
        await savePaidBack(tx, { orderId, number }, { at, by: actor.id, reference });
        await insertLine(tx, {
          orderId,
          number,
          what: 'refund_paid',
          day: moneyDay(at),
          at,
          from: 'refunds',
          to: 'bank',
          amount: refund.amount,
        });
        // Money that came twice, or for a stamp that is none, goes back without changing what has become of the order.
        const ofTheOrder = paysTheOrder(order, await findNotice(tx, orderId, number), refund);
        const next = orderLifecycle.next(order.state, 'pay_back');
        if (ofTheOrder && next.ok) await saveOrderState(tx, orderId, next.value);
        await record(tx, orderEvent('payment.paid-back', order, actor, at, { number, reference }));
        await announce(tx, orderTopicOf(orderId));
        return granted(null);
      },
    ),
  );
}
