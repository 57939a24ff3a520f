import { defineLifecycle } from '#kernel/lifecycle.ts';

export type NoticeState = 'opening' | 'payable' | 'not_opened' | 'paid' | 'not_watched';
export type NoticeEvent = 'open' | 'fail_to_open' | 'open_again' | 'pay' | 'stop_watching';

/** The life of a notice: whatever has become of its checkout, it may turn out to be paid. */
export const noticeLifecycle = defineLifecycle<NoticeState, NoticeEvent>({
  opening: { open: 'payable', fail_to_open: 'not_opened', open_again: 'opening', pay: 'paid' },
  payable: { open_again: 'opening', pay: 'paid', stop_watching: 'not_watched' },
  not_opened: { open_again: 'opening', pay: 'paid' },
  not_watched: { open_again: 'opening', pay: 'paid' },
  paid: {},
});
