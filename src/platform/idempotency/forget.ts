import type { Database } from '../database/database.ts';

/** A form that somebody left open is not sent again after so long. */
const keptFor = { hours: 30 * 24 } as const;
const atOnce = 10_000;

/** Takes away the first answers of writes that nobody will repeat any more; answers how many. */
export async function forgetOldKeys(db: Database, now: Temporal.Instant): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const gone = await db.transaction({ kind: 'system', task: 'forget-keys' }, (tx) =>
      tx.sql(
        `delete from platform.idempotency where ctid in (
           select ctid from platform.idempotency where at < $1 order by at limit ${atOnce}) returning 1 as gone`,
        [now.subtract(keptFor)],
      ),
    );
    forgotten += gone.length;
    if (gone.length < atOnce) return forgotten;
  }
}
