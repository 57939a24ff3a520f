import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { forgetUploads, passUploads } from '#modules/documents/public.ts';
import { record } from '#platform/event-log/record.ts';
import type { FormDraft } from '../domain/draft.ts';
import { answersAsked } from '../domain/form-answers.ts';
import { deleteDraft, findDraftOf, saveDraftRow } from '../store/drafts.ts';
import { matterOfDraft, mayAct } from './acting.ts';
import { asCaseFiles, type CaseFileDeps } from './case-file-deps.ts';
import { changeDraft, line, type OfDraft, savedNow } from './change-draft.ts';
import { documentsOfDraft, formFacts, officeOfPerson } from './check-form.ts';

export type TransferRefusal =
  | { readonly code: 'no_such_draft' }
  /** The answers ask for no other procedure (any more), or the draft corrects a file that was sent. */
  | { readonly code: 'stays_here' }
  /** A delegate goes on only where the other procedure is delegated, too. */
  | { readonly code: 'not_delegated' };

/**
 * The person goes on in the procedure that the answers ask for (passaggio ad altro procedimento): the draft becomes one
 * of that procedure, with everything typed and uploaded. A draft that the person had there already gives what this one
 * has not.
 */
export function transferDraft(deps: CaseFileDeps, of: OfDraft): Promise<Outcome<FormDraft, TransferRefusal>> {
  const at = deps.now();
  return changeDraft<FormDraft, TransferRefusal>(deps, of, asCaseFiles, async (tx, draft, procedure) => {
    const { accountId, actingId } = of;
    const facts = await formFacts(tx, {
      accountId,
      answers: answersAsked(procedure.form, draft.answers),
      documents: await documentsOfDraft(tx, draft),
      officeId: await officeOfPerson(tx, accountId),
      now: at,
    });
    const other = procedure.form.becomes?.(facts);
    if (other === undefined || draft.caseFileId !== null) return refused({ code: 'stays_here' });
    const there = { ...matterOfDraft(draft), procedure: other.procedure };
    if (!(await mayAct(tx, deps, actingId, there, { holds: true })))
      return refused({ code: 'not_delegated' });
    const before = await findDraftOf(tx, accountId, { procedure: other.procedure });
    const holder = { formKey: draft.id, accountId };
    if (before !== undefined) {
      await passUploads(tx, { ...holder, formKey: before.id }, draft.id);
      await forgetUploads(tx, { ...holder, formKey: before.id });
      await deleteDraft(tx, accountId, before.id);
    }
    const answers = { ...before?.answers, ...other.answers };
    const moved = {
      ...savedNow(draft, { answers, section: null }, { actingId, at }),
      procedure: other.procedure,
    };
    await saveDraftRow(tx, moved);
    await record(tx, {
      ...line('transferred', moved, actingId, at),
      facts: { from: draft.procedure, to: other.procedure },
    });
    return granted(moved);
  });
}
