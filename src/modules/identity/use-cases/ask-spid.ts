import type { Locale } from '#kernel/locale.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { tokenHash } from '#platform/credentials/tokens.ts';
import { type Carriage, writeAuthnRequest } from '#platform/spid/authn-request.ts';
import type { IdentityProvider } from '#platform/spid/parties.ts';
import { levelAsked, requestFor } from '../domain/strong-identity.ts';
import { insertSpidRequest } from '../store/spid.ts';
import { asIdentity } from './identity-deps.ts';
import { register, type SpidDeps } from './spid-deps.ts';

export interface SpidQuestion {
  readonly provider: IdentityProvider;
  readonly carriage: Carriage;
  /** By which the browser proves later that it is the one that asked. */
  readonly browserToken: string;
}

/** The identity providers that somebody may choose among. */
export function listProviders({ spid }: SpidDeps): Promise<readonly IdentityProvider[]> {
  return spid.providers.list();
}

/** Asks an identity provider who somebody is (richiesta di autenticazione SPID); the browser carries the question. */
export async function askSpid(
  deps: SpidDeps,
  {
    providerId,
    locale,
    nextPath,
    browserToken: known,
  }: {
    providerId: string;
    locale: Locale;
    nextPath: string | undefined;
    /** What this browser kept of an earlier question; two tabs may ask at once. */
    browserToken: string | undefined;
  },
): Promise<Outcome<SpidQuestion, { code: 'no_such_provider' }>> {
  const { db, now, keys, spid } = deps;
  const provider = (await spid.providers.list()).find((each) => each.entityId === providerId);
  if (provider === undefined) return refused({ code: 'no_such_provider' });
  const [at, relayState, browserToken] = [now(), keys.token(), known ?? keys.token()];
  const question = writeAuthnRequest(await spid.party(), provider, { level: levelAsked, relayState, at });
  await db.transaction(asIdentity, async (tx) => {
    await insertSpidRequest(tx, {
      requestId: question.id,
      provider: provider.entityId,
      level: levelAsked,
      relayHash: tokenHash(relayState),
      browserHash: tokenHash(browserToken),
      locale,
      nextPath: nextPath ?? null,
      issuedAt: at,
      expiresAt: at.add(requestFor),
    });
    await register(
      tx,
      {
        kind: 'request',
        outcome: 'asked',
        requestId: question.id,
        requestIssueInstant: question.issueInstant,
        request: question.xml,
      },
      at,
    );
  });
  return granted({ provider, carriage: question.carriage, browserToken });
}
