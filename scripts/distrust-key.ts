// npm run certificates:distrust -- --code-key ID | --seal-certificate FINGERPRINT --reason TEXT: a key has fallen into
// wrong hands. Takes it out of trust and revokes what it has signed, at once; the running service then tells people and
// issues their certificates again, and /desk/certificate-keys shows how far it is. Broken off, it may be run again.

import { parseArgs } from 'node:util';
import { readConfig } from '#app/config.ts';
import { openStore } from '#app/open-store.ts';
import { distrustByCommand, revokeDistrusted } from '#modules/certificates/public.ts';

const { values } = parseArgs({
  options: {
    'code-key': { type: 'string' },
    'seal-certificate': { type: 'string' },
    reason: { type: 'string' },
  },
});
const { 'code-key': codeKey, 'seal-certificate': sealCertificate, reason = '' } = values;
if ((codeKey === undefined) === (sealCertificate === undefined))
  throw new Error('Which key? Either --code-key ID or --seal-certificate FINGERPRINT');
if (reason.trim() === '') throw new Error('Why? --reason TEXT goes into the history');
const config = readConfig(process.env);
const store = await openStore(config);
const deps = { db: store.db, now: () => Temporal.Now.instant() };
try {
  const outcome = await distrustByCommand(deps, {
    keyKind: codeKey === undefined ? 'seal_certificate' : 'code_key',
    keyId: codeKey ?? sealCertificate ?? '',
    reason: reason.trim(),
  });
  if (!outcome.ok) throw new Error('No document is known that this key has signed');
  process.stdout.write(`${await revokeDistrusted(deps, outcome.value)} documents revoked\n`);
} finally {
  await store.close();
}
