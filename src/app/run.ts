import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pino, { type Logger } from 'pino';
import { ensureFirstAdministrator, identityJobs } from '#modules/identity/public.ts';
import type { Deps } from '#platform/deps.ts';
import { sealHistory } from '#platform/event-log/seal.ts';
import { startLoop } from '#platform/jobs/loop.ts';
import { startSchedule } from '#platform/jobs/scheduled.ts';
import { findSecret, keysFrom } from '#platform/keys.ts';
import { followChanges } from '#platform/outbox/changes.ts';
import { publishChanges } from '#platform/outbox/publish.ts';
import { createApp } from './app.ts';
import { buildAssets } from './assets.ts';
import type { Config } from './config.ts';
import { openStore } from './open-store.ts';

export interface Running {
  readonly app: FastifyInstance;
  readonly deps: Deps;
  readonly url: string;
  /** Where the first administrator sets up the access, as long as there is no official. */
  readonly firstAdministratorUrl: string | undefined;
  stop(): Promise<void>;
}

export interface RunOptions {
  readonly now?: () => Temporal.Instant;
  readonly logger?: Logger;
}

/** Starts everything of one instance: store, pages, timers. */
export async function run(
  config: Config,
  { now = () => Temporal.Now.instant(), logger }: RunOptions = {},
): Promise<Running> {
  const log = logger ?? pino({ level: config.logLevel });
  const [store, assets] = await Promise.all([openStore(config), buildAssets(join(config.dataDir, 'cache'))]);
  const secret = findSecret(config.dataDir, config.secret);
  const changes = await followChanges(store.db);
  const deps: Deps = {
    db: store.db,
    now,
    chance: () => randomInt(2 ** 32) / 2 ** 32,
    keys: keysFrom(secret),
    publicUrl: config.publicUrl,
    changes,
  };
  const app = await createApp({ config, deps, assets, logger: log, cookieSecret: secret });
  await app.listen({ port: config.port, host: config.host });
  const timers = config.jobs ? await startTimers(deps, log) : [];
  const { port } = app.server.address() as { port: number };
  return {
    app,
    deps,
    url: `http://localhost:${port}`,
    firstAdministratorUrl: await ensureFirstAdministrator(deps),
    async stop() {
      app.draining = true;
      await app.close();
      for (const timer of timers) await timer.stop();
      await changes.close();
      await store.close();
    },
  };
}

async function startTimers(deps: Deps, log: Logger): Promise<{ stop(): Promise<void> }[]> {
  const onError = (error: unknown) => log.error({ err: { message: (error as Error).message } }, 'timer');
  return [
    startLoop(200, () => publishChanges(deps.db), onError),
    startLoop(1000, () => sealHistory(deps.db, deps.now), onError),
    await startSchedule(deps.db, [...identityJobs(deps)], onError),
  ];
}
