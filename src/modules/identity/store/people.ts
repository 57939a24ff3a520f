import type { Tx } from '#platform/database/database.ts';
import type { AccountState } from '../domain/account.ts';

/** A person as an official finds them. */
export interface FoundPerson {
  readonly accountId: string;
  readonly state: AccountState;
  readonly officeId: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: string;
  readonly place: string;
  readonly country: string;
}

const columns = `a.id as "accountId", a.state, a.office_id as "officeId", a.given_name as "givenName",
  a.family_name as "familyName", a.born_on as "bornOn", a.place, a.country`;

/** People with this contact, tax code or name (each word the beginning of one of the names); the policies say whose. */
export async function searchPeople(
  tx: Tx,
  {
    contactKey,
    taxCode,
    words,
  }: { contactKey: string | null; taxCode: string | null; words: readonly string[] },
  count: number,
): Promise<FoundPerson[]> {
  return tx.sql<FoundPerson>(
    `select ${columns} from identity.account a
     where a.state in ('active', 'blocked') and (
       ($1::text is not null and exists (select 1 from identity.contact c where c.account_id = a.id and c.key = $1))
       or ($2::text is not null and a.tax_code = $2)
       or (cardinality($3::text[]) > 0 and not exists (
         select 1 from unnest($3::text[]) as w (word)
         where not starts_with(lower(a.given_name), word) and not starts_with(lower(a.family_name), word)
           and strpos(lower(a.family_name || ' ' || a.given_name), ' ' || word) = 0)))
     order by a.family_name, a.given_name, a.born_on, a.id limit $4`,
    [contactKey, taxCode, words, count],
  );
}

/** The people of these accounts; those that the reader may see. */
export async function listPeople(tx: Tx, accountIds: readonly string[]): Promise<FoundPerson[]> {
  return tx.sql<FoundPerson>(
    `select ${columns} from identity.account a where a.id = any($1::uuid[]) and a.state in ('active', 'blocked')`,
    [accountIds],
  );
}
