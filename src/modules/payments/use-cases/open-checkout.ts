import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { record } from '#platform/event-log/record.ts';
import { PagopaAway, PagopaRefusal } from '#platform/pagopa/call.ts';
import { type NoticeFault, noticeFaults, type Pagopa } from '#platform/pagopa/pagopa.ts';
import { noticeLifecycle } from '../domain/notice-lifecycle.ts';
import { noticeNumberOf } from '../domain/notice-number.ts';
import { isOrderId, type Notice, type PaymentOrder } from '../domain/order.ts';
import { isPayable, type OrderState, orderLifecycle } from '../domain/order-lifecycle.ts';
import { checkoutLasts, nextCheckOf, openingLasts } from '../domain/watch.ts';
import { findNotice, insertNotice, listNotices, saveNotice, takeNoticeSerial } from '../store/notices.ts';
import { findOrder, lockOrder, saveOrderState } from '../store/orders.ts';
import { askForCheckout } from './ask-for-checkout.ts';
import { checkOrder } from './check-notice.ts';
import { asPayments, orderEvent, type PaymentDeps } from './payment-deps.ts';

export type CheckoutRefusal =
  | { readonly code: 'no_such_payment' }
  /** Paid, given up or too late. */
  | { readonly code: 'not_now'; readonly state: OrderState }
  /** Another click is asking pagoPA at this moment. */
  | { readonly code: 'opening' }
  /** pagoPA does not answer. */
  | { readonly code: 'away' }
  /** No contract with pagoPA is configured here. */
  | { readonly code: 'not_available' }
  | { readonly code: 'pagopa_refuses'; readonly fault: NoticeFault };

export type Checkout = Outcome<{ readonly url: string }, CheckoutRefusal>;

/**
 * Opens a checkout of pagoPA for an order, or goes on with the one that is open. First it asks whether an earlier one was
 * paid after all, so that nobody pays twice because a browser was closed.
 */
export async function openCheckout(
  deps: PaymentDeps,
  { orderId, accountId }: { orderId: string; accountId: string },
): Promise<Checkout> {
  const { pagopa } = deps;
  const as = { kind: 'citizen', accountId } as const;
  if (!isOrderId(orderId)) return refused({ code: 'no_such_payment' });
  const known = await deps.db.transaction(as, (tx) => findOrder(tx, orderId));
  if (known === undefined) return refused({ code: 'no_such_payment' });
  if (!isPayable(known.state)) return refused({ code: 'not_now', state: known.state });
  if (pagopa === undefined) return refused({ code: 'not_available' });
  try {
    await checkOrder(deps, orderId);
    const begun = await begin(deps, pagopa, orderId);
    if (!begun.ok) return begun;
    if ('url' in begun.value) return granted({ url: begun.value.url });
    return await finish(deps, pagopa, begun.value);
  } catch (error) {
    if (error instanceof PagopaAway) return refused({ code: 'away' });
    throw error;
  }
}

type Begun = Outcome<
  { readonly url: string } | { readonly order: PaymentOrder; readonly notice: Notice },
  CheckoutRefusal
>;

/** Takes the place of the notice before anybody outside is asked: of two clicks one does. */
function begin(deps: PaymentDeps, { creditor }: Pagopa, orderId: string): Promise<Begun> {
  const at = deps.now();
  return deps.db.transaction(asPayments, async (tx): Promise<Begun> => {
    const order = await lockOrder(tx, orderId);
    if (order === undefined) return refused({ code: 'no_such_payment' });
    if (!isPayable(order.state) || Temporal.Instant.compare(order.payableUntil, at) <= 0)
      return refused({ code: 'not_now', state: isPayable(order.state) ? 'expired' : order.state });
    const notices = await listNotices(tx, orderId);
    const last = notices.at(-1);
    if (last?.state === 'opening' && isYoung(last, at, openingLasts)) return refused({ code: 'opening' });
    if (last?.state === 'payable' && last.returned === null && isYoung(last, at, checkoutLasts))
      return granted({ url: last.checkoutUrl ?? '' });

    if (last !== undefined && order.kind !== 'stamp_duty') {
      // The notice stays the same: whoever pays it in two carts pays it once.
      const again: Notice = { ...last, state: 'opening', openedAt: at, returned: null };
      await saveNotice(tx, again);
      return granted({ order, notice: again });
    }
    const number = (last?.number ?? 0) + 1;
    const noticeNumber =
      order.kind === 'stamp_duty'
        ? null
        : noticeNumberOf(creditor.segregationCode, await takeNoticeSerial(tx));
    await insertNotice(tx, { orderId, number, noticeNumber, openedAt: at });
    const notice = await findNotice(tx, orderId, number);
    if (notice === undefined) throw new Error('A notice vanished');
    return granted({ order, notice });
  });
}

function isYoung({ openedAt }: Notice, at: Temporal.Instant, lasts: Temporal.DurationLike): boolean {
  return Temporal.Instant.compare(openedAt.add(lasts), at) > 0;
}

async function finish(
  deps: PaymentDeps,
  pagopa: Pagopa,
  { order, notice }: { order: PaymentOrder; notice: Notice },
): Promise<Checkout> {
  let asked: { readonly url: string; readonly noticeNumber: string };
  try {
    asked = await askForCheckout(deps, pagopa, order, notice);
  } catch (error) {
    await notOpened(deps, notice);
    if (!(error instanceof PagopaRefusal)) throw error;
    const fault = noticeFaults.find((each) => each === error.code);
    return refused({ code: 'pagopa_refuses', fault: fault ?? (await faultOf(pagopa, notice)) });
  }
  const at = deps.now();
  return deps.db.transaction(asPayments, async (tx): Promise<Checkout> => {
    const now = await lockOrder(tx, order.id);
    const opening = await findNotice(tx, order.id, notice.number);
    if (now === undefined || opening === undefined) return refused({ code: 'no_such_payment' });
    await saveNotice(tx, {
      ...opening,
      state: noticeLifecycle.allows(opening.state, 'open') ? 'payable' : opening.state,
      noticeNumber: asked.noticeNumber,
      checkoutUrl: asked.url,
      nextCheckAt: opening.state === 'paid' ? null : nextCheckOf(opening.openedAt, at),
    });
    const next = orderLifecycle.next(now.state, 'open_cart');
    // Given up meanwhile: nobody is sent there, but the notice is watched.
    if (!next.ok) return refused({ code: 'not_now', state: now.state });
    await saveOrderState(tx, order.id, next.value);
    const actor = { kind: 'citizen', id: order.accountId ?? '' } as const;
    await record(tx, orderEvent('payment.checkout-opened', order, actor, at, { notice: asked.noticeNumber }));
    return granted({ url: asked.url });
  });
}

/** The asking failed: the place is free for the next try, and a notice that pagoPA may know is watched. */
function notOpened(deps: PaymentDeps, { orderId, number }: Notice): Promise<void> {
  const at = deps.now();
  return deps.db.transaction(asPayments, async (tx) => {
    await lockOrder(tx, orderId);
    const notice = await findNotice(tx, orderId, number);
    if (notice?.state !== 'opening') return;
    const nextCheckAt = notice.noticeNumber === null ? null : nextCheckOf(notice.openedAt, at);
    await saveNotice(tx, { ...notice, state: 'not_opened', nextCheckAt });
  });
}

/** Why a cart with our notice is refused, in the words of the node. */
async function faultOf(pagopa: Pagopa, { noticeNumber }: Notice): Promise<NoticeFault> {
  if (noticeNumber === null) return 'GENERIC_ERROR';
  const verified = await pagopa.verifyNotice(noticeNumber);
  return verified === 'payable' ? 'GENERIC_ERROR' : verified;
}
