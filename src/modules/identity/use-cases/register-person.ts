import type { Locale } from '#kernel/locale.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import type { ContactKind, Person } from '../domain/account.ts';
import type { Contact } from '../domain/contact.ts';
import { type PasswordFault, passwordFault, shortest } from '../domain/password-policy.ts';
import { personIdentity } from '../domain/person-key.ts';
import { officeOf } from '../domain/residence.ts';
import { insertAccounts, savePasswordHash } from '../store/accounts.ts';
import { insertContacts } from '../store/contacts.ts';
import { asIdentity, contactKey, type IdentityDeps } from './identity-deps.ts';
import { sendCode } from './send-code.ts';

export interface Registration {
  readonly person: Person;
  readonly email: Contact;
  readonly mobile: Contact;
  /** Where the first code goes. */
  readonly codeTo: ContactKind;
  readonly country: string;
  readonly place: string;
  readonly chosenOfficeId: string | undefined;
  readonly locale: Locale;
  readonly password: string;
  /** The key of the form. */
  readonly key: string;
}

export type RegisterRefusal =
  | { readonly code: 'office_missing' }
  | { readonly code: 'password'; readonly fault: PasswordFault };

/**
 * Somebody registers (registrazione). The account waits for the code of one contact; whether a contact belongs to
 * somebody else is looked at only when the other one has been proven, so that the answer here tells nothing.
 */
export async function registerPerson(
  deps: IdentityDeps,
  { person, email, mobile, codeTo, country, place, chosenOfficeId, locale, password, key }: Registration,
): Promise<Outcome<{ accountId: string }, RegisterRefusal | KeyReused>> {
  const { db, now, keys, passwords, residence } = deps;
  const office = officeOf(await residence.officesFor({ country, place }), chosenOfficeId);
  if (!office.decided) return refused({ code: 'office_missing' });
  const about = [person.givenName, person.familyName, email.value, person.bornOn];
  const fault = passwordFault(password, { minimum: shortest.alone, about });
  if (fault !== undefined) return refused({ code: 'password', fault });

  const passwordHash = await passwords.hash(password);
  const at = now();
  const wish = {
    person,
    email,
    mobile,
    codeTo,
    country,
    place,
    chosenOfficeId,
    password: keys.hash('wish', password),
  };
  return db.transaction(asIdentity, (tx) =>
    once(tx, { scope: 'registration', key, wish, at }, async () => {
      const accountId = crypto.randomUUID();
      await insertAccounts(
        tx,
        [
          {
            ...person,
            id: accountId,
            state: 'pending',
            officeId: office.officeId,
            country,
            place,
            personKey: keys.hash('person', personIdentity(person)),
            locale,
          },
        ],
        at,
      );
      const contacts = [email, mobile].map((contact) => ({
        accountId,
        kind: contact.kind,
        value: contact.value,
        key: contactKey(keys, contact),
        verified: false,
      }));
      await insertContacts(tx, contacts, at);
      await savePasswordHash(tx, [accountId], passwordHash, at);
      const target = contacts.find((contact) => contact.kind === codeTo);
      if (target === undefined) throw new Error('A registration without the contact of its code');
      const sent = await sendCode(
        tx,
        deps,
        { accountId, locale, purpose: 'activation', contact: target },
        at,
      );
      await record(tx, {
        type: 'account.registered',
        subject: { kind: 'account', id: accountId },
        actor: { kind: 'visitor' },
        at,
        accountId,
        ...(office.officeId === null ? {} : { officeId: office.officeId }),
        facts: { codeTo, sent: sent.ok },
      });
      // The account stands even when this contact got too many codes today: the other one can be chosen on the next page.
      return granted({ accountId });
    }),
  );
}
