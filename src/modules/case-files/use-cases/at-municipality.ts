import type { Outcome } from '#kernel/outcome.ts';
import { refused } from '#kernel/outcome.ts';
import type { Tx } from '#platform/database/database.ts';
import type { KeyReused } from '#platform/idempotency/once.ts';
import { type Official, principalOf } from '#platform/web/who.ts';
import { type CaseFile, isCaseFileId } from '../domain/case-file.ts';
import type { CaseFileEvent, CaseFileState } from '../domain/case-file-lifecycle.ts';
import type { ConfirmationProblem, MunicipalStage } from '../domain/municipal-stage.ts';
import { findAtMunicipality, findCaseFile } from '../store/case-files.ts';
import { findStage } from '../store/municipal-stages.ts';
import { listTimeline, type TimelineEvent } from '../store/timeline.ts';
import { asCaseFiles, type CaseFileDeps, onceOrNothing } from './case-file-deps.ts';

/** An officer at work at the desk of a municipality; the web has checked the role, the policies check the office again. */
export interface AtMunicipality {
  readonly official: Official;
  /** `comune-a952` */
  readonly municipalityId: string;
}

/** What is done to which file, in the version in which it was read. */
export interface MunicipalWish {
  readonly id: string;
  readonly version: number;
  readonly key: string;
}

export type MunicipalRefusal =
  | { readonly code: 'no_such_case_file' }
  /** What happened since it was read, the latest first. */
  | { readonly code: 'changed_meanwhile'; readonly last: TimelineEvent | undefined }
  /** The municipality has decided, or the file is not with it (any more). */
  | { readonly code: 'not_now' }
  /** Nobody has it in hand: who decides, takes it first. */
  | { readonly code: 'take_first' }
  /** A colleague has it in hand. */
  | { readonly code: 'in_hand_of_colleague' }
  | {
      readonly code: 'confirmation_incomplete';
      readonly problems: Partial<Record<'registeredOn' | 'act', ConfirmationProblem>>;
    }
  | { readonly code: 'no_reasons' }
  | { readonly code: 'no_text' }
  | { readonly code: 'text_too_long' };

/** A file for an officer of the municipality that it was sent to; others find nothing. */
export async function findForMunicipality(
  { db }: Pick<CaseFileDeps, 'db'>,
  { official, municipalityId }: AtMunicipality,
  id: string,
): Promise<CaseFile | undefined> {
  if (!isCaseFileId(id)) return undefined;
  return db.transaction(principalOf(official), (tx) => findAtMunicipality(tx, municipalityId, id));
}

export interface Locked {
  readonly file: CaseFile;
  readonly stage: MunicipalStage;
  readonly next: CaseFileState;
  readonly at: Temporal.Instant;
}

/**
 * A step of the municipality: first the file is found as this officer may see it, then held, and compared with what the
 * officer has read. The platform writes, because a step also moves documents and registers of the consulate.
 */
export async function stepAtMunicipality<Value>(
  deps: CaseFileDeps,
  by: AtMunicipality,
  { id, version, key }: MunicipalWish,
  { event, wish }: { readonly event: CaseFileEvent; readonly wish: unknown },
  work: (tx: Tx, held: Locked) => Promise<Outcome<Value, MunicipalRefusal>>,
): Promise<Outcome<Value, MunicipalRefusal | KeyReused>> {
  const at = deps.now();
  const seen = await findForMunicipality(deps, by, id);
  if (seen === undefined) return refused({ code: 'no_such_case_file' });
  const attempt = { scope: by.official.officialId, key, wish: { id, event, wish }, at };
  return onceOrNothing<Value, MunicipalRefusal>(deps, asCaseFiles, attempt, async (tx) => {
    const file = await findCaseFile(tx, seen.officeId, id, { forChange: true });
    const stage = file && (await findStage(tx, file, { forChange: true }));
    // It may have gone to another municipality since it was found.
    if (file === undefined || stage === undefined || file.municipalityId !== by.municipalityId)
      return refused({ code: 'no_such_case_file' });
    if (file.version !== version)
      return refused({ code: 'changed_meanwhile', last: (await listTimeline(tx, id)).at(-1) });
    const next = deps.procedures.of(file.procedure).lifecycle.next(file.state, event);
    return next.ok && stage.decision === null
      ? work(tx, { file, stage, next: next.value, at })
      : refused({ code: 'not_now' });
  });
}

/** Whether this officer has the file in hand; a reason where not. */
export function inHandOf(
  { officerId }: MunicipalStage,
  { official }: AtMunicipality,
): Extract<MunicipalRefusal, { code: 'take_first' | 'in_hand_of_colleague' }> | undefined {
  if (officerId === official.officialId) return undefined;
  return { code: officerId === null ? 'take_first' : 'in_hand_of_colleague' };
}
