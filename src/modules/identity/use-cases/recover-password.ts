import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import type { Device } from '#platform/credentials/device-cookie.ts';
import type { Tx } from '#platform/database/database.ts';
import { record } from '#platform/event-log/record.ts';
import type { Account } from '../domain/account.ts';
import { type Place, somewhere } from '../domain/browser.ts';
import { parseIdentifier } from '../domain/contact.ts';
import { type PasswordFault, passwordFault, shortest } from '../domain/password-policy.ts';
import { recoveriesPerDay, recoveryLinkFor } from '../domain/sign-in-lane.ts';
import { letters, letterTo, linkTo } from '../letters/letter.ts';
import { findAccount, savePasswordHash } from '../store/accounts.ts';
import { revokeApiTokens } from '../store/api-tokens.ts';
import { countSend } from '../store/codes.ts';
import { listCandidates, listContacts } from '../store/contacts.ts';
import { dropLinks, findLink, insertLink, useLink } from '../store/links.ts';
import { endSessions } from '../store/sessions.ts';
import { asIdentity, contactKey, type IdentityDeps } from './identity-deps.ts';
import { findLetterBox, openSession, type SignedIn } from './sign-in.ts';

/**
 * Sends a recovery link (recupero della password) to the accounts that a contact may mean. It goes only to a contact
 * that the account has proven: an address that was merely typed gets nothing. The answer is always the same.
 */
export async function requestRecovery(deps: IdentityDeps, identifier: string): Promise<void> {
  const { db, now, keys, publicUrl } = deps;
  const contact = parseIdentifier(identifier);
  if (contact === undefined) return;
  const key = contactKey(keys, contact);
  const at = now();
  await db.transaction(asIdentity, async (tx) => {
    if (!(await countSend(tx, `recovery:${key}`, recoveriesPerDay, at))) return;
    const candidates = (await listCandidates(tx, key)).filter((each) => each.state === 'active');
    const owner = candidates.find((each) => each.owner);
    for (const { accountId } of owner === undefined ? candidates : [owner]) {
      const account = await findAccount(tx, accountId);
      const own = (await listContacts(tx, accountId)).find((each) => each.verified && each.key === key);
      const box = own ?? (await findLetterBox(tx, accountId));
      if (account === undefined || box === undefined) continue;
      const token = keys.token();
      await insertLink(tx, token, { purpose: 'recovery', accountId }, at, at.add(recoveryLinkFor));
      const letter = letters[account.locale].recovery(linkTo.newPassword(publicUrl, account.locale, token));
      await enqueueMessages(tx, at, [letterTo(box, account.locale, letter, accountId)]);
      await record(tx, {
        type: 'account.recovery-requested',
        subject: { kind: 'account', id: accountId },
        actor: { kind: 'visitor' },
        at,
        accountId,
      });
    }
  });
}

export type RecoverRefusal =
  | { readonly code: 'link_expired' }
  | { readonly code: 'password'; readonly fault: PasswordFault };

/** A new password by the link of a letter: every other session ends, and this browser is in. */
export async function recoverPassword(
  deps: IdentityDeps,
  {
    token,
    password,
    device,
    place = somewhere,
  }: { token: string; password: string; device: Device | undefined; place?: Place },
): Promise<Outcome<SignedIn, RecoverRefusal>> {
  const { db, now, passwords } = deps;
  const at = now();
  const account = await db.transaction(asIdentity, async (tx) => {
    const link = await findLink(tx, token, 'recovery', at);
    return link?.accountId ? findAccount(tx, link.accountId) : undefined;
  });
  if (account === undefined) return refused({ code: 'link_expired' });
  const fault = await findPasswordFault(deps, account, password);
  if (fault !== undefined) return refused({ code: 'password', fault });
  const passwordHash = await passwords.hash(password);
  return db.transaction(asIdentity, async (tx) => {
    if ((await useLink(tx, token, 'recovery', at)) === undefined) return refused({ code: 'link_expired' });
    await dropLinks(tx, 'recovery', { accountId: account.id });
    await replacePassword(tx, deps, account, passwordHash, { keepSessionId: null });
    const signedIn = await openSession(tx, deps, account.id, { device, place, means: 'recovery' });
    return signedIn === undefined ? refused({ code: 'link_expired' }) : granted(signedIn);
  });
}

/** What speaks against a password of this account. */
export async function findPasswordFault(
  { db }: IdentityDeps,
  account: Account,
  password: string,
): Promise<PasswordFault | undefined> {
  const contacts = await db.transaction(asIdentity, (tx) => listContacts(tx, account.id));
  const about = [
    account.givenName,
    account.familyName,
    account.bornOn,
    ...contacts.map((each) => each.value),
  ];
  return passwordFault(password, { minimum: shortest.alone, about });
}

/** Puts a new password in the place of the old: other sessions and all API tokens end, and the person is told. */
export async function replacePassword(
  tx: Tx,
  { publicUrl, now }: IdentityDeps,
  account: Account,
  passwordHash: string,
  { keepSessionId }: { keepSessionId: string | null },
): Promise<void> {
  const at = now();
  await savePasswordHash(tx, [account.id], passwordHash, at);
  await endSessions(tx, { accountId: account.id }, keepSessionId);
  await revokeApiTokens(tx, account.id, 'all', at);
  const box = await findLetterBox(tx, account.id);
  if (box !== undefined) {
    const letter = letters[account.locale].passwordChanged(linkTo.recovery(publicUrl, account.locale));
    await enqueueMessages(tx, at, [letterTo(box, account.locale, letter, account.id)]);
  }
  await record(tx, {
    type: 'account.password-changed',
    subject: { kind: 'account', id: account.id },
    actor: { kind: 'citizen', id: account.id },
    at,
    accountId: account.id,
  });
}
