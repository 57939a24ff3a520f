import type { Text } from '#kernel/locale.ts';
import { type AroundAnswer, answerProblem, longestAnswer } from './check-answer.ts';
import type { CheckVerdict, EntryAnswers, FormAnswers, FormCheck, FormFacts, FormSection } from './form.ts';
import {
  type AskedDocument,
  answersAsked,
  answerTo,
  documentsFor,
  entriesOf,
  holds,
  questionsOf,
  sectionsFor,
} from './form-answers.ts';
import { type FormProblemCode, problemText } from './form-problems.ts';
import type { FormProcedure } from './procedure.ts';

/** An answer that is missing or malformed; the path of a group alone is about the number of its entries. */
export interface FormProblem {
  readonly path: string;
  readonly code: FormProblemCode;
  readonly text: Text;
}

export interface FormFindings {
  readonly problems: readonly FormProblem[];
  readonly missingDocuments: readonly AskedDocument[];
  /** The checks of the definition that apply, in its order. */
  readonly checks: readonly { readonly check: FormCheck; readonly verdict: CheckVerdict }[];
}

/**
 * Everything that can be said of a form without a human eye: the person reads it before sending, the official on the
 * checklist, and it is the same rule.
 */
export function checkForm({ form }: Pick<FormProcedure, 'form'>, facts: FormFacts): FormFindings {
  const answers = answersAsked(form, facts.answers);
  const filed = new Set(facts.documents.map(({ path }) => path));
  const asked = { ...facts, answers };
  const sections = sectionsFor(form, answers);
  const last = sections.at(-1);
  return {
    problems: [
      ...sections.flatMap((section) => problemsOfSection(section, answers, facts.today)),
      ...(last?.ends === true ? [problem(last.name, 'nothing_to_send')] : []),
    ],
    missingDocuments: documentsFor(form, answers).filter(
      ({ path, document }) => document.optional !== true && !filed.has(path),
    ),
    checks: form.checks
      .filter(({ when }) => holds(when, answers))
      .map((check) => ({ check, verdict: check.look?.(asked) ?? 'to_be_seen' })),
  };
}

/** What is wrong on one page of the form. */
export function problemsOfSection(section: FormSection, answers: FormAnswers, today: string): FormProblem[] {
  if (section.repeats === undefined) {
    return problemsOfQuestions(section, answers, { today }, (name) => name);
  }
  const entries = entriesOf(answers, section.name);
  const { least, most } = section.repeats;
  const amount =
    entries.length < least
      ? [problem(section.name, 'too_few_entries', least)]
      : entries.length > most
        ? [problem(section.name, 'too_many_entries', most)]
        : [];
  return [
    ...amount,
    ...entries.flatMap((entry, index) =>
      problemsOfQuestions(section, answers, { today, entry }, (name) => `${section.name}/${index}/${name}`),
    ),
  ];
}

/** What is wrong in one entry of a group. */
export function problemsOfEntry(
  section: FormSection,
  answers: FormAnswers,
  index: number,
  today: string,
): FormProblem[] {
  const entry = entriesOf(answers, section.name)[index] ?? {};
  return problemsOfQuestions(
    section,
    answers,
    { today, entry },
    (name) => `${section.name}/${index}/${name}`,
  );
}

/** Whether a form may be sent as it is: warnings do not stop it, and what only an official can see neither. */
export function maySend({ problems, missingDocuments, checks }: FormFindings): boolean {
  return (
    problems.length === 0 &&
    missingDocuments.length === 0 &&
    checks.every(({ check, verdict }) => check.weight !== 'stops' || verdict !== 'fails')
  );
}

function problemsOfQuestions(
  section: FormSection,
  answers: FormAnswers,
  { today, entry }: { today: string; entry?: EntryAnswers },
  pathOf: (name: string) => string,
): FormProblem[] {
  const read = (name: string) => (entry === undefined ? answerTo(answers, name) : (entry[name] ?? ''));
  const about = { today, ...personOf(section, read) };
  return questionsOf(section, answers, entry).flatMap((question) => {
    const answer = read(question.name);
    const code =
      answer === ''
        ? question.optional === true
          ? undefined
          : 'missing'
        : answerProblem(question, answer, about);
    if (code === undefined) return [];
    return [problem(pathOf(question.name), code, code === 'too_long' ? longestAnswer(question) : 0)];
  });
}

/** Name and birth of the person of whom a page speaks, for the tax code that it asks for. */
function personOf(
  { questions }: FormSection,
  read: (name: string) => string,
): Pick<AroundAnswer, 'givenName' | 'familyName' | 'bornOn'> {
  const byName = (wanted: 'given_name' | 'family_name' | 'born_on') =>
    read(questions.find(({ name, known }) => name === wanted || known === wanted)?.name ?? wanted);
  return { givenName: byName('given_name'), familyName: byName('family_name'), bornOn: byName('born_on') };
}

function problem(path: string, code: FormProblemCode, amount = 0): FormProblem {
  return { path, code, text: problemText(code, amount) };
}
