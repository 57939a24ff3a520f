import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { countryName, isCountryCode } from '#kernel/country.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatShortDay } from '#kernel/moment.ts';
import { findMunicipality } from '#modules/offices/public.ts';
import type { ShownSection } from '../domain/file-content.ts';
import type { FormQuestion } from '../domain/form.ts';

/** The names of the municipalities that a file speaks of, by their code. */
export type MunicipalityNames = ReadonlyMap<string, string>;

export async function municipalitiesIn(
  content: readonly ShownSection[],
  locale: Locale,
): Promise<MunicipalityNames> {
  const codes = content.flatMap(({ entries }) =>
    entries.flatMap(({ answers }) =>
      answers.flatMap(({ question, answer }) => (question.kind === 'municipality' ? [answer] : [])),
    ),
  );
  const found = await Promise.all(
    [...new Set(codes)].map(async (code) => [code, await findMunicipality(code)] as const),
  );
  return new Map(
    found.flatMap(([code, office]) =>
      office === undefined
        ? []
        : [[code, `${office.municipality.name[locale]} (${office.municipality.province})`] as const],
    ),
  );
}

/** A day as people write it; what is no day stays as it was typed. */
export function dayText(raw: string, locale: Locale): string {
  return parseCivilDate(raw).ok ? formatShortDay(raw as CivilDate, locale) : raw;
}

/** An answer as people read it: days, countries and choices in words. */
export function answerText(
  { kind, choices }: Pick<FormQuestion, 'kind' | 'choices'>,
  answer: string,
  locale: Locale,
  names: MunicipalityNames = new Map(),
): string {
  switch (kind) {
    case 'date':
      return dayText(answer, locale);
    case 'country':
      return isCountryCode(answer) ? countryName(answer, locale) : answer;
    case 'municipality':
      return names.get(answer) ?? answer;
    case 'yes_no':
      return answer === 'yes' ? yesNo[locale].yes : answer === 'no' ? yesNo[locale].no : answer;
    case 'choice':
      return choices?.find(({ value }) => value === answer)?.label[locale] ?? answer;
    case 'text':
    case 'long_text':
    case 'email':
    case 'phone':
    case 'tax_code':
      return answer;
  }
}

const yesNo: Record<Locale, { yes: string; no: string }> = {
  it: { yes: 'Sì', no: 'No' },
  en: { yes: 'Yes', no: 'No' },
};
