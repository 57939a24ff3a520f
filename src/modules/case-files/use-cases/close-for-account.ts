import type { Closed } from '#kernel/account-closing.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import { closeDocumentsForAccount, eraseDocumentsSoon } from '#modules/documents/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { system } from '#platform/event-log/record.ts';
import type { CaseFile } from '../domain/case-file.ts';
import { isOpen } from '../domain/case-file-lifecycle.ts';
import { deleteCaseFile, lockCaseFilesOf } from '../store/case-files.ts';
import { advance } from './advance.ts';
import type { CaseFileDeps } from './case-file-deps.ts';

/** A correction that was decided has to be proven later, too (GDPR art. 5(2) and 17(3)(b)); the rest may go. */
const isKept = (deps: CaseFileDeps, file: CaseFile) =>
  deps.procedures.of(file.procedure).keeping.because === 'proof_of_correction' &&
  ['closed_with_correction', 'rejected'].includes(file.state);

function effectOf(deps: CaseFileDeps, files: readonly CaseFile[]): Closed {
  const kept = files.filter((file) => isKept(deps, file));
  const until = kept.reduce<CivilDate | null>(
    (latest, { keepUntil }) => (latest === null || (keepUntil ?? '') > latest ? keepUntil : latest),
    null,
  );
  return {
    erased: files.length > kept.length ? ['requests'] : [],
    kept: kept.length > 0 ? [{ what: 'decided_corrections', because: 'proof_of_correction', until }] : [],
  };
}

/**
 * Closing an account (chiusura dell’utenza), in a transaction of the platform: what is open ends, requests and their
 * messages are erased with their documents, and so is what was uploaded and never sent; decided corrections stay until
 * their day.
 */
export async function closeCaseFilesForAccount(
  tx: Tx,
  deps: CaseFileDeps,
  { accountId, at }: { accountId: string; at: Temporal.Instant },
): Promise<Closed> {
  const files = await lockCaseFilesOf(tx, accountId);
  for (const file of files) {
    const next = deps.procedures.of(file.procedure).lifecycle.next(file.state, 'close_account');
    if (isOpen(file.state) && next.ok) {
      const actor = system('account-closing');
      await advance(tx, deps, file, { event: 'close_account', next: next.value, actor, at });
    }
    if (isKept(deps, file)) continue;
    await eraseDocumentsSoon(tx, { officeId: file.officeId, subjectId: file.id, at });
    await deleteCaseFile(tx, file.officeId, file.id);
  }
  const unsent = await closeDocumentsForAccount(tx, { accountId });
  const { erased, kept } = effectOf(deps, files);
  return { erased: [...erased, ...unsent.erased], kept };
}
