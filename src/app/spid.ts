import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Spid } from '#modules/identity/public.ts';
import { keptSigningKey } from '#platform/spid/certificate.ts';
import type { IdentityProvider, ServiceProvider } from '#platform/spid/parties.ts';
import { openProviders } from '#platform/spid/providers.ts';
import type { SigningKey } from '#platform/spid/sign.ts';
import type { Config } from './config.ts';

/** SPID as the configuration describes it; the demonstration adds a provider of its own. */
export function openSpid(
  { spid: wanted, publicUrl, dataDir }: Config,
  {
    now,
    logger,
    more = async () => [],
  }: {
    now: () => Temporal.Instant;
    logger: Logger;
    more?: (() => Promise<readonly IdentityProvider[]>) | undefined;
  },
): Spid {
  const { entityId, organization, ipaCode, locality, email, telephone, keyFiles } = wanted;
  const folder = join(dataDir, 'spid');
  const configured = openProviders(wanted.providers, join(folder, 'providers'), now, (source, error) =>
    logger.error({ source, reason: (error as Error).message }, 'spid providers'),
  );
  // A certificate names its service: under another name it is another one.
  const own = join(folder, `key-${createHash('sha256').update(entityId).digest('hex').slice(0, 12)}`);
  const findKey = async (): Promise<SigningKey> =>
    keyFiles === undefined
      ? keptSigningKey(own, { entityId, organization, ipaCode, locality }, now())
      : {
          privateKey: await readFile(keyFiles.key, 'utf8'),
          certificate: await readFile(keyFiles.certificate, 'utf8'),
        };
  const describe = async (): Promise<ServiceProvider> => ({
    entityId,
    key: await findKey(),
    consumerUrl: `${publicUrl}/spid/acs`,
    logoutUrl: `${publicUrl}/spid/slo`,
    organization: { name: organization, url: publicUrl, ipaCode, email, telephone },
  });
  let described: Promise<ServiceProvider> | undefined;
  return {
    providers: { list: async () => [...(await configured.list()), ...(await more())] },
    party() {
      described ??= describe().catch((error) => {
        described = undefined;
        throw error;
      });
      return described;
    },
  };
}
