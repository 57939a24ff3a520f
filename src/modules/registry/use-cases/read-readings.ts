import type { Reading } from '../domain/reading.ts';
import { findPersonOfAccount } from '../store/account-links.ts';
import { listReadings } from '../store/readings.ts';
import type { RegistryDeps } from './read-record.ts';

export interface ReadingsPage {
  readonly items: readonly Reading[];
  /** The reading before which the next page begins. */
  readonly next?: number;
}

const perPage = 50;

/** Who read the record of the person who asks, latest first (RG-5). */
export async function readReadings(
  { db }: Pick<RegistryDeps, 'db'>,
  { accountId, before, most = perPage }: { accountId: string; before?: number; most?: number },
): Promise<ReadingsPage> {
  return db.transaction({ kind: 'citizen', accountId }, async (tx) => {
    const personId = await findPersonOfAccount(tx, accountId);
    if (personId === undefined) return { items: [] };
    const found = await listReadings(tx, personId, { before, most: most + 1 });
    const items = found.slice(0, most);
    const last = items.at(-1);
    return found.length > most && last !== undefined ? { items, next: last.id } : { items };
  });
}
