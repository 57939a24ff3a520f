import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
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

/** How long a sealer waits for the transactions that are older than itself, in milliseconds. */
const patience = 1000;

/**
 * Puts the history written since the last seal under a new one. A line gets its transaction's number before its own:
 * so when every transaction older than the sealer's is over, no line up to the newest that it saw can still come.
 */
export async function sealHistory(db: Database, now: () => Temporal.Instant): Promise<number> {
  return db.transaction({ kind: 'system', task: 'seal' }, async (tx) => {
    const [turn] = await tx.sql<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [lock]);
    if (turn?.mine !== true) return 0;
    const last = await lastSeal(tx);
    const after = last?.last_event ?? beforeAll;
    const [newest] = await tx.sql<{ id: number | null }>(
      'select max(id) as id from (select id from platform.event where id > $1 order by id limit $2) next',
      [after, largestBatch],
    );
    if (newest?.id === undefined || newest.id === null || !(await olderAreOver(tx))) return 0;
    const rows = await tx.sql<EventRow>(
      `select id, ${line} as line from platform.event e where id > $1 and id <= $2 order by id`,
      [after, newest.id],
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

/** Waits until every transaction that began to write before this one is over; false where one takes too long. */
async function olderAreOver(tx: Tx): Promise<boolean> {
  await tx.sql('select pg_current_xact_id()');
  for (const until = performance.now() + patience; ; await wait(20)) {
    const [row] = await tx.sql<{ over: boolean }>(
      'select pg_snapshot_xmin(pg_current_snapshot()) >= pg_current_xact_id() as over',
    );
    if (row?.over === true) return true;
    if (performance.now() > until) return false;
  }
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
