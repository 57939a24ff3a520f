import { municipalityOfOffice, municipalOfficeId } from '#kernel/municipal-office.ts';
import { type Outcome, refused } from '#kernel/outcome.ts';
import { findMunicipality } from '#modules/offices/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { checkForm } from '../domain/check-form.ts';
import { checklistOf, hasObstacles, type Obstacles, obstaclesOf } from '../domain/checklist.ts';
import { contentOf, targetName } from '../domain/file-content.ts';
import type { FormTarget } from '../domain/form.ts';
import { answersAsked, documentsFor } from '../domain/form-answers.ts';
import { filedDocument } from '../domain/form-documents.ts';
import { listTicks } from '../store/checklist.ts';
import { listSendings } from '../store/sent-answers.ts';
import { insertWanted, listWanted } from '../store/wanted-corrections.ts';
import type { CaseFileDeps } from './case-file-deps.ts';
import { formFacts } from './check-form.ts';
import { documentsSent } from './correct-form.ts';
import { type FileInHand, type FileWork, type WorkRefusal, workOnFile } from './file-work.ts';
import { correctedLately } from './tick-checks.ts';
import { holderOf, type Worked } from './work-on-file.ts';

/** Something to be put right: where, and what is wrong. */
export interface Wanted {
  readonly target: FormTarget;
  readonly note: string;
}

/** Longest sentence about one place. */
export const longestIndication = 1000;

/**
 * Says what has to be put right (verifica fallita): each indication at its question or document, where the person
 * corrects it. The file comes back to the same official with its date.
 */
export function failVerification(
  deps: CaseFileDeps,
  work: FileWork,
  { wanted, text }: { readonly wanted: readonly Wanted[]; readonly text: string },
): Promise<Outcome<Worked, WorkRefusal>> {
  const asked = { wish: { wanted, text }, who: 'holder' } as const;
  return workOnFile(deps, work, asked, async (tx, { file, procedure, step, at }) => {
    if (wanted.length === 0) return refused({ code: 'nothing_wanted' });
    if (wanted.some((each) => each.note === '' || each.note.length > longestIndication))
      return refused({ code: 'text_missing' });
    const answers = answersAsked(procedure.form, file.answers);
    const content = contentOf(procedure.form, answers, undefined);
    const documents = documentsFor(procedure.form, answers);
    if (wanted.some(({ target }) => targetName(content, documents, target) === undefined))
      return refused({ code: 'no_such_place' });
    if (!procedure.lifecycle.allows(file.state, 'fail_verification')) return refused({ code: 'not_now' });
    await insertWanted(tx, file, wanted, at);
    return step('fail_verification', {
      facts: { places: wanted.length },
      ...(text === ''
        ? {}
        : { message: { kind: 'correction_wanted', text, holder: holderOf(work) } as const }),
    });
  });
}

/** Sends a complete file to the municipality of origin, which alone can confirm it (DPR 323/1989, CF-4). */
export function sendToMunicipality(
  deps: CaseFileDeps,
  work: FileWork,
): Promise<Outcome<Worked, WorkRefusal>> {
  const asked = { wish: { send: true }, who: 'holder' } as const;
  return workOnFile(deps, work, asked, async (tx, hand) => {
    const { file, procedure, step } = hand;
    if (!procedure.lifecycle.allows(file.state, 'send_to_municipality')) return refused({ code: 'not_now' });
    const obstacles = await findObstacles(tx, hand);
    if (hasObstacles(obstacles)) return refused({ code: 'not_complete', obstacles });
    const answers = answersAsked(procedure.form, file.answers);
    const origin = procedure.form.municipality?.(answers);
    const code = origin === undefined ? undefined : (municipalityOfOffice(origin) ?? origin);
    if (code === undefined || (await findMunicipality(code)) === undefined)
      return refused({ code: 'no_municipality' });
    return step('send_to_municipality', { change: { municipalityId: municipalOfficeId(code) } });
  });
}

/** Accepts a complete file that no municipality has a part in (accoglimento). */
export function defineFile(deps: CaseFileDeps, work: FileWork): Promise<Outcome<Worked, WorkRefusal>> {
  return workOnFile(deps, work, { wish: { define: true }, who: 'holder' }, async (tx, hand) => {
    if (!hand.procedure.lifecycle.allows(hand.file.state, 'define')) return refused({ code: 'not_now' });
    const obstacles = await findObstacles(tx, hand);
    return hasObstacles(obstacles) ? refused({ code: 'not_complete', obstacles }) : hand.step('define');
  });
}

/** Ends a file that nothing can put right (rigetto), with the reasons that the person reads. */
export function rejectFile(
  deps: CaseFileDeps,
  work: FileWork,
  { reasons, text }: { readonly reasons: readonly string[]; readonly text: string },
): Promise<Outcome<Worked, WorkRefusal>> {
  const asked = { wish: { reject: reasons, text }, who: 'holder' } as const;
  return workOnFile(deps, work, asked, async (_tx, { procedure, step }) => {
    const known = new Set([...procedure.form.reasonsToReject.map(({ id }) => id), otherReason]);
    if (reasons.length === 0 || reasons.some((each) => !known.has(each)))
      return refused({ code: 'reason_missing' });
    if (text === '') return refused({ code: 'text_missing' });
    return step('reject', {
      facts: { reasons },
      message: { kind: 'rejection', text, holder: holderOf(work) },
    });
  });
}

/** A reason that no definition knows: then the text alone says it. */
export const otherReason = 'other';

/** What keeps a file from going on, all at once. */
async function findObstacles(tx: Tx, { file, procedure, at }: FileInHand): Promise<Obstacles> {
  const { officeId, id, accountId } = file;
  if (accountId === null) throw new Error(`The file ${id} has no owner`);
  const answers = answersAsked(procedure.form, file.answers);
  const documents = (await documentsSent(tx, file)).flatMap((each) => filedDocument(each) ?? []);
  const facts = await formFacts(tx, { accountId, officeId, answers, documents, now: at });
  const findings = checkForm(procedure, facts);
  const corrected = correctedLately(await listSendings(tx, file), await listWanted(tx, id));
  return obstaclesOf(findings, checklistOf(findings, await listTicks(tx, officeId, id), corrected));
}
