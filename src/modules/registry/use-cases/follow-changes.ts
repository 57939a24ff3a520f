import type { Tx } from '#platform/database/database.ts';
import { type FollowedChange, listChangesAfter } from '../store/followed-changes.ts';

export type { FollowedChange };

export interface RegistryChanges {
  readonly changes: readonly FollowedChange[];
  /** Where to go on: kept by whoever follows, in the transaction in which the changes are acted upon. */
  readonly cursor: number;
}

const atOnce = 200;

/**
 * What municipalities changed in records since a cursor, the first time 0. Who follows keeps the cursor in a row of its
 * own, holds that row, acts and writes the new cursor in one transaction on behalf of the platform: each change is acted
 * upon exactly once, whatever breaks off in between. Every change comes, and in its order.
 */
export async function listRegistryChangesSince(tx: Tx, cursor: number): Promise<RegistryChanges> {
  const changes = await listChangesAfter(tx, cursor, atOnce);
  return { changes, cursor: changes.at(-1)?.number ?? cursor };
}
