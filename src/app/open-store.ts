import { type Database, openDatabase } from '#platform/database/database.ts';
import { type EmbeddedServer, startEmbeddedServer } from '#platform/database/embedded-server.ts';
import { migrate } from '#platform/database/migrate.ts';
import { assertBoundByPolicies, prepareDatabase } from '#platform/database/roles.ts';
import type { Config } from './config.ts';

export interface Store {
  readonly db: Database;
  close(): Promise<void>;
}

/** Opens the database that the configuration names, or the embedded one, migrated. */
export async function openStore(config: Config): Promise<Store> {
  const { db, server } =
    config.databaseUrl === undefined ? await openEmbedded(config) : await openExternal(config);
  await assertBoundByPolicies(db.pool);
  return {
    db,
    async close() {
      await db.close();
      await server?.stop();
    },
  };
}

async function openEmbedded({ dataDir }: Config): Promise<{ db: Database; server: EmbeddedServer }> {
  const server = await startEmbeddedServer({ dataDir });
  const logins = await prepareDatabase(server.superuser, dataDir);
  await migrate(logins.owner);
  return { db: openDatabase({ connection: logins.app, onAway: () => server.revive() }), server };
}

async function openExternal(config: Config): Promise<{ db: Database; server: undefined }> {
  const owner = config.databaseUrl as string;
  await migrate({ connectionString: owner });
  const connection =
    config.databaseAppUrl === undefined
      ? { connectionString: owner, options: '-c role=sportello_app' }
      : { connectionString: config.databaseAppUrl };
  return { db: openDatabase({ connection }), server: undefined };
}
