import type { Closed, ClosingWords } from '#kernel/account-closing.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { deleteKeptBy } from '../store/guided-assessments.ts';

/** Somebody closes the account: the assessments that it keeps are erased, and their links open nothing any more. */
export async function closeForAccount(
  tx: Tx,
  _deps: Deps,
  { accountId }: { accountId: string; at: Temporal.Instant },
): Promise<Closed> {
  return { erased: (await deleteKeptBy(tx, accountId)) > 0 ? ['assessments'] : [], kept: [] };
}

export const closingWords: ClosingWords = {
  erased: {
    assessments: {
      it: 'le valutazioni della cittadinanza che hai conservato, con i loro collegamenti',
      en: 'the citizenship assessments that you kept, with their links',
    },
  },
  kept: {},
  because: {},
};
