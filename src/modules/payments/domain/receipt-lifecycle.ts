import { defineLifecycle } from '#kernel/lifecycle.ts';

export type ReceiptState = 'issued' | 'void_requested' | 'void';
export type ReceiptEvent = 'request_void' | 'approve_void' | 'refuse_void';

/** From issue to voiding (annullo): one official asks, another decides. */
export const receiptLifecycle = defineLifecycle<ReceiptState, ReceiptEvent>({
  issued: { request_void: 'void_requested' },
  void_requested: { approve_void: 'void', refuse_void: 'issued' },
  void: {},
});
