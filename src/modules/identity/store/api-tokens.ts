import { query, type Tx } from '#platform/database/database.ts';
import { seenEvery } from '../domain/session.ts';

export interface ApiToken {
  readonly id: string;
  readonly label: string;
  readonly createdAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly lastUsedAt: Temporal.Instant | null;
}

export async function insertApiToken(
  tx: Tx,
  token: { id: string; accountId: string; tokenHash: Buffer; label: string; expiresAt: Temporal.Instant },
  at: Temporal.Instant,
): Promise<boolean> {
  const rows = await tx.sql(
    `insert into identity.api_token (id, account_id, token_hash, label, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (token_hash) do nothing returning id`,
    [token.id, token.accountId, token.tokenHash, token.label, at, token.expiresAt],
  );
  return rows.length > 0;
}

export async function listApiTokens(tx: Tx, accountId: string, at: Temporal.Instant): Promise<ApiToken[]> {
  return tx.sql<ApiToken>(
    `select id, label, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt"
     from identity.api_token where account_id = $1 and revoked_at is null and expires_at > $2 order by created_at, id`,
    [accountId, at],
  );
}

export async function revokeApiTokens(
  tx: Tx,
  accountId: string,
  which: { readonly id: string } | 'all',
  at: Temporal.Instant,
): Promise<number> {
  let statement = query
    .updateTable('identity.api_token')
    .set({ revoked_at: at })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null);
  if (which !== 'all') statement = statement.where('id', '=', which.id);
  return tx.change(statement);
}

export interface TokenHolder {
  readonly hash: string;
  readonly id: string;
  readonly account_id: string;
  readonly account_state: string;
  readonly office_id: string | null;
  readonly given_name: string;
  readonly family_name: string;
  readonly last_used_at: Temporal.Instant | null;
}

/** The live tokens among these, with the people who made them. */
export async function readApiTokens(
  tx: Tx,
  hashes: readonly Buffer[],
  at: Temporal.Instant,
): Promise<TokenHolder[]> {
  const rows = await tx.sql<TokenHolder>(
    `select encode(t.token_hash, 'hex') as hash, t.id, a.id as account_id, a.state as account_state, a.office_id, a.given_name,
       a.family_name, t.last_used_at
     from identity.api_token t join identity.account a on a.id = t.account_id and a.state = 'active'
     where t.token_hash = any($1) and t.revoked_at is null and t.expires_at > $2`,
    [hashes, at],
    'identity-read-tokens',
  );
  const noted = at.subtract(seenEvery);
  const unseen = rows.filter(
    (row) => row.last_used_at === null || Temporal.Instant.compare(row.last_used_at, noted) <= 0,
  );
  if (unseen.length > 0) {
    await tx.sql('update identity.api_token set last_used_at = $2 where id = any($1::uuid[])', [
      unseen.map((row) => row.id).sort(),
      at,
    ]);
  }
  return rows;
}
