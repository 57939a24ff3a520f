import { query, type Tx } from '#platform/database/database.ts';
import type { DocumentKind, Draft, LegibilityWarning } from '../domain/document.ts';

/** Who fills in a form: the key that the form was made with, and the person where one is signed in. */
export interface FormHolder {
  readonly formKey: string;
  readonly accountId: string | null;
}

export interface KeptDraft extends Draft {
  readonly fileKey: string;
  readonly receivedSha256: string;
  readonly sha256: string;
  readonly uploadedAt: Temporal.Instant;
  /** Order among the files of its field. */
  readonly place: number;
}

interface Row {
  id: string;
  name: string;
  kind: string;
  bytes: number;
  file_key: string;
  received_sha256: string;
  sha256: string;
  uploaded_at: Temporal.Instant;
  asked_for: string | null;
  place: number;
  pages: number | null;
  warnings: string[];
  scanned: boolean;
}

const columns = `id, name, kind, bytes, file_key, received_sha256, sha256, uploaded_at, asked_for, place, pages, warnings,
  scanned`;

function draftOf(row: Row): KeptDraft {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind as DocumentKind,
    bytes: row.bytes,
    fileKey: row.file_key,
    receivedSha256: row.received_sha256,
    sha256: row.sha256,
    uploadedAt: row.uploaded_at,
    askedFor: row.asked_for,
    place: row.place,
    pages: row.pages,
    warnings: row.warnings as LegibilityWarning[],
    scanned: row.scanned,
  };
}

/** The uploads of one form; those of other people's forms with the same key are not found. */
export async function listDraftsOf(tx: Tx, { formKey, accountId }: FormHolder): Promise<KeptDraft[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from documents.draft
     where form_key = $1 and account_id is not distinct from $2::uuid
     order by asked_for nulls first, place, uploaded_at, id`,
    [formKey, accountId],
  );
  return rows.map(draftOf);
}

/** Writes an upload down; false where the same file came with the form already. */
export async function insertDraft(
  tx: Tx,
  { formKey, accountId }: FormHolder,
  draft: KeptDraft,
): Promise<boolean> {
  const changed = await tx.change(
    query
      .insertInto('documents.draft')
      .values({
        form_key: formKey,
        id: draft.id,
        account_id: accountId,
        name: draft.name,
        kind: draft.kind,
        bytes: draft.bytes,
        received_sha256: draft.receivedSha256,
        sha256: draft.sha256,
        file_key: draft.fileKey,
        uploaded_at: draft.uploadedAt,
        asked_for: draft.askedFor,
        place: draft.place,
        pages: draft.pages,
        warnings: [...draft.warnings],
        scanned: draft.scanned,
      })
      .onConflict((conflict) => conflict.doNothing()),
  );
  return changed > 0;
}

/** Gives the files of a field a new order. */
export async function savePlaces(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.sql(
    `update documents.draft d set place = o.place from unnest($1::uuid[]) with ordinality as o (id, place)
     where d.id = o.id`,
    [ids],
  );
}

/** Puts another drawing of the same picture in its place; false where it was replaced meanwhile. */
export async function saveRedrawn(
  tx: Tx,
  redrawn: {
    readonly id: string;
    readonly from: string;
    readonly fileKey: string;
    readonly bytes: number;
    readonly sha256: string;
  },
): Promise<boolean> {
  const changed = await tx.sql<{ id: string }>(
    `update documents.draft set file_key = $3, bytes = $4, sha256 = $5 where id = $1 and file_key = $2
     returning id`,
    [redrawn.id, redrawn.from, redrawn.fileKey, redrawn.bytes, redrawn.sha256],
  );
  return changed.length > 0;
}

export async function deleteDrafts(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.sql('delete from documents.draft where id = any($1::uuid[])', [ids]);
}

/** The uploads whose form was never sent, kept from being sent meanwhile. */
export async function lockForgottenDrafts(
  tx: Tx,
  before: Temporal.Instant,
  atMost: number,
  now: Temporal.Instant,
): Promise<KeptDraft[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from documents.draft
     where uploaded_at < $1 and (keep_until is null or keep_until < $3)
     order by uploaded_at limit $2 for update skip locked`,
    [before, atMost, now],
  );
  return rows.map(draftOf);
}

/** The uploads of a person in whatever form; they are forgotten from now on. */
export async function forgetDraftsOf(tx: Tx, accountId: string): Promise<number> {
  const forgotten = await tx.sql<{ id: string }>(
    `update documents.draft set uploaded_at = 'epoch', keep_until = null, name = 'documento.' || kind
     where account_id = $1 returning id`,
    [accountId],
  );
  return forgotten.length;
}

/** The uploads of a form that is kept as a draft wait until an instant. */
export async function keepDrafts(
  tx: Tx,
  { formKey, accountId }: FormHolder,
  until: Temporal.Instant,
): Promise<void> {
  await tx.sql(
    `update documents.draft set keep_until = $3
     where form_key = $1 and account_id is not distinct from $2::uuid and uploaded_at > 'epoch'`,
    [formKey, accountId, until],
  );
}

/** The uploads of a form, or of some of its fields, leave it at once and are erased at the next round. */
export async function forgetDraftsOfForm(
  tx: Tx,
  { formKey, accountId }: FormHolder,
  askedFor?: readonly string[],
): Promise<void> {
  await tx.sql(
    `update documents.draft set uploaded_at = 'epoch', keep_until = null, name = 'documento.' || kind,
       form_key = 'gone-' || id
     where form_key = $1 and account_id is not distinct from $2::uuid
       and ($3::text[] is null or asked_for = any($3::text[]))`,
    [formKey, accountId, askedFor ?? null],
  );
}

/** The uploads of one field of a form become those of another. */
export async function moveDrafts(
  tx: Tx,
  { formKey, accountId }: FormHolder,
  from: string,
  to: string,
): Promise<void> {
  await tx.sql(
    `update documents.draft set asked_for = $4
     where form_key = $1 and account_id is not distinct from $2::uuid and asked_for = $3`,
    [formKey, accountId, from, to],
  );
}

/** The uploads of one form pass to another of the same person, where that one has none for the same document. */
export async function passDrafts(tx: Tx, { formKey, accountId }: FormHolder, to: string): Promise<void> {
  await tx.sql(
    `update documents.draft d set form_key = $3
     where form_key = $1 and account_id is not distinct from $2::uuid
       and not exists (select 1 from documents.draft o where o.form_key = $3
         and o.account_id is not distinct from $2::uuid and o.asked_for is not distinct from d.asked_for)`,
    [formKey, accountId, to],
  );
}
