import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Tx } from '#platform/database/database.ts';
import type { KeyReused } from '#platform/idempotency/once.ts';
import { actorOf, mayAdminister, mayServe, type Official, principalOf } from '#platform/web/who.ts';
import { type CaseFile, isCaseFileId } from '../domain/case-file.ts';
import type { CaseFileEvent, CaseFileState } from '../domain/case-file-lifecycle.ts';
import type { Obstacles } from '../domain/checklist.ts';
import type { FormProcedure } from '../domain/procedure.ts';
import { findCaseFile } from '../store/case-files.ts';
import { advance, type Step } from './advance.ts';
import { asCaseFiles, type CaseFileDeps, onceOrNothing } from './case-file-deps.ts';

/** What an official does with one file of the own office. */
export interface FileWork {
  readonly official: Official;
  readonly officeId: string;
  readonly id: string;
  /** The version of the file that was looked at; without it, whatever it is now. */
  readonly version?: number | undefined;
  readonly key: string;
}

export type WorkRefusal =
  | { readonly code: 'no_such_case_file' }
  /** The state does not allow it. */
  | { readonly code: 'not_now' }
  /** Somebody did something since the page was opened: so many changes. */
  | { readonly code: 'changed_meanwhile'; readonly changes: number }
  /** A colleague has it in charge. */
  | { readonly code: 'in_other_hands' }
  /** Only who works at the office decides, not the ministry. */
  | { readonly code: 'not_of_this_office' }
  | { readonly code: 'queue_empty' }
  | { readonly code: 'reason_missing' | 'text_missing' | 'nothing_wanted' | 'no_such_place' }
  | { readonly code: 'no_such_colleague' | 'colleague_away' | 'has_it_already' }
  | { readonly code: 'no_municipality' }
  | { readonly code: 'not_complete'; readonly obstacles: Obstacles }
  | KeyReused;

export type Refusal = Exclude<WorkRefusal, KeyReused>;

/** Who may do something: everybody of the office, who has the file in charge, or that one and the administrators. */
type Who = 'office' | 'holder' | 'holder_or_admin';

export function worksAt({ roles }: Official, officeId: string): boolean {
  return roles.some((each) => each.officeId === officeId);
}

function mayDo(who: Who, { official, officeId }: FileWork, file: CaseFile): Refusal | undefined {
  if (who === 'holder_or_admin' && mayAdminister(official, officeId)) return undefined;
  if (!worksAt(official, officeId)) return { code: 'not_of_this_office' };
  if (who === 'office' || file.takenBy === official.officialId) return undefined;
  // Nobody has it: then the state refuses, not the hands.
  return file.takenBy === null ? undefined : { code: 'in_other_hands' };
}

/** A file that an official may work on, as it stands in the transaction. */
export interface FileInHand {
  readonly file: CaseFile;
  readonly procedure: FormProcedure;
  /** Takes the step, or says that the state does not allow it. */
  step(
    event: CaseFileEvent,
    more?: Omit<Partial<Step>, 'event' | 'next' | 'actor' | 'at'>,
  ): Promise<Outcome<{ id: string; state: CaseFileState; version: number }, Refusal>>;
  readonly at: Temporal.Instant;
}

/**
 * Loads a file for its change: by its office alone, once for a key, and only where nobody has changed it since it was
 * looked at.
 */
export async function workOnFile<Value>(
  deps: CaseFileDeps,
  work: FileWork,
  { wish, who }: { readonly wish: object; readonly who: Who },
  change: (tx: Tx, hand: FileInHand) => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, WorkRefusal>> {
  const { official, officeId, id, version, key } = work;
  if (!mayServe(official, officeId) || !isCaseFileId(id)) return refused({ code: 'no_such_case_file' });
  // The policies of the official decide whether there is such a file; the change itself is the platform's.
  const seen = await deps.db.transaction(principalOf(official), (tx) => findCaseFile(tx, officeId, id));
  const procedure = seen && deps.procedures.findForm(seen.procedure);
  if (procedure === undefined) return refused({ code: 'no_such_case_file' });
  const at = deps.now();
  const attempt = { scope: official.officialId, key, wish: { id, ...wish }, at };
  return onceOrNothing<Value, Refusal>(deps, asCaseFiles, attempt, async (tx) => {
    const file = await findCaseFile(tx, officeId, id, { forChange: true });
    if (file === undefined) return refused({ code: 'no_such_case_file' });
    if (version !== undefined && file.version !== version)
      return refused({ code: 'changed_meanwhile', changes: Math.max(1, file.version - version) });
    const denied = mayDo(who, work, file);
    if (denied !== undefined) return refused(denied);
    return change(tx, {
      file,
      procedure,
      at,
      async step(event, more = {}) {
        const next = procedure.lifecycle.next(file.state, event);
        if (!next.ok) return refused({ code: 'not_now' });
        const moved = await advance(tx, deps, file, {
          ...more,
          event,
          next: next.value,
          actor: actorOf(official),
          at,
        });
        return granted({ id, state: moved.state, version: moved.version });
      },
    });
  });
}
