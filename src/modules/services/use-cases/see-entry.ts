import { consularStanding } from '#modules/registry/public.ts';
import type { Deps } from '#platform/deps.ts';
import { findService } from '../domain/catalogue.ts';
import { type MissingEntry, missingEntry } from '../domain/entry.ts';
import type { Offer } from '../domain/offer.ts';
import { readOffer } from './offers.ts';

/** What somebody lacks for a service of an office (CF-10), before they choose an hour. */
export async function seeMissingEntry(
  deps: Deps,
  {
    accountId,
    officeId,
    serviceId,
    offer,
  }: {
    readonly accountId: string;
    readonly officeId: string;
    readonly serviceId: string;
    /** The offer of the office, where it is known already. */
    readonly offer?: Offer | undefined;
  },
): Promise<MissingEntry | undefined> {
  const needed = findService(serviceId)?.entry ?? 'none';
  if (needed === 'none') return undefined;
  const { withoutEntry } = offer ?? (await readOffer(deps, officeId, serviceId)) ?? { withoutEntry: false };
  if (withoutEntry) return undefined;
  const { consularRegister } = await consularStanding(deps, accountId);
  return missingEntry(needed, consularRegister?.officeId === officeId ? consularRegister.state : undefined);
}
