import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { findBinaries, type ServerBinaries } from './embedded-binaries.ts';
import { placeServer, type ServerPlace } from './server-place.ts';

const run = promisify(execFile);

/** How to reach a database as one of its roles. */
export interface Connection {
  readonly host: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface EmbeddedServer {
  readonly place: ServerPlace;
  /** Connection of the superuser that sets up roles and databases. */
  readonly superuser: Connection;
  /** Starts the server again where it has died; does nothing where it runs. */
  revive(): Promise<void>;
  /** Stops the server, unless another process still uses it. */
  stop(): Promise<void>;
}

export interface EmbeddedServerOptions {
  readonly dataDir: string;
  /** Further server settings; tests of load pass some. Durability is never switched off here. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Programs of another place than npm's. */
  readonly binaries?: ServerBinaries;
}

/** Starts the PostgreSQL server of a data directory, or attaches to it where it survived a killed process. */
export async function startEmbeddedServer({
  dataDir,
  settings = {},
  binaries: given,
}: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const place = placeServer(dataDir, given ?? (await findBinaries()));
  const { binaries, data, socket, user } = place;
  const asServer = { cwd: '/', env: { ...process.env, LC_ALL: 'C' }, ...(user ?? {}) };
  const passwordFile = join(dataDir, 'database.password');

  if (!existsSync(join(data, 'PG_VERSION'))) {
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    const handed = join(socket, 'password');
    writeFileSync(handed, readFileSync(passwordFile), { mode: 0o644 });
    try {
      await run(
        binaries.initdb,
        [
          `--pgdata=${data}`,
          '--username=postgres',
          '--auth=scram-sha-256',
          `--pwfile=${handed}`,
          '--encoding=UTF8',
          '--locale=C',
        ],
        asServer,
      );
    } finally {
      rmSync(handed);
    }
  }
  const superuser = {
    host: socket,
    user: 'postgres',
    password: readFileSync(passwordFile, 'utf8'),
    database: 'postgres',
  };
  const flags = Object.entries({
    listen_addresses: '',
    unix_socket_directories: socket,
    max_connections: '120',
    shared_buffers: '256MB',
    timezone: 'UTC',
    ...settings,
  }).map(([name, value]) => `-c ${name}='${value}'`);

  async function answers(): Promise<boolean> {
    const client = new pg.Client({ ...superuser, connectionTimeoutMillis: 2000 });
    client.on('error', () => {});
    try {
      await client.connect();
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => {});
    }
  }

  async function start(): Promise<void> {
    // A start in the instant after a kill fails on the shared memory of the dead server: try again until it lets go.
    for (let attempt = 1; ; attempt += 1) {
      if (await answers()) return;
      try {
        await run(
          binaries.pgCtl,
          [
            'start',
            '--wait',
            '--silent',
            `--pgdata=${data}`,
            `--log=${join(data, 'server.log')}`,
            `--options=${flags.join(' ')}`,
          ],
          asServer,
        );
        return;
      } catch (cause) {
        if (attempt === 50)
          throw new Error(`PostgreSQL does not start: see ${join(data, 'server.log')}`, { cause });
        await wait(200);
      }
    }
  }

  async function usedByOthers(): Promise<boolean> {
    const client = new pg.Client(superuser);
    client.on('error', () => {});
    try {
      await client.connect();
      const { rows } = await client.query<{ others: number }>(
        `select count(*)::int as others from pg_stat_activity
         where backend_type = 'client backend' and pid <> pg_backend_pid()`,
      );
      return (rows[0]?.others ?? 0) > 0;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => {});
    }
  }

  await start();
  return {
    place,
    superuser,
    revive: start,
    async stop() {
      if (await usedByOthers()) return;
      await run(
        binaries.pgCtl,
        ['stop', '--wait', '--silent', '--mode=fast', `--pgdata=${data}`],
        asServer,
      ).catch(() => {});
    },
  };
}
