import { setTimeout as wait } from 'node:timers/promises';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Tx } from '#platform/database/database.ts';
import { type Actor, record, system } from '#platform/event-log/record.ts';
import { announce } from '#platform/outbox/announce.ts';
import { PagopaAway } from '#platform/pagopa/call.ts';
import { isOrderId, type PaymentOrder, type Return } from '../domain/order.ts';
import { isPayable, type OrderState, orderLifecycle } from '../domain/order-lifecycle.ts';
import { listNotices, saveNotice } from '../store/notices.ts';
import { findOrder, lockOrder, saveOrderState } from '../store/orders.ts';
import { checkOrder } from './check-notice.ts';
import { continueIfPaid } from './continue-paid.ts';
import { asPayments, orderEvent, orderTopicOf, type PaymentDeps } from './payment-deps.ts';

/**
 * The browser comes back from pagoPA. What its address says proves nothing: pagoPA is asked. Only where nothing was paid
 * does the word of the browser tell why.
 */
export async function comeBack(
  deps: PaymentDeps,
  { orderId, accountId, how }: { orderId: string; accountId: string; how: Return },
): Promise<PaymentOrder | undefined> {
  if (!isOrderId(orderId)) return undefined;
  const as = { kind: 'citizen', accountId } as const;
  const own = await deps.db.transaction(as, (tx) => findOrder(tx, orderId));
  if (own === undefined) return undefined;
  await learnSoon(deps, orderId);
  const at = deps.now();
  await deps.db.transaction(asPayments, async (tx) => {
    const order = await lockOrder(tx, orderId);
    const last = (await listNotices(tx, orderId)).at(-1);
    if (order === undefined || last === undefined || last.state === 'paid') return;
    await saveNotice(tx, { ...last, returned: how });
    if (how === 'ok') return;
    const next = orderLifecycle.next(order.state, how === 'cancel' ? 'return_cancelled' : 'return_failed');
    if (!next.ok) return;
    await saveOrderState(tx, orderId, next.value);
    const actor: Actor = { kind: 'citizen', id: accountId };
    await record(tx, orderEvent('payment.returned', order, actor, at, { how }));
    await announce(tx, orderTopicOf(orderId));
  });
  await continueIfPaid(deps, orderId);
  return deps.db.transaction(as, (tx) => findOrder(tx, orderId));
}

/** How long a page waits for pagoPA before it says what is known. */
const patience = 4000;

/** The person looks at a payment that may have been made: pagoPA is asked, but a page does not wait for ever. */
export async function look(
  deps: PaymentDeps,
  { orderId, accountId }: { orderId: string; accountId: string },
): Promise<void> {
  if (!isOrderId(orderId)) return;
  const own = await deps.db.transaction({ kind: 'citizen', accountId }, (tx) => findOrder(tx, orderId));
  if (own === undefined || own.state === 'created') return;
  if (isPayable(own.state)) await learnSoon(deps, orderId);
  await continueIfPaid(deps, orderId);
}

async function learnSoon(deps: PaymentDeps, orderId: string): Promise<void> {
  const asked = learn(deps, orderId);
  // Whoever is answered before pagoPA has answered does not hear of its fault either; the timer asks again.
  asked.catch(() => {});
  await Promise.race([asked, wait(patience, undefined, { ref: false })]);
}

/** Asks pagoPA about an order; where it is away, the timer asks later. */
async function learn(deps: PaymentDeps, orderId: string): Promise<void> {
  try {
    await checkOrder(deps, orderId);
  } catch (error) {
    if (!(error instanceof PagopaAway)) throw error;
  }
}

export type GivingUpRefusal =
  | { readonly code: 'no_such_payment' }
  | { readonly code: 'not_now'; readonly state: OrderState };

/** The person does not want to pay any more. Who has given up and pays in an old window gets the money back. */
export async function giveUp(
  deps: PaymentDeps,
  { orderId, accountId }: { orderId: string; accountId: string },
): Promise<Outcome<null, GivingUpRefusal>> {
  if (!isOrderId(orderId)) return refused({ code: 'no_such_payment' });
  const own = await deps.db.transaction({ kind: 'citizen', accountId }, (tx) => findOrder(tx, orderId));
  if (own === undefined) return refused({ code: 'no_such_payment' });
  // Somebody who has paid and only does not see it yet shall not lose the thing.
  if (isPayable(own.state)) await learn(deps, orderId);
  const at = deps.now();
  const outcome = await deps.db.transaction(asPayments, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order === undefined) return refused({ code: 'no_such_payment' as const });
    if (order.state === 'given_up') return granted(null);
    const ended = await end(tx, order, 'give_up', { kind: 'citizen', id: accountId }, at);
    return ended ? granted(null) : refused({ code: 'not_now' as const, state: order.state });
  });
  if (outcome.ok) await withdraw(deps, own);
  return outcome;
}

/** Ends an order in the transaction of a module whose thing is not wanted or not possible any more. */
export async function endOrder(tx: Tx, orderId: string, at: Temporal.Instant): Promise<boolean> {
  const order = await lockOrder(tx, orderId);
  return order !== undefined && (await end(tx, order, 'give_up', system('payments'), at));
}

/** Ends an order whose term is over, after a last look whether it was paid. */
export async function expireOrder(deps: PaymentDeps, orderId: string): Promise<void> {
  await learn(deps, orderId);
  const at = deps.now();
  const ended = await deps.db.transaction(asPayments, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order === undefined || Temporal.Instant.compare(order.payableUntil, at) > 0) return undefined;
    return (await end(tx, order, 'expire', system('payments'), at)) ? order : undefined;
  });
  if (ended !== undefined) await withdraw(deps, ended);
}

async function end(
  tx: Tx,
  order: PaymentOrder,
  event: 'give_up' | 'expire',
  actor: Actor,
  at: Temporal.Instant,
): Promise<boolean> {
  const next = orderLifecycle.next(order.state, event);
  if (!next.ok) return false;
  await saveOrderState(tx, order.id, next.value);
  const type = event === 'expire' ? 'payment.expired' : 'payment.given-up';
  await record(tx, orderEvent(type, order, actor, at));
  await announce(tx, orderTopicOf(order.id));
  return true;
}

/** Takes our own notice back at pagoPA, so that nobody can pay what is not owed; a comfort, and no harm if it fails. */
async function withdraw({ pagopa }: PaymentDeps, order: PaymentOrder): Promise<void> {
  if (pagopa === undefined || order.kind === 'stamp_duty' || order.state === 'created') return;
  try {
    await pagopa.withdrawPosition(order.id);
  } catch (error) {
    if (!(error instanceof PagopaAway)) throw error;
  }
}
