import { parseCivilDate, plainDate } from '#kernel/civil-date.ts';
import { isCountryCode } from '#kernel/country.ts';
import { parsePhoneNumber } from '#kernel/phone-number.ts';
import { taxCodeFault } from '#kernel/tax-code.ts';
import type { FormQuestion } from './form.ts';
import type { FormProblemCode } from './form-problems.ts';

/** Longest answer in characters, where the question says nothing else. */
export function longestAnswer({ kind, longest }: Pick<FormQuestion, 'kind' | 'longest'>): number {
  return longest ?? (kind === 'long_text' ? 2000 : 200);
}

/** What else was said of the same person, as far as an answer has to fit it. */
export interface AroundAnswer {
  readonly today: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: string;
}

const codeOfMunicipality = /^[A-Z]\d{3}$/;
const emailShape = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/u;

/** An answer as it is kept: without stray blanks, numbers and codes in their one written form where they can be read. */
export function tidyAnswer(
  { kind }: Pick<FormQuestion, 'kind'>,
  raw: string,
  country: string | undefined,
): string {
  const text = raw.replaceAll('\r\n', '\n').replaceAll('\0', '').normalize('NFC').trim();
  if (kind === 'long_text') return text;
  const line = text.replace(/\s+/g, ' ');
  if (kind === 'tax_code') return line.replaceAll(' ', '').toUpperCase();
  if (kind === 'country') return isCountryCode(line.toUpperCase()) ? line.toUpperCase() : line;
  if (kind === 'phone') {
    const number = parsePhoneNumber(line, country);
    return number.ok ? number.value : line;
  }
  return line;
}

/** What is wrong with one answer that was given, by the kind of its question; nothing where it is well formed. */
export function answerProblem(
  question: FormQuestion,
  answer: string,
  around: AroundAnswer,
): FormProblemCode | undefined {
  if (answer.length > longestAnswer(question)) return 'too_long';
  switch (question.kind) {
    case 'text':
    case 'long_text':
      return undefined;
    case 'date':
      return dateProblem(question, answer, around.today);
    case 'email':
      return emailShape.test(answer) && answer.length <= 254 ? undefined : 'not_an_email';
    case 'phone': {
      const number = parsePhoneNumber(answer);
      if (number.ok) return undefined;
      return number.refusal.code === 'country_prefix_missing' ? 'phone_prefix_missing' : 'not_a_phone';
    }
    case 'tax_code':
      return taxCodeFault(answer, around);
    case 'country':
      return isCountryCode(answer) ? undefined : 'not_a_country';
    case 'municipality':
      return codeOfMunicipality.test(answer) ? undefined : 'not_a_municipality';
    case 'yes_no':
      return answer === 'yes' || answer === 'no' ? undefined : 'not_a_choice';
    case 'choice':
      return question.choices?.some(({ value }) => value === answer) === true ? undefined : 'not_a_choice';
  }
}

function dateProblem({ must }: FormQuestion, answer: string, today: string): FormProblemCode | undefined {
  const day = parseCivilDate(answer);
  if (!day.ok) return 'not_a_date';
  if (must === 'past' && day.value > today) return 'not_past';
  if (must === 'future' && day.value < today) return 'not_future';
  const oldest = plainDate(day.value).add({ years: 150 }).toString();
  return must !== 'future' && oldest < today ? 'too_long_ago' : undefined;
}
