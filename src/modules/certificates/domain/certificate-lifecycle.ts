import { defineLifecycle } from '#kernel/lifecycle.ts';

export type CertificateState =
  | 'requested'
  /** The stamp duty is ordered and not paid yet. */
  | 'awaiting_payment'
  | 'paid'
  /** It has its number of the year's register, and is not sealed yet. */
  | 'numbered'
  | 'sealed'
  /** The sealed file lies where it is fetched from, and was read again. */
  | 'stored'
  | 'delivered'
  /** The person, or the end of its term, ended the payment. */
  | 'given_up'
  /** It could not be issued; money that was paid goes back. */
  | 'failed';

export type CertificateEvent =
  | 'pay'
  | 'give_up'
  | 'number'
  | 'seal'
  | 'store'
  | 'deliver'
  | 'fail'
  | 'issue_again';

/** The issue of a certificate (rilascio), step by step; each step may be done again after a break. */
export const certificateLifecycle = defineLifecycle<CertificateState, CertificateEvent>({
  requested: { number: 'numbered', fail: 'failed' },
  awaiting_payment: { pay: 'paid', give_up: 'given_up' },
  paid: { number: 'numbered', fail: 'failed' },
  numbered: { seal: 'sealed', fail: 'failed', issue_again: 'numbered' },
  sealed: { store: 'stored', fail: 'failed', issue_again: 'numbered' },
  stored: { deliver: 'delivered', issue_again: 'numbered' },
  // A key in wrong hands: the same certificate is sealed again with another one.
  delivered: { issue_again: 'numbered' },
  given_up: {},
  failed: {},
});

/** Steps that the platform does by itself. */
export const stepsAhead: readonly CertificateState[] = ['requested', 'paid', 'numbered', 'sealed', 'stored'];

/** Whether the person can fetch the file. */
export function isIssued(state: CertificateState): boolean {
  return state === 'stored' || state === 'delivered';
}
