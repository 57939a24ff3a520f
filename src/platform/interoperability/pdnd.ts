import { createHash, randomBytes, randomInt } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import { z } from 'zod';

/** How this installation is known to the interoperability platform (PDND, Piattaforma Digitale Nazionale Dati). */
export interface PdndClient {
  /** Where vouchers are given, as `https://auth.interop.pagopa.it/token.oauth2`. */
  readonly tokenUrl: string;
  /** Whom the assertion is for, as `auth.interop.pagopa.it/client-assertion`. */
  readonly audience: string;
  readonly clientId: string;
  readonly keyId: string;
  /** PKCS #8 in PEM. */
  readonly privateKey: string;
}

/** One use of somebody else's service, as its provider and the platform will find it in their logs. */
export interface TrackedUse {
  readonly purposeId: string;
  /** The service that is asked (audience of the e-service). */
  readonly serviceAudience: string;
  /** Who asks: a code of the installation, never a person's name. */
  readonly userId: string;
  readonly userLocation: string;
}

/** The headers that open a service: the voucher, bound to the evidence of who asks (ModI, AUDIT_REST_02). */
export interface Admission {
  readonly authorization: string;
  readonly 'agid-jwt-trackingevidence': string;
}

export class NoVoucher extends Error {}

const answerShape = z.object({ access_token: z.string().min(1).max(10_000), token_type: z.string() });

/** Asks for a voucher for one use; it is bound to that use, so none is kept. */
export async function askForAdmission(
  client: PdndClient,
  use: TrackedUse,
  at: Temporal.Instant,
): Promise<Admission> {
  const key = await importPKCS8(client.privateKey, 'RS256');
  const seconds = Math.floor(at.epochMilliseconds / 1000);
  const sign = (claims: Record<string, unknown>, audience: string, lasts: number) =>
    new SignJWT({ ...claims, jti: randomBytes(16).toString('hex') })
      .setProtectedHeader({ alg: 'RS256', kid: client.keyId, typ: 'JWT' })
      .setIssuer(client.clientId)
      .setAudience(audience)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + lasts)
      .sign(key);
  const evidence = await sign(
    {
      purposeId: use.purposeId,
      dnonce: String(randomInt(1e12, 1e13)),
      userID: use.userId,
      userLocation: use.userLocation,
      LoA: 'L2',
    },
    use.serviceAudience,
    120,
  );
  const digest = { alg: 'SHA256', value: createHash('sha256').update(evidence).digest('hex') };
  const assertion = await sign(
    { sub: client.clientId, purposeId: use.purposeId, digest },
    client.audience,
    120,
  );
  const response = await fetch(client.tokenUrl, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({
      client_id: client.clientId,
      client_assertion: assertion,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      grant_type: 'client_credentials',
    }),
    signal: AbortSignal.timeout(5000),
    redirect: 'error',
  });
  const answer = answerShape.safeParse(response.ok ? await response.json().catch(() => null) : null);
  if (!answer.success) throw new NoVoucher(`No voucher: ${response.status}`);
  return {
    authorization: `Bearer ${answer.data.access_token}`,
    'agid-jwt-trackingevidence': evidence,
  };
}
