import type { Tx } from '#platform/database/database.ts';
import { type PartyHour, type Seats, seatParty } from '../domain/party.ts';
import { listHoursFrom, lockHours } from '../store/party-hours.ts';

/** Finds the hours of a party and locks them, in the order in which every booking locks hours. */
export async function seatLocked(
  tx: Tx,
  officeId: string,
  wish: {
    readonly slotId: number;
    readonly size: number;
    readonly publishedBy: Temporal.Instant;
    /** Hours whose places will be given back in the same transaction. */
    readonly alsoLock?: readonly number[];
  },
): Promise<
  { readonly hours: readonly PartyHour[]; readonly seats: readonly Seats[] } | 'no_such_place' | 'full'
> {
  const seen = await listHoursFrom(tx, officeId, wish.slotId, { publishedBy: wish.publishedBy });
  if (seen.length === 0) return 'no_such_place';
  const planned = seatParty(seen, wish.slotId, wish.size);
  if (planned === undefined) return 'full';
  // A place more or less in the meantime may need one hour more: the next one is locked too.
  const last = seen.findIndex((hour) => hour.id === planned.at(-1)?.slotId);
  const near = seen.slice(0, last + 2).map((hour) => hour.id);
  const locked = await lockHours(tx, officeId, [...near, ...(wish.alsoLock ?? [])]);
  const hours = locked.filter((hour) => near.includes(hour.id));
  const seats = seatParty(hours, wish.slotId, wish.size);
  return seats === undefined ? 'full' : { hours, seats };
}
