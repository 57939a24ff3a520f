import { defineLifecycle } from '#kernel/lifecycle.ts';

export type RefundState = 'due' | 'paid_back';

/** The life of a refund entry (iscrizione a rimborso). */
export const refundLifecycle = defineLifecycle<RefundState, 'pay_back'>({
  due: { pay_back: 'paid_back' },
  paid_back: {},
});
