import type { Outcome } from '#kernel/outcome.ts';
import type { Official } from '#platform/web/who.ts';
import type { CaseFileDeps } from './case-file-deps.ts';
import type { WorkRefusal } from './file-work.ts';
import { handOver } from './hand-over.ts';
import { note, putBack, type Worked, writeToPerson } from './work-on-file.ts';

/** What can be done to several files at once; each is checked and changed by itself. */
export type ManyKind = 'hand_over' | 'put_back' | 'write' | 'note';
export const manyKinds = ['hand_over', 'put_back', 'write', 'note'] as const satisfies readonly ManyKind[];

export interface WorkOnMany {
  readonly official: Official;
  readonly officeId: string;
  readonly ids: readonly string[];
  readonly kind: ManyKind;
  /** To whom the files go. */
  readonly to: string;
  /** What is written to each person, or noted on each file. */
  readonly text: string;
  readonly key: string;
}

/** How it ended for one of the files. */
export interface OneOfMany {
  readonly id: string;
  readonly outcome: Outcome<Worked, WorkRefusal>;
}

/** Files of one go: as many as a page of a list holds. */
export const mostAtOnce = 50;

/** Does the same to several files; what is refused for one is done for the others, and each says how it ended. */
export async function workOnMany(deps: CaseFileDeps, many: WorkOnMany): Promise<OneOfMany[]> {
  const ids = [...new Set(many.ids)].slice(0, mostAtOnce);
  const ended: OneOfMany[] = [];
  for (const id of ids) ended.push({ id, outcome: await workOnOne(deps, many, id) });
  return ended;
}

function workOnOne(
  deps: CaseFileDeps,
  { official, officeId, kind, to, text, key }: WorkOnMany,
  id: string,
): Promise<Outcome<Worked, WorkRefusal>> {
  const work = { official, officeId, id, key: `${key}-${id}` };
  switch (kind) {
    case 'hand_over':
      return handOver(deps, work, to);
    case 'put_back':
      return putBack(deps, work);
    case 'write':
      return writeToPerson(deps, work, text);
    case 'note':
      return note(deps, work, text);
  }
}
