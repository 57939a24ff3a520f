import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import type { Device } from '#platform/credentials/device-cookie.ts';
import type { Tx } from '#platform/database/database.ts';
import { record } from '#platform/event-log/record.ts';
import type { Place } from '../domain/browser.ts';
import type { Contact } from '../domain/contact.ts';
import { type PasswordFault, passwordFault, shortest } from '../domain/password-policy.ts';
import { opensNow, type Reentry, reentryLifecycle } from '../domain/reentry.ts';
import { letters, letterTo } from '../letters/letter.ts';
import { findAccount, forgetBrowsers, savePasswordHash } from '../store/accounts.ts';
import { revokeApiTokens } from '../store/api-tokens.ts';
import { type KeptContact, listContacts, replaceContacts } from '../store/contacts.ts';
import { dropLinks, useLink } from '../store/links.ts';
import { removePasskeys } from '../store/passkeys.ts';
import { findReentry, saveReentryState } from '../store/reentries.ts';
import { endSessions } from '../store/sessions.ts';
import { asIdentity, contactKey, type IdentityDeps } from './identity-deps.ts';
import { reentryHash } from './issue-reentry.ts';
import { openSession, type SignedIn } from './sign-in.ts';

export type CodeFault =
  | { readonly code: 'code_not_good' }
  | { readonly code: 'code_too_early'; readonly opensAt: Temporal.Instant };

function fault(reentry: Reentry | undefined, at: Temporal.Instant): CodeFault | undefined {
  const opens = reentry === undefined ? 'no' : opensNow(reentry, at);
  if (opens === 'yes') return undefined;
  return reentry !== undefined && opens === 'too_early'
    ? { code: 'code_too_early', opensAt: reentry.opensAt }
    : { code: 'code_not_good' };
}

/** Whether a code of a paper opens now; looking does not use it up. */
export async function tryReentryCode(
  { db, now, keys }: IdentityDeps,
  code: string,
): Promise<Outcome<{ country: string }, CodeFault>> {
  return db.transaction(asIdentity, async (tx) => {
    const reentry = await findReentry(tx, { codeHash: reentryHash(keys, code) });
    const wrong = fault(reentry, now());
    const account = reentry && (await findAccount(tx, reentry.accountId));
    if (wrong !== undefined || account === undefined) return refused(wrong ?? { code: 'code_not_good' });
    return granted({ country: account.country });
  });
}

export type ReentryRefusal = CodeFault | { readonly code: 'password'; readonly fault: PasswordFault };

/**
 * Somebody is back (rientro): new contacts, still to be proven, and a new password take the place of the old ones, and
 * whatever was opened with those is closed. The old contacts are told and belong to nobody any more.
 */
export async function useReentry(
  deps: IdentityDeps,
  wish: {
    code: string;
    email: Contact;
    mobile: Contact;
    password: string;
    device: Device | undefined;
    place: Place;
  },
): Promise<Outcome<SignedIn, ReentryRefusal>> {
  const { db, now, keys, passwords } = deps;
  const at = now();
  const codeHash = reentryHash(keys, wish.code);
  const seen = await db.transaction(asIdentity, async (tx) => {
    const reentry = await findReentry(tx, { codeHash });
    return { wrong: fault(reentry, at), account: reentry && (await findAccount(tx, reentry.accountId)) };
  });
  if (seen.wrong !== undefined) return refused(seen.wrong);
  const about = [wish.email.value, seen.account?.givenName ?? '', seen.account?.familyName ?? ''];
  const weak = passwordFault(wish.password, { minimum: shortest.alone, about });
  if (weak !== undefined) return refused({ code: 'password', fault: weak });
  const passwordHash = await passwords.hash(wish.password);

  return db.transaction(asIdentity, async (tx): Promise<Outcome<SignedIn, ReentryRefusal>> => {
    const reentry = await findReentry(tx, { codeHash }, { forChange: true });
    const wrong = fault(reentry, at);
    if (wrong !== undefined || reentry === undefined) return refused(wrong ?? { code: 'code_not_good' });
    const account = await findAccount(tx, reentry.accountId, { forChange: true });
    const next = reentryLifecycle.next(reentry.state, 'use');
    if (account?.state !== 'active' || !next.ok) return refused({ code: 'code_not_good' });
    const { id: accountId } = account;
    const old = (await listContacts(tx, accountId)).filter((each) => each.verified);
    const contacts: KeptContact[] = [wish.email, wish.mobile].map((contact) => ({
      accountId,
      kind: contact.kind,
      value: contact.value,
      key: contactKey(keys, contact),
      verified: false,
    }));
    await replaceContacts(tx, accountId, contacts, at);
    await savePasswordHash(tx, [accountId], passwordHash, at);
    await closeEverythingOpened(tx, accountId, at);
    await saveReentryState(tx, reentry.id, next.value, { at });
    await enqueueMessages(
      tx,
      at,
      old.map((each) => letterTo(each, account.locale, letters[account.locale].reentryUsed(), accountId)),
    );
    await record(tx, {
      type: 'reentry.used',
      subject: { kind: 'reentry', id: reentry.id },
      actor: { kind: 'citizen', id: accountId },
      at,
      accountId,
      officeId: reentry.officeId,
    });
    const { device, place } = wish;
    const signedIn = await openSession(tx, deps, accountId, { device, place, means: 'counter' });
    return signedIn === undefined ? refused({ code: 'code_not_good' }) : granted(signedIn);
  });
}

async function closeEverythingOpened(tx: Tx, accountId: string, at: Temporal.Instant): Promise<void> {
  await endSessions(tx, { accountId });
  await revokeApiTokens(tx, accountId, 'all', at);
  await removePasskeys(tx, { accountId }, 'all');
  await forgetBrowsers(tx, accountId);
  await dropLinks(tx, 'recovery', { accountId });
  await dropLinks(tx, 'unlock', { accountId });
}

/**
 * Whoever holds an old contact objects: the code opens nothing any more. Once it has been used the objection is written
 * down for the office, which alone can tell who is right.
 */
export async function objectToReentry(
  { db, now }: IdentityDeps,
  token: string,
): Promise<Outcome<{ inTime: boolean }, { code: 'link_expired' }>> {
  const at = now();
  return db.transaction(asIdentity, async (tx) => {
    const link = await useLink(tx, token, 'objection', at);
    const reentry = link?.reentryId
      ? await findReentry(tx, { id: link.reentryId }, { forChange: true })
      : undefined;
    if (reentry === undefined) return refused({ code: 'link_expired' });
    const next = reentryLifecycle.next(reentry.state, 'object');
    if (next.ok) await saveReentryState(tx, reentry.id, next.value, { at });
    await record(tx, {
      type: 'reentry.objected',
      subject: { kind: 'reentry', id: reentry.id },
      actor: { kind: 'visitor' },
      at,
      accountId: reentry.accountId,
      officeId: reentry.officeId,
      facts: { inTime: next.ok },
    });
    return granted({ inTime: next.ok });
  });
}
