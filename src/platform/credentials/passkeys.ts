import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';

/** What the database keeps of a passkey: the public half, and how often it says it has signed. */
export interface PublicPasskey {
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly signCount: number;
  readonly transports: readonly string[];
}

/** The site to which passkeys belong: devices offer them nowhere else. */
function site(publicUrl: string): { id: string; origin: string } {
  const { hostname, origin } = new URL(publicUrl);
  return { id: hostname, origin };
}

const minute = 60_000;

/** What a device is asked when a passkey is made; those that the person has already are left out. */
export function askForNewPasskey(
  publicUrl: string,
  {
    challenge,
    personId,
    name,
    known,
  }: { challenge: string; personId: string; name: string; known: readonly PublicPasskey[] },
) {
  return generateRegistrationOptions({
    rpName: 'Sportello',
    rpID: site(publicUrl).id,
    userID: new Uint8Array(Buffer.from(personId)),
    userName: name,
    userDisplayName: name,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    attestationType: 'none',
    timeout: 5 * minute,
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: [...transports],
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** What a device is asked at a sign-in: any passkey of this site, so that the question tells nothing of anybody. */
export function askForPasskey(publicUrl: string, challenge: string) {
  return generateAuthenticationOptions({
    rpID: site(publicUrl).id,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    timeout: 5 * minute,
    userVerification: 'required',
  });
}

const text = z.string().max(20_000);
const answerSchema = z.object({
  id: text.min(1),
  rawId: text.min(1),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: text.min(1), transports: z.array(text).max(10).optional() }),
  clientExtensionResults: z.looseObject({}).default({}),
  authenticatorAttachment: z.string().optional(),
});

/** An answer of a device, read as far as is needed to find the challenge and the key that it speaks of. */
export interface PasskeyAnswer {
  readonly credentialId: string;
  readonly challenge: string;
  readonly json: unknown;
}

export function readPasskeyAnswer(raw: unknown): PasskeyAnswer | undefined {
  try {
    const parsed = answerSchema.safeParse(typeof raw === 'string' ? JSON.parse(raw) : raw);
    if (!parsed.success) return undefined;
    const client = z
      .object({ challenge: text.min(16) })
      .parse(
        JSON.parse(Buffer.from(parsed.data.response.clientDataJSON, 'base64url').toString('utf8')) as unknown,
      );
    return { credentialId: parsed.data.id, challenge: client.challenge, json: parsed.data };
  } catch {
    return undefined;
  }
}

/** The new passkey that a device has made for our challenge; nothing when anything about it is wrong. */
export async function checkNewPasskey(
  publicUrl: string,
  { challenge, json }: PasskeyAnswer,
): Promise<PublicPasskey | undefined> {
  const { id, origin } = site(publicUrl);
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: json as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    });
    if (!verified || registrationInfo === undefined) return undefined;
    const { credential } = registrationInfo;
    return {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      signCount: credential.counter,
      transports: credential.transports ?? [],
    };
  } catch {
    return undefined;
  }
}

/** The count of signatures after a right one, with the person verified by the device; nothing when it is wrong. */
export async function checkSignature(
  publicUrl: string,
  { challenge, json }: PasskeyAnswer,
  passkey: PublicPasskey,
): Promise<number | undefined> {
  const { id, origin } = site(publicUrl);
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: json as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.signCount,
        transports: [...passkey.transports],
      },
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    return undefined;
  }
}
