import type { CivilDate } from '#kernel/civil-date.ts';
import { parseCivilDate } from '#kernel/civil-date.ts';
import { countryName } from '#kernel/country.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatShortDay } from '#kernel/moment.ts';
import { findMunicipality } from '#modules/offices/public.ts';
import type { FormQuestion } from '../domain/form.ts';
import { municipalityWords } from './words/municipality.ts';

/** A day as people write it; what is no day stays as it was typed. */
export function dayText(raw: string, locale: Locale): string {
  const day = parseCivilDate(raw);
  return day.ok ? formatShortDay(day.value as CivilDate, locale) : raw;
}

/** An answer as it is read: choices by their labels, States and municipalities by their names, days written out. */
export async function answerText(
  { kind, choices }: FormQuestion,
  answer: string,
  locale: Locale,
): Promise<string> {
  const words = municipalityWords[locale];
  switch (kind) {
    case 'choice':
      return choices?.find(({ value }) => value === answer)?.label[locale] ?? answer;
    case 'yes_no':
      return answer === 'yes' ? words.yes : answer === 'no' ? words.no : answer;
    case 'country':
      return countryName(answer, locale);
    case 'municipality':
      return (await findMunicipality(answer))?.municipality.name[locale] ?? answer;
    case 'date':
      return dayText(answer, locale);
    default:
      return answer;
  }
}
