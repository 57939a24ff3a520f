// Writes src/platform/database/tables.ts, the types of the migrated database.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedServer } from '#platform/database/embedded-server.ts';
import { migrate } from '#platform/database/migrate.ts';
import { prepareDatabase } from '#platform/database/roles.ts';
import { writeTables } from './write-tables.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'sportello-tables-'));
const server = await startEmbeddedServer({ dataDir });
try {
  const { owner } = await prepareDatabase(server.superuser, dataDir);
  await migrate(owner);
  writeTables(owner, process.argv[2] ?? 'src/platform/database/tables.ts');
} finally {
  await server.stop();
  for (const folder of [dataDir, server.place.data, server.place.socket])
    rmSync(folder, { recursive: true, force: true });
}
