import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Device } from '#platform/credentials/device-cookie.ts';
import {
  askForPasskey,
  checkSignature,
  type PasskeyAnswer,
  readPasskeyAnswer,
} from '#platform/credentials/passkeys.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Place } from '../domain/browser.ts';
import { type ChallengePurpose, challengeFor, type Holder } from '../domain/passkey.ts';
import { findPasskey, insertChallenge, notePasskeyUse, takeChallenge } from '../store/passkeys.ts';
import { asIdentity, type IdentityDeps } from './identity-deps.ts';
import { openSession, type SignedIn } from './sign-in.ts';

/** Asks a device to sign: anybody's for a sign-in, one person's to confirm something. */
export async function askPasskey(
  { db, now, keys, publicUrl }: IdentityDeps,
  asked: { readonly purpose: Exclude<ChallengePurpose, 'register'>; readonly holder: Holder | undefined },
) {
  const challenge = keys.token();
  await db.transaction(asIdentity, (tx) => insertChallenge(tx, challenge, asked, now().add(challengeFor)));
  return askForPasskey(publicUrl, challenge);
}

/** Whose device has signed our question; nothing when the question is used up, another's, or the signature wrong. */
export async function findSigner(
  tx: Tx,
  { publicUrl, now }: IdentityDeps,
  answer: PasskeyAnswer,
  asked: { readonly purpose: ChallengePurpose; readonly holder: Holder | undefined },
): Promise<Holder | undefined> {
  const at = now();
  if (!(await takeChallenge(tx, answer.challenge, asked, at))) return undefined;
  const passkey = await findPasskey(tx, answer.credentialId);
  if (passkey === undefined) return undefined;
  const signCount = await checkSignature(publicUrl, answer, passkey);
  if (signCount === undefined) return undefined;
  await notePasskeyUse(tx, passkey.id, signCount, at);
  if (passkey.accountId !== null) return { accountId: passkey.accountId };
  return passkey.officialId === null ? undefined : { officialId: passkey.officialId };
}

/**
 * Sign-in with a passkey. It needs no password, so that the lock of the password does not touch it: there is nothing to
 * guess.
 */
export async function signInWithPasskey(
  deps: IdentityDeps,
  { answer: raw, device, place }: { answer: unknown; device: Device | undefined; place: Place },
): Promise<Outcome<SignedIn, { code: 'refused' }>> {
  const answer = readPasskeyAnswer(raw);
  if (answer === undefined) return refused({ code: 'refused' });
  const signedIn = await deps.db.transaction(asIdentity, async (tx) => {
    const signer = await findSigner(tx, deps, answer, { purpose: 'sign_in', holder: undefined });
    return signer !== undefined && 'accountId' in signer
      ? openSession(tx, deps, signer.accountId, { device, place, means: 'passkey' })
      : undefined;
  });
  return signedIn === undefined ? refused({ code: 'refused' }) : granted(signedIn);
}
