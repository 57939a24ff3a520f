import type { Closed } from '#kernel/account-closing.ts';
import type { Tx } from '#platform/database/database.ts';
import { deleteAccountLink, findPersonOfAccount } from '../store/account-links.ts';
import { forgetDomicile } from '../store/digital-domiciles.ts';

/**
 * Closing an account (chiusura dell'account) cuts it from the record in the registry. The record itself is the State's:
 * it is kept by law, whoever has an account here.
 */
export async function closeForAccount(
  tx: Tx,
  _deps: unknown,
  { accountId }: { readonly accountId: string },
): Promise<Closed> {
  const personId = await findPersonOfAccount(tx, accountId);
  // What the index of digital domiciles said was asked for this account.
  if (personId !== undefined) await forgetDomicile(tx, personId);
  const connected = await deleteAccountLink(tx, accountId);
  return connected
    ? {
        erased: ['connection'],
        kept: [{ what: 'record', because: 'registry_by_law', until: null }],
      }
    : { erased: [], kept: [] };
}
