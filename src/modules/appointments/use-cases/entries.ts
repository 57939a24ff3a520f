import { standingsAtOffice } from '#modules/registry/public.ts';
import { findService, type MissingEntry, missingEntry, type Offer } from '#modules/services/public.ts';
import type { Tx } from '#platform/database/database.ts';

interface Wish {
  readonly serviceId: string;
  readonly accountId: string;
}

/**
 * What those who ask lack in the consular register of the office for their services (CF-10). One statement for all of
 * them, and none where nobody asks for a service that needs an entry.
 */
export async function entriesMissing(
  tx: Tx,
  officeId: string,
  wishes: readonly Wish[],
  offerOf: (serviceId: string) => Pick<Offer, 'withoutEntry'> | undefined,
): Promise<(wish: Wish) => MissingEntry | undefined> {
  const neededFor = (serviceId: string) =>
    offerOf(serviceId)?.withoutEntry === true ? 'none' : (findService(serviceId)?.entry ?? 'none');
  const asking = wishes.filter(({ serviceId }) => neededFor(serviceId) !== 'none');
  if (asking.length === 0) return () => undefined;
  const has = await standingsAtOffice(
    tx,
    officeId,
    asking.map(({ accountId }) => accountId),
  );
  return ({ serviceId, accountId }) => missingEntry(neededFor(serviceId), has.get(accountId));
}
