import type { Locale } from '#kernel/locale.ts';
import { contentOf } from '../../domain/file-content.ts';
import type { FormAnswers, FormQuestion, ProcedureForm } from '../../domain/form.ts';
import { answerText, municipalitiesIn } from '../answer-text.ts';

/** How answers are written out: codes as the names that people know. */
export type AnswerText = (question: FormQuestion, answer: string) => string;

/** Reads the names of the municipalities that answers name, and answers how to write each answer. */
export async function answerTexts(
  form: Pick<ProcedureForm, 'sections'>,
  locale: Locale,
  answers: FormAnswers,
): Promise<AnswerText> {
  const names = await municipalitiesIn(contentOf(form, answers, undefined), locale);
  return (question, answer) => answerText(question, answer, locale, names);
}
