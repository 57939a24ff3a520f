import { municipalityNamed } from '#modules/offices/public.ts';
import { tidyAnswer } from '../domain/check-answer.ts';
import { longestKept } from '../domain/draft.ts';
import type { EntryAnswers, FormAnswers, FormSection } from '../domain/form.ts';
import { answerTo, entriesOf } from '../domain/form-answers.ts';
import type { FormProcedure } from '../domain/procedure.ts';

/** In which country a national telephone number is meant. */
export function countryOf({ form }: FormProcedure, answers: FormAnswers): string | undefined {
  const question = form.sections
    .flatMap(({ questions }) => questions)
    .find(({ known }) => known === 'country');
  return question === undefined ? undefined : answerTo(answers, question.name) || undefined;
}

/** What was typed for the questions of a page, each in its one written form where it can be read. */
export async function readTyped(
  section: FormSection,
  typed: EntryAnswers,
  inCountry: string | undefined,
): Promise<EntryAnswers> {
  const read: Record<string, string> = {};
  for (const question of section.questions) {
    const raw = typed[question.name];
    if (raw === undefined) continue;
    const answer = tidyAnswer(question, raw.slice(0, longestKept), inCountry);
    read[question.name] =
      question.kind === 'municipality' && answer !== ''
        ? ((await municipalityNamed(answer))?.municipality.code ?? answer)
        : answer;
  }
  return read;
}

export async function readAll(procedure: FormProcedure, answers: FormAnswers): Promise<FormAnswers> {
  const inCountry = countryOf(procedure, answers);
  const read: Record<string, string | readonly EntryAnswers[]> = {};
  for (const section of procedure.form.sections) {
    if (section.repeats === undefined) {
      const typed = Object.fromEntries(
        section.questions.flatMap(({ name }) => {
          const answer = answers[name];
          return typeof answer === 'string' ? [[name, answer]] : [];
        }),
      );
      Object.assign(read, await readTyped(section, typed, inCountry));
    } else if (answers[section.name] !== undefined) {
      read[section.name] = await Promise.all(
        entriesOf(answers, section.name).map((entry) => readTyped(section, entry, inCountry)),
      );
    }
  }
  return read;
}
