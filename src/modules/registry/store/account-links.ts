import type { Tx } from '#platform/database/database.ts';
import type { PersonId } from '../domain/record.ts';

/** By what a strongly signed-in account was matched with a record. */
export type MatchedBy = 'spid' | 'cie' | 'cns' | 'eidas' | 'official' | 'demonstration';

export interface AccountLink {
  readonly accountId: string;
  readonly personId: PersonId;
  readonly by: MatchedBy;
}

export async function findPersonOfAccount(tx: Tx, accountId: string): Promise<PersonId | undefined> {
  const [row] = await tx.sql<{ id: PersonId }>(
    'select person_id as id from registry.account_person where account_id = $1',
    [accountId],
    'registry-person-of-account',
  );
  return row?.id;
}

/** Connects an account with a record, in the place of an earlier one. */
export async function saveAccountLinks(
  tx: Tx,
  links: readonly AccountLink[],
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql(
    `insert into registry.account_person (account_id, person_id, matched_at, by)
     select account_id, person_id, $4, by from unnest($1::uuid[], $2::text[], $3::text[]) as l (account_id, person_id, by)
     on conflict (account_id) do update set person_id = excluded.person_id, matched_at = excluded.matched_at, by = excluded.by`,
    [
      links.map((each) => each.accountId),
      links.map((each) => each.personId),
      links.map((each) => each.by),
      at,
    ],
  );
}

export async function deleteAccountLink(tx: Tx, accountId: string): Promise<boolean> {
  const gone = await tx.sql('delete from registry.account_person where account_id = $1 returning person_id', [
    accountId,
  ]);
  return gone.length > 0;
}
