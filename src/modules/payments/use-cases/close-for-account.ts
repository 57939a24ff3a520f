import type { Closed } from '#kernel/account-closing.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { record, system } from '#platform/event-log/record.ts';
import { keptUntil } from '../domain/kept.ts';
import { unlinkAccount } from '../store/receipts.ts';

/**
 * The account goes, the receipts stay with name and amount: they prove payments (art. 2220 codice civile; GDPR art. 17
 * c. 3 lett. b). Runs in a transaction of the platform.
 */
export async function closeForAccount(
  tx: Tx,
  _deps: Deps,
  { accountId, at }: { accountId: string; at: Temporal.Instant },
): Promise<Closed> {
  const { count, lastDay } = await unlinkAccount(tx, accountId);
  if (lastDay === null) return { erased: [], kept: [] };
  await record(tx, {
    type: 'receipt.account-removed',
    subject: { kind: 'account', id: accountId },
    actor: system('account-closing'),
    at,
    facts: { receipts: count },
  });
  return {
    erased: ['receipt_account'],
    kept: [{ what: 'receipts', because: 'proof_of_payment', until: keptUntil(lastDay) }],
  };
}
