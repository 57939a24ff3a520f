import type { Database } from '../database/database.ts';

export const channel = 'sportello_changes';
const lock = 7_415_003;
/** A notice may have 8,000 bytes: beyond this many topics everybody is told to look at everything. */
const mostTopics = 100;

/**
 * Sends the waiting notices as one, whatever the number of writes: a notice inside each writing transaction would make
 * their commits wait for one another.
 */
export async function publishChanges(db: Database): Promise<number> {
  return db.transaction({ kind: 'system', task: 'publish-changes' }, async (tx) => {
    const [turn] = await tx.sql<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [lock]);
    if (turn?.mine !== true) return 0;
    const rows = await tx.sql<{ topic: string }>(
      'delete from platform.outbox returning topic',
      [],
      'take-changes',
    );
    if (rows.length === 0) return 0;
    const topics = [...new Set(rows.map((row) => row.topic))];
    await tx.sql('select pg_notify($1, $2)', [
      channel,
      JSON.stringify(topics.length > mostTopics ? ['*'] : topics),
    ]);
    return topics.length;
  });
}
