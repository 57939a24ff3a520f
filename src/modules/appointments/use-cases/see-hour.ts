import type { CivilDate } from '#kernel/civil-date.ts';
import { findOffer } from '#modules/services/public.ts';
import type { Deps } from '#platform/deps.ts';
import { findSlots } from '../store/slots.ts';

/** An hour that somebody wants to book, with what the office has settled for the service. */
export interface Hour {
  readonly slot: { readonly id: number; readonly day: CivilDate; readonly startsAt: Temporal.Instant };
  readonly holdMinutes: number;
}

/** An hour by its id as it stands in an address; nothing where it does not exist or is not for this service. */
export async function findHour(
  { db }: Deps,
  { officeId, serviceId, slotId }: { officeId: string; serviceId: string; slotId: string },
): Promise<Hour | undefined> {
  if (!/^\d{1,15}$/.test(slotId)) return undefined;
  return db.transaction({ kind: 'visitor' }, async (tx) => {
    const slot = (await findSlots(tx, officeId, [Number(slotId)])).get(Number(slotId));
    if (slot === undefined || !slot.serviceIds.includes(serviceId)) return undefined;
    const offer = await findOffer(tx, officeId, serviceId);
    return offer && { slot, holdMinutes: offer.holdMinutes };
  });
}
