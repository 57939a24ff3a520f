import { mayChange, placeOf } from '../../domain/correction.ts';
import type { FormTarget } from '../../domain/form.ts';
import { entriesOf, questionsOf, sectionsFor } from '../../domain/form-answers.ts';
import type { DraftView } from '../../use-cases/see-draft.ts';

/** A page of the way through a form. */
export interface Step {
  /** Path without the language. */
  readonly path: string;
  readonly section: string | null;
}

/** The pages of a form in their order, as its answers make them: sections, documents, the last look. */
export function stepsOf({ draft, procedure, answers, asked }: DraftView): Step[] {
  const base = `/drafts/${draft.id}`;
  const sections = sectionsFor(procedure.form, answers).filter(
    // A page on which nothing is asked is no page.
    (each) => each.repeats !== undefined || each.ends === true || questionsOf(each, answers).length > 0,
  );
  const pages = sections.map(({ name }) => ({ path: `${base}/sections/${name}`, section: name }));
  if (sections.at(-1)?.ends === true) return pages;
  return [
    ...pages,
    ...(asked.length > 0 ? [{ path: `${base}/documents`, section: null }] : []),
    { path: `${base}/review`, section: null },
  ];
}

/** The page after one of the form’s: in a correction always the list of what is wanted. */
export function stepAfter(view: DraftView, path: string): string {
  const review = `/drafts/${view.draft.id}/review`;
  if (view.correction !== undefined) return review;
  const steps = stepsOf(view);
  const here = steps.findIndex((each) => each.path === path);
  return steps[here + 1]?.path ?? steps.at(-1)?.path ?? review;
}

export function stepBefore(view: DraftView, path: string): string {
  if (view.correction !== undefined) return `/drafts/${view.draft.id}/review`;
  const steps = stepsOf(view);
  const here = steps.findIndex((each) => each.path === path);
  return here > 0 ? (steps[here - 1]?.path ?? path) : `/procedures/${view.procedure.id}`;
}

/** Where a draft is taken up: the page that was saved last, else the first one. */
export function stepToTakeUp(view: DraftView): string {
  if (view.correction !== undefined) return `/drafts/${view.draft.id}/review`;
  const steps = stepsOf(view);
  const last = steps.find(({ section }) => section !== null && section === view.draft.section);
  return (last ?? steps[0])?.path ?? `/drafts/${view.draft.id}/review`;
}

/** The address at which a place of the form is put right. */
export function pathTo({ draft, procedure }: DraftView, { kind, path }: FormTarget): string {
  const base = `/drafts/${draft.id}`;
  if (kind === 'document') return `${base}/documents#uploads-${path.replace('/', '-')}`;
  const place = placeOf(procedure.form, path);
  if (place === undefined) return `${base}/sections/${path.split('/')[0] ?? ''}`;
  const { page, name } = place;
  const entry = page.entry === null ? '' : `/entries/${page.entry}`;
  return `${base}/sections/${page.section}${entry}#f-${name}`;
}

/** Whether anything on a page may be changed. */
export function pageIsOpen(view: DraftView, section: string, entry: number | null): boolean {
  const found = view.procedure.form.sections.find(({ name }) => name === section);
  if (found === undefined || (found.repeats === undefined) !== (entry === null)) return false;
  if (entry !== null && entriesOf(view.draft.answers, section)[entry] === undefined) return false;
  return (
    view.correction === undefined ||
    found.questions.some(({ name }) =>
      mayChange(view.procedure.form, view.correction?.wanted, { section, entry }, name),
    )
  );
}
