import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { type Account, accountLifecycle, otherKind } from '../domain/account.ts';
import { findBlock } from '../domain/registration-block.ts';
import { letters, letterTo, linkTo } from '../letters/letter.ts';
import { findAccount, saveAccountState } from '../store/accounts.ts';
import { listBadContacts } from '../store/blocks.ts';
import { takeCodeTry, useCode } from '../store/codes.ts';
import {
  findContactOwner,
  type KeptContact,
  listContacts,
  lockContact,
  saveProvenContact,
} from '../store/contacts.ts';
import { claimFormerOffice } from '../store/former-offices.ts';
import { endSessions } from '../store/sessions.ts';
import { blockRegistration } from './block-registration.ts';
import { asIdentity, type IdentityDeps } from './identity-deps.ts';
import { isDisposable } from './is-disposable.ts';
import { codeHash } from './send-code.ts';

/**
 * The first code is entered. That proves one contact, and only now the other is looked at: the account becomes active,
 * or the registration is blocked. The answer is the same; which it was is in the message to the proven contact.
 */
export async function activateAccount(
  deps: IdentityDeps,
  { accountId, code, key }: { accountId: string; code: string; key: string },
): Promise<Outcome<null, { code: 'wrong_code' } | KeyReused>> {
  const { db, now, keys } = deps;
  const at = now();
  const wish = { code: keys.hash('wish', code) };
  return db.transaction(asIdentity, (tx) =>
    once(tx, { scope: `activation:${accountId}`, key, wish, at }, async () => {
      const account = await findAccount(tx, accountId, { forChange: true });
      if (account?.state !== 'pending') return refused({ code: 'wrong_code' });
      const sent = await takeCodeTry(tx, accountId, 'activation', at);
      const asked = { accountId, purpose: 'activation', contactKey: sent?.contactKey ?? '' } as const;
      if (sent === undefined || codeHash(keys, asked, code) !== sent.codeHash) {
        return refused({ code: 'wrong_code' });
      }
      await useCode(tx, accountId, 'activation', at);
      await decide(tx, deps, account, sent.contactKind, at);
      return granted(null);
    }),
  );
}

async function decide(
  tx: Tx,
  deps: IdentityDeps,
  account: Account,
  provenKind: KeptContact['kind'],
  at: Temporal.Instant,
): Promise<void> {
  const contacts = await listContacts(tx, account.id);
  await lockContact(tx, ...contacts.map((contact) => contact.key));
  const of = (kind: KeptContact['kind']) => {
    const contact = contacts.find((each) => each.kind === kind);
    if (contact === undefined) throw new Error('An account without one of its contacts');
    return contact;
  };
  const proven = of(provenKind);
  if ((await findContactOwner(tx, proven.key)) !== undefined) {
    // Who holds the contact has an account already (two forms sent at once): no fault, and no second account.
    const letter = letters[account.locale].alreadyYours(linkTo.signIn(deps.publicUrl, account.locale));
    await enqueueMessages(tx, at, [letterTo(proven, account.locale, letter)]);
    return;
  }
  const { barred, intermediary } = await listBadContacts(
    tx,
    contacts.map((contact) => contact.key),
  );
  const standings = [proven, of(otherKind(provenKind))].map(async (contact) => ({
    kind: contact.kind,
    proven: contact === proven,
    takenByAnother: (await findContactOwner(tx, contact.key)) !== undefined,
    barred: barred.has(contact.key),
    intermediary: intermediary.has(contact.key),
    disposable: contact.kind === 'email' && isDisposable(contact.value),
  }));
  const block = findBlock(await Promise.all(standings));
  await endSessions(tx, { accountId: account.id });
  if (block !== undefined) {
    await blockRegistration(tx, deps, { account, proven, block }, at);
    return;
  }
  const next = accountLifecycle.next(account.state, 'activate');
  if (!next.ok) throw new Error('A pending account that cannot become active');
  await saveProvenContact(tx, proven, at);
  await saveAccountState(tx, account.id, next.value, at);
  await claimFormerOffice(tx, account.id, proven.key, at);
  const letter = letters[account.locale].activated(linkTo.signIn(deps.publicUrl, account.locale));
  await enqueueMessages(tx, at, [letterTo(proven, account.locale, letter, account.id)]);
  await record(tx, {
    type: 'account.activated',
    subject: { kind: 'account', id: account.id },
    actor: { kind: 'citizen', id: account.id },
    at,
    accountId: account.id,
    ...(account.officeId === null ? {} : { officeId: account.officeId }),
    facts: { contact: proven.kind },
  });
}
