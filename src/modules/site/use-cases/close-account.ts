import type { Closed, ClosingWords } from '#kernel/account-closing.ts';
import { findContacts } from '#modules/identity/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { eraseContacts } from '../store/resale-reports.ts';

/**
 * Reports of resold appointments belong to no account; where somebody left a contact that is this person's, the contact
 * goes and the report stays.
 */
export async function closeForAccount(
  tx: Tx,
  _deps: Deps,
  { accountId }: { accountId: string; at: Temporal.Instant },
): Promise<Closed> {
  const erased = await eraseContacts(tx, await findContacts(tx, accountId));
  return { erased: erased > 0 ? ['report_contacts'] : [], kept: [] };
}

export const closingWords: ClosingWords = {
  erased: {
    report_contacts: {
      it: 'il tuo recapito nelle segnalazioni di vendita di appuntamenti',
      en: 'your contact in reports of appointments offered for money',
    },
  },
  kept: {},
  because: {},
};
