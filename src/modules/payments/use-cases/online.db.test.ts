import { describe, expect, test } from 'vitest';
import { expectStates } from '#tests/support/states.ts';
import { balancesOf } from '../domain/ledger.ts';
import { noticeLifecycle } from '../domain/notice-lifecycle.ts';
import { orderLifecycle } from '../domain/order-lifecycle.ts';
import { refundLifecycle } from '../domain/refund-lifecycle.ts';
import { paying } from '../online.testing.ts';
import { insertNotice, insertStamp } from '../store/notices.ts';
import { aClerk, aHash, aTaking } from '../testing.ts';
import { hearOfPayment } from './check-notice.ts';
import { eraseOldProofs } from './erase-old-proofs.ts';
import { comeBack, giveUp } from './follow-order.ts';
import { followPayments } from './online-jobs.ts';
import { openCheckout } from './open-checkout.ts';
import { asPayments } from './payment-deps.ts';
import { refundEntry } from './refund.ts';
import { orderState, seeOrder } from './see-orders.ts';
import { takeFees } from './take-fees.ts';

const ofOwner = ({ id, accountId }: { id: string; accountId: string | null }) => ({
  orderId: id,
  accountId: accountId ?? '',
});

describe('paying stamp duty online', () => {
  test('PA-1: somebody pays at pagoPA, comes back, and has a stamp for exactly this document', async () => {
    const { deps, world, order, checkout, continued } = await paying();
    const placed = await order();
    expect(placed).toMatchObject({ state: 'created', amount: 1600, feeId: 'stamp_duty' });
    world.pay(await checkout(placed));
    await comeBack(deps, { ...ofOwner(placed), how: 'ok' });
    const standing = await orderState(deps, placed.id);
    expect(standing).toMatchObject({ state: 'paid', stamp: { hash: aHash() } });
    expect(standing?.stamp?.iubd).toMatch(/^01\d{12}$/);
    expect(continued).toEqual([placed.id]);
    const view = await seeOrder(deps, asPayments, placed.id);
    expect(view?.lines.map((line) => line.what)).toEqual(['received', 'earned']);
    expect(balancesOf(view?.lines ?? [])).toEqual({
      pagopa: -1600,
      suspended: 0,
      revenue: 1600,
      refunds: 0,
      bank: 0,
    });
  });

  test('PA-1: coming back with “paid” proves nothing', async () => {
    const { deps, order, checkout, continued } = await paying();
    const placed = await order();
    await checkout(placed);
    expect(await comeBack(deps, { ...ofOwner(placed), how: 'ok' })).toMatchObject({ state: 'cart_opened' });
    expect(continued).toEqual([]);
  });

  test('PA-1: coming back with “cancelled” does not undo a payment', async () => {
    const { deps, world, order, checkout, continued } = await paying();
    const placed = await order();
    world.pay(await checkout(placed));
    expect(await comeBack(deps, { ...ofOwner(placed), how: 'cancel' })).toMatchObject({ state: 'paid' });
    expect(continued).toEqual([placed.id]);
  });

  test('PA-1: who closes the browser after paying is paid for all the same', async () => {
    const { deps, world, order, checkout, continued } = await paying();
    const placed = await order();
    world.pay(await checkout(placed));
    deps.clock.forward({ minutes: 1 });
    await followPayments(deps);
    expect(continued).toEqual([placed.id]);
    await followPayments(deps);
    expect(continued).toEqual([placed.id]);
  });

  test('PA-1: paid in an old window after giving up: the money goes back', async () => {
    const { deps, world, order, checkout, continued } = await paying();
    const placed = await order();
    const cart = await checkout(placed);
    expect((await giveUp(deps, ofOwner(placed))).ok).toBe(true);
    world.pay(cart);
    deps.clock.forward({ minutes: 1 });
    await followPayments(deps);
    const view = await seeOrder(deps, asPayments, placed.id);
    expect(view?.order.state).toBe('refund_due');
    expect(view?.refunds).toMatchObject([{ why: 'paid_after_end', amount: 1600, state: 'due' }]);
    expect(continued).toEqual([]);
  });

  test('PA-1: two checkouts paid: one stamp counts, the other goes back', async () => {
    const { deps, world, order, checkout, continued } = await paying();
    const placed = await order();
    const first = await checkout(placed);
    await comeBack(deps, { ...ofOwner(placed), how: 'cancel' });
    const second = await checkout(placed);
    expect(second).not.toBe(first);
    world.pay(first);
    world.pay(second);
    deps.clock.forward({ minutes: 1 });
    await followPayments(deps);
    const view = await seeOrder(deps, asPayments, placed.id);
    expect(view?.order.state).toBe('paid');
    expect(view?.refunds).toMatchObject([{ why: 'paid_twice' }]);
    expect(continued).toEqual([placed.id]);
  });

  test('PA-1: a second click goes on with the same checkout', async () => {
    const { deps, order } = await paying();
    const placed = await order();
    const clicks = await Promise.all([1, 2, 3].map(() => openCheckout(deps, ofOwner(placed))));
    const urls = clicks.flatMap((each) => (each.ok ? [each.value.url] : []));
    expect(new Set(urls).size).toBe(1);
    for (const each of clicks) if (!each.ok) expect(each.refusal).toEqual({ code: 'opening' });
    const later = await openCheckout(deps, ofOwner(placed));
    expect(later.ok && later.value.url).toBe(urls[0]);
  });
});

test('PA-1: return, message, timer and page at the same moment count the payment once', async () => {
  const { deps, world, order, checkout, continued } = await paying();
  const placed = await order();
  const cart = await checkout(placed);
  world.pay(cart);
  deps.clock.forward({ minutes: 1 });
  const nav = world.kept.carts[cart]?.nav ?? '';
  await Promise.all([
    comeBack(deps, { ...ofOwner(placed), how: 'ok' }),
    comeBack(deps, { ...ofOwner(placed), how: 'cancel' }),
    hearOfPayment(deps, nav),
    hearOfPayment(deps, nav),
    followPayments(deps),
    giveUp(deps, ofOwner(placed)),
  ]);
  await followPayments(deps);
  const view = await seeOrder(deps, asPayments, placed.id);
  expect(view?.order.state).toBe('paid');
  expect(view?.lines.map((line) => line.what)).toEqual(['received', 'earned']);
  expect(continued).toEqual([placed.id]);
});

test('PA-1: what a module cannot go on with for a week is money that goes back', async () => {
  const { deps, world, order, checkout } = await paying(async () => {
    throw new Error('the module is broken');
  });
  const placed = await order();
  world.pay(await checkout(placed));
  deps.clock.forward({ minutes: 1 });
  await expect(followPayments(deps)).rejects.toThrow(AggregateError);
  expect((await orderState(deps, placed.id))?.state).toBe('paid');
  deps.clock.forward({ hours: 7 * 24 });
  await followPayments(deps);
  const view = await seeOrder(deps, asPayments, placed.id);
  expect(view?.order.state).toBe('refund_due');
  expect(view?.refunds).toMatchObject([{ why: 'cannot_continue' }]);
});

test('ID-10: proofs of payment are erased when ten years are over, and not a day before', async () => {
  const { deps, world, order, checkout } = await paying();
  const placed = await order();
  world.pay(await checkout(placed));
  await comeBack(deps, { ...ofOwner(placed), how: 'ok' });
  const clerk = aClerk();
  await takeFees(deps, clerk, aTaking());
  const owed = await order();
  world.pay(await checkout(owed));
  await comeBack(deps, { ...ofOwner(owed), how: 'ok' });
  await deps.db.transaction(asPayments, (tx) => refundEntry(tx, owed.id, deps.now()));
  deps.clock.set('2036-11-24T12:00:00Z');
  expect(await eraseOldProofs(deps)).toEqual({ receipts: 0, orders: 0 });
  deps.clock.set('2036-11-25T12:00:00Z');
  // Money that nobody has paid back yet is still owed.
  expect(await eraseOldProofs(deps)).toEqual({ receipts: 1, orders: 1 });
  expect(await orderState(deps, placed.id)).toBeUndefined();
  expect(await orderState(deps, owed.id)).toMatchObject({ state: 'refund_due' });
});

test('PA-1: nobody writes for themselves that they have paid', async () => {
  const { deps, order } = await paying();
  const placed = await order();
  const as = { kind: 'citizen', accountId: placed.accountId ?? '' } as const;
  await deps.db.transaction(asPayments, (tx) =>
    insertNotice(tx, {
      orderId: placed.id,
      number: 1,
      noticeNumber: '302000000000000184',
      openedAt: deps.now(),
    }),
  );
  const stamp = {
    iubd: '01',
    boughtAt: deps.now(),
    documentHash: aHash(),
    amount: placed.amount,
    provider: 'x',
  };
  await expect(
    deps.db.transaction(as, (tx) => insertStamp(tx, { orderId: placed.id, number: 1 }, stamp, '<x/>')),
  ).rejects.toThrow(/row-level security/);
});

test('PA-1: the states of orders, notices and refunds are those of their tables', async () => {
  const { deps } = await paying();
  await expectStates(deps.store.owner, 'payments.payment_order', 'state', orderLifecycle);
  await expectStates(deps.store.owner, 'payments.notice', 'state', noticeLifecycle);
  await expectStates(deps.store.owner, 'payments.refund', 'state', refundLifecycle);
});
