import { parseCivilDate } from '#kernel/civil-date.ts';
import { countryName, isCountryCode } from '#kernel/country.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatShortDay } from '#kernel/moment.ts';
import { findMunicipality } from '#modules/offices/public.ts';
import type { FormAnswers, FormQuestion, ProcedureForm } from '../../domain/form.ts';
import { formWords } from '../words/form-words.ts';

/** How answers are written out: codes as the names that people know. */
export type AnswerText = (question: FormQuestion, answer: string) => string;

/** Reads the names of the municipalities that answers name, and answers how to write each answer. */
export async function answerTexts(
  form: Pick<ProcedureForm, 'sections'>,
  locale: Locale,
  ...all: readonly FormAnswers[]
): Promise<AnswerText> {
  const asks = new Set(
    form.sections.flatMap(({ questions }) =>
      questions.filter(({ kind }) => kind === 'municipality').map(({ name }) => name),
    ),
  );
  const codes = new Set(
    all
      .flatMap((answers) => [
        answers,
        ...Object.values(answers)
          .filter((each) => typeof each !== 'string')
          .flat(),
      ])
      .flatMap((entry) => Object.entries(entry as Readonly<Record<string, unknown>>))
      .flatMap(([name, answer]) => (asks.has(name) && typeof answer === 'string' ? [answer] : [])),
  );
  const names = new Map<string, string>();
  for (const code of codes) {
    if (!/^[A-Z]\d{3}$/.test(code)) continue;
    const found = (await findMunicipality(code))?.municipality;
    if (found !== undefined) names.set(code, `${found.name.it} (${found.province})`);
  }
  const words = formWords[locale].page;
  return ({ kind, choices }, answer) => {
    switch (kind) {
      case 'date': {
        const day = parseCivilDate(answer);
        return day.ok ? formatShortDay(day.value, locale) : answer;
      }
      case 'country':
        return isCountryCode(answer) ? countryName(answer, locale) : answer;
      case 'municipality':
        return names.get(answer) ?? answer;
      case 'yes_no':
        return answer === 'yes' ? words.yes : answer === 'no' ? words.no : answer;
      case 'choice':
        return choices?.find(({ value }) => value === answer)?.label[locale] ?? answer;
      case 'text':
      case 'long_text':
      case 'email':
      case 'phone':
      case 'tax_code':
        return answer;
    }
  };
}
