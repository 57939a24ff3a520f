import type { CivilDate } from '#kernel/civil-date.ts';
import type { Text } from '#kernel/locale.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { record, system } from '#platform/event-log/record.ts';
import { keptUntil } from '../domain/kept.ts';
import { unlinkAccount } from '../store/receipts.ts';
import { paymentWords } from '../web/words/words.ts';

/** What the closing of an account leaves behind in this module, and until when. */
export interface KeptAtClosing {
  readonly what: Text;
  readonly because: Text;
  readonly until: CivilDate;
}

export interface ClosedForAccount {
  readonly erased: readonly 'receipt_account_link'[];
  readonly kept: readonly KeptAtClosing[];
}

/**
 * The account goes, the receipts stay with name and amount: they prove payments (art. 2220 codice civile; art. 17 c. 3
 * lett. b GDPR). Runs in a transaction of the platform.
 */
export async function closeForAccount(
  tx: Tx,
  _deps: Pick<Deps, 'now'>,
  { accountId, at }: { accountId: string; at: Temporal.Instant },
): Promise<ClosedForAccount> {
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
    erased: ['receipt_account_link'],
    kept: [{ what: say('what'), because: say('because'), until: keptUntil(lastDay) }],
  };
}

function say(part: 'what' | 'because'): Text {
  return { it: paymentWords.it.kept[part], en: paymentWords.en.kept[part] };
}
