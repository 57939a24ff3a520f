import type { Closed } from '#kernel/account-closing.ts';
import { dayAt } from '#kernel/civil-date.ts';
import { eraseMessages } from '#modules/notifications/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { type Actor, record } from '#platform/event-log/record.ts';
import { forgetAttempts } from '#platform/idempotency/once.ts';
import { accountLifecycle } from '../domain/account.ts';
import { formerOfficeFor } from '../domain/former-office.ts';
import { registerFor } from '../domain/strong-identity.ts';
import { emptyAccount, findAccount } from '../store/accounts.ts';
import { listBadContacts } from '../store/blocks.ts';
import { listContacts } from '../store/contacts.ts';
import { rememberFormerOffice } from '../store/former-offices.ts';
import { findStrongIdentity } from '../store/spid.ts';
import { closeDelegations } from './end-delegations.ts';

/**
 * Closes an account (chiusura dell'account): its contacts are free for a new registration, and of the person nothing is
 * left here but a keyed hash of the contacts with the old office. A block's bar is a row of its own and stays.
 */
export async function closeForAccount(
  tx: Tx,
  deps: Deps,
  {
    accountId,
    at,
    actor = { kind: 'citizen', id: accountId },
  }: { accountId: string; at: Temporal.Instant; actor?: Actor },
): Promise<Closed> {
  const account = await findAccount(tx, accountId, { forChange: true });
  const next = accountLifecycle.next(account?.state ?? 'closed', 'close');
  if (account === undefined || !next.ok) throw new Error('An account is closed that is not open');
  const contacts = await listContacts(tx, accountId);
  const verified = contacts.filter((each) => each.verified).map((each) => each.key);
  const { barred } = await listBadContacts(tx, verified);
  const until = at.add(formerOfficeFor);
  if (account.officeId !== null) await rememberFormerOffice(tx, verified, account.officeId, until);
  const strong = await findStrongIdentity(tx, accountId);
  const delegations = await closeDelegations(tx, deps, accountId);
  // Codes and warnings were written to contacts, not to the account.
  await eraseMessages(tx, { to: contacts.map((each) => each.value) });
  await emptyAccount(tx, accountId, at);
  await forgetAttempts(tx, [accountId, `activation:${accountId}`, `contact:${accountId}`]);
  await record(tx, {
    type: 'account.closed',
    subject: { kind: 'account', id: accountId },
    actor,
    at,
    accountId,
    ...(account.officeId === null ? {} : { officeId: account.officeId }),
  });
  return {
    erased: [
      'profile',
      barred.size > 0 ? 'contacts_barred' : 'contacts',
      'access',
      ...(delegations > 0 ? ['delegations'] : []),
    ],
    kept: [
      ...(barred.size > 0 ? [{ what: 'barred_contact', because: 'abuse', until: null }] : []),
      ...(strong === undefined
        ? []
        : [
            { what: 'spid_register', because: 'spid_register', until: dayAt(registerEnd(at), 'Europe/Rome') },
          ]),
      { what: 'history', because: 'accountability', until: null },
      ...(account.officeId === null
        ? []
        : [
            {
              what: 'former_office',
              because: 'declaration_term',
              until: dayAt(until, 'Europe/Rome'),
            },
          ]),
    ],
  };
}

/** When the last message of this person leaves the register of SPID, had it come today. */
function registerEnd(at: Temporal.Instant): Temporal.Instant {
  return at.toZonedDateTimeISO('UTC').add(registerFor).toInstant();
}
