import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import { type Device, isKnown, remember } from '#platform/credentials/device-cookie.ts';
import { unseal } from '#platform/credentials/secret-box.ts';
import { tokenHash } from '#platform/credentials/tokens.ts';
import { stepOfCode } from '#platform/credentials/totp.ts';
import { record } from '#platform/event-log/record.ts';
import { parseEmail } from '../domain/contact.ts';
import { parseCode } from '../domain/one-time-code.ts';
import { unlockLinkFor } from '../domain/sign-in-lane.ts';
import { letters, letterTo, linkTo } from '../letters/letter.ts';
import { insertLink } from '../store/links.ts';
import { findOfficial, findOfficialByEmail, type OfficialRecord, useTotpStep } from '../store/officials.ts';
import { insertSessions } from '../store/sessions.ts';
import { deviceLane, guardLane, strangersLane } from './guard-lane.ts';
import { asIdentity, contactKey, type IdentityDeps } from './identity-deps.ts';

export interface OfficialSignedIn {
  readonly officialId: string;
  readonly sessionToken: string;
  readonly deviceCookie: string;
}

/** An official signs in with password and second factor, both at once: which of them was wrong is not said. */
export async function signInOfficial(
  deps: IdentityDeps,
  {
    email,
    password,
    code,
    device,
  }: { email: string; password: string; code: string; device: Device | undefined },
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
    async verify() {
      if (official === undefined) return void (await passwords.verifyNobody(password, urgency));
      if (!(await passwords.verify(official.passwordHash, password, urgency))) return undefined;
      const secret = unseal(keys, 'totp', official.id, official.totpSecret);
      return stepOfCode(secret, parseCode(code) ?? '------', { at, after: official.totpStep });
    },
    async onMatch(tx, step) {
      if (official === undefined || !(await useTotpStep(tx, official.id, step))) return undefined;
      if ((await findOfficial(tx, official.id, { forChange: true }))?.state !== 'active') return undefined;
      const sessionToken = keys.token();
      await insertSessions(
        tx,
        [{ tokenHash: tokenHash(sessionToken), accountId: null, officialId: official.id }],
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

function officialEvent(type: string, official: OfficialRecord, at: Temporal.Instant) {
  const { id } = official;
  return { type, subject: { kind: 'official', id }, actor: { kind: 'official', id }, at } as const;
}
