import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import { type Device, isKnown, remember } from '#platform/credentials/device-cookie.ts';
import { type PasskeyAnswer, readPasskeyAnswer } from '#platform/credentials/passkeys.ts';
import { unseal } from '#platform/credentials/secret-box.ts';
import { tokenHash } from '#platform/credentials/tokens.ts';
import { stepOfCode } from '#platform/credentials/totp.ts';
import type { Tx } from '#platform/database/database.ts';
import { record } from '#platform/event-log/record.ts';
import { type Place, somewhere } from '../domain/browser.ts';
import { parseEmail } from '../domain/contact.ts';
import { parseCode } from '../domain/one-time-code.ts';
import { unlockLinkFor } from '../domain/sign-in-lane.ts';
import { letters, letterTo, linkTo } from '../letters/letter.ts';
import { insertLink } from '../store/links.ts';
import { findOfficial, findOfficialByEmail, type OfficialRecord, useTotpStep } from '../store/officials.ts';
import { insertSessions } from '../store/sessions.ts';
import { deviceLane, guardLane, strangersLane } from './guard-lane.ts';
import { asIdentity, contactKey, type IdentityDeps } from './identity-deps.ts';
import { findSigner } from './sign-in-with-passkey.ts';

export interface OfficialSignedIn {
  readonly officialId: string;
  readonly sessionToken: string;
  readonly deviceCookie: string;
}

/** What an official shows besides the password: the code of the moment, or the signature of a passkey. */
type Second =
  | { readonly kind: 'totp'; readonly step: number }
  | { readonly kind: 'passkey'; readonly answer: PasskeyAnswer };

/** An official signs in with password and second factor, both at once: which of them was wrong is not said. */
export async function signInOfficial(
  deps: IdentityDeps,
  {
    email,
    password,
    code,
    passkey,
    device,
    place = somewhere,
  }: {
    email: string;
    password: string;
    code: string;
    /** The answer of a device; where there is one, the code is not looked at. */
    passkey?: string | undefined;
    device: Device | undefined;
    place?: Place;
  },
): Promise<Outcome<OfficialSignedIn, { code: 'refused' }>> {
  const { db, keys, passwords, now, publicUrl } = deps;
  const at = now();
  const parsed = parseEmail(email);
  const key = parsed.ok ? contactKey(keys, parsed.value) : keys.hash('unreadable', email.trim());
  const official = await db.transaction(asIdentity, (tx) => findOfficialByEmail(tx, key));
  const known = official !== undefined && device !== undefined && isKnown(keys, device, official.id);
  const lane = known ? deviceLane(deps, official.id, device.nonce) : strangersLane(deps, 'official', key);
  const urgency = known ? 'known_browser' : 'unknown_browser';

  const signedIn = await guardLane(deps, lane, {
    async verify(): Promise<Second | undefined> {
      if (official === undefined) return void (await passwords.verifyNobody(password, urgency));
      if (!(await passwords.verify(official.passwordHash, password, urgency))) return undefined;
      if (passkey !== undefined) {
        const answer = readPasskeyAnswer(passkey);
        return answer && { kind: 'passkey', answer };
      }
      const secret = unseal(keys, 'totp', official.id, official.totpSecret);
      const step = stepOfCode(secret, parseCode(code) ?? '------', { at, after: official.totpStep });
      return step === undefined ? undefined : { kind: 'totp', step };
    },
    async onMatch(tx, second) {
      if (official === undefined || !(await isGood(tx, deps, official.id, second))) return undefined;
      if ((await findOfficial(tx, official.id, { forChange: true }))?.state !== 'active') return undefined;
      const sessionToken = keys.token();
      await insertSessions(
        tx,
        [
          {
            tokenHash: tokenHash(sessionToken),
            accountId: null,
            officialId: official.id,
            place,
            means: second.kind === 'totp' ? 'password' : 'passkey',
          },
        ],
        at,
      );
      await record(tx, officialEvent('official.signed-in', official, at));
      return {
        officialId: official.id,
        sessionToken,
        deviceCookie: remember(keys, device, official.id),
      };
    },
    async onShut(tx) {
      if (official === undefined) return;
      const token = keys.token();
      await insertLink(
        tx,
        token,
        { purpose: 'official_unlock', officialId: official.id },
        at,
        at.add(unlockLinkFor),
      );
      const letter = letters[official.locale].locked(linkTo.deskUnlock(publicUrl, official.locale, token));
      await enqueueMessages(tx, at, [
        letterTo({ kind: 'email', value: official.email }, official.locale, letter),
      ]);
      await record(tx, officialEvent('official.sign-in-locked', official, at));
    },
  });
  return signedIn === undefined ? refused({ code: 'refused' }) : granted(signedIn);
}

async function isGood(tx: Tx, deps: IdentityDeps, officialId: string, second: Second): Promise<boolean> {
  if (second.kind === 'totp') return useTotpStep(tx, officialId, second.step);
  const signer = await findSigner(tx, deps, second.answer, { purpose: 'sign_in', holder: undefined });
  return signer !== undefined && 'officialId' in signer && signer.officialId === officialId;
}

function officialEvent(type: string, official: OfficialRecord, at: Temporal.Instant) {
  const { id } = official;
  return { type, subject: { kind: 'official', id }, actor: { kind: 'official', id }, at } as const;
}
