import { type Outcome, refused } from '#kernel/outcome.ts';
import { keepUploadsUntil } from '#modules/documents/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Principal } from '#platform/database/principal.ts';
import { isCaseFileId } from '../domain/case-file.ts';
import { draftExpiry, type FormDraft, sameAnswers } from '../domain/draft.ts';
import type { FormProcedure } from '../domain/procedure.ts';
import { findDraft } from '../store/drafts.ts';
import { listWanted } from '../store/wanted-corrections.ts';
import { type ForPerson, matterOfDraft, mayAct } from './acting.ts';
import { asCaseFiles, type CaseFileDeps } from './case-file-deps.ts';

export type { ForPerson };

export interface OfDraft extends ForPerson {
  readonly draftId: string;
}

export type DraftRefusal =
  | { readonly code: 'no_such_draft' }
  /** The form has no such page, or it may not be changed in this correction. */
  | { readonly code: 'no_such_page' };

/** Who types opens the transaction: the policies know for whom somebody acts. */
export const typing = ({ actingId }: Pick<ForPerson, 'actingId'>): Principal => ({
  kind: 'citizen',
  accountId: actingId,
});

/** A line of history about a draft. */
export function line(type: string, draft: FormDraft, actingId: string, at: Temporal.Instant) {
  return {
    type: `case-file-draft.${type}`,
    subject: { kind: 'case-file-draft', id: draft.id },
    actor: { kind: 'citizen', id: actingId } as const,
    at,
    accountId: draft.accountId,
    facts: { procedure: draft.procedure, ...(draft.caseFileId === null ? {} : { file: draft.caseFileId }) },
  };
}

/** The draft with another content; its revision counts changes, its time begins anew with every saving. */
export function savedNow(
  draft: FormDraft,
  change: Partial<Pick<FormDraft, 'answers' | 'section'>>,
  { actingId, at }: { actingId: string; at: Temporal.Instant },
): FormDraft {
  const changed = change.answers !== undefined && !sameAnswers(change.answers, draft.answers);
  return {
    ...draft,
    ...change,
    revision: draft.revision + (changed ? 1 : 0),
    savedBy: actingId,
    savedAt: at,
    expiresAt: draftExpiry(at),
  };
}

/** Changes a draft that nobody else changes meanwhile. */
export async function changeDraft<Value, Refusal>(
  deps: CaseFileDeps,
  of: OfDraft,
  principal: Principal,
  work: (tx: Tx, draft: FormDraft, procedure: FormProcedure) => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal | { readonly code: 'no_such_draft' }>> {
  if (!isCaseFileId(of.draftId)) return refused({ code: 'no_such_draft' });
  return deps.db.transaction(
    principal,
    async (tx): Promise<Outcome<Value, Refusal | { readonly code: 'no_such_draft' }>> => {
      const draft = await findDraft(tx, of.accountId, of.draftId, { forChange: true });
      const procedure = draft && deps.procedures.findForm(draft.procedure);
      if (draft === undefined || procedure === undefined) return refused({ code: 'no_such_draft' });
      const holds = principal.kind === 'system';
      if (!(await mayAct(tx, deps, of.actingId, matterOfDraft(draft), { holds })))
        return refused({ code: 'no_such_draft' });
      return work(tx, draft, procedure);
    },
  );
}

/** What lies with a draft is kept as long as it; uploads are the platform’s own to keep. */
export async function keepUploads(
  { db }: Pick<CaseFileDeps, 'db'>,
  { id, accountId, expiresAt }: Pick<FormDraft, 'id' | 'accountId' | 'expiresAt'>,
): Promise<void> {
  await db.transaction(asCaseFiles, (tx) => keepUploadsUntil(tx, { formKey: id, accountId }, expiresAt));
}

/** What is wanted in the file that a draft corrects; nothing where the form is filled in for the first time. */
export async function wantedOf(tx: Tx, { caseFileId }: Pick<FormDraft, 'caseFileId'>) {
  return caseFileId === null ? undefined : listWanted(tx, caseFileId, { open: true });
}
