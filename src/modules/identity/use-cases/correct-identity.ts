import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { parseTaxCode } from '#kernel/tax-code.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { type Actor, record } from '#platform/event-log/record.ts';
import type { Account, Person } from '../domain/account.ts';
import { maskContact, parseEmail } from '../domain/contact.ts';
import type { Correction, CorrectionRefusal } from '../domain/correction.ts';
import { personKeyOf } from '../domain/person-key.ts';
import { letters, letterTo } from '../letters/letter.ts';
import { findAccount } from '../store/accounts.ts';
import { listBadContacts } from '../store/blocks.ts';
import { findContactOwner, listContacts, lockContact, saveProvenContact } from '../store/contacts.ts';
import { deleteNewEmail, findNewEmail, saveCorrectedPerson } from '../store/corrections.ts';
import { contactKey } from './identity-deps.ts';
import { isDisposable } from './is-disposable.ts';

export interface Corrected {
  /** The same unless name, date of birth or tax code have changed who this is for the uniqueness of bookings. */
  readonly personKey: { readonly before: string; readonly after: string };
  readonly person: Person;
}

/**
 * The office writes down what a datum should read (rettifica dei dati anagrafici, GDPR art. 16), in a transaction of
 * the platform; the caller has checked that the official serves the office of the account.
 */
export async function correctIdentity(
  tx: Tx,
  deps: Deps,
  {
    accountId,
    correction,
    by,
    reason,
  }: { accountId: string; correction: Correction; by: Actor; reason: string },
): Promise<Outcome<Corrected, CorrectionRefusal>> {
  const at = deps.now();
  const account = await findAccount(tx, accountId, { forChange: true });
  if (account?.state !== 'active') return refused({ code: 'no_such_account' });
  const outcome =
    correction.datum === 'email'
      ? await correctEmail(tx, deps, account, correction.email, at)
      : await correctPerson(tx, deps, account, correction);
  if (!outcome.ok) return outcome;
  await record(tx, {
    type: 'account.corrected',
    subject: { kind: 'account', id: accountId },
    actor: by,
    at,
    accountId,
    ...(account.officeId === null ? {} : { officeId: account.officeId }),
    facts: { datum: correction.datum, reason },
  });
  return outcome;
}

async function correctPerson(
  tx: Tx,
  { keys }: Deps,
  account: Account,
  correction: Exclude<Correction, { datum: 'email' }>,
): Promise<Outcome<Corrected, CorrectionRefusal>> {
  const { datum: _, ...changes } = correction;
  const person: Person = {
    givenName: account.givenName,
    familyName: account.familyName,
    bornOn: account.bornOn,
    birthPlace: account.birthPlace,
    taxCode: account.taxCode,
    ...changes,
  };
  if (person.taxCode !== null && correction.datum !== 'birth_place') {
    const code = await parseTaxCode(person.taxCode, person);
    if (!code.ok) return refused({ code: 'tax_code_does_not_fit' });
  }
  const after = personKeyOf(keys, person);
  await saveCorrectedPerson(tx, account.id, { ...person, personKey: after });
  return granted({ personKey: { before: account.personKey, after }, person });
}

async function correctEmail(
  tx: Tx,
  { keys }: Deps,
  account: Account,
  raw: string,
  at: Temporal.Instant,
): Promise<Outcome<Corrected, CorrectionRefusal>> {
  const email = parseEmail(raw);
  const proven = await findNewEmail(tx, account.id);
  if (!email.ok || !proven?.proven || proven.key !== contactKey(keys, email.value)) {
    return refused({ code: 'email_not_proven' });
  }
  await lockContact(tx, proven.key);
  const owner = await findContactOwner(tx, proven.key);
  const { barred, intermediary } = await listBadContacts(tx, [proven.key]);
  const taken = owner !== undefined && owner !== account.id;
  if (taken || barred.size + intermediary.size > 0 || isDisposable(proven.value)) {
    return refused({ code: 'email_not_usable' });
  }
  const before = (await listContacts(tx, account.id)).filter((each) => each.verified);
  await saveProvenContact(
    tx,
    { accountId: account.id, kind: 'email', value: proven.value, key: proven.key },
    at,
  );
  await deleteNewEmail(tx, account.id);
  const masked = maskContact({ kind: 'email', value: proven.value });
  await enqueueMessages(
    tx,
    at,
    before.map((each) =>
      letterTo(each, account.locale, letters[account.locale].contactChanged('email', masked), account.id),
    ),
  );
  return granted({ personKey: { before: account.personKey, after: account.personKey }, person: account });
}
