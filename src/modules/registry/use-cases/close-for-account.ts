import type { Closed } from '#kernel/account-closing.ts';
import type { Tx } from '#platform/database/database.ts';
import { deleteAccountLink, findPersonOfAccount } from '../store/account-links.ts';
import { forgetAccountInEntries } from '../store/consular-entries.ts';
import { forgetDomicile } from '../store/digital-domiciles.ts';

/**
 * Closing an account (chiusura dell'account) cuts it from the record in the registry. The record itself is the State's:
 * it is kept by law, whoever has an account here. So is the entry in the consular register, without the account.
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
  const entered = await forgetAccountInEntries(tx, accountId);
  return {
    erased: connected ? ['connection'] : [],
    kept: [
      ...(connected ? [{ what: 'record', because: 'registry_by_law', until: null }] : []),
      ...(entered ? [{ what: 'consular_entry', because: 'consular_register_by_law', until: null }] : []),
    ],
  };
}
