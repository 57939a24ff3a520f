import type { Tx } from '#platform/database/database.ts';

/** A key that signs QR codes, with its encrypted secret. */
export interface CodeKeyRow {
  readonly id: string;
  readonly x: string;
  readonly y: string;
  readonly secret: string;
  readonly signs_from: Temporal.Instant;
  readonly signs_until: Temporal.Instant;
  readonly withdrawn_at: Temporal.Instant | null;
}

/** All keys, the newest first: a handful each year, kept for as long as papers are checked. */
export function listCodeKeys(tx: Tx): Promise<CodeKeyRow[]> {
  return tx.sql<CodeKeyRow>(
    `select id, x, y, secret, signs_from, signs_until, withdrawn_at from certificates.code_key
     order by signs_from desc, id`,
  );
}

/** Only one instance makes a key at a time. */
export async function lockCodeKeys(tx: Tx): Promise<void> {
  await tx.sql(`select pg_advisory_xact_lock(hashtext('certificates.code_key'))`);
}

export async function insertCodeKey(tx: Tx, key: Omit<CodeKeyRow, 'withdrawn_at'>): Promise<void> {
  await tx.sql(
    `insert into certificates.code_key (id, x, y, secret, signs_from, signs_until) values ($1, $2, $3, $4, $5, $6)`,
    [key.id, key.x, key.y, key.secret, key.signs_from, key.signs_until],
  );
}

export async function saveWithdrawal(tx: Tx, id: string, at: Temporal.Instant): Promise<boolean> {
  const rows = await tx.sql(
    'update certificates.code_key set withdrawn_at = $2 where id = $1 and withdrawn_at is null returning 1',
    [id, at],
  );
  return rows.length === 1;
}
