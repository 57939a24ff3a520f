import type { CivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { record, system } from '#platform/event-log/record.ts';
import type { ContactKind } from '../domain/account.ts';
import { parseEmail } from '../domain/contact.ts';
import { personIdentity } from '../domain/person-key.ts';
import { insertAccounts, savePasswordHash } from '../store/accounts.ts';
import { insertContacts } from '../store/contacts.ts';
import { contactKey } from './identity-deps.ts';

export interface NewPerson {
  /** Given where the same people are wanted at each fresh start. */
  readonly id?: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: CivilDate;
  readonly birthPlace?: string;
  readonly taxCode?: string;
  readonly email: string;
  /** In international form; numbers reserved for fiction are welcome here. */
  readonly mobile: string;
  readonly country: string;
  readonly place: string;
  readonly officeId: string | null;
  readonly locale: Locale;
  /** Which contacts are verified; both where nothing is said. */
  readonly verified?: readonly ContactKind[];
}

/**
 * Writes many active accounts at once, for demonstrations and load tests: no codes, no letters. All have the password
 * whose hash is given (`hashPassword`); the transaction is the platform's own (`{ kind: 'system', … }`).
 */
export async function createPeople(
  { keys, now }: Pick<Deps, 'keys' | 'now'>,
  tx: Tx,
  people: readonly NewPerson[],
  passwordHash: string,
): Promise<string[]> {
  const at = now();
  const accounts = people.map((person) => {
    const named = {
      givenName: person.givenName,
      familyName: person.familyName,
      bornOn: person.bornOn,
      birthPlace: person.birthPlace ?? null,
      taxCode: person.taxCode ?? null,
    };
    return {
      ...named,
      id: person.id ?? crypto.randomUUID(),
      state: 'active' as const,
      officeId: person.officeId,
      country: person.country,
      place: person.place,
      personKey: keys.hash('person', personIdentity(named)),
      locale: person.locale,
    };
  });
  await insertAccounts(tx, accounts, at);
  const contacts = people.flatMap((person, index) => {
    const accountId = accounts[index]?.id ?? '';
    const email = parseEmail(person.email);
    if (!email.ok) throw new Error(`Not an e-mail address: ${person.email}`);
    const mobile = { kind: 'mobile', value: person.mobile, normal: person.mobile } as const;
    return [email.value, mobile].map((contact) => ({
      accountId,
      kind: contact.kind,
      value: contact.value,
      key: contactKey(keys, contact),
      verified: (person.verified ?? ['email', 'mobile']).includes(contact.kind),
    }));
  });
  await insertContacts(tx, contacts, at);
  const ids = accounts.map((account) => account.id);
  await savePasswordHash(tx, ids, passwordHash, at);
  await record(tx, {
    type: 'account.imported',
    subject: { kind: 'account', id: 'many' },
    actor: system('identity'),
    at,
    facts: { people: ids.length },
  });
  return ids;
}
