import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Tx } from '#platform/database/database.ts';
import { record } from '#platform/event-log/record.ts';
import { actorOf, type Official, principalOf } from '#platform/web/who.ts';
import { maskContact, parseIdentifier } from '../domain/contact.ts';
import type { OfficeChange } from '../domain/office-change.ts';
import type { Reentry } from '../domain/reentry.ts';
import { listContacts } from '../store/contacts.ts';
import { listOfficeChanges, listRecentOfficeChanges } from '../store/office-changes.ts';
import { type FoundPerson, listPeople, searchPeople } from '../store/people.ts';
import { listReentries } from '../store/reentries.ts';
import { asIdentity, contactKey, type IdentityDeps } from './identity-deps.ts';

export type { FoundPerson };

const atMost = 20;

/**
 * An official looks for a person of the own office by contact, tax code or name. Who was found is written down: the
 * person can learn who looked (registro degli accessi, GDPR art. 5(2)).
 */
export async function findPeople(
  { db, now, keys }: IdentityDeps,
  { sought, by }: { sought: string; by: Official },
): Promise<Outcome<FoundPerson[], { code: 'too_short' }>> {
  const text = sought.trim().slice(0, 254);
  const contact = parseIdentifier(text);
  const taxCode = /^[A-Za-z0-9]{16}$/.test(text) ? text.toUpperCase() : null;
  const words = contact === undefined && taxCode === null ? text.toLowerCase().split(/\s+/) : [];
  if (contact === undefined && taxCode === null && text.replaceAll(' ', '').length < 3) {
    return refused({ code: 'too_short' });
  }
  const key = contact === undefined ? null : contactKey(keys, contact);
  return db.transaction(principalOf(by), async (tx) => {
    const people = await searchPeople(tx, { contactKey: key, taxCode, words }, atMost);
    await noteReading(tx, people, by, 'account.found-by-official', now());
    return granted(people);
  });
}

export interface PersonFile {
  readonly person: FoundPerson;
  readonly contacts: readonly {
    readonly kind: 'email' | 'mobile';
    readonly masked: string;
    readonly verified: boolean;
  }[];
  readonly changes: readonly OfficeChange[];
  readonly reentries: readonly Reentry[];
}

/** What an official sees of a person of the own office. */
export function readPerson(
  { db, now }: Pick<IdentityDeps, 'db' | 'now'>,
  { accountId, by }: { accountId: string; by: Official },
): Promise<PersonFile | undefined> {
  return db.transaction(principalOf(by), async (tx) => {
    const [person] = await listPeople(tx, [accountId]);
    if (person === undefined) return undefined;
    await noteReading(tx, [person], by, 'account.read-by-official', now());
    const contacts = (await listContacts(tx, accountId)).map((each) => ({
      kind: each.kind,
      masked: maskContact(each),
      verified: each.verified,
    }));
    return {
      person,
      contacts,
      changes: await listOfficeChanges(tx, accountId),
      reentries: await listReentries(tx, accountId),
    };
  });
}

export interface ChangeToReview extends OfficeChange {
  /** Nobody’s where the account has been closed since. */
  readonly name: string;
}

/**
 * The newest changes from and to the official's offices. The old office sees who left it, for the reversal, although the
 * account is another office's now.
 */
export async function readOfficeChanges(
  { db, now }: IdentityDeps,
  by: Official,
  only?: string,
): Promise<ChangeToReview[]> {
  const changes = await db.transaction(principalOf(by), (tx) => listRecentOfficeChanges(tx, 50));
  const wanted = changes.filter((each) => only === undefined || each.id === only);
  if (wanted.length === 0) return [];
  return db.transaction(asIdentity, async (tx) => {
    const people = await listPeople(tx, [...new Set(wanted.map((each) => each.accountId))]);
    await noteReading(tx, people, by, 'account.read-by-official', now());
    const names = new Map(people.map((each) => [each.accountId, `${each.givenName} ${each.familyName}`]));
    return wanted.flatMap((each) => {
      const name = names.get(each.accountId);
      return name === undefined ? [] : [{ ...each, name }];
    });
  });
}

function noteReading(
  tx: Tx,
  people: readonly FoundPerson[],
  by: Official,
  type: string,
  at: Temporal.Instant,
): Promise<void> {
  return record(
    tx,
    ...people.map(({ accountId, officeId }) => ({
      type,
      subject: { kind: 'account', id: accountId },
      actor: actorOf(by),
      at,
      accountId,
      ...(officeId === null ? {} : { officeId }),
    })),
  );
}
