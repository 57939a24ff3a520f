import { dayAt } from '#kernel/civil-date.ts';
import type { Deps } from '#platform/deps.ts';
import { record, system } from '#platform/event-log/record.ts';
import { keptSince } from '../domain/kept.ts';
import { deleteOldOrders, deleteOldReceipts } from '../store/old-proofs.ts';
import { asPayments } from './payment-deps.ts';

const atOnce = 500;

/** Erases receipts and orders whose proof nobody need keep any more (art. 2220 codice civile: ten years). */
export async function eraseOldProofs(deps: Deps): Promise<{ receipts: number; orders: number }> {
  const at = deps.now();
  const before = keptSince(dayAt(at, 'UTC'));
  const all = { receipts: 0, orders: 0 };
  for (;;) {
    const gone = await deps.db.transaction(asPayments, async (tx) => {
      const receipts = await deleteOldReceipts(tx, before, atOnce);
      const orders = await deleteOldOrders(tx, before, atOnce);
      if (receipts + orders > 0)
        await record(tx, {
          type: 'payment.proofs-erased',
          subject: { kind: 'payments', id: before },
          actor: system('payments-erase'),
          at,
          facts: { receipts, orders },
        });
      return { receipts, orders };
    });
    all.receipts += gone.receipts;
    all.orders += gone.orders;
    if (gone.receipts < atOnce && gone.orders < atOnce) return all;
  }
}
