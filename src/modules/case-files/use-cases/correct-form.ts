import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { bindPhotos, type Document, listDocuments } from '#modules/documents/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { record } from '#platform/event-log/record.ts';
import type { KeyReused } from '#platform/idempotency/once.ts';
import { type CaseFile, isCaseFileId } from '../domain/case-file.ts';
import { checkForm, type FormFindings, maySend } from '../domain/check-form.ts';
import { findingsWithin, mayReplace, unansweredOf, type WantedCorrection } from '../domain/correction.ts';
import { type FormDraft, sameAnswers } from '../domain/draft.ts';
import type { FiledDocument, FormAnswers } from '../domain/form.ts';
import { answersAsked, documentsFor } from '../domain/form-answers.ts';
import { filedDocument, inForce } from '../domain/form-documents.ts';
import type { FormProcedure } from '../domain/procedure.ts';
import { findCaseFile, findOwnCaseFile } from '../store/case-files.ts';
import { findDraft, findDraftOf } from '../store/drafts.ts';
import { listSendings } from '../store/sent-answers.ts';
import { answerWanted, listWanted } from '../store/wanted-corrections.ts';
import { matterOfFile, mayAct } from './acting.ts';
import { advance } from './advance.ts';
import { asCaseFiles, type CaseFileDeps, onceOrNothing } from './case-file-deps.ts';
import { type ForPerson, line, typing } from './change-draft.ts';
import { documentsOfDraft, formFacts } from './check-form.ts';
import { draftOfCorrection } from './drafts.ts';
import { keepSending } from './send-form.ts';

export type CorrectionRefusal =
  | { readonly code: 'no_such_case_file' }
  /** The office does not wait for a correction, or not any more. */
  | { readonly code: 'not_now' };

/** Begins the correction of a file, or takes up the one that was begun. */
export async function openCorrection(
  deps: CaseFileDeps,
  { id, ...who }: ForPerson & { readonly id: string },
): Promise<Outcome<FormDraft, CorrectionRefusal>> {
  if (!isCaseFileId(id)) return refused({ code: 'no_such_case_file' });
  const at = deps.now();
  return deps.db.transaction(typing(who), async (tx) => {
    const file = await findOwnCaseFile(tx, who.accountId, id);
    const procedure = file && deps.procedures.findForm(file.procedure);
    if (file === undefined || procedure === undefined) return refused({ code: 'no_such_case_file' });
    if (!(await mayAct(tx, deps, who.actingId, matterOfFile(file))))
      return refused({ code: 'no_such_case_file' });
    if (!procedure.lifecycle.allows(file.state, 'resubmit')) return refused({ code: 'not_now' });
    const before = await findDraftOf(tx, who.accountId, { caseFileId: id });
    if (before !== undefined) return granted(before);
    const draft = await draftOfCorrection(tx, who, file, at);
    await record(tx, line('opened', draft, who.actingId, at));
    return granted(draft);
  });
}

export type ResubmitRefusal =
  | CorrectionRefusal
  | { readonly code: 'no_such_draft' }
  /** Somebody changed the file since the page was opened. */
  | { readonly code: 'changed_meanwhile' }
  | { readonly code: 'form_incomplete'; readonly findings: FormFindings }
  /** Something that the office asked for was left as it was, and no word says why. */
  | { readonly code: 'not_corrected'; readonly wanted: readonly WantedCorrection[] };

/** What a correction would send: the answers and documents as they would count, and what is wrong with them. */
export interface CorrectionState {
  readonly answers: FormAnswers;
  readonly findings: FormFindings;
  readonly wanted: readonly WantedCorrection[];
  readonly unanswered: readonly WantedCorrection[];
}

/** Reads how a correction stands; in a transaction of the platform. */
export async function correctionState(
  tx: Tx,
  {
    file,
    draft,
    procedure,
    now,
  }: { file: CaseFile; draft: FormDraft; procedure: FormProcedure; now: Temporal.Instant },
): Promise<CorrectionState> {
  const { form } = procedure;
  const answers = answersAsked(form, draft.answers);
  const wanted = await listWanted(tx, file.id, { open: true });
  const uploads = await documentsOfDraft(tx, draft);
  const documents = [
    ...(await documentsSent(tx, file)).flatMap((each) => filedDocument(each) ?? []),
    ...uploads,
  ];
  const facts = await formFacts(tx, {
    accountId: draft.accountId,
    answers,
    documents: replaced(documents, uploads),
    officeId: file.officeId,
    now,
  });
  const asked = documentsFor(form, answers);
  return {
    answers,
    wanted,
    findings: findingsWithin(checkForm(procedure, facts), { form, wanted, answers }),
    unanswered: unansweredOf(wanted, {
      before: file.answers,
      after: answers,
      uploaded: uploads
        .map(({ path }) => path)
        .filter((path) => asked.some((each) => each.path === path && mayReplace(form, wanted, each))),
    }),
  };
}

/** The documents of a file that count, of all the times that it was sent. */
export async function documentsSent(tx: Tx, file: Pick<CaseFile, 'officeId' | 'id'>): Promise<Document[]> {
  return inForce(await listDocuments(tx, file.officeId, [file.id]), await listSendings(tx, file));
}

/** New files take the place of those that were sent before for the same document. */
function replaced(all: readonly FiledDocument[], uploads: readonly FiledDocument[]): FiledDocument[] {
  const anew = new Set(uploads.map(({ path }) => path));
  return all.filter((each) => !anew.has(each.path) || uploads.includes(each));
}

/**
 * Sends the correction (regolarizzazione): the file goes back to the same official and keeps its date; what was sent
 * before stays to be seen.
 */
export async function resubmit(
  deps: CaseFileDeps,
  {
    id,
    version,
    text,
    key,
    ...who
  }: ForPerson & {
    readonly id: string;
    /** The file as the person saw it. */
    readonly version: number;
    /** What the person wants to say to it. */
    readonly text: string;
    readonly key: string;
  },
): Promise<Outcome<{ id: string }, ResubmitRefusal | KeyReused>> {
  const { accountId, actingId } = who;
  if (!isCaseFileId(id)) return refused({ code: 'no_such_case_file' });
  const waiting = await deps.db.transaction({ kind: 'citizen', accountId }, (tx) =>
    findDraftOf(tx, accountId, { caseFileId: id }),
  );
  if (waiting !== undefined) await bindPhotos(deps, { formKey: waiting.id, accountId });
  const at = deps.now();
  const attempt = { scope: actingId, key, wish: { resubmit: id, text }, at };
  return onceOrNothing<{ id: string }, ResubmitRefusal>(deps, asCaseFiles, attempt, async (tx) => {
    const own = await findOwnCaseFile(tx, accountId, id);
    const file = own && (await findCaseFile(tx, own.officeId, id, { forChange: true }));
    const procedure = file && deps.procedures.findForm(file.procedure);
    if (file === undefined || procedure === undefined) return refused({ code: 'no_such_case_file' });
    if (!(await mayAct(tx, deps, actingId, matterOfFile(file), { holds: true })))
      return refused({ code: 'no_such_case_file' });
    const next = procedure.lifecycle.next(file.state, 'resubmit');
    if (!next.ok) return refused({ code: 'not_now' });
    if (file.version !== version) return refused({ code: 'changed_meanwhile' });
    const begun = await findDraftOf(tx, accountId, { caseFileId: id });
    const draft = begun && (await findDraft(tx, accountId, begun.id, { forChange: true }));
    if (draft === undefined) return refused({ code: 'no_such_draft' });
    const { answers, findings, unanswered } = await correctionState(tx, { file, draft, procedure, now: at });
    if (!maySend(findings)) return refused({ code: 'form_incomplete', findings });
    if (unanswered.length > 0 && text === '') return refused({ code: 'not_corrected', wanted: unanswered });
    await keepSending(tx, file, { draft, answers, actingId, at });
    await answerWanted(tx, file, at);
    await advance(tx, deps, file, {
      event: 'resubmit',
      next: next.value,
      actor: { kind: 'citizen', id: actingId },
      at,
      change: sameAnswers(answers, file.answers) ? {} : { answers },
      ...(text === ''
        ? {}
        : { message: { kind: 'message', text, holder: { formKey: key, accountId: actingId } } as const }),
    });
    return granted({ id });
  });
}
