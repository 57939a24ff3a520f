import type { Tx } from '#platform/database/database.ts';
import type { ChangeKind } from '../domain/change.ts';
import type { PersonId } from '../domain/record.ts';

/** A change of which its person has not been told yet. */
export interface UntoldChange {
  readonly municipality: string;
  readonly id: string;
  readonly personId: PersonId;
  readonly kind: ChangeKind;
  readonly data: readonly string[];
  readonly at: Temporal.Instant;
  readonly taxCode: string | null;
  /** The account that was matched last with the record. */
  readonly accountId: string | null;
}

export async function listUntoldChanges(
  tx: Tx,
  since: Temporal.Instant,
  most: number,
): Promise<UntoldChange[]> {
  return tx.sql<UntoldChange>(
    `select c.municipality, c.id, c.person_id as "personId", c.kind, c.data, c.at, v.tax_code as "taxCode", a.account_id as "accountId"
     from registry.change c
     left join registry.told_change t on t.municipality = c.municipality and t.change_id = c.id
     left join lateral (select tax_code from registry.person_version
       where person_id = c.person_id and known_until is null and valid_until is null limit 1) v on true
     left join lateral (select account_id from registry.account_person
       where person_id = c.person_id order by matched_at desc limit 1) a on true
     where t.change_id is null and c.at >= $1 order by c.at, c.id limit $2`,
    [since, most],
  );
}

/** Writes down that a person is told of a change; false where another instance was quicker. */
export async function markTold(
  tx: Tx,
  { municipality, id }: Pick<UntoldChange, 'municipality' | 'id'>,
  channel: 'pec' | 'mail' | 'none',
  at: Temporal.Instant,
): Promise<boolean> {
  const rows = await tx.sql(
    `insert into registry.told_change (municipality, change_id, channel, told_at) values ($1, $2, $3, $4)
     on conflict do nothing returning change_id`,
    [municipality, id, channel, at],
  );
  return rows.length === 1;
}
