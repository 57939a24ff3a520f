// npm run certificates:distrust -- --code-key ID | --seal-certificate FINGERPRINT: a key has fallen into wrong hands.
// Takes it out of trust and revokes, one by one, every document that it has signed; broken off, it may be run again.

import { parseArgs } from 'node:util';
import { readConfig } from '#app/config.ts';
import { openStore } from '#app/open-store.ts';
import { distrustCodeKey, revokeByKey } from '#modules/certificates/public.ts';
import { findSecret, keysFrom } from '#platform/keys.ts';

const { values } = parseArgs({
  options: { 'code-key': { type: 'string' }, 'seal-certificate': { type: 'string' } },
});
const codeKey = values['code-key'];
const sealCertificate = values['seal-certificate'];
if ((codeKey === undefined) === (sealCertificate === undefined))
  throw new Error('Which key? Either --code-key ID or --seal-certificate FINGERPRINT');
const config = readConfig(process.env);
const store = await openStore(config);
const deps = {
  db: store.db,
  now: () => Temporal.Now.instant(),
  keys: keysFrom(findSecret(config.dataDir, config.secret)),
};
try {
  process.stdout.write(`${await distrust()} documents revoked\n`);
} finally {
  await store.close();
}

async function distrust(): Promise<number> {
  if (sealCertificate !== undefined) return revokeByKey(deps, { sealCertificate });
  const outcome = await distrustCodeKey(deps, codeKey ?? '');
  if (!outcome.ok) throw new Error(`No key of QR codes has the id ${codeKey}`);
  return outcome.value.revoked;
}
