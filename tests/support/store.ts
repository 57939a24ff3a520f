import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '#platform/database/database.ts';
import type { Connection } from '#platform/database/embedded-server.ts';
import type { Deps } from '#platform/deps.ts';
import { keysFrom } from '#platform/keys.ts';

/** A clock that stands still until a test moves it. */
export interface TestClock {
  now(): Temporal.Instant;
  set(instant: string): void;
  forward(duration: Temporal.DurationLike): void;
}

export function testClock(start = '2026-11-24T09:00:00Z'): TestClock {
  let instant = Temporal.Instant.from(start);
  return {
    now: () => instant,
    set(next) {
      instant = Temporal.Instant.from(next);
    },
    forward(duration) {
      instant = instant.add(duration);
    },
  };
}

export interface TestStore {
  readonly db: Database;
  readonly connection: Connection;
  /** The owner of the tables, for what the program itself may not do. */
  readonly owner: pg.Pool;
  /** Empties every table. */
  empty(): Promise<void>;
}

let shared: Promise<TestStore> | undefined;

/** This worker's own database. */
export function testStore(): Promise<TestStore> {
  shared ??= makeStore(`test_${process.pid}_${crypto.randomUUID().slice(0, 8)}`);
  return shared;
}

/** A database of its own for a test that needs one (races, faults). */
export async function makeStore(name: string, template = 'template'): Promise<TestStore> {
  const superuser = new pg.Client(inject('superuser'));
  await superuser.connect();
  // Two copies at once of one template are refused: take turns.
  await superuser.query('select pg_advisory_lock(1)');
  await superuser.query(`create database "${name}" template "${template}" owner sportello_owner`);
  await superuser.end();
  const logins = inject('logins');
  const connection = { ...logins.app, database: name };
  const owner = new pg.Pool({ ...logins.owner, database: name, max: 2 });
  owner.on('error', () => {});
  return {
    db: openDatabase({ connection, poolSize: 6 }),
    connection,
    owner,
    empty: await emptying(owner, name),
  };
}

/** A table that has grown to so many bytes is cut off: deleted rows would be read over for ever. */
const grown = 1024 * 1024;

/**
 * Empties every table between two tests: rows are deleted without asking what refers to them, which takes 3 ms where
 * truncating every table takes 100.
 */
async function emptying(owner: pg.Pool, name: string): Promise<() => Promise<void>> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where tableowner = 'sportello_owner' and schemaname <> 'jobs' and tablename <> 'migration'`,
  );
  const tables = rows.map((row) => row.name);
  const deleting = tables.map((table) => `delete from ${table}`).join('; ');
  // Numbers that belong to no column are used up for good, as those of payment notices.
  const counting = `select setval(seqrelid::regclass, seqstart, false) from pg_sequence
    join pg_class c on c.oid = seqrelid join pg_depend d on d.objid = seqrelid and d.deptype in ('a', 'i')
    where pg_get_userbyid(c.relowner) = 'sportello_owner' and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0
      and pg_sequence_last_value(seqrelid) is not null`;
  const size = `select name from unnest($1::text[]) as name where pg_relation_size(name::regclass) > ${grown}`;
  const superuser = new pg.Pool({ ...inject('superuser'), database: name, max: 1 });
  superuser.on('error', () => {});
  return async () => {
    const large = await superuser.query<{ name: string }>(size, [tables]);
    // Letters of the same instant are told apart by where they lie: there no place is used again.
    const cut = ['notifications.message', ...large.rows.map((row) => row.name)];
    await superuser.query(`truncate ${cut.join(', ')} cascade`);
    await superuser.query(
      `begin; set local session_replication_role = replica; ${deleting}; ${counting}; commit`,
    );
  };
}

/** The outside world of a use case in a test: this worker's database, emptied, and a clock that stands still. */
export async function testDeps(
  clock: TestClock = testClock(),
): Promise<Deps & { clock: TestClock; store: TestStore }> {
  const store = await testStore();
  await store.empty();
  return {
    db: store.db,
    store,
    clock,
    now: clock.now,
    chance: () => 0.5,
    keys: keysFrom('a secret that only the tests know, long enough'),
    publicUrl: 'http://localhost:3000',
    changes: { follow: () => () => {}, close: async () => {} },
  };
}
