import type { Tx } from '#platform/database/database.ts';
import type { Reentry, ReentryState } from '../domain/reentry.ts';

const columns = `id, office_id as "officeId", account_id as "accountId", state, document_kind as "documentKind",
  document_tail as "documentTail", issued_by as "issuedBy", issued_at as "issuedAt", opens_at as "opensAt", expires_at as "expiresAt"`;

export async function insertReentry(tx: Tx, reentry: Reentry, codeHash: string): Promise<void> {
  await tx.sql(
    `insert into identity.reentry (id, office_id, account_id, state, code_hash, document_kind, document_tail, issued_by,
       issued_at, opens_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      reentry.id,
      reentry.officeId,
      reentry.accountId,
      reentry.state,
      codeHash,
      reentry.documentKind,
      reentry.documentTail,
      reentry.issuedBy,
      reentry.issuedAt,
      reentry.opensAt,
      reentry.expiresAt,
    ],
  );
}

/** The codes of an account, the newest first; those that the reader may see. */
export async function listReentries(tx: Tx, accountId: string): Promise<Reentry[]> {
  return tx.sql<Reentry>(
    `select ${columns} from identity.reentry where account_id = $1 order by issued_at desc, id limit 20`,
    [accountId],
  );
}

export async function findReentry(
  tx: Tx,
  by: { readonly id: string } | { readonly codeHash: string },
  { forChange = false }: { forChange?: boolean } = {},
): Promise<Reentry | undefined> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['code_hash', by.codeHash];
  const [row] = await tx.sql<Reentry>(
    `select ${columns} from identity.reentry where ${column} = $1${forChange ? ' for update' : ''}`,
    [value],
  );
  return row;
}

/** Writes the state that an event has led to; with the end the note of the document goes. */
export async function saveReentryState(
  tx: Tx,
  id: string,
  state: ReentryState,
  { at, confirmedBy }: { at: Temporal.Instant; confirmedBy?: string },
): Promise<void> {
  const ends = state !== 'issued' && state !== 'confirmed';
  await tx.sql(
    `update identity.reentry set state = $2, confirmed_by = coalesce($3::uuid, confirmed_by),
       ended_at = case when $5 then $4::timestamptz end,
       document_kind = case when $5 then null else document_kind end,
       document_tail = case when $5 then null else document_tail end
     where id = $1`,
    [id, state, confirmedBy ?? null, at, ends],
  );
}

/** The notes of documents seen go when their codes have expired. */
export async function eraseSeenDocuments(tx: Tx, at: Temporal.Instant): Promise<void> {
  await tx.sql(
    `update identity.reentry set document_kind = null, document_tail = null
     where expires_at <= $1 and document_kind is not null`,
    [at],
  );
}
