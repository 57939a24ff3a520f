// npm run demo:tokens: tokens of the demonstration's citizens for the API (`Authorization: Bearer …`), each the same
// every time.

import { readConfig } from '#app/config.ts';
import { filing } from '#app/filing.ts';
import { openStore } from '#app/open-store.ts';
import { loadDemonstration } from '#demo/load.ts';
import { demoCitizens } from '#demo/people.ts';
import { createApiToken } from '#modules/identity/public.ts';
import type { Deps } from '#platform/deps.ts';
import { findSecret, keysFrom } from '#platform/keys.ts';

const config = readConfig(process.env);
if (!config.demo) throw new Error('There are demonstration people only where SPORTELLO_DEMO is on');
const store = await openStore(config);
const deps: Deps = {
  db: store.db,
  now: () => Temporal.Now.instant(),
  chance: Math.random,
  keys: keysFrom(findSecret(config.dataDir, config.secret)),
  publicUrl: config.publicUrl,
  changes: { follow: () => () => {}, close: async () => {} },
};
await loadDemonstration(filing(deps, config));
const lines: string[] = [];
for (const { id = '', email } of demoCitizens(60).filter((_, index) => index % 60 < 2)) {
  const outcome = await createApiToken(deps, {
    accountId: id,
    label: 'demo:tokens',
    key: 'demonstration-token',
  });
  const token = outcome.ok ? outcome.value.token : `no token: ${outcome.refusal.code}`;
  lines.push(`${email}\t${token}`);
}
await store.close();
process.stdout.write(`${lines.join('\n')}\n`);
