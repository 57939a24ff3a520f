import type { Tx } from '#platform/database/database.ts';
import type { FormDraft } from '../domain/draft.ts';
import type { FormAnswers } from '../domain/form.ts';

interface Row {
  id: string;
  account_id: string;
  procedure: string;
  answers: FormAnswers;
  section: string | null;
  case_file_id: string | null;
  revision: number;
  saved_by: string;
  created_at: Temporal.Instant;
  saved_at: Temporal.Instant;
  expires_at: Temporal.Instant;
}

const columns =
  'id, account_id, procedure, answers, section, case_file_id, revision, saved_by, created_at, saved_at, expires_at';

function draftOf(row: Row): FormDraft {
  return {
    id: row.id,
    accountId: row.account_id,
    procedure: row.procedure,
    answers: row.answers,
    section: row.section,
    caseFileId: row.case_file_id,
    revision: row.revision,
    savedBy: row.saved_by,
    createdAt: row.created_at,
    savedAt: row.saved_at,
    expiresAt: row.expires_at,
  };
}

/** Writes a new draft; false where the person has one of the same procedure, or of the same correction, already. */
export async function insertDraft(tx: Tx, draft: FormDraft): Promise<boolean> {
  const written = await tx.sql<{ id: string }>(
    `insert into case_files.draft (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict do nothing returning id`,
    [
      draft.id,
      draft.accountId,
      draft.procedure,
      JSON.stringify(draft.answers),
      draft.section,
      draft.caseFileId,
      draft.revision,
      draft.savedBy,
      draft.createdAt,
      draft.savedAt,
      draft.expiresAt,
    ],
    'insert-form-draft',
  );
  return written.length > 0;
}

/** A draft of a person: other people’s are not found. */
export async function findDraft(
  tx: Tx,
  accountId: string,
  id: string,
  { forChange = false }: { forChange?: boolean } = {},
): Promise<FormDraft | undefined> {
  const [row] = await tx.sql<Row>(
    `select ${columns} from case_files.draft where account_id = $1 and id = $2${forChange ? ' for update' : ''}`,
    [accountId, id],
  );
  return row && draftOf(row);
}

/** The draft of a procedure, or of the correction of a file. */
export async function findDraftOf(
  tx: Tx,
  accountId: string,
  of: { readonly procedure: string } | { readonly caseFileId: string },
): Promise<FormDraft | undefined> {
  const [row] = await tx.sql<Row>(
    'procedure' in of
      ? `select ${columns} from case_files.draft where account_id = $1 and procedure = $2 and case_file_id is null`
      : `select ${columns} from case_files.draft where account_id = $1 and case_file_id = $2`,
    [accountId, 'procedure' in of ? of.procedure : of.caseFileId],
  );
  return row && draftOf(row);
}

/** The drafts of a person, the one saved last first. */
export async function listDraftsOf(tx: Tx, accountId: string): Promise<FormDraft[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from case_files.draft where account_id = $1 order by saved_at desc, id limit 100`,
    [accountId],
    'own-form-drafts',
  );
  return rows.map(draftOf);
}

/** Writes what was typed, under the next revision. */
export async function saveDraftRow(tx: Tx, draft: FormDraft): Promise<void> {
  await tx.sql(
    `update case_files.draft set answers = $3, section = $4, revision = $5, saved_by = $6, saved_at = $7, expires_at = $8,
       procedure = $9
     where account_id = $1 and id = $2`,
    [
      draft.accountId,
      draft.id,
      JSON.stringify(draft.answers),
      draft.section,
      draft.revision,
      draft.savedBy,
      draft.savedAt,
      draft.expiresAt,
      draft.procedure,
    ],
    'save-form-draft',
  );
}

export async function deleteDraft(tx: Tx, accountId: string, id: string): Promise<void> {
  await tx.sql('delete from case_files.draft where account_id = $1 and id = $2', [accountId, id]);
}

/** Drafts whose time is over, kept from being saved meanwhile. */
export async function lockExpiredDrafts(tx: Tx, now: Temporal.Instant, atMost: number): Promise<FormDraft[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from case_files.draft where expires_at < $1 order by expires_at limit $2 for update skip locked`,
    [now, atMost],
  );
  return rows.map(draftOf);
}
