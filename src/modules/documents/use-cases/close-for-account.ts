import type { Closed } from '#kernel/account-closing.ts';
import type { Tx } from '#platform/database/database.ts';
import { eraseDraftsSoon } from './erase-documents.ts';

/**
 * Closing an account (chiusura dell’utenza) erases the uploads of forms that were never sent, at the next round.
 * Documents of a matter share its fate, which the module decides that keeps the matter.
 */
export async function closeDocumentsForAccount(
  tx: Tx,
  { accountId }: { accountId: string },
): Promise<Closed> {
  const drafts = await eraseDraftsSoon(tx, accountId);
  return { erased: drafts > 0 ? ['unsent_uploads'] : [], kept: [] };
}
