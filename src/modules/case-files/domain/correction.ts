import type { FormFindings } from './check-form.ts';
import type { DraftPage } from './draft.ts';
import type {
  FormAnswers,
  FormCondition,
  FormQuestion,
  FormTarget,
  ProcedureForm,
  RequiredDocument,
} from './form.ts';
import { answerAt, documentsFor } from './form-answers.ts';

/** Something that the office wants put right, at its place of the form (indicazione). */
export interface WantedCorrection {
  readonly id: string;
  readonly target: FormTarget;
  readonly note: string;
  /** Which time the file came back. */
  readonly round: number;
  readonly at: Temporal.Instant;
  readonly answeredAt: Temporal.Instant | null;
}

type Wanted = readonly Pick<WantedCorrection, 'target'>[] | undefined;

/** The path of a question on a page. */
export function pathOn({ section, entry }: DraftPage, name: string): string {
  return entry === null ? name : `${section}/${entry}/${name}`;
}

/**
 * Whether an answer may be changed: everything while the form was not sent yet, then only what is wanted and what
 * depends on it.
 */
export function mayChange(
  form: Pick<ProcedureForm, 'sections'>,
  wanted: Wanted,
  page: DraftPage,
  name: string,
): boolean {
  if (wanted === undefined) return true;
  const paths = new Set(wanted.flatMap(({ target }) => (target.kind === 'question' ? [target.path] : [])));
  return dependsOn(form, paths, page, name, new Set());
}

function dependsOn(
  form: Pick<ProcedureForm, 'sections'>,
  paths: ReadonlySet<string>,
  page: DraftPage,
  name: string,
  seen: Set<string>,
): boolean {
  const path = pathOn(page, name);
  if (paths.has(path)) return true;
  if (seen.has(path)) return false;
  seen.add(path);
  const section = form.sections.find((each) => each.name === page.section);
  const question = section?.questions.find((each) => each.name === name);
  const conditions = [question?.when, section?.when].filter((each) => each !== undefined);
  return conditions.some(({ name: on }) => {
    const here = section?.questions.some((each) => each.name === on) === true;
    if (here) return dependsOn(form, paths, page, on, seen);
    const owner = form.sections.find(
      (each) => each.repeats === undefined && each.questions.some((other) => other.name === on),
    );
    return owner !== undefined && dependsOn(form, paths, { section: owner.name, entry: null }, on, seen);
  });
}

/** Whether a document may be sent anew: it is wanted, or it is asked for because of what may be changed. */
export function mayReplace(
  form: Pick<ProcedureForm, 'sections'>,
  wanted: Wanted,
  { path, document }: { readonly path: string; readonly document: RequiredDocument },
): boolean {
  if (wanted === undefined) return true;
  if (wanted.some(({ target }) => target.kind === 'document' && target.path === path)) return true;
  return document.when !== undefined && hangsOn(form, wanted, document, document.when, path);
}

function hangsOn(
  form: Pick<ProcedureForm, 'sections'>,
  wanted: Wanted,
  { forEach }: RequiredDocument,
  { name }: FormCondition,
  path: string,
): boolean {
  const inGroup = form.sections.find(
    (each) => each.name === forEach && each.questions.some((question) => question.name === name),
  );
  const owner =
    inGroup ??
    form.sections.find(
      (each) =>
        each.repeats === undefined && each.questions.some((question: FormQuestion) => question.name === name),
    );
  if (owner === undefined) return false;
  const entry = inGroup === undefined ? null : Number(path.split('/').at(-1));
  return mayChange(form, wanted, { section: owner.name, entry }, name);
}

/** Of everything that is wrong, what the person can put right in this correction. */
export function findingsWithin(
  { problems, missingDocuments, checks }: FormFindings,
  {
    form,
    wanted,
    answers,
  }: { form: ProcedureForm; wanted: readonly WantedCorrection[]; answers: FormAnswers },
): FormFindings {
  const asked = documentsFor(form, answers);
  const canChange = (path: string): boolean => {
    const place = placeOf(form, path);
    return place !== undefined && mayChange(form, wanted, place.page, place.name);
  };
  const canReplace = (path: string) =>
    asked.some((each) => each.path === path && mayReplace(form, wanted, each));
  return {
    problems: problems.filter(({ path }) => canChange(path)),
    missingDocuments: missingDocuments.filter(({ path }) => canReplace(path)),
    checks: checks.filter(({ check }) =>
      check.about.some(({ kind, path }) =>
        kind === 'question'
          ? canChange(path)
          : asked.some(
              (each) => (each.path === path || each.document.name === path) && canReplace(each.path),
            ),
      ),
    ),
  };
}

/** On which page a question stands that a path names. */
export function placeOf(
  { sections }: Pick<ProcedureForm, 'sections'>,
  path: string,
): { readonly page: DraftPage; readonly name: string } | undefined {
  const [first = '', index, last] = path.split('/');
  if (index !== undefined && last !== undefined) {
    const group = sections.find(({ name, repeats }) => name === first && repeats !== undefined);
    if (group === undefined || !/^\d{1,3}$/.test(index)) return undefined;
    return { page: { section: first, entry: Number(index) }, name: last };
  }
  const section = sections.find(
    ({ repeats, questions }) => repeats === undefined && questions.some(({ name }) => name === path),
  );
  return section && { page: { section: section.name, entry: null }, name: path };
}

/** What the office asked for and the person has left as it was. */
export function unansweredOf(
  wanted: readonly WantedCorrection[],
  { before, after, uploaded }: { before: FormAnswers; after: FormAnswers; uploaded: readonly string[] },
): WantedCorrection[] {
  return wanted.filter(({ target }) =>
    target.kind === 'question'
      ? answerAt(before, target.path) === answerAt(after, target.path)
      : !uploaded.includes(target.path),
  );
}
