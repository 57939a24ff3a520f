import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import type { Keys } from '#platform/keys.ts';
import { parseEmail } from '../domain/contact.ts';
import { codesPerDay, parseCode } from '../domain/one-time-code.ts';
import { letters, letterTo } from '../letters/letter.ts';
import { findAccount } from '../store/accounts.ts';
import { countSend } from '../store/codes.ts';
import { listContacts } from '../store/contacts.ts';
import {
  findNewEmail,
  type NewEmail,
  replaceNewEmail,
  saveNewEmailProven,
  takeNewEmailTry,
} from '../store/corrections.ts';
import { asIdentity, contactKey } from './identity-deps.ts';
import { findNotice, freshCode, type SendRefusal } from './send-code.ts';

export type NewEmailRefusal = SendRefusal | { readonly code: 'not_an_email' | 'same_email' };

/**
 * Sends a code to the address that a person asks the office to write down, in a transaction of the platform. Where the
 * address is another account's, its owner is told instead, and the answer is the same.
 */
export async function sendNewEmailCode(
  tx: Tx,
  { keys, publicUrl, now }: Pick<Deps, 'keys' | 'publicUrl' | 'now'>,
  { accountId, email }: { accountId: string; email: string },
): Promise<Outcome<null, NewEmailRefusal>> {
  const at = now();
  const parsed = parseEmail(email);
  if (!parsed.ok) return refused({ code: 'not_an_email' });
  const account = await findAccount(tx, accountId, { forChange: true });
  if (account?.state !== 'active') throw new Error('A code for an account that is not active');
  const key = contactKey(keys, parsed.value);
  const own = (await listContacts(tx, accountId)).find((each) => each.kind === 'email');
  if (own?.key === key) return refused({ code: 'same_email' });
  if (!(await countSend(tx, `code:${key}`, codesPerDay, at))) return refused({ code: 'too_many_codes' });
  const contact = { kind: 'email', value: parsed.value.value, key } as const;
  const notice = await findNotice(tx, publicUrl, { accountId, locale: account.locale, contact });
  const code = freshCode(keys);
  const secret = notice === undefined ? code : keys.token();
  const hash = codeHash(keys, { accountId, key }, secret);
  if (!(await replaceNewEmail(tx, accountId, { value: contact.value, key, codeHash: hash }, at))) {
    return refused({ code: 'too_soon' });
  }
  if (notice === undefined) {
    const letter = letterTo(contact, account.locale, letters[account.locale].code(code));
    await enqueueMessages(tx, at, [{ ...letter, accountId }]);
  } else if (await countSend(tx, `notice:${key}`, 1, at)) {
    await enqueueMessages(tx, at, [notice]);
  }
  return granted(null);
}

/** The code came back: the new address is this person's, and the office may write it down. */
export async function proveNewEmail(
  { db, now, keys }: Deps,
  { accountId, code: raw }: { accountId: string; code: string },
): Promise<Outcome<null, { code: 'wrong_code' }>> {
  const at = now();
  const code = parseCode(raw);
  if (code === undefined) return refused({ code: 'wrong_code' });
  return db.transaction(asIdentity, async (tx) => {
    // The same code a second time: a double click.
    if ((await findNewEmail(tx, accountId))?.proven) return granted(null);
    const sent = await takeNewEmailTry(tx, accountId, at);
    if (sent === undefined || codeHash(keys, { accountId, key: sent.key }, code) !== sent.codeHash) {
      return refused({ code: 'wrong_code' });
    }
    await saveNewEmailProven(tx, accountId, at);
    await record(tx, {
      type: 'account.new-email-proven',
      subject: { kind: 'account', id: accountId },
      actor: { kind: 'citizen', id: accountId },
      at,
      accountId,
    });
    return granted(null);
  });
}

/** The address that waits to be written down, in a transaction of the platform. */
export function readNewEmail(tx: Tx, accountId: string): Promise<NewEmail | undefined> {
  return findNewEmail(tx, accountId);
}

function codeHash(keys: Keys, { accountId, key }: { accountId: string; key: string }, code: string): string {
  return keys.hash('new-email-code', `${accountId}:${key}:${code}`);
}
