import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import { type Device, isKnown, remember } from '#platform/credentials/device-cookie.ts';
import { tokenHash } from '#platform/credentials/tokens.ts';
import type { Tx } from '#platform/database/database.ts';
import { record } from '#platform/event-log/record.ts';
import { type Means, type Place, somewhere } from '../domain/browser.ts';
import { parseIdentifier } from '../domain/contact.ts';
import { unlockLinkFor } from '../domain/sign-in-lane.ts';
import type { StrongLevel } from '../domain/strong-identity.ts';
import { letters, letterTo, linkTo } from '../letters/letter.ts';
import { findAccount } from '../store/accounts.ts';
import { type Candidate, listCandidates, listContacts } from '../store/contacts.ts';
import { insertLink } from '../store/links.ts';
import { insertSessions } from '../store/sessions.ts';
import { deviceLane, guardLane, strangersLane } from './guard-lane.ts';
import { asIdentity, browserName, contactKey, type IdentityDeps } from './identity-deps.ts';

export interface SignedIn {
  readonly accountId: string;
  readonly sessionToken: string;
  readonly active: boolean;
  /** The cookie by which this browser is known from now on; none before the account is active. */
  readonly deviceCookie: string | undefined;
}

/**
 * Sign-in with a contact and the password. Wrong, locked and unknown are one refusal; only the mailbox of the account
 * learns that strangers have shut themselves out.
 */
export async function signIn(
  deps: IdentityDeps,
  {
    identifier,
    password,
    device,
    place = somewhere,
  }: { identifier: string; password: string; device: Device | undefined; place?: Place },
): Promise<Outcome<SignedIn, { code: 'refused' }>> {
  const { db, keys, passwords } = deps;
  const contact = parseIdentifier(identifier);
  const key = contact === undefined ? keys.hash('unreadable', identifier.trim()) : contactKey(keys, contact);
  const all = await db.transaction(asIdentity, (tx) => listCandidates(tx, key));
  // A browser is trusted with the accounts that signed in with it, and with no other that shares the contact.
  const known = all.filter(
    (each) =>
      each.state === 'active' &&
      isKnown(keys, device, browserName({ id: each.accountId, browsersForgotten: each.browsersForgotten })),
  );
  const candidates = known.length > 0 ? known.slice(0, 1) : all;
  const urgency = known.length > 0 ? 'known_browser' : 'unknown_browser';
  const lane =
    known[0] !== undefined && device !== undefined
      ? deviceLane(deps, known[0].accountId, device.nonce)
      : strangersLane(deps, 'citizen', key);

  const signedIn = await guardLane(deps, lane, {
    async verify() {
      for (const each of candidates) {
        if (await passwords.verify(each.passwordHash, password, urgency)) return each;
      }
      if (candidates.length === 0) await passwords.verifyNobody(password, urgency);
      return undefined;
    },
    onMatch: (tx, candidate) =>
      openSession(tx, deps, candidate.accountId, { device, place, means: 'password' }),
    onShut: (tx) => sendUnlockLink(tx, deps, candidates),
  });
  return signedIn === undefined ? refused({ code: 'refused' }) : granted(signedIn);
}

/** Opens a session for an account that may still sign in, with a fresh token. */
export async function openSession(
  tx: Tx,
  { keys, now }: IdentityDeps,
  accountId: string,
  {
    device,
    place,
    means,
    strong,
  }: {
    device: Device | undefined;
    place: Place;
    means: Means;
    /** The level of a digital identity, and the session's id, under which more is kept of it. */
    strong?: { readonly level: StrongLevel; readonly sessionId: string };
  },
): Promise<SignedIn | undefined> {
  const at = now();
  const account = await findAccount(tx, accountId);
  if (account === undefined || (account.state !== 'active' && account.state !== 'pending')) return undefined;
  const active = account.state === 'active';
  const sessionToken = keys.token();
  await insertSessions(
    tx,
    [
      {
        tokenHash: tokenHash(sessionToken),
        accountId,
        officialId: null,
        place,
        means,
        ...(strong && { level: strong.level, id: strong.sessionId }),
      },
    ],
    at,
  );
  await record(tx, {
    type: 'account.signed-in',
    subject: { kind: 'account', id: accountId },
    actor: { kind: 'citizen', id: accountId },
    at,
    accountId,
    facts: {
      knownBrowser: isKnown(keys, device, browserName(account)),
      means,
      ...(strong && { level: strong.level }),
    },
  });
  return {
    accountId,
    sessionToken,
    active,
    deviceCookie: active ? remember(keys, device, browserName(account)) : undefined,
  };
}

/** Where an account is written to: the verified address, else the verified number. */
export async function findLetterBox(tx: Tx, accountId: string) {
  const verified = (await listContacts(tx, accountId)).filter((contact) => contact.verified);
  return verified.find((contact) => contact.kind === 'email') ?? verified[0];
}

async function sendUnlockLink(
  tx: Tx,
  { keys, publicUrl, now }: IdentityDeps,
  candidates: readonly Candidate[],
) {
  const at = now();
  const owner = candidates.find((each) => each.owner) ?? candidates.find((each) => each.state === 'active');
  const account = owner && (await findAccount(tx, owner.accountId));
  const box = account && (await findLetterBox(tx, account.id));
  if (account === undefined || box === undefined) return;
  const token = keys.token();
  await insertLink(tx, token, { purpose: 'unlock', accountId: account.id }, at, at.add(unlockLinkFor));
  const url = linkTo.unlock(publicUrl, account.locale, token);
  await enqueueMessages(tx, at, [
    letterTo(box, account.locale, letters[account.locale].locked(url), account.id),
  ]);
  await record(tx, {
    type: 'account.sign-in-locked',
    subject: { kind: 'account', id: account.id },
    actor: { kind: 'visitor' },
    at,
    accountId: account.id,
  });
}
