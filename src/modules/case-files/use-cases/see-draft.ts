import { type Draft as Upload, uploadsOfForm } from '#modules/documents/public.ts';
import { findApplicants } from '#modules/identity/public.ts';
import type { CaseFile } from '../domain/case-file.ts';
import { checkForm, type FormFindings, maySend } from '../domain/check-form.ts';
import type { WantedCorrection } from '../domain/correction.ts';
import type { FormDraft } from '../domain/draft.ts';
import type { FormAnswers, OtherProcedure } from '../domain/form.ts';
import { type AskedDocument, answersAsked, documentsFor } from '../domain/form-answers.ts';
import { filedDocument } from '../domain/form-documents.ts';
import type { FormProcedure } from '../domain/procedure.ts';
import { findOpenOfKind, findOwnCaseFile } from '../store/case-files.ts';
import { findDraft } from '../store/drafts.ts';
import { type ForPerson, matterOfDraft, mayAct } from './acting.ts';
import { asCaseFiles, type CaseFileDeps } from './case-file-deps.ts';
import { formFacts } from './check-form.ts';
import { correctionState } from './correct-form.ts';
import { missingEntry, officeFor, type SendRefusal } from './send-form.ts';

/** A draft with everything that its pages show. */
export interface DraftView {
  readonly draft: FormDraft;
  readonly who: ForPerson;
  /** The name of the person, where another account fills the form in for them. */
  readonly onBehalfOf: string | undefined;
  readonly procedure: FormProcedure;
  /** What counts of the answers. */
  readonly answers: FormAnswers;
  readonly asked: readonly AskedDocument[];
  readonly uploads: readonly Upload[];
  readonly officeId: string | null;
  readonly findings: FormFindings;
  readonly maySend: boolean;
  /** What stands in the way of sending besides what is missing. */
  readonly hindrance: Exclude<SendRefusal, { code: 'form_incomplete' | 'no_such_draft' }> | undefined;
  readonly other: OtherProcedure | undefined;
  /** Where the form was sent before and comes back to be corrected. */
  readonly correction:
    | {
        readonly file: CaseFile;
        readonly wanted: readonly WantedCorrection[];
        readonly unanswered: readonly WantedCorrection[];
      }
    | undefined;
}

/** A draft for the person whose it is, or who acts for that person: those of others are not found. */
export async function viewDraft(
  deps: CaseFileDeps,
  { accountId, actingId = accountId, draftId }: { accountId: string; actingId?: string; draftId: string },
): Promise<DraftView | undefined> {
  const now = deps.now();
  return deps.db.transaction(asCaseFiles, async (tx): Promise<DraftView | undefined> => {
    const draft = await findDraft(tx, accountId, draftId);
    const procedure = draft && deps.procedures.findForm(draft.procedure);
    const [applicant] = await findApplicants(tx, [accountId]);
    if (draft === undefined || procedure === undefined || applicant === undefined) return undefined;
    if (!(await mayAct(tx, deps, actingId, matterOfDraft(draft)))) return undefined;
    const { form } = procedure;
    const answers = answersAsked(form, draft.answers);
    const uploads = await uploadsOfForm(tx, { formKey: draft.id, accountId });
    const file =
      draft.caseFileId === null ? undefined : await findOwnCaseFile(tx, accountId, draft.caseFileId);
    const officeId = file?.officeId ?? officeFor(procedure, answers, applicant);
    const onBehalfOf = actingId === accountId ? undefined : `${applicant.givenName} ${applicant.familyName}`;
    const who = { accountId, actingId };
    const common = {
      draft,
      who,
      onBehalfOf,
      procedure,
      answers,
      asked: documentsFor(form, answers),
      uploads,
      officeId,
    };
    if (file !== undefined) {
      const { findings, wanted, unanswered } = await correctionState(tx, { file, draft, procedure, now });
      return {
        ...common,
        findings,
        maySend: maySend(findings),
        hindrance: undefined,
        other: undefined,
        correction: { file, wanted, unanswered },
      };
    }
    const documents = uploads.flatMap((each) => filedDocument(each) ?? []);
    const facts = await formFacts(tx, { accountId, answers, documents, officeId, now });
    const findings = checkForm(procedure, facts);
    const entry = missingEntry(procedure, facts.standing);
    const open = await findOpenOfKind(tx, accountId, procedure.openKey);
    return {
      ...common,
      findings,
      maySend: maySend(findings),
      hindrance:
        entry !== undefined
          ? { code: entry }
          : officeId === null
            ? { code: 'no_office' }
            : open !== undefined
              ? { code: 'open_already', id: open }
              : undefined,
      other: form.becomes?.(facts),
      correction: undefined,
    };
  });
}
