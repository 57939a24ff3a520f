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

/**
 * The way through the form: the pages that are shown, and the answers to what is asked on them. An answer that was left
 * behind on another way counts for nothing, so that it opens no further page.
 */
function walk(
  { sections }: Pick<ProcedureForm, 'sections'>,
  answers: FormAnswers,
): { readonly shown: FormSection[]; readonly kept: FormAnswers } {
  const shown: FormSection[] = [];
  const kept: Record<string, string | readonly EntryAnswers[]> = {};
  for (const section of sections) {
    if (!holds(section.when, kept)) continue;
    shown.push(section);
    const given = (entry?: EntryAnswers) => {
      const typed = (name: string) => (entry === undefined ? answerTo(answers, name) : (entry[name] ?? ''));
      const asked = questionsOf(section, { ...kept, ...onPage(section, answers) }, entry);
      return Object.fromEntries(
        asked.flatMap(({ name }) => (typed(name) === '' ? [] : [[name, typed(name)] as const])),
      );
    };
    if (section.repeats === undefined) Object.assign(kept, given());
    else kept[section.name] = entriesOf(answers, section.name).map(given);
    if (section.ends) break;
  }
  return { shown, kept };
}

/** What was typed on one page. */
function onPage(section: FormSection, answers: FormAnswers): EntryAnswers {
  if (section.repeats !== undefined) return {};
  return Object.fromEntries(section.questions.map(({ name }) => [name, answerTo(answers, name)]));
}

/** The pages that are shown, given what was answered so far: the path follows from the answers. */
export function sectionsFor(form: Pick<ProcedureForm, 'sections'>, answers: FormAnswers): FormSection[] {
  return walk(form, answers).shown;
}

/** The questions of a page that are asked; one that is not asked has no answer for those after it. */
export function questionsOf(
  section: FormSection,
  answers: FormAnswers,
  entry?: EntryAnswers,
): FormQuestion[] {
  const before: Record<string, string> = {};
  return section.questions.filter(({ name, when }) => {
    const isAsked = holds(when, answers, before);
    const typed = entry === undefined ? answerTo(answers, name) : (entry[name] ?? '');
    before[name] = isAsked ? typed : '';
    return isAsked;
  });
}

/** A document that is asked for, with its path and, in a group, the entry that it is about. */
export interface AskedDocument {
  readonly path: string;
  readonly document: RequiredDocument;
  readonly entry?: EntryAnswers;
}

/** The documents that are asked for, given the answers; none where the form ended before its end. */
export function documentsFor(
  form: Pick<ProcedureForm, 'documents' | 'sections'>,
  answers: FormAnswers,
): AskedDocument[] {
  const { shown, kept } = walk(form, answers);
  if (shown.at(-1)?.ends) return [];
  return form.documents.flatMap((document): AskedDocument[] => {
    if (document.forEach === undefined)
      return holds(document.when, kept) ? [{ path: document.name, document }] : [];
    return entriesOf(kept, document.forEach).flatMap((entry, index) =>
      holds(document.when, kept, entry) ? [{ path: `${document.name}/${index}`, document, entry }] : [],
    );
  });
}

/** What was answered to questions that are asked: answers on a path that was left do not stay. */
export function answersAsked(form: Pick<ProcedureForm, 'sections'>, answers: FormAnswers): FormAnswers {
  return walk(form, answers).kept;
}
