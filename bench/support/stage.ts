import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Database, openDatabase } from '#platform/database/database.ts';
import { type Connection, startEmbeddedServer } from '#platform/database/embedded-server.ts';
import { migrate } from '#platform/database/migrate.ts';
import { type Logins, prepareDatabase } from '#platform/database/roles.ts';
import { startServerProcess, untilReady } from '#tests/support/server-process.ts';

/** What a measurement takes place on: a database server of its own with the program's defaults, commits durable. */
export interface Stage {
  readonly superuser: Connection;
  readonly logins: Logins;
  readonly db: Database;
  readonly owner: pg.Pool;
  readonly secret: string;
  /** Starts the program so many times; answers the ports. */
  startServers(count: number, env?: Readonly<Record<string, string>>): Promise<number[]>;
  end(): Promise<void>;
}

const firstPort = 28_600;

export async function openStage(): Promise<Stage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sportello-bench-'));
  const server = await startEmbeddedServer({ dataDir });
  const name = 'bench';
  const logins = await prepareDatabase(server.superuser, dataDir, name);
  await migrate(logins.owner);
  const db = openDatabase({ connection: logins.app });
  const owner = new pg.Pool({ ...logins.owner, max: 2 });
  const secret = 'a secret that only the measurements know';
  const processes: ReturnType<typeof startServerProcess>[] = [];
  return {
    superuser: server.superuser,
    logins,
    db,
    owner,
    secret,
    async startServers(count, env = {}) {
      const ports = Array.from({ length: count }, (_, index) => firstPort + processes.length + index);
      processes.push(
        ...ports.map((port) =>
          startServerProcess({
            port,
            dataDir,
            secret,
            database: { logins, name },
            env: { REQUESTS_PER_MINUTE: '1000000', ...env },
          }),
        ),
      );
      await Promise.all(ports.map(untilReady));
      return ports;
    },
    async end() {
      for (const child of processes) child.kill('SIGKILL');
      await db.close();
      await owner.end();
      await server.stop();
      for (const folder of [dataDir, server.place.socket, server.place.data])
        rmSync(folder, { recursive: true, force: true });
    },
  };
}
