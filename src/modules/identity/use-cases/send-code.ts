import type { Locale } from '#kernel/locale.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import type { Keys } from '#platform/keys.ts';
import type { ContactKind } from '../domain/account.ts';
import { type CodePurpose, codeDigits, codePause, codesPerDay } from '../domain/one-time-code.ts';
import { letters, letterTo, linkTo } from '../letters/letter.ts';
import { findAccount } from '../store/accounts.ts';
import { listBadContacts } from '../store/blocks.ts';
import { countSend, findCode, replaceCode } from '../store/codes.ts';
import { findContactOwner } from '../store/contacts.ts';

export type SendRefusal = { readonly code: 'too_soon' | 'too_many_codes' };

export interface CodeTarget {
  readonly accountId: string;
  readonly locale: Locale;
  readonly purpose: CodePurpose;
  readonly contact: { readonly kind: ContactKind; readonly value: string; readonly key: string };
}

/**
 * Sends a one-time code to a contact. Where the contact is another account's, its owner is told instead, at most once
 * a day, and whoever asked waits for a code that does not exist: the answer is the same.
 */
export async function sendCode(
  tx: Tx,
  { keys, publicUrl }: Pick<Deps, 'keys' | 'publicUrl'>,
  { accountId, locale, purpose, contact }: CodeTarget,
  at: Temporal.Instant,
): Promise<Outcome<null, SendRefusal>> {
  const last = await findCode(tx, accountId, purpose);
  if (last !== undefined && Temporal.Instant.compare(last.sentAt.add(codePause), at) > 0) {
    return refused({ code: 'too_soon' });
  }
  if (!(await countSend(tx, `code:${contact.key}`, codesPerDay, at))) {
    return refused({ code: 'too_many_codes' });
  }
  const notice = await findNotice(tx, publicUrl, { accountId, locale, contact });
  const code = freshCode(keys);
  // A notice instead of a code: the hash of something that nobody can type.
  const secret = notice === undefined ? code : keys.token();
  const replaced = await replaceCode(
    tx,
    accountId,
    purpose,
    {
      contactKind: contact.kind,
      contactValue: contact.value,
      contactKey: contact.key,
      codeHash: codeHash(keys, { accountId, purpose, contactKey: contact.key }, secret),
    },
    at,
  );
  if (!replaced) return refused({ code: 'too_soon' });
  if (notice === undefined) {
    await enqueueMessages(tx, at, [letterTo(contact, locale, letters[locale].code(code))]);
  } else if (await countSend(tx, `notice:${contact.key}`, 1, at)) {
    await enqueueMessages(tx, at, [notice]);
  }
  return granted(null);
}

export async function findNotice(
  tx: Tx,
  publicUrl: string,
  { accountId, locale, contact }: Pick<CodeTarget, 'accountId' | 'locale' | 'contact'>,
) {
  const ownerId = await findContactOwner(tx, contact.key);
  if (ownerId !== undefined && ownerId !== accountId) {
    const language = (await findAccount(tx, ownerId))?.locale ?? locale;
    const letter = letters[language].alreadyYours(linkTo.signIn(publicUrl, language));
    return letterTo(contact, language, letter, ownerId);
  }
  const { barred } = await listBadContacts(tx, [contact.key]);
  return barred.has(contact.key) ? letterTo(contact, locale, letters[locale].barred()) : undefined;
}

export function codeHash(
  keys: Keys,
  { accountId, purpose, contactKey }: { accountId: string; purpose: CodePurpose; contactKey: string },
  code: string,
): string {
  return keys.hash('one-time-code', `${accountId}:${purpose}:${contactKey}:${code}`);
}

export function freshCode(keys: Keys): string {
  const chance = Buffer.from(keys.token(), 'base64url').readBigUInt64BE();
  return String(chance % 10n ** BigInt(codeDigits)).padStart(codeDigits, '0');
}
