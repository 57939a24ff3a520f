import type { Locale } from '#kernel/locale.ts';
import type { Tx } from '#platform/database/database.ts';

/** A person as other modules need to know them to serve them. */
export interface Applicant {
  readonly accountId: string;
  readonly givenName: string;
  readonly familyName: string;
  /** `YYYY-MM-DD` */
  readonly bornOn: string;
  readonly taxCode: string | null;
  /** The same for every account of one person: keyed hash of the tax code without omocodes, else of name and date of birth. */
  readonly personKey: string;
  readonly officeId: string | null;
  readonly locale: Locale;
  readonly email: string;
  readonly active: boolean;
  readonly bothContactsVerified: boolean;
}

/**
 * The people of these accounts, in no set order; accounts that the transaction's principal may not see are left out (the
 * person sees the own, an office those of its residents, the platform all).
 */
export async function findApplicants(tx: Tx, accountIds: readonly string[]): Promise<Applicant[]> {
  return tx.sql<Applicant>(
    `select a.id as "accountId", a.given_name as "givenName", a.family_name as "familyName", a.born_on as "bornOn",
       a.tax_code as "taxCode", a.person_key as "personKey", a.office_id as "officeId", a.locale, c.email,
       a.state = 'active' as active, c.verified = 2 as "bothContactsVerified"
     from identity.account a
     cross join lateral (select max(value) filter (where kind = 'email') as email, count(verified_at) as verified
       from identity.contact where account_id = a.id) c
     where a.id = any($1::uuid[])`,
    [accountIds],
    'identity-find-applicants',
  );
}
