import type { Closed, Kept } from '#kernel/account-closing.ts';
import { laterDay } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { record, system } from '#platform/event-log/record.ts';
import { keptUntil } from '../domain/kept.ts';
import { moneyDay } from '../domain/money-day.ts';
import { listOpenOrdersOf, unlinkOrders } from '../store/orders.ts';
import { unlinkAccount } from '../store/receipts.ts';
import { endOrder } from './follow-order.ts';

/**
 * The account goes, what proves payments stays with name and amount: receipts of the counter, and online payments
 * without their address for mail (art. 2220 codice civile; GDPR art. 17 c. 3 lett. b). What is not paid is not owed any
 * more: money that comes after all goes back. Runs in a transaction of the platform.
 */
export async function closeForAccount(
  tx: Tx,
  _deps: Deps,
  { accountId, at }: { accountId: string; at: Temporal.Instant },
): Promise<Closed> {
  const actor = system('account-closing');
  for (const id of await listOpenOrdersOf(tx, accountId)) await endOrder(tx, id, at);
  const orders = await unlinkOrders(tx, accountId);
  const { count, lastDay } = await unlinkAccount(tx, accountId);
  if (lastDay === null && orders.length === 0) return { erased: [], kept: [] };
  await record(tx, {
    type: 'receipt.account-removed',
    subject: { kind: 'account', id: accountId },
    actor,
    at,
    facts: { receipts: count, payments: orders.length },
  });
  const kept: Kept[] = [];
  if (lastDay !== null)
    kept.push({ what: 'receipts', because: 'proof_of_payment', until: keptUntil(lastDay) });
  const [first, ...others] = orders.map(moneyDay);
  if (first !== undefined) {
    const until = keptUntil(others.reduce(laterDay, first));
    kept.push({ what: 'payments', because: 'proof_of_payment', until });
  }
  return {
    erased: [
      ...(lastDay === null ? [] : ['receipt_account']),
      ...(orders.length === 0 ? [] : ['payment_account']),
    ],
    kept,
  };
}
