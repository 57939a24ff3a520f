import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { record } from '#platform/event-log/record.ts';
import type { ContactKind } from '../domain/account.ts';
import { findAccount } from '../store/accounts.ts';
import { listContacts } from '../store/contacts.ts';
import { asIdentity, type IdentityDeps } from './identity-deps.ts';
import { type SendRefusal, sendCode } from './send-code.ts';

/** Sends the first code again, to the contact that the person names now (invia di nuovo il codice). */
export async function resendActivationCode(
  deps: IdentityDeps,
  { accountId, to }: { accountId: string; to: ContactKind },
): Promise<Outcome<null, SendRefusal>> {
  const at = deps.now();
  return deps.db.transaction(asIdentity, async (tx) => {
    const account = await findAccount(tx, accountId, { forChange: true });
    // Whoever is through already, or blocked, gets the answer of everybody else.
    if (account?.state !== 'pending') return granted(null);
    const contact = (await listContacts(tx, accountId)).find((each) => each.kind === to);
    if (contact === undefined) throw new Error('An account without one of its contacts');
    const sent = await sendCode(
      tx,
      deps,
      { accountId, locale: account.locale, purpose: 'activation', contact },
      at,
    );
    if (!sent.ok) return refused(sent.refusal);
    await record(tx, {
      type: 'account.code-sent',
      subject: { kind: 'account', id: accountId },
      actor: { kind: 'visitor' },
      at,
      accountId,
      facts: { to },
    });
    return granted(null);
  });
}
