import type { Closed, Kept } from '#kernel/account-closing.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import { closeDocumentsForAccount, eraseDocumentsSoon } from '#modules/documents/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { system } from '#platform/event-log/record.ts';
import type { CaseFile } from '../domain/case-file.ts';
import { isOpen } from '../domain/case-file-lifecycle.ts';
import { deleteCaseFile, lockCaseFilesOf } from '../store/case-files.ts';
import { listDraftsOf } from '../store/drafts.ts';
import { advance } from './advance.ts';
import type { CaseFileDeps } from './case-file-deps.ts';
import { eraseDraft } from './drafts.ts';

type KeptBecause = 'proof_of_correction' | 'proof_of_registration' | 'procedure_goes_on';

/** What of a file stays, and why; the rest may go. */
function reasonToKeep(deps: CaseFileDeps, file: CaseFile): KeptBecause | undefined {
  // An office or a municipality has it in hand, and its lifecycle does not let an account end it.
  if (isOpen(file.state)) return 'procedure_goes_on';
  const { because } = deps.procedures.of(file.procedure).keeping;
  // What was decided has to be proven later, too (GDPR art. 5(2) and 17(3)(b)).
  if (because === 'proof_of_correction' && ['closed_with_correction', 'rejected'].includes(file.state))
    return because;
  if (because === 'proof_of_registration' && ['defined', 'rejected'].includes(file.state)) return because;
  return undefined;
}

const keptAs: Record<KeptBecause, string> = {
  proof_of_correction: 'decided_corrections',
  proof_of_registration: 'decided_files',
  procedure_goes_on: 'files_in_hand',
};

function keptOf(files: readonly { readonly file: CaseFile; readonly because: KeptBecause }[]): Kept[] {
  return (Object.keys(keptAs) as KeptBecause[]).flatMap((because) => {
    const of = files.filter((each) => each.because === because).map(({ file }) => file);
    if (of.length === 0) return [];
    const until = of.reduce<CivilDate | null>(
      (latest, { keepUntil }) => (latest === null || (keepUntil ?? '') > latest ? keepUntil : latest),
      null,
    );
    return [{ what: keptAs[because], because, until }];
  });
}

/**
 * Closing an account (chiusura dell’utenza), in a transaction of the platform: drafts are erased, what can be given up
 * ends, and with it go messages and documents; what an office has in hand goes on, what was decided stays until its day.
 */
export async function closeCaseFilesForAccount(
  tx: Tx,
  deps: CaseFileDeps,
  { accountId, at }: { accountId: string; at: Temporal.Instant },
): Promise<Closed> {
  const drafts = await listDraftsOf(tx, accountId);
  for (const draft of drafts) await eraseDraft(tx, draft);
  const kept: { file: CaseFile; because: KeptBecause }[] = [];
  const files = await lockCaseFilesOf(tx, accountId);
  for (const before of files) {
    const next = deps.procedures.of(before.procedure).lifecycle.next(before.state, 'close_account');
    const actor = system('account-closing');
    const file =
      isOpen(before.state) && next.ok
        ? await advance(tx, deps, before, { event: 'close_account', next: next.value, actor, at })
        : before;
    const because = reasonToKeep(deps, file);
    if (because === undefined) {
      await eraseDocumentsSoon(tx, { officeId: file.officeId, subjectId: file.id, at });
      await deleteCaseFile(tx, file.officeId, file.id);
    } else kept.push({ file, because });
  }
  const unsent = await closeDocumentsForAccount(tx, { accountId });
  return {
    erased: [
      ...(files.length > kept.length ? ['requests'] : []),
      ...(drafts.length > 0 ? ['drafts'] : []),
      ...unsent.erased,
    ],
    kept: keptOf(kept),
  };
}
