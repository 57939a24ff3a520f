import type { Tx } from '#platform/database/database.ts';
import type { OfficeChange } from '../domain/office-change.ts';

const columns = `id, account_id as "accountId", from_office_id as "fromOfficeId", from_country as "fromCountry",
  from_place as "fromPlace", to_office_id as "toOfficeId", to_country as "toCountry", to_place as "toPlace",
  changed_at as "changedAt", reversed_at as "reversedAt"`;

export async function insertOfficeChange(tx: Tx, change: Omit<OfficeChange, 'reversedAt'>): Promise<void> {
  await tx.sql(
    `insert into identity.office_change (id, account_id, from_office_id, from_country, from_place, to_office_id, to_country,
       to_place, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      change.id,
      change.accountId,
      change.fromOfficeId,
      change.fromCountry,
      change.fromPlace,
      change.toOfficeId,
      change.toCountry,
      change.toPlace,
      change.changedAt,
    ],
  );
}

/** The changes of one account, the newest first; those that the reader may see. */
export async function listOfficeChanges(tx: Tx, accountId: string): Promise<OfficeChange[]> {
  return tx.sql<OfficeChange>(
    `select ${columns} from identity.office_change where account_id = $1 order by changed_at desc, id`,
    [accountId],
  );
}

/** The newest changes from or to the offices of the reader: the policies choose. */
export async function listRecentOfficeChanges(tx: Tx, count: number): Promise<OfficeChange[]> {
  return tx.sql<OfficeChange>(
    `select ${columns} from identity.office_change order by changed_at desc, id limit $1`,
    [count],
  );
}

export async function findOfficeChange(tx: Tx, id: string): Promise<OfficeChange | undefined> {
  const [row] = await tx.sql<OfficeChange>(`select ${columns} from identity.office_change where id = $1`, [
    id,
  ]);
  return row;
}

export async function saveReversal(
  tx: Tx,
  id: string,
  { by, reason }: { by: string; reason: string },
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql(
    'update identity.office_change set reversed_at = $2, reversed_by = $3, reason = $4 where id = $1',
    [id, at, by, reason],
  );
}
