import type { CivilDate } from '#kernel/civil-date.ts';
import { query, type Tx } from '#platform/database/database.ts';

export interface KeptOriginal {
  readonly id: string;
  readonly documentId: string;
  readonly fileKey: string;
  readonly wrappedKey: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly receivedAt: Temporal.Instant;
  readonly keepUntil: CivilDate;
}

export async function insertOriginal(tx: Tx, original: KeptOriginal): Promise<void> {
  await tx.change(
    query.insertInto('documents.original').values({
      id: original.id,
      document_id: original.documentId,
      file_key: original.fileKey,
      wrapped_key: original.wrappedKey,
      sha256: original.sha256,
      bytes: original.bytes,
      keep_until: original.keepUntil,
      received_at: original.receivedAt,
    }),
  );
}

interface Row {
  id: string;
  document_id: string;
  file_key: string;
  wrapped_key: string;
  sha256: string;
  bytes: number;
  keep_until: CivilDate;
  received_at: Temporal.Instant;
}

const columns = 'id, document_id, file_key, wrapped_key, sha256, bytes, keep_until, received_at';

const originalOf = (row: Row): KeptOriginal => ({
  id: row.id,
  documentId: row.document_id,
  fileKey: row.file_key,
  wrappedKey: row.wrapped_key,
  sha256: row.sha256,
  bytes: row.bytes,
  keepUntil: row.keep_until,
  receivedAt: row.received_at,
});

/** What came for these documents, oldest first. */
export async function listOriginalsOf(tx: Tx, documentIds: readonly string[]): Promise<KeptOriginal[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from documents.original where document_id = any($1::uuid[]) order by received_at, id`,
    [documentIds],
  );
  return rows.map(originalOf);
}

/** What came for several files came for the one that was made of them. */
export async function saveOriginalsOf(tx: Tx, from: readonly string[], to: string): Promise<void> {
  await tx.sql('update documents.original set document_id = $2::uuid where document_id = any($1::uuid[])', [
    from,
    to,
  ]);
}

export async function lockDueOriginals(tx: Tx, today: CivilDate, atMost: number): Promise<KeptOriginal[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from documents.original where keep_until < $1::date order by keep_until limit $2
     for update skip locked`,
    [today, atMost],
  );
  return rows.map(originalOf);
}

/** With the line goes the key: whatever copy of the file there is somewhere cannot be opened any more. */
export async function deleteOriginals(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.sql('delete from documents.original where id = any($1::uuid[])', [ids]);
}
