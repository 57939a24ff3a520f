import { defineLifecycle } from '#kernel/lifecycle.ts';

export type OrderState =
  | 'created'
  | 'cart_opened'
  /** The browser came back and said that nothing was paid; it may have been wrong. */
  | 'cancelled'
  | 'failed'
  /** The person does not want the thing any more. */
  | 'given_up'
  | 'expired'
  | 'paid'
  | 'refund_due'
  | 'refunded';

export type OrderEvent =
  | 'open_cart'
  | 'return_cancelled'
  | 'return_failed'
  | 'give_up'
  | 'expire'
  | 'pay'
  | 'enter_refund'
  | 'pay_back';

/** The life of a payment order. Money that comes after an order's end goes back; before it, it counts, however late. */
export const orderLifecycle = defineLifecycle<OrderState, OrderEvent>({
  created: { open_cart: 'cart_opened', give_up: 'given_up', expire: 'expired', pay: 'paid' },
  cart_opened: {
    open_cart: 'cart_opened',
    return_cancelled: 'cancelled',
    return_failed: 'failed',
    give_up: 'given_up',
    expire: 'expired',
    pay: 'paid',
  },
  cancelled: { open_cart: 'cart_opened', give_up: 'given_up', expire: 'expired', pay: 'paid' },
  failed: { open_cart: 'cart_opened', give_up: 'given_up', expire: 'expired', pay: 'paid' },
  given_up: { pay: 'refund_due' },
  expired: { pay: 'refund_due' },
  paid: { enter_refund: 'refund_due' },
  refund_due: { pay_back: 'refunded' },
  refunded: {},
});

/** Whether an order can still be paid. */
export function isPayable(state: OrderState): boolean {
  return orderLifecycle.allows(state, 'open_cart');
}
