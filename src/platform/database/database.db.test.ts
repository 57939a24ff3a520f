import pg from 'pg';
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { makeStore, type TestStore, testDeps } from '#tests/support/store.ts';
import { DatabaseAway, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { assertBoundByPolicies } from './roles.ts';

const system = { kind: 'system', task: 'test' } as const;

describe('a transaction', () => {
  let store: TestStore;
  beforeEach(async () => {
    ({ store } = await testDeps());
  });
  const topics = async () =>
    (await store.owner.query<{ topic: string }>('select topic from platform.outbox order by id')).rows.map(
      (row) => row.topic,
    );

  test('writes all or nothing', async () => {
    await expect(
      store.db.transaction(system, async (tx) => {
        await tx.sql(`insert into platform.outbox (topic) values ('one')`);
        throw new Error('second thoughts');
      }),
    ).rejects.toThrow('second thoughts');
    expect(await topics()).toEqual([]);
  });

  test('whose statement failed is never reported as done, even where the error was swallowed', async () => {
    await expect(
      store.db.transaction(system, async (tx) => {
        await tx.sql(`insert into platform.outbox (topic) values ('one')`);
        await tx.sql('select 1 / 0').catch(() => {});
        return 'done';
      }),
    ).rejects.toThrow('nothing was written');
    expect(await topics()).toEqual([]);
  });

  test('BK-5: two that block one another are both done in the end', async () => {
    await store.owner.query(`insert into platform.outbox (topic) values ('one'), ('two')`);
    const meet = () => {
      let waiting = 2;
      let go = () => {};
      const both = new Promise<void>((resolve) => {
        go = resolve;
      });
      return () => {
        waiting -= 1;
        if (waiting <= 0) go();
        return both;
      };
    };
    const arrive = meet();
    const lock = (first: string, second: string) =>
      store.db.transaction(system, async (tx) => {
        await tx.sql('delete from platform.outbox where topic = $1', [first]);
        await arrive();
        await tx.sql('delete from platform.outbox where topic = $1', [second]);
      });
    await Promise.all([lock('one', 'two'), lock('two', 'one')]);
    expect(await topics()).toEqual([]);
  });

  test('keeps days as days and instants as instants', async () => {
    const [row] = await store.db.transaction(system, (tx) =>
      tx.sql<{ day: string; at: Temporal.Instant; count: number }>(
        `select date '2026-03-29' as day, $1::timestamptz as at, 5::bigint as count`,
        [Temporal.Instant.from('2026-03-29T01:30:00.123456Z')],
      ),
    );
    expect(row?.day).toBe('2026-03-29');
    expect(row?.at.toString()).toBe('2026-03-29T01:30:00.123456Z');
    expect(row?.count).toBe(5);
  });

  test('leaves nobody’s rights on the connection for the next one', async () => {
    const db = openDatabase({ connection: store.connection, poolSize: 1 });
    await db.transaction({ kind: 'official', officialId: 'o', officeIds: ['london'] }, (tx) =>
      tx.sql('select 1'),
    );
    const { rows } = await db.pool.query(
      `select platform.kind() as kind, platform.account_id() as account, platform.serves('london') as serves`,
    );
    expect(rows).toEqual([{ kind: '', account: null, serves: false }]);
    await db.close();
  });

  test('that waits too long for another is asked to come again', async () => {
    await store.owner.query(`insert into platform.outbox (topic) values ('one')`);
    const holder = await store.owner.connect();
    await holder.query('begin; lock table platform.outbox');
    await expect(
      store.db.transaction(system, async (tx) => {
        await tx.sql(`set local lock_timeout = '50ms'`);
        await tx.sql('delete from platform.outbox');
      }),
    ).rejects.toBeInstanceOf(DatabaseAway);
    await holder.query('rollback');
    holder.release();
  });

  test('whose connection was cut writes nothing and says that the database is away', async () => {
    await expect(
      store.db.transaction(system, async (tx) => {
        await tx.sql(`insert into platform.outbox (topic) values ('one')`);
        await tx.sql('select pg_terminate_backend(pg_backend_pid())');
      }),
    ).rejects.toBeInstanceOf(DatabaseAway);
    expect(await topics()).toEqual([]);
  });

  test('without a server says so, and does not hang', async () => {
    const db = openDatabase({ connection: { ...store.connection, host: '/var/tmp/no-server-here' } });
    await expect(db.transaction(system, (tx) => tx.sql('select 1'))).rejects.toBeInstanceOf(DatabaseAway);
    await db.close();
  });
});

describe('who may do what in the database', () => {
  test('the policies know every kind of principal', async () => {
    const { db } = await testDeps();
    const account = '11111111-1111-4111-8111-111111111111';
    const rights = (as: Parameters<typeof db.transaction>[0]) =>
      db.transaction(as, async (tx) => {
        const [row] = await tx.sql<{
          london: boolean;
          rome: boolean;
          system: boolean;
          account: string | null;
        }>(
          `select platform.serves('london') as london, platform.serves('rome') as rome,
             platform.is_system() as system, platform.account_id() as account`,
        );
        return row;
      });
    const none = { london: false, rome: false, system: false, account: null };
    expect(await rights({ kind: 'visitor' })).toEqual(none);
    expect(await rights({ kind: 'citizen', accountId: account })).toEqual({ ...none, account });
    expect(await rights({ kind: 'office', officeId: 'london' })).toEqual({ ...none, london: true });
    expect(await rights({ kind: 'official', officialId: 'o', officeIds: ['rome'] })).toEqual({
      ...none,
      rome: true,
    });
    expect(await rights({ kind: 'official', officialId: 'o', officeIds: [] })).toEqual(none);
    expect(await rights({ kind: 'ministry', officialId: 'm' })).toEqual({
      ...none,
      london: true,
      rome: true,
    });
    expect(await rights(system)).toEqual({ ...none, london: true, rome: true, system: true });
  });

  test('DOC-2: the program refuses to run as somebody whom the policies do not bind', async () => {
    const { store } = await testDeps();
    await assertBoundByPolicies(store.db.pool);
    await expect(assertBoundByPolicies(store.owner)).rejects.toThrow('sportello_owner is not bound');
    const superuser = openDatabase({ connection: inject('superuser') });
    await expect(assertBoundByPolicies(superuser.pool)).rejects.toThrow('postgres is not bound');
    await superuser.close();
  });

  test('DOC-2: on a server of its own choice one login owns the tables and steps down to the bound role', async () => {
    const superuser = new pg.Client(inject('superuser'));
    await superuser.connect();
    const name = `outside_${crypto.randomUUID().slice(0, 8)}`;
    await superuser.query(`create role ${name} login password 'outside'`);
    await superuser.query(`grant sportello_app to ${name}`);
    await superuser.query(`create database ${name} owner ${name}`);
    await superuser.end();
    const host = encodeURIComponent(inject('superuser').host);
    const connectionString = `postgres://${name}:outside@/${name}?host=${host}`;
    await migrate({ connectionString });
    const db = openDatabase({ connection: { connectionString, options: '-c role=sportello_app' } });
    await assertBoundByPolicies(db.pool);
    const hidden = await db.transaction({ kind: 'visitor' }, (tx) =>
      tx.sql('select * from notifications.message'),
    );
    expect(hidden).toEqual([]);
    await db.close();
  });
});

describe('migrations', () => {
  test('DOC-2: two instances that start together migrate once, one after the other', async () => {
    const store = await makeStore(`race_${crypto.randomUUID().slice(0, 8)}`);
    const owner = { ...inject('logins').owner, database: store.connection.database };
    await store.owner.query(`do $$ declare name text; begin
      for name in select nspname from pg_namespace where nspname !~ '^(pg_|information_schema)' and nspname <> 'public'
      loop execute format('drop schema %I cascade', name); end loop; end $$`);
    const done = await Promise.all([migrate(owner), migrate(owner), migrate(owner)]);
    const applied = done.filter((each) => each.length > 0);
    expect(applied).toHaveLength(1);
    expect(applied[0]).toContain('0001_platform.sql');
    expect(await migrate(owner)).toEqual([]);
    await store.db.close();
    await store.owner.end();
  });
});
