import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import type { ContactKind } from '../domain/account.ts';
import { maskContact, parseEmail, parseMobile } from '../domain/contact.ts';
import { letters, letterTo } from '../letters/letter.ts';
import { findAccount } from '../store/accounts.ts';
import { listBadContacts } from '../store/blocks.ts';
import { takeCodeTry, useCode } from '../store/codes.ts';
import { findContactOwner, listContacts, lockContact, saveProvenContact } from '../store/contacts.ts';
import { claimFormerOffice } from '../store/former-offices.ts';
import { asIdentity, contactKey, type IdentityDeps } from './identity-deps.ts';
import { isDisposable } from './is-disposable.ts';
import { codeHash, type SendRefusal, sendCode } from './send-code.ts';

export type ContactCodeRefusal =
  | SendRefusal
  | { readonly code: 'not_an_email' | 'not_a_mobile' | 'email_fixed' | 'verified_already' };

/**
 * Sends a code to the second contact, or to a new mobile number, in place of which the old one stays until the code is
 * entered. A verified e-mail address is changed by the office, or by whoever signed in with a digital identity.
 */
export async function requestContactCode(
  deps: IdentityDeps,
  {
    accountId,
    kind,
    value,
    strong = false,
  }: {
    accountId: string;
    kind: ContactKind;
    value: string | undefined;
    /** A digital identity has just proven who this is: who lost both contacts replaces them (ID-18). */
    strong?: boolean;
  },
): Promise<Outcome<null, ContactCodeRefusal>> {
  const { db, now, keys } = deps;
  const at = now();
  return db.transaction(asIdentity, async (tx) => {
    const account = await findAccount(tx, accountId, { forChange: true });
    if (account?.state !== 'active') throw new Error('A code for an account that is not active');
    const kept = (await listContacts(tx, accountId)).find((each) => each.kind === kind);
    const raw = value === undefined || value.trim() === '' ? (kept?.value ?? '') : value;
    const parsed = kind === 'email' ? parseEmail(raw) : parseMobile(raw, account.country);
    if (!parsed.ok) return refused({ code: kind === 'email' ? 'not_an_email' : 'not_a_mobile' });
    const key = contactKey(keys, parsed.value);
    if (kept?.verified && kept.key === key) return refused({ code: 'verified_already' });
    if (kept?.verified && kind === 'email' && !strong) return refused({ code: 'email_fixed' });
    const contact = { kind, value: parsed.value.value, key };
    const sent = await sendCode(tx, deps, { accountId, locale: account.locale, purpose: kind, contact }, at);
    if (!sent.ok) return refused(sent.refusal);
    await record(tx, {
      type: 'account.code-sent',
      subject: { kind: 'account', id: accountId },
      actor: { kind: 'citizen', id: accountId },
      at,
      accountId,
      facts: { to: kind },
    });
    return granted(null);
  });
}

export type VerifyRefusal = { readonly code: 'wrong_code' | 'contact_not_usable' };

/** The code of the second contact, or of a new number, is entered: from now on the contact is this account's. */
export async function verifyContact(
  { db, now, keys }: IdentityDeps,
  { accountId, kind, code, key }: { accountId: string; kind: ContactKind; code: string; key: string },
): Promise<Outcome<null, VerifyRefusal | KeyReused>> {
  const at = now();
  return db.transaction(asIdentity, (tx) =>
    once(
      tx,
      { scope: `contact:${accountId}`, key, wish: { kind, code: keys.hash('wish', code) }, at },
      async (): Promise<Outcome<null, VerifyRefusal>> => {
        const account = await findAccount(tx, accountId, { forChange: true });
        const sent = account?.state === 'active' ? await takeCodeTry(tx, accountId, kind, at) : undefined;
        const asked = { accountId, purpose: kind, contactKey: sent?.contactKey ?? '' };
        if (account === undefined || sent === undefined || codeHash(keys, asked, code) !== sent.codeHash) {
          return refused({ code: 'wrong_code' });
        }
        await useCode(tx, accountId, kind, at);
        await lockContact(tx, sent.contactKey);
        const owner = await findContactOwner(tx, sent.contactKey);
        const { barred, intermediary } = await listBadContacts(tx, [sent.contactKey]);
        const unusable =
          (owner !== undefined && owner !== accountId) ||
          barred.size + intermediary.size > 0 ||
          (kind === 'email' && isDisposable(sent.contactValue));
        if (unusable) return refused({ code: 'contact_not_usable' });

        // An address that is replaced learns it, too.
        const others = (await listContacts(tx, accountId)).filter(
          (each) =>
            each.verified && (each.kind !== kind || (kind === 'email' && each.key !== sent.contactKey)),
        );
        await saveProvenContact(tx, { accountId, kind, value: sent.contactValue, key: sent.contactKey }, at);
        await claimFormerOffice(tx, accountId, sent.contactKey, at);
        const masked = maskContact({ kind, value: sent.contactValue });
        await enqueueMessages(
          tx,
          at,
          others.map((other) =>
            letterTo(other, account.locale, letters[account.locale].contactChanged(kind, masked), accountId),
          ),
        );
        await record(tx, {
          type: 'account.contact-verified',
          subject: { kind: 'account', id: accountId },
          actor: { kind: 'citizen', id: accountId },
          at,
          accountId,
          ...(account.officeId === null ? {} : { officeId: account.officeId }),
          facts: { contact: kind },
        });
        return granted(null);
      },
    ),
  );
}
