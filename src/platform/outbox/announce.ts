import type { Tx } from '../database/database.ts';

/** Tells open pages and caches, after the commit, that something under these topics has changed. */
export async function announce(tx: Tx, ...topics: readonly string[]): Promise<void> {
  const distinct = [...new Set(topics)];
  if (distinct.length === 0) return;
  await tx.sql('insert into platform.outbox (topic) select unnest($1::text[])', [distinct], 'announce');
}
