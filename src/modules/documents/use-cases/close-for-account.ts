import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import { eraseDraftsSoon } from './erase-documents.ts';

/** What closing an account does to the data of a module, in codes; the module has the words for them. */
export interface ClosingEffect {
  readonly erased: readonly string[];
  readonly kept: readonly {
    readonly what: string;
    readonly because: string;
    readonly until: CivilDate | null;
  }[];
}

/**
 * Closing an account (chiusura dell’utenza) erases the uploads of forms that were never sent, at the next round.
 * Documents of a matter share its fate, which the module decides that keeps the matter.
 */
export async function closeDocumentsForAccount(
  tx: Tx,
  { accountId }: { accountId: string },
): Promise<ClosingEffect> {
  const drafts = await eraseDraftsSoon(tx, accountId);
  return { erased: drafts > 0 ? ['unsent_uploads'] : [], kept: [] };
}
