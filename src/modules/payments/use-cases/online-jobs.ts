import type { ScheduledJob } from '#platform/jobs/scheduled.ts';
import { PagopaAway } from '#platform/pagopa/call.ts';
import { listToCheck } from '../store/notices.ts';
import { listExpiring, listToContinue } from '../store/orders.ts';
import { checkNotice } from './check-notice.ts';
import { continueIfPaid } from './continue-paid.ts';
import { eraseOldProofs } from './erase-old-proofs.ts';
import { expireOrder } from './follow-order.ts';
import { asPayments, type PaymentDeps } from './payment-deps.ts';

const atOnce = 200;

/**
 * One round of what the clock makes happen: asks pagoPA about notices whose turn it is, ends orders whose term is over,
 * goes on with what is paid. A round that breaks off is done again by the next one.
 */
export async function followPayments(deps: PaymentDeps): Promise<void> {
  const now = deps.now();
  const due = await deps.db.transaction(asPayments, (tx) => listToCheck(tx, now, atOnce));
  for (const notice of due) {
    try {
      await checkNotice(deps, notice);
    } catch (error) {
      if (error instanceof PagopaAway) break;
      throw error;
    }
  }
  const expiring = await deps.db.transaction(asPayments, (tx) => listExpiring(tx, now, atOnce));
  for (const id of expiring) await expireOrder(deps, id);
  const paid = await deps.db.transaction(asPayments, (tx) => listToContinue(tx, atOnce));
  const faults: unknown[] = [];
  for (const id of paid) {
    try {
      await continueIfPaid(deps, id);
    } catch (error) {
      // One thing that cannot go on now holds up nobody else's.
      faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'Paid things that cannot go on now');
}

/** What the clock makes happen to payments. */
export function paymentJobs(deps: PaymentDeps): ScheduledJob[] {
  return [
    { name: 'payments-follow', cron: '* * * * *', run: () => followPayments(deps) },
    { name: 'payments-erase', cron: '27 2 * * *', run: () => eraseOldProofs(deps) },
  ];
}
