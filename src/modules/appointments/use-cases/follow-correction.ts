import type { Person } from '#modules/identity/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { saveCorrectedOwner } from '../store/corrected-people.ts';

/** Live appointments follow the correction of a person's data, in a transaction of the platform; answers how many. */
export function followCorrection(
  tx: Tx,
  {
    accountId,
    personKey,
    person,
  }: {
    accountId: string;
    personKey: { readonly before: string; readonly after: string };
    person: Person;
  },
): Promise<number> {
  return saveCorrectedOwner(tx, accountId, personKey, person);
}
