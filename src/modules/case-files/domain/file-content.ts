import type { FormAnswers, FormQuestion, FormSection, FormTarget, ProcedureForm } from './form.ts';
import type { AskedDocument } from './form-answers.ts';
import { answersAsked, entriesOf, questionsOf, sectionsFor } from './form-answers.ts';

/** An answer with its place in the form. */
export interface ShownAnswer {
  readonly path: string;
  readonly question: FormQuestion;
  readonly answer: string;
  /** It reads differently from the time before. */
  readonly changed: boolean;
}

/** A page of the form as it was answered; a group has one list for each entry. */
export interface ShownSection {
  readonly section: FormSection;
  readonly entries: readonly { readonly called: string; readonly answers: readonly ShownAnswer[] }[];
}

/** What a file says, page by page, beside what it said the time before. */
export function contentOf(
  form: Pick<ProcedureForm, 'sections'>,
  answers: FormAnswers,
  before: FormAnswers | undefined,
): ShownSection[] {
  const said = answersAsked(form, answers);
  const saidBefore = before && readingsOf(form, before);
  const shown = (section: FormSection, entry: Readonly<Record<string, unknown>>, index?: number) =>
    questionsOf(section, said, index === undefined ? undefined : (entry as Record<string, string>)).flatMap(
      (question): ShownAnswer[] => {
        const answer = typeof entry[question.name] === 'string' ? (entry[question.name] as string) : '';
        const path = index === undefined ? question.name : `${section.name}/${index}/${question.name}`;
        if (answer === '' && question.optional && (saidBefore?.get(path) ?? '') === '') return [];
        const changed = saidBefore !== undefined && (saidBefore.get(path) ?? '') !== answer;
        return [{ path, question, answer, changed }];
      },
    );
  return sectionsFor(form, said).map((section) => ({
    section,
    entries:
      section.repeats === undefined
        ? [{ called: '', answers: shown(section, said) }]
        : entriesOf(said, section.name).map((entry, index) => ({
            called: (section.repeats?.calledBy ?? [])
              .map((name) => entry[name] ?? '')
              .filter((part) => part !== '')
              .join(' '),
            answers: shown(section, entry, index),
          })),
  }));
}

/** Every answer by its path. */
function readingsOf(form: Pick<ProcedureForm, 'sections'>, answers: FormAnswers): Map<string, string> {
  return new Map(
    contentOf(form, answers, undefined).flatMap(({ entries }) =>
      entries.flatMap((entry) => entry.answers.map(({ path, answer }): [string, string] => [path, answer])),
    ),
  );
}

/** How a place of the form is called in a sentence: the label of the question, or the title of the document. */
export function targetName(
  content: readonly ShownSection[],
  documents: readonly AskedDocument[],
  { kind, path }: FormTarget,
): { readonly name: ShownAnswer['question']['label']; readonly of: string } | undefined {
  if (kind === 'document') {
    const asked = documents.find((each) => each.path === path);
    return asked && { name: asked.document.title, of: calledOf(asked) };
  }
  for (const { entries } of content) {
    for (const { called, answers } of entries) {
      const found = answers.find((each) => each.path === path);
      if (found !== undefined) return { name: found.question.label, of: called };
    }
  }
  return undefined;
}

/** Whom a document of a group is about. */
export function calledOf({ entry }: AskedDocument): string {
  return entry === undefined ? '' : [entry['given_name'], entry['family_name']].filter(Boolean).join(' ');
}
