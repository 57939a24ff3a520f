import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { forgetUploads, keepUploadsUntil } from '#modules/documents/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { record, system } from '#platform/event-log/record.ts';
import { isCaseFileId } from '../domain/case-file.ts';
import { draftExpiry, type FormDraft } from '../domain/draft.ts';
import type { FormAnswers } from '../domain/form.ts';
import { prefilled } from '../domain/known-data.ts';
import type { FormProcedure } from '../domain/procedure.ts';
import {
  deleteDraft,
  findDraft,
  findDraftOf,
  insertDraft,
  listDraftsOf,
  lockExpiredDrafts,
  saveDraftRow,
} from '../store/drafts.ts';
import { matterOfDraft, mayAct } from './acting.ts';
import { asCaseFiles, type CaseFileDeps } from './case-file-deps.ts';
import { changeDraft, type ForPerson, line, type OfDraft, savedNow, typing } from './change-draft.ts';
import { readKnownData } from './known-data.ts';

export type { FormDraft };

function newDraft(
  { accountId, actingId }: ForPerson,
  content: Pick<FormDraft, 'procedure' | 'answers' | 'caseFileId'>,
  at: Temporal.Instant,
): FormDraft {
  return {
    id: crypto.randomUUID(),
    accountId,
    ...content,
    section: null,
    revision: 1,
    savedBy: actingId,
    createdAt: at,
    savedAt: at,
    expiresAt: draftExpiry(at),
  };
}

/** Begins a form, or takes up the one that was begun: there is one draft of a procedure for each person. */
export async function openDraft(
  deps: CaseFileDeps,
  {
    accountId,
    actingId,
    procedure,
    withRecord = false,
  }: ForPerson & { readonly procedure: FormProcedure; readonly withRecord?: boolean },
): Promise<FormDraft> {
  const who = { accountId, actingId };
  const before = await deps.db.transaction(typing(who), (tx) =>
    findDraftOf(tx, accountId, { procedure: procedure.id }),
  );
  if (before !== undefined) return before;
  const known = await readKnownData(deps, { accountId, withRecord: withRecord && accountId === actingId });
  const answers = prefilled(procedure.form, known);
  const at = deps.now();
  return deps.db.transaction(typing(who), async (tx) => {
    const draft = newDraft(who, { procedure: procedure.id, answers, caseFileId: null }, at);
    if (await insertDraft(tx, draft)) {
      await record(tx, line('opened', draft, actingId, at));
      return draft;
    }
    const other = await findDraftOf(tx, accountId, { procedure: procedure.id });
    if (other === undefined) throw new Error('A draft vanished between two statements');
    return other;
  });
}

/** The draft in which a file is corrected; in a transaction that runs for the person or the platform. */
export async function draftOfCorrection(
  tx: Tx,
  who: ForPerson,
  file: { readonly id: string; readonly procedure: string; readonly answers: FormAnswers },
  at: Temporal.Instant,
): Promise<FormDraft> {
  const content = { procedure: file.procedure, answers: file.answers, caseFileId: file.id };
  const draft = newDraft(who, content, at);
  if (await insertDraft(tx, draft)) return draft;
  const other = await findDraftOf(tx, who.accountId, { caseFileId: file.id });
  if (other === undefined) throw new Error('A draft vanished between two statements');
  return other;
}

/** One draft of a person; those of others are not found. */
export async function readDraft(
  { db }: Pick<CaseFileDeps, 'db'>,
  {
    accountId,
    actingId = accountId,
    draftId,
  }: Pick<OfDraft, 'accountId' | 'draftId'> & { readonly actingId?: string },
): Promise<FormDraft | undefined> {
  if (!isCaseFileId(draftId)) return undefined;
  return db.transaction(typing({ actingId }), (tx) => findDraft(tx, accountId, draftId));
}

/** What a person has begun and not sent, the newest first; corrections are found on their file. */
export async function listDrafts(
  { db }: Pick<CaseFileDeps, 'db'>,
  { accountId }: Pick<ForPerson, 'accountId'>,
): Promise<FormDraft[]> {
  const all = await db.transaction({ kind: 'citizen', accountId }, (tx) => listDraftsOf(tx, accountId));
  return all.filter(({ caseFileId }) => caseFileId === null);
}

/** Throws a draft away, with what was uploaded to it. */
export async function discardDraft(
  { db, now }: Pick<CaseFileDeps, 'db' | 'now'>,
  { accountId, actingId, draftId }: OfDraft,
): Promise<Outcome<null, { readonly code: 'no_such_draft' }>> {
  if (!isCaseFileId(draftId)) return refused({ code: 'no_such_draft' });
  return db.transaction(asCaseFiles, async (tx) => {
    const draft = await findDraft(tx, accountId, draftId, { forChange: true });
    if (draft === undefined || !(await mayAct(tx, { now }, actingId, matterOfDraft(draft), { holds: true })))
      return refused({ code: 'no_such_draft' });
    await eraseDraft(tx, draft);
    await record(tx, line('discarded', draft, actingId, now()));
    return granted(null);
  });
}

/** The draft and its uploads go, in a transaction of the platform. */
export async function eraseDraft(
  tx: Tx,
  { accountId, id }: Pick<FormDraft, 'accountId' | 'id'>,
): Promise<void> {
  await forgetUploads(tx, { formKey: id, accountId });
  await deleteDraft(tx, accountId, id);
}

const atOnce = 100;

/** Erases the drafts that nobody has saved for their whole time. */
export async function eraseExpiredDrafts({ db, now }: Pick<CaseFileDeps, 'db' | 'now'>): Promise<number> {
  const at = now();
  return db.transaction(asCaseFiles, async (tx) => {
    const expired = await lockExpiredDrafts(tx, at, atOnce);
    for (const draft of expired) {
      await eraseDraft(tx, draft);
      await record(tx, {
        ...line('expired', draft, draft.accountId, at),
        actor: system('case-files-drafts'),
      });
    }
    return expired.length;
  });
}

/** Uploads were added to a draft: they are kept as long as it, and it lives on. */
export function touchDraft(
  deps: CaseFileDeps,
  of: OfDraft,
): Promise<Outcome<FormDraft, { readonly code: 'no_such_draft' }>> {
  const at = deps.now();
  return changeDraft<FormDraft, never>(deps, of, asCaseFiles, async (tx, draft) => {
    const saved = savedNow(draft, {}, { actingId: of.actingId, at });
    await saveDraftRow(tx, saved);
    await keepUploadsUntil(tx, { formKey: draft.id, accountId: draft.accountId }, saved.expiresAt);
    return granted(saved);
  });
}
