import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Document, DocumentKind, LegibilityWarning } from '../domain/document.ts';
import type { KeptDraft } from './drafts.ts';

export interface Subject {
  readonly kind: string;
  readonly id: string;
}

export interface KeptDocument extends Document {
  readonly accountId: string | null;
  readonly fileKey: string | null;
  readonly sha256: string;
  readonly subject: Subject;
}

interface Row {
  office_id: string;
  id: string;
  account_id: string | null;
  subject_kind: string;
  subject_id: string;
  part_id: string;
  name: string | null;
  kind: string;
  bytes: number;
  sha256: string;
  file_key: string | null;
  uploaded_at: Temporal.Instant;
  erased_at: Temporal.Instant | null;
  asked_for: string | null;
  pages: number | null;
  warnings: string[];
  scanned: boolean;
}

const columns = `office_id, id, account_id, subject_kind, subject_id, part_id, name, kind, bytes, sha256, file_key,
  uploaded_at, erased_at, asked_for, pages, warnings, scanned`;

function documentOf(row: Row): KeptDocument {
  return {
    officeId: row.office_id,
    id: row.id,
    accountId: row.account_id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    partId: row.part_id,
    name: row.name ?? '',
    kind: row.kind as DocumentKind,
    bytes: row.bytes,
    sha256: row.sha256,
    fileKey: row.file_key,
    uploadedAt: row.uploaded_at,
    erasedAt: row.erased_at,
    askedFor: row.asked_for,
    pages: row.pages,
    warnings: row.warnings as LegibilityWarning[],
    scanned: row.scanned,
  };
}

export interface Belonging {
  readonly officeId: string;
  readonly accountId: string | null;
  readonly subject: Subject;
  readonly partId: string;
}

export async function insertDocuments(
  tx: Tx,
  { officeId, accountId, subject, partId }: Belonging,
  drafts: readonly KeptDraft[],
): Promise<void> {
  await tx.sql(
    `insert into documents.document (office_id, id, account_id, subject_kind, subject_id, part_id, name, kind, bytes,
       sha256, file_key, uploaded_at, asked_for, place, pages, warnings, scanned)
     select $1, d.id, $2::uuid, $3, $4::uuid, $5::uuid, d.name, d.kind, d.bytes, d.sha256, d.file_key, d.uploaded_at,
       d.asked_for, d.place, d.pages, d.warnings, d.scanned
     from documents.draft d where d.id = any($6::uuid[])`,
    [officeId, accountId, subject.kind, subject.id, partId, drafts.map((each) => each.id)],
  );
}

/** The documents of a matter that the reader may see, in the order in which they came. */
export async function listDocumentsOf(
  tx: Tx,
  officeId: string,
  subjectIds: readonly string[],
): Promise<KeptDocument[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from documents.document where office_id = $1 and subject_id = any($2::uuid[])
     order by asked_for nulls first, place, uploaded_at, id`,
    [officeId, subjectIds],
    'documents-of-subject',
  );
  return rows.map(documentOf);
}

export async function findDocument(tx: Tx, officeId: string, id: string): Promise<KeptDocument | undefined> {
  const [row] = await tx.sql<Row>(
    `select ${columns} from documents.document where office_id = $1 and id = $2`,
    [officeId, id],
    'document',
  );
  return row && documentOf(row);
}

/** Until which day the documents of a matter are kept; nothing while it is open. */
export async function saveKeepUntil(
  tx: Tx,
  officeId: string,
  subjectId: string,
  day: CivilDate | null,
): Promise<void> {
  await tx.sql(
    'update documents.document set keep_until = $3::date where office_id = $1 and subject_id = $2 and erased_at is null',
    [officeId, subjectId, day],
  );
}

/** The documents of a matter that is gone: nobody reads their names any more, the files go with the next round. */
export async function saveDueNow(
  tx: Tx,
  officeId: string,
  subjectId: string,
  before: CivilDate,
): Promise<void> {
  await tx.sql(
    `update documents.document set keep_until = $3::date, name = 'documento.' || kind
     where office_id = $1 and subject_id = $2 and erased_at is null`,
    [officeId, subjectId, before],
  );
}

/** Documents whose last day is over, kept from being read or erased twice meanwhile. */
export async function lockDueDocuments(tx: Tx, today: CivilDate, atMost: number): Promise<KeptDocument[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from documents.document
     where keep_until < $1::date and erased_at is null order by keep_until limit $2 for update skip locked`,
    [today, atMost],
  );
  return rows.map(documentOf);
}

/** The file and its name are gone; that there was one stays. */
export async function saveErased(tx: Tx, ids: readonly string[], at: Temporal.Instant): Promise<void> {
  await tx.sql(
    'update documents.document set erased_at = $2, file_key = null, name = null where id = any($1::uuid[])',
    [ids, at],
  );
}

/** How many bytes a person has with us, sent and not yet sent. */
export async function sumBytesOf(tx: Tx, accountId: string): Promise<number> {
  const [row] = await tx.sql<{ sum: number }>(
    `select (coalesce((select sum(bytes) from documents.document where account_id = $1 and erased_at is null), 0)
       + coalesce((select sum(bytes) from documents.draft where account_id = $1), 0))::bigint as sum`,
    [accountId],
  );
  return row?.sum ?? 0;
}
