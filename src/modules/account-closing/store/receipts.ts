import { tokenHash } from '#platform/credentials/tokens.ts';
import type { Tx } from '#platform/database/database.ts';
import type { ClosingOutcome } from '../domain/closing.ts';

export interface Receipt {
  readonly outcome: ClosingOutcome;
  readonly closedAt: Temporal.Instant;
}

/** Keeps what a closing has done under the key of its form: only whoever sent that form knows it. */
export async function insertReceipt(
  tx: Tx,
  key: string,
  { outcome, closedAt }: Receipt,
  until: Temporal.Instant,
): Promise<void> {
  await tx.sql(
    'insert into account_closing.receipt (key_hash, outcome, closed_at, expires_at) values ($1, $2, $3, $4)',
    [tokenHash(key), JSON.stringify(outcome), closedAt, until],
  );
}

export async function findReceipt(tx: Tx, key: string, at: Temporal.Instant): Promise<Receipt | undefined> {
  const [row] = await tx.sql<Receipt>(
    'select outcome, closed_at as "closedAt" from account_closing.receipt where key_hash = $1 and expires_at > $2',
    [tokenHash(key), at],
  );
  return row;
}

export async function eraseReceipts(tx: Tx, at: Temporal.Instant): Promise<void> {
  await tx.sql('delete from account_closing.receipt where expires_at <= $1', [at]);
}
