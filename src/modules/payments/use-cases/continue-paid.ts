import { record, system } from '#platform/event-log/record.ts';
import { announce } from '#platform/outbox/announce.ts';
import { moneyDay } from '../domain/money-day.ts';
import { insertLine } from '../store/ledger.ts';
import { findPaidNumber } from '../store/notices.ts';
import { findOrder, lockOrder, markContinued } from '../store/orders.ts';
import { asPayments, orderEvent, orderTopicOf, type PaymentDeps } from './payment-deps.ts';
import { enterRefund } from './refund.ts';

/** How long a module may take to go on with what is paid before the money goes back. */
const mayWait = { hours: 7 * 24 } as const;

/**
 * Lets the module that ordered a payment go on, once: what it writes and the note that it went on are one transaction.
 * Where it cannot go on, or has not for a week, the money goes back.
 */
export async function continueIfPaid(deps: PaymentDeps, orderId: string): Promise<void> {
  const at = deps.now();
  await deps.db.transaction(asPayments, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order?.state !== 'paid' || order.continuedAt !== null || order.paidAt === null) return;
    const number = await findPaidNumber(tx, orderId);
    const goOn = deps.continuations[order.purpose.kind];
    const waitedTooLong = Temporal.Instant.compare(order.paidAt.add(mayWait), at) <= 0;
    if (goOn === undefined && !waitedTooLong) return;
    const result = goOn === undefined || waitedTooLong ? 'cannot_continue' : await goOn(tx, order);
    // The module may have entered a refund by itself.
    if ((await findOrder(tx, orderId))?.state !== 'paid') return;
    if (result === 'cannot_continue')
      return enterRefund(tx, order, { why: 'cannot_continue', actor: system('payments'), at });
    await markContinued(tx, orderId, at);
    await insertLine(tx, {
      orderId,
      number,
      what: 'earned',
      day: moneyDay(at),
      at,
      from: 'suspended',
      to: 'revenue',
      amount: order.amount,
    });
    await record(tx, orderEvent('payment.continued', order, system('payments'), at));
    await announce(tx, orderTopicOf(orderId));
  });
}
