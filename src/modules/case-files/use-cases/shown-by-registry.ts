import { municipalityOfOffice, municipalOfficeId } from '#kernel/municipal-office.ts';
import {
  type ChangeKind,
  type ChangeOfPerson,
  findChangeOf,
  listRegistryChangesSince,
  taxCodesOf,
} from '#modules/registry/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { record, system } from '#platform/event-log/record.ts';
import type { CaseFile } from '../domain/case-file.ts';
import { answerTo } from '../domain/form-answers.ts';
import type { MunicipalStage } from '../domain/municipal-stage.ts';
import { taxCodeQuestions } from '../domain/registry-comparison.ts';
import { findCaseFile } from '../store/case-files.ts';
import {
  findStage,
  holdRegistryCursor,
  listStagesAbout,
  saveRegistryCursor,
  saveStage,
} from '../store/municipal-stages.ts';
import { advance } from './advance.ts';
import { asCaseFiles, type CaseFileDeps } from './case-file-deps.ts';
import { decidedStage, municipalPartOf } from './municipal-stage.ts';

const actor = system('registry-shows');

/** A change that ends files: one of the registry's, looked up or followed. */
type Shown = Pick<ChangeOfPerson, 'changeId' | 'kind' | 'from' | 'at'>;

/** The change by which the registry shows what a file asked for, since it was sent to the office; nothing before it does. */
export function findShown(
  tx: Tx,
  deps: CaseFileDeps,
  file: CaseFile,
  { municipalityId }: MunicipalStage,
): Promise<ChangeOfPerson | undefined> {
  const [question] = taxCodeQuestions([deps.procedures.findForm(file.procedure)?.form ?? { sections: [] }]);
  const taxCode = question === undefined ? '' : answerTo(file.answers, question);
  return findChangeOf(tx, {
    municipality: municipalityOfOffice(municipalityId) ?? '',
    accountId: file.accountId,
    taxCode: taxCode === '' ? undefined : taxCode,
    kinds: municipalPartOf(deps, file).shownBy as ChangeKind[],
    since: file.submittedAt,
  });
}

/**
 * The registry shows the change: a file that waits for its municipality is over (CF-4, because the municipality alone
 * writes the registry), and one that was confirmed before needs no reminder any more.
 */
export async function acceptShown(
  tx: Tx,
  deps: CaseFileDeps,
  { file, stage }: { readonly file: CaseFile; readonly stage: MunicipalStage },
  change: Shown,
): Promise<void> {
  const at = deps.now();
  const facts = { change: change.changeId, kind: change.kind, municipality: stage.municipalityId };
  if (stage.decision === 'confirmed') {
    await saveStage(tx, { ...stage, shownAt: change.at, nextReminderAt: null });
    await record(tx, {
      type: 'case-file.shown-by-registry',
      subject: { kind: 'case-file', id: file.id },
      actor,
      at,
      officeId: file.officeId,
      ...(file.accountId === null ? {} : { accountId: file.accountId }),
      facts,
    });
    return;
  }
  const next = deps.procedures.of(file.procedure).lifecycle.next(file.state, 'confirm');
  if (stage.decision !== null || !next.ok) return;
  await saveStage(
    tx,
    decidedStage(stage, {
      decision: 'shown_by_registry',
      decidedAt: at,
      registeredOn: change.from,
      shownAt: change.at,
    }),
  );
  await advance(tx, deps, file, {
    event: 'confirm',
    next: next.value,
    actor,
    at,
    registeredOn: change.from,
    facts: { ...facts, by: 'registry' },
  });
}

/**
 * Ends the files whose change the registry shows: follows the changes of records, each exactly once, because the place
 * in them is written in the transaction that acts upon them. Answers how many changes were looked at.
 */
export async function closeFilesShownByRegistry(deps: CaseFileDeps): Promise<number> {
  const questions = taxCodeQuestions(deps.procedures.withForm.map(({ form }) => form));
  return deps.db.transaction(asCaseFiles, async (tx) => {
    const { changes, cursor } = await listRegistryChangesSince(tx, await holdRegistryCursor(tx));
    for (const change of changes) {
      if (change.kind !== 'aire_registration' && change.kind !== 'address_abroad') continue;
      const about = await listStagesAbout(tx, {
        municipalityId: municipalOfficeId(change.municipality),
        accountIds: change.accountIds,
        taxCodes: await taxCodesOf(tx, change.personId),
        questions,
      });
      for (const { officeId, caseFileId } of about) {
        const file = await findCaseFile(tx, officeId, caseFileId, { forChange: true });
        const stage = file && (await findStage(tx, file, { forChange: true }));
        if (file === undefined || stage === undefined) continue;
        const early = Temporal.Instant.compare(change.at, file.submittedAt) < 0;
        if (!early && municipalPartOf(deps, file).shownBy.includes(change.kind))
          await acceptShown(tx, deps, { file, stage }, change);
      }
    }
    if (changes.length > 0) await saveRegistryCursor(tx, cursor);
    return changes.length;
  });
}
