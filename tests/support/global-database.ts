import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Connection, startEmbeddedServer } from '#platform/database/embedded-server.ts';
import { migrate } from '#platform/database/migrate.ts';
import { type Logins, prepareDatabase } from '#platform/database/roles.ts';

declare module 'vitest' {
  interface ProvidedContext {
    superuser: Connection;
    logins: Logins;
    /** A folder of the run, gone with it. */
    folder: string;
  }
}

/** One real PostgreSQL server for the run; each worker copies its own database from the migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sportello-test-'));
  const server = await startEmbeddedServer({ dataDir });
  const logins = await prepareDatabase(server.superuser, dataDir, 'template');
  await migrate(logins.owner);
  project.provide('superuser', server.superuser);
  project.provide('logins', logins);
  project.provide('folder', dataDir);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
    rmSync(server.place.socket, { recursive: true, force: true });
    rmSync(server.place.data, { recursive: true, force: true });
  };
}
