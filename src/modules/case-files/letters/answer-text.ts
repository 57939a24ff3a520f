import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { countryName, isCountryCode } from '#kernel/country.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatDay } from '#kernel/moment.ts';
import type { FormQuestion } from '../domain/form.ts';

/** Names of municipalities by their land-registry code, as far as a paper needs them. */
export type TownNames = ReadonlyMap<string, string>;

export interface Wording {
  readonly locale: Locale;
  readonly towns: TownNames;
  /** How a day is written: in full, unless the page is narrow. */
  readonly day?: (day: CivilDate, locale: Locale) => string;
}

const yesNo: Record<Locale, Readonly<Record<string, string>>> = {
  it: { yes: 'Sì', no: 'No' },
  en: { yes: 'Yes', no: 'No' },
};

/** An answer as people read it: days, names of States and municipalities, the words of a choice. */
export function answerText(
  question: Pick<FormQuestion, 'kind' | 'choices'>,
  answer: string,
  { locale, towns, day: written = formatDay }: Wording,
): string {
  switch (question.kind) {
    case 'date': {
      const day = parseCivilDate(answer);
      return day.ok ? written(day.value, locale) : answer;
    }
    case 'country':
      return isCountryCode(answer) ? countryName(answer, locale) : answer;
    case 'municipality':
      return towns.get(answer) ?? answer;
    case 'yes_no':
      return yesNo[locale][answer] ?? answer;
    case 'choice':
      return question.choices?.find(({ value }) => value === answer)?.label[locale] ?? answer;
    case 'text':
    case 'long_text':
    case 'email':
    case 'phone':
    case 'tax_code':
      return answer;
  }
}
