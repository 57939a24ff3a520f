import { type Outcome, refused } from '#kernel/outcome.ts';
import type { CaseFileState } from '../domain/case-file-lifecycle.ts';
import type { CaseFileDeps } from './case-file-deps.ts';
import { type FileWork, type WorkRefusal, workOnFile } from './file-work.ts';

/** How a file stands after a step. */
export interface Worked {
  readonly id: string;
  readonly state: CaseFileState;
  readonly version: number;
}

/** Gives a file back to the queue, at the place of its date. */
export function putBack(deps: CaseFileDeps, work: FileWork): Promise<Outcome<Worked, WorkRefusal>> {
  return workOnFile(deps, work, { wish: { putBack: true }, who: 'holder_or_admin' }, async (_tx, { step }) =>
    step('put_back'),
  );
}

/** Writes something down for the colleagues (nota interna), which the person does not see. */
export function note(
  deps: CaseFileDeps,
  work: FileWork,
  text: string,
): Promise<Outcome<Worked, WorkRefusal>> {
  return workOnFile(deps, work, { wish: { note: text }, who: 'office' }, async (_tx, { step }) =>
    text === ''
      ? refused({ code: 'text_missing' })
      : step('note', { message: { kind: 'internal_note', text, holder: holderOf(work) } }),
  );
}

/** Writes to the person; the file stays where it is. */
export function writeToPerson(
  deps: CaseFileDeps,
  work: FileWork,
  text: string,
): Promise<Outcome<Worked, WorkRefusal>> {
  return workOnFile(deps, work, { wish: { write: text }, who: 'office' }, async (_tx, { step }) =>
    text === ''
      ? refused({ code: 'text_missing' })
      : step('write', { message: { kind: 'message', text, holder: holderOf(work) } }),
  );
}

/** Writes to the municipality that has the file: the two desks read it, the person sees that they wrote, not what. */
export function writeToMunicipality(
  deps: CaseFileDeps,
  work: FileWork,
  text: string,
): Promise<Outcome<Worked, WorkRefusal>> {
  const asked = { wish: { writeToMunicipality: text }, who: 'office' } as const;
  return workOnFile(deps, work, asked, async (_tx, { step }) =>
    text === ''
      ? refused({ code: 'text_missing' })
      : step('write_between_offices', {
          message: { kind: 'between_offices', text, holder: holderOf(work) },
        }),
  );
}

/** The files that were uploaded with the form of a step travel under its key. */
export function holderOf({ key }: FileWork): { formKey: string; accountId: null } {
  return { formKey: key, accountId: null };
}
