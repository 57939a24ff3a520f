import type { Office } from '#modules/offices/public.ts';
import type { Typed } from '#platform/web/form/read-form.ts';
import type { ChecklistLine, Obstacles } from '../../../domain/checklist.ts';
import type { FormTarget } from '../../../domain/form.ts';
import type { TownNames } from '../../../letters/answer-text.ts';
import type { Wanted } from '../../../use-cases/decide-file.ts';
import type { Clerk } from '../../../use-cases/hand-over.ts';
import type { SavedReply } from '../../../use-cases/saved-replies.ts';
import type { FileView } from '../../../use-cases/see-file.ts';
import type { ThreadForm } from '../../file-page.ts';

/** A file on the clerk’s workbench: what it says, what was found, and what is being written. */
export interface Workbench {
  readonly office: Office;
  readonly view: FileView;
  readonly checklist: readonly ChecklistLine[];
  readonly names: TownNames;
  readonly clerks: readonly Clerk[];
  readonly replies: readonly SavedReply[];
  readonly writing: ThreadForm;
  readonly done?: string | undefined;
  readonly warning?: string | undefined;
  /** Why the file cannot go on, where that was asked. */
  readonly obstacles?: Obstacles | undefined;
  /** How many changes happened since the page was opened. */
  readonly changes?: number | undefined;
}

/** The field in which the indication about a place is written; names of places have strokes, names of fields have not. */
export function noteField({ kind, path }: FormTarget): string {
  return `note_${kind}_${path.replaceAll('/', '.')}`;
}

/** The field of a check’s tick. */
export const tickField = (checkId: string) => `tick_${checkId}`;

/** The indications that were written, in the order of the form. */
export function wantedIn(typed: Typed, places: readonly FormTarget[]): Wanted[] {
  return places.flatMap((target) => {
    const note = (typed[noteField(target)] ?? '').trim();
    return note === '' ? [] : [{ target, note }];
  });
}

/** Every place of a form that can be put right. */
export function placesOf({ content, documents }: Pick<FileView, 'content' | 'documents'>): FormTarget[] {
  return [
    ...content.flatMap(({ entries }) =>
      entries.flatMap(({ answers }) => answers.map(({ path }): FormTarget => ({ kind: 'question', path }))),
    ),
    ...documents.map(({ asked }): FormTarget => ({ kind: 'document', path: asked.path })),
  ];
}

/** The ticks that were given. */
export function ticksIn(
  typed: Typed,
  checklist: readonly Pick<ChecklistLine, 'check'>[],
): Record<string, 'holds' | 'fails'> {
  return Object.fromEntries(
    checklist.flatMap(({ check }) => {
      const verdict = typed[tickField(check.id)];
      return verdict === 'holds' || verdict === 'fails' ? [[check.id, verdict] as const] : [];
    }),
  );
}

/** The reasons for rejection that were chosen. */
export function reasonsIn(typed: Typed): string[] {
  return (typed['reasons'] ?? '').split(',').filter((reason) => reason !== '');
}
