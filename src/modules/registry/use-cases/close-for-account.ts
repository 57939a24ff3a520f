import type { Closed } from '#kernel/account-closing.ts';
import type { Tx } from '#platform/database/database.ts';
import { deleteAccountLink } from '../store/account-links.ts';

/**
 * Closing an account (chiusura dell'account) cuts it from the record in the registry. The record itself is the State's:
 * it is kept by law, whoever has an account here.
 */
export async function closeForAccount(
  tx: Tx,
  _deps: unknown,
  { accountId }: { readonly accountId: string },
): Promise<Closed> {
  const connected = await deleteAccountLink(tx, accountId);
  return connected
    ? {
        erased: ['connection'],
        kept: [{ what: 'record', because: 'registry_by_law', until: null }],
      }
    : { erased: [], kept: [] };
}
