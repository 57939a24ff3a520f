// npm run registry:generate -- --persons N [--seed S]: fills the empty registry of a demonstration with N invented people.

import { parseArgs } from 'node:util';
import { readConfig } from '#app/config.ts';
import { openStore } from '#app/open-store.ts';
import { loadMany } from '#demo/registry/load-many.ts';
import { holdsRecords } from '#modules/registry/public.ts';
import { startEmbeddedServer } from '#platform/database/embedded-server.ts';
import { prepareDatabase } from '#platform/database/roles.ts';

const { values } = parseArgs({
  options: { persons: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const people = Number(values.persons);
if (!Number.isInteger(people) || people < 1 || people > 10_000_000)
  throw new Error('How many people? From 1 to 10000000: npm run registry:generate -- --persons 1000');
const config = readConfig(process.env);
if (!config.demo) throw new Error('People are invented only where SPORTELLO_DEMO is on');
const store = await openStore(config);
try {
  if (await holdsRecords(store))
    throw new Error('The registry holds people already: choose an empty DATA_DIR, before the first start');
  const seconds = await loadMany(await owner(), { people, seed: Number(values.seed) });
  process.stdout.write(
    `${people} people in ${seconds.toFixed(1)} s, ${Math.round(people / seconds)} a second\n`,
  );
} finally {
  await store.close();
}

/** The login that owns the tables: the policies would refuse to stream rows. */
async function owner() {
  if (config.databaseUrl !== undefined) return { connectionString: config.databaseUrl };
  const server = await startEmbeddedServer({ dataDir: config.dataDir });
  return (await prepareDatabase(server.superuser, config.dataDir)).owner;
}
