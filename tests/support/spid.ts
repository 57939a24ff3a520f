import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { readConfig } from '#app/config.ts';
import { openSpid } from '#app/spid.ts';
import { demoIdentities } from '#demo/spid/people.ts';
import { type DemoProvider, openDemoProvider } from '#demo/spid/provider.ts';
import { demoSpidRoutes } from '#demo/spid/routes.ts';
import type { Deps } from '#platform/deps.ts';
import { testApp, testDataDir } from './app.ts';

/** The whole program with the test provider of SPID, on a test's own database. */
export async function spidApp(
  deps: Deps,
  environment: NodeJS.ProcessEnv = {},
): Promise<{ app: FastifyInstance; provider: DemoProvider }> {
  const config = readConfig({ DATA_DIR: testDataDir, ...environment });
  const { now } = deps;
  const provider = openDemoProvider({ ...config, now });
  const spid = openSpid(config, { now, logger: pino({ level: 'silent' }), more: provider.list });
  const app = await testApp(deps, environment, undefined, { spid });
  await app.register(demoSpidRoutes({ provider, party: spid.party, people: demoIdentities, now }));
  return { app, provider };
}
