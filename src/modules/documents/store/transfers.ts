import { query, type Tx } from '#platform/database/database.ts';
import type { Transfer } from '../domain/transfer.ts';

export interface KeptTransfer extends Transfer {
  readonly name: string;
  readonly declaredType: string;
  /** Random names of its pieces in the store of files, in their order. */
  readonly pieces: readonly string[];
  readonly draftId: string | null;
  readonly refusal: string | null;
}

interface Row {
  id: string;
  name: string;
  declared_type: string;
  bytes: number;
  received: number;
  pieces: string[];
  draft_id: string | null;
  refusal: string | null;
}

const columns = 'id, name, declared_type, bytes, received, pieces, draft_id, refusal';

const transferOf = (row: Row): KeptTransfer => ({
  id: row.id,
  name: row.name,
  declaredType: row.declared_type,
  bytes: row.bytes,
  received: row.received,
  pieces: row.pieces,
  draftId: row.draft_id,
  refusal: row.refusal,
});

export interface NewTransfer {
  readonly id: string;
  readonly accountId: string | null;
  readonly name: string;
  readonly declaredType: string;
  readonly bytes: number;
  readonly at: Temporal.Instant;
}

export async function insertTransfer(tx: Tx, transfer: NewTransfer): Promise<void> {
  await tx.change(
    query.insertInto('documents.transfer').values({
      id: transfer.id,
      account_id: transfer.accountId,
      name: transfer.name,
      declared_type: transfer.declaredType,
      bytes: transfer.bytes,
      began_at: transfer.at,
    }),
  );
}

/** A transfer of this person, or of nobody who is signed in. */
export async function findTransfer(
  tx: Tx,
  accountId: string | null,
  id: string,
): Promise<KeptTransfer | undefined> {
  const [row] = await tx.sql<Row>(
    `select ${columns} from documents.transfer where id = $1 and account_id is not distinct from $2::uuid`,
    [id, accountId],
  );
  return row && transferOf(row);
}

/** How many transfers of a person are not done yet. */
export async function countOpenTransfers(tx: Tx, accountId: string): Promise<number> {
  const [row] = await tx.sql<{ count: number }>(
    `select count(*)::int as count from documents.transfer
     where account_id = $1 and draft_id is null and refusal is null`,
    [accountId],
  );
  return row?.count ?? 0;
}

/** Adds a piece where it begins at the end of what is here; of two at once, one. Answers how much is here now. */
export async function savePiece(
  tx: Tx,
  piece: { readonly id: string; readonly offset: number; readonly bytes: number; readonly fileKey: string },
): Promise<number | undefined> {
  const [row] = await tx.sql<{ received: number }>(
    `update documents.transfer set received = received + $3, pieces = pieces || $4::text
     where id = $1 and received = $2 and received + $3 <= bytes and cardinality(pieces) < 400
       and draft_id is null and refusal is null
     returning received`,
    [piece.id, piece.offset, piece.bytes, piece.fileKey],
  );
  return row?.received;
}

/** What became of a transfer; its pieces are not needed any more. */
export async function saveOutcome(
  tx: Tx,
  id: string,
  { draftId, refusal }: { readonly draftId: string | null; readonly refusal: string | null },
): Promise<void> {
  await tx.sql(`update documents.transfer set draft_id = $2, refusal = $3, pieces = '{}' where id = $1`, [
    id,
    draftId,
    refusal,
  ]);
}

export async function deleteTransfers(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.sql('delete from documents.transfer where id = any($1::uuid[])', [ids]);
}

export async function lockOldTransfers(
  tx: Tx,
  before: Temporal.Instant,
  atMost: number,
): Promise<KeptTransfer[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from documents.transfer where began_at < $1 order by began_at limit $2
     for update skip locked`,
    [before, atMost],
  );
  return rows.map(transferOf);
}

/** The transfers of a person are forgotten from now on. */
export async function forgetTransfersOf(tx: Tx, accountId: string): Promise<number> {
  const rows = await tx.sql<{ id: string }>(
    "update documents.transfer set began_at = 'epoch', name = 'documento' where account_id = $1 returning id",
    [accountId],
  );
  return rows.length;
}
