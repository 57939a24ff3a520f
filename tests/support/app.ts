import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pino, { type Logger } from 'pino';
import { type AppOptions, createApp } from '#app/app.ts';
import { readConfig } from '#app/config.ts';
import type { Deps } from '#platform/deps.ts';
import { testSealing } from './sealing.ts';

/** Where the programs of this worker's tests keep what is uploaded. */
export const testFilesDir = mkdtempSync(join(tmpdir(), 'sportello-files-'));

/** Where they keep their keys. */
export const testDataDir = mkdtempSync(join(tmpdir(), 'sportello-data-'));

/** The whole program on a test's own database, without listening: pages, API, documentation. */
export async function testApp(
  deps: Deps,
  environment: NodeJS.ProcessEnv = {},
  logger: Logger = pino({ level: 'silent' }),
  more: Pick<AppOptions, 'inad' | 'pagopa' | 'procedures' | 'spid'> = {},
): Promise<FastifyInstance> {
  const assets = mkdtempSync(join(tmpdir(), 'sportello-assets-'));
  writeFileSync(join(assets, 'index.css'), '');
  const config = readConfig({
    REQUESTS_PER_MINUTE: '100000',
    FILES_DIR: testFilesDir,
    DATA_DIR: testDataDir,
    ...environment,
  });
  return createApp({
    ...more,
    config,
    deps: { ...deps, publicUrl: config.publicUrl },
    assets: { folder: assets, path: (name) => `/assets/${name}` },
    logger,
    signInCost: { hashing: { memoryCost: 64, timeCost: 1, atOnce: 4, mayWait: 2000 }, answerAfterMs: 0 },
    sealing: (await testSealing()).sealing,
    cookieSecret: 'a secret that only the tests know, long enough',
  });
}
