import type { Tx } from '#platform/database/database.ts';
import type { Applicant } from '../domain/applicant.ts';

export async function readApplicants(tx: Tx, accountIds: readonly string[]): Promise<Applicant[]> {
  return tx.sql<Applicant>(
    `select a.id as "accountId", a.given_name as "givenName", a.family_name as "familyName", a.born_on as "bornOn",
       a.birth_place as "birthPlace", a.tax_code as "taxCode", a.person_key as "personKey", a.office_id as "officeId", a.locale, c.email,
       a.state = 'active' as active, c.verified = 2 as "bothContactsVerified"
     from identity.account a
     cross join lateral (select max(value) filter (where kind = 'email') as email, count(verified_at) as verified
       from identity.contact where account_id = a.id) c
     where a.id = any($1::uuid[]) and a.state <> 'closed'`,
    [accountIds],
    'identity-find-applicants',
  );
}
