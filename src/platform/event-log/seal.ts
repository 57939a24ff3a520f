import { createHash } from 'node:crypto';
import type { Database, Tx } from '../database/database.ts';

interface EventRow {
  readonly id: number;
  readonly line: string;
}

const genesis = Buffer.alloc(32);
const lock = 7_415_002;
const largestBatch = 10_000;
/** Below every number that a line can have. */
const beforeAll = '-9223372036854775808';

/**
 * Puts the history written since the last seal under a new one. Only rows older than every open transaction are
 * taken, so that a late committer never slips under a seal.
 */
export async function sealHistory(db: Database, now: () => Temporal.Instant): Promise<number> {
  return db.transaction({ kind: 'system', task: 'seal' }, async (tx) => {
    const [turn] = await tx.sql<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [lock]);
    if (turn?.mine !== true) return 0;
    const last = await lastSeal(tx);
    const rows = await tx.sql<EventRow>(
      `select id, ${line} as line from platform.event e
       where id > $1 and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
         and not exists (select 1 from platform.event late
                         where late.id > $1 and late.id < e.id
                           and late.transaction_id >= pg_snapshot_xmin(pg_current_snapshot()))
       order by id limit ${largestBatch}`,
      [last?.last_event ?? beforeAll],
    );
    const first = rows[0];
    const end = rows.at(-1);
    if (first === undefined || end === undefined) return 0;
    const previous = last?.digest ?? genesis;
    await tx.sql(
      `insert into platform.seal (number, first_event, last_event, events, digest, previous, sealed_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [(last?.number ?? 0) + 1, first.id, end.id, rows.length, digest(previous, rows), previous, now()],
    );
    return rows.length;
  });
}

/** Checks every seal against the history: the number of the first seal that does not hold, or nothing. */
export async function findBrokenSeal(db: Database): Promise<number | undefined> {
  return db.transaction({ kind: 'system', task: 'verify-seals' }, async (tx) => {
    const seals = await tx.sql<SealRow>('select * from platform.seal order by number');
    let previous: Buffer = genesis;
    let covered: number | string = beforeAll;
    for (const [index, seal] of seals.entries()) {
      const rows = await tx.sql<EventRow>(
        `select id, ${line} as line from platform.event e where id > $1 and id <= $2 order by id`,
        [covered, seal.last_event],
      );
      const intact =
        seal.number === index + 1 &&
        seal.previous.equals(previous) &&
        seal.digest.equals(digest(previous, rows));
      if (!intact) return seal.number;
      previous = seal.digest;
      covered = seal.last_event;
    }
    return undefined;
  });
}

interface SealRow {
  readonly number: number;
  readonly last_event: number;
  readonly digest: Buffer;
  readonly previous: Buffer;
}

/** Everything a line of history says, as one text. */
const line = `jsonb_build_array(id, extract(epoch from at)::text, type, subject_kind, subject_id, office_id, account_id, actor_kind, actor_id, facts)::text`;

async function lastSeal(tx: Tx): Promise<SealRow | undefined> {
  const [row] = await tx.sql<SealRow>('select * from platform.seal order by number desc limit 1');
  return row;
}

function digest(previous: Buffer, rows: readonly EventRow[]): Buffer {
  const root = createHash('sha256');
  for (const row of rows) root.update(createHash('sha256').update(row.line).digest());
  return createHash('sha256').update(previous).update(root.digest()).digest();
}
