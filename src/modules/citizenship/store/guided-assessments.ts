import { query, type Tx } from '#platform/database/database.ts';

/** A row of answers that only the link opens. */
export interface StoredAssessment {
  readonly id: string;
  readonly sealed: string;
  readonly accountId: string | null;
  readonly keptAt: Temporal.Instant | null;
  readonly expiresAt: Temporal.Instant;
}

const table = 'citizenship.guided_assessment';

export async function insertAssessment(
  tx: Tx,
  row: { id: string; tokenHash: Buffer; sealed: string; at: Temporal.Instant; expiresAt: Temporal.Instant },
): Promise<boolean> {
  const inserted = await tx.change(
    query
      .insertInto(table)
      .values({
        id: row.id,
        token_hash: row.tokenHash,
        sealed: row.sealed,
        started_at: row.at,
        changed_at: row.at,
        expires_at: row.expiresAt,
      })
      .onConflict((conflict) => conflict.column('token_hash').doNothing()),
  );
  return inserted > 0;
}

export async function findAssessment(
  tx: Tx,
  tokenHash: Buffer,
  { at, forChange = false }: { at: Temporal.Instant; forChange?: boolean },
): Promise<StoredAssessment | undefined> {
  const found = query
    .selectFrom(table)
    .select(['id', 'sealed', 'account_id as accountId', 'kept_at as keptAt', 'expires_at as expiresAt'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', at);
  return tx.first(forChange ? found.forUpdate() : found);
}

export async function saveAnswers(
  tx: Tx,
  row: { id: string; sealed: string; at: Temporal.Instant; expiresAt: Temporal.Instant },
): Promise<void> {
  await tx.change(
    query
      .updateTable(table)
      .set({ sealed: row.sealed, changed_at: row.at, expires_at: row.expiresAt })
      .where('id', '=', row.id),
  );
}

export async function saveKeeping(
  tx: Tx,
  row: {
    id: string;
    at: Temporal.Instant;
    expiresAt: Temporal.Instant;
    owner: { accountId: string; sealedLink: string } | undefined;
  },
): Promise<void> {
  await tx.change(
    query
      .updateTable(table)
      .set({
        kept_at: row.at,
        changed_at: row.at,
        expires_at: row.expiresAt,
        ...(row.owner && { account_id: row.owner.accountId, sealed_link: row.owner.sealedLink }),
      })
      .where('id', '=', row.id),
  );
}

export async function deleteAssessment(tx: Tx, id: string): Promise<void> {
  await tx.change(query.deleteFrom(table).where('id', '=', id));
}

/** Those that an account keeps; answers how many there were. */
export async function deleteKeptBy(tx: Tx, accountId: string): Promise<number> {
  return tx.change(query.deleteFrom(table).where('account_id', '=', accountId));
}

export async function deleteExpired(tx: Tx, at: Temporal.Instant): Promise<number> {
  return tx.change(query.deleteFrom(table).where('expires_at', '<=', at));
}

/** Those that an account keeps, the newest first. */
export async function listKept(
  tx: Tx,
  accountId: string,
  at: Temporal.Instant,
): Promise<{ id: string; sealedLink: string; keptAt: Temporal.Instant; expiresAt: Temporal.Instant }[]> {
  const rows = await tx.all(
    query
      .selectFrom(table)
      .select(['id', 'sealed_link as sealedLink', 'kept_at as keptAt', 'expires_at as expiresAt'])
      .where('account_id', '=', accountId)
      .where('expires_at', '>', at)
      .orderBy('kept_at', 'desc')
      .limit(50),
  );
  return rows.flatMap(({ sealedLink, keptAt, ...rest }) =>
    sealedLink === null || keptAt === null ? [] : [{ ...rest, sealedLink, keptAt }],
  );
}
