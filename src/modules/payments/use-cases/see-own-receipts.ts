import type { Deps } from '#platform/deps.ts';
import { isReceiptId, type Receipt } from '../domain/receipt.ts';
import { findReceiptOf, listReceiptsOf } from '../store/receipts.ts';

/** A person's own receipts of the counter: those that an official linked to the account. */
export function seeOwnReceipts(deps: Deps, accountId: string): Promise<Receipt[]> {
  return deps.db.transaction({ kind: 'citizen', accountId }, (tx) => listReceiptsOf(tx, accountId));
}

export async function seeOwnReceipt(deps: Deps, accountId: string, id: string): Promise<Receipt | undefined> {
  if (!isReceiptId(id)) return undefined;
  return deps.db.transaction({ kind: 'citizen', accountId }, (tx) => findReceiptOf(tx, accountId, id));
}
