import type {
  EntryAnswers,
  FormAnswers,
  FormCondition,
  FormQuestion,
  FormSection,
  ProcedureForm,
  RequiredDocument,
} from './form.ts';

/** One answer outside groups; nothing where it was not given. */
export function answerTo(answers: FormAnswers, name: string): string {
  const answer = answers[name];
  return typeof answer === 'string' ? answer : '';
}

/** The entries of a group. */
export function entriesOf(answers: FormAnswers, section: string): readonly EntryAnswers[] {
  const entries = answers[section];
  return typeof entries === 'object' ? entries : [];
}

/** The answer at a path: `given_name` or `family/0/given_name`. */
export function answerAt(answers: FormAnswers, path: string): string {
  const [section = '', index, name] = path.split('/');
  if (index === undefined || name === undefined) return answerTo(answers, path);
  return entriesOf(answers, section)[Number(index)]?.[name] ?? '';
}

export function holds(
  condition: FormCondition | undefined,
  answers: FormAnswers,
  entry: EntryAnswers = {},
): boolean {
  return (
    condition === undefined ||
    condition.is.includes(entry[condition.name] ?? answerTo(answers, condition.name))
  );
}

/** The pages that are shown, given what was answered so far: the path follows from the answers. */
export function sectionsFor(form: Pick<ProcedureForm, 'sections'>, answers: FormAnswers): FormSection[] {
  return form.sections.filter(({ when }) => holds(when, answers));
}

/** The questions of a page that are asked. */
export function questionsOf(
  section: FormSection,
  answers: FormAnswers,
  entry?: EntryAnswers,
): FormQuestion[] {
  return section.questions.filter(({ when }) => holds(when, answers, entry));
}

/** A document that is asked for, with its path and, in a group, the entry that it is about. */
export interface AskedDocument {
  readonly path: string;
  readonly document: RequiredDocument;
  readonly entry?: EntryAnswers;
}

/** The documents that are asked for, given the answers. */
export function documentsFor(form: Pick<ProcedureForm, 'documents'>, answers: FormAnswers): AskedDocument[] {
  return form.documents.flatMap((document): AskedDocument[] => {
    if (document.forEach === undefined)
      return holds(document.when, answers) ? [{ path: document.name, document }] : [];
    return entriesOf(answers, document.forEach).flatMap((entry, index) =>
      holds(document.when, answers, entry) ? [{ path: `${document.name}/${index}`, document, entry }] : [],
    );
  });
}

/**
 * What was answered to questions that are asked: answers on a path that was left do not stay, and what hung on them
 * goes with them.
 */
export function answersAsked(form: Pick<ProcedureForm, 'sections'>, answers: FormAnswers): FormAnswers {
  let kept = answersAskedAtOnce(form, answers);
  for (let before = answers; count(kept) < count(before); ) {
    before = kept;
    kept = answersAskedAtOnce(form, kept);
  }
  return kept;
}

function count(answers: FormAnswers): number {
  return Object.values(answers)
    .flatMap((each) => (typeof each === 'string' ? [each] : each.flatMap((entry) => Object.values(entry))))
    .filter((each) => each !== '').length;
}

function answersAskedAtOnce(form: Pick<ProcedureForm, 'sections'>, answers: FormAnswers): FormAnswers {
  const kept: Record<string, string | readonly EntryAnswers[]> = {};
  const only = (section: FormSection, entry?: EntryAnswers) =>
    questionsOf(section, answers, entry).flatMap(({ name }): [string, string][] => {
      const answer = entry === undefined ? answerTo(answers, name) : (entry[name] ?? '');
      return answer === '' ? [] : [[name, answer]];
    });
  for (const section of sectionsFor(form, answers)) {
    if (section.repeats === undefined) Object.assign(kept, Object.fromEntries(only(section)));
    else
      kept[section.name] = entriesOf(answers, section.name).map((entry) =>
        Object.fromEntries(only(section, entry)),
      );
  }
  return kept;
}
