import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommitUnknown, type Database, openDatabase } from './database.ts';
import { findBinaries } from './embedded-binaries.ts';
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts';
import { migrate } from './migrate.ts';
import { prepareDatabase } from './roles.ts';

const isRoot = process.getuid?.() === 0;
const system = { kind: 'system', task: 'test' } as const;

let folder: string;
let server: EmbeddedServer | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sportello-server-test-'));
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  await server?.stop();
  const places = server === undefined ? [] : [server.place.data, server.place.socket];
  for (const each of [...places, folder]) rmSync(each, { recursive: true, force: true });
  server = undefined;
});

async function ask(text: string): Promise<unknown[]> {
  const client = new pg.Client(server?.superuser);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const postmaster = () =>
  Number(readFileSync(join(server?.place.data ?? '', 'postmaster.pid'), 'utf8').split('\n')[0]);

describe('DOC-1: where the embedded server finds a place', { timeout: 30_000 }, () => {
  test('in the data directory, with durable commits and without a network port', async () => {
    server = await startEmbeddedServer({ dataDir: folder });
    expect(server.place.data).toBe(join(folder, 'postgres'));
    expect(server.place.socket).toBe(join(folder, 'socket'));
    const settings = await ask(
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
         current_setting('full_page_writes') as pages, current_setting('listen_addresses') as addresses`,
    );
    expect(settings).toEqual([{ fsync: 'on', commit: 'on', pages: 'on', addresses: '' }]);
    expect(statSync(server.place.data).mode & 0o077).toBe(0);
    expect(statSync(join(folder, 'database.password')).mode & 0o077).toBe(0);
  });

  test.skipIf(!isRoot)('a data directory in a folder that is closed to others', async () => {
    chmodSync(folder, 0o700);
    const dataDir = join(folder, 'data');
    server = await startEmbeddedServer({ dataDir });
    expect(server.place.data).toMatch(/^\/var\/tmp\/sportello-data-/);
    expect(await ask('select 1 as one')).toEqual([{ one: 1 }]);
    const again = await startEmbeddedServer({ dataDir });
    expect(again.place).toEqual(server.place);
    rmSync(dirname(server.place.data), { recursive: true, force: true });
  });

  test.skipIf(!isRoot)('programs in a folder that is closed to others', async () => {
    const found = await findBinaries();
    const native = dirname(dirname(found.postgres));
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    cpSync(native, join(closed, 'native'), { recursive: true, verbatimSymlinks: true });
    cpSync(join(dirname(native), 'package.json'), join(closed, 'package.json'));
    const moved = (path: string) => join(closed, 'native/bin', basename(path));
    server = await startEmbeddedServer({
      dataDir: join(folder, 'data'),
      binaries: { initdb: moved(found.initdb), pgCtl: moved(found.pgCtl), postgres: moved(found.postgres) },
    });
    expect(server.place.binaries.postgres).toMatch(/^\/var\/tmp\/sportello-server-.*\/bin\/postgres$/);
    expect(await ask('select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a path that is too long for a socket', async () => {
    const dataDir = join(folder, 'a-very-long-name-of-a-folder'.repeat(4));
    server = await startEmbeddedServer({ dataDir });
    expect(server.place.data).toBe(join(dataDir, 'postgres'));
    expect(server.place.socket).toMatch(/sportello-socket-[0-9a-f]{10}$/);
    expect(await ask('select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('DOC-1: the embedded server outlives its parents', { timeout: 30_000 }, () => {
  test('a start after kill -9 of the parent attaches to the server that still runs', async () => {
    const script = join(import.meta.dirname, '../../../tests/support/start-server-and-wait.ts');
    const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const before = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
    server = await startEmbeddedServer({ dataDir: folder });
    expect(postmaster()).toBe(before);
    expect(await ask('select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('one process that ends leaves the server to another that still uses it', async () => {
    server = await startEmbeddedServer({ dataDir: folder });
    const second = await startEmbeddedServer({ dataDir: folder });
    const user = new pg.Client(server.superuser);
    await user.connect();
    await second.stop();
    expect((await user.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await user.end();
  });
});

describe('when the server fails', { timeout: 30_000 }, () => {
  let db: Database;

  async function open(settings: Record<string, string> = {}): Promise<void> {
    server = await startEmbeddedServer({ dataDir: folder, settings });
    const logins = await prepareDatabase(server.superuser, folder);
    await migrate(logins.owner);
    const { revive } = server;
    db = openDatabase({ connection: logins.app, onAway: revive });
  }
  const write = (topic: string) =>
    db.transaction(system, (tx) => tx.sql('insert into platform.outbox (topic) values ($1)', [topic]));
  const written = async () =>
    (
      await db.transaction(system, (tx) =>
        tx.sql<{ topic: string }>('select topic from platform.outbox order by id'),
      )
    ).map((row) => row.topic);

  test('BK-5: after kill -9 of PostgreSQL it is started again; what was confirmed is there, once', async () => {
    await open();
    await write('before');
    const first = postmaster();
    process.kill(first, 'SIGKILL');
    await Promise.all(['a', 'b', 'c'].map(write));
    expect(postmaster()).not.toBe(first);
    expect((await written()).toSorted()).toEqual(['a', 'b', 'before', 'c']);
    await db.close();
  });

  test('BK-5: a commit that the standby did not confirm is never reported as done', async () => {
    await open();
    // Wait for a standby that does not exist, then break the wait off: PostgreSQL answers success with a warning.
    await ask(`alter system set synchronous_standby_names = 'nowhere'`);
    await ask('select pg_reload_conf()');
    const attempt = write('in doubt');
    const outcome = expect(attempt).rejects.toBeInstanceOf(CommitUnknown);
    for (let cancelled = 0; cancelled === 0; ) {
      const rows = await ask(
        `select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep' and application_name = 'sportello'`,
      );
      cancelled = rows.length;
    }
    await outcome;
    await ask(`alter system reset synchronous_standby_names`);
    await ask('select pg_reload_conf()');
    expect(await written()).toEqual(['in doubt']);
    await db.close();
  });

  test('BK-5: a connection cut during the commit leaves it unknown, and is not tried again by itself', async () => {
    await open();
    await ask(`alter system set synchronous_standby_names = 'nowhere'`);
    await ask('select pg_reload_conf()');
    const outcome = expect(write('cut')).rejects.toBeInstanceOf(CommitUnknown);
    for (let cut = 0; cut === 0; ) {
      const rows = await ask(
        `select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'SyncRep' and application_name = 'sportello'`,
      );
      cut = rows.length;
    }
    await outcome;
    await ask(`alter system reset synchronous_standby_names`);
    await ask('select pg_reload_conf()');
    expect(await written()).toEqual(['cut']);
    await db.close();
  });
});
