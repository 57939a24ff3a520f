import countries from 'i18n-iso-countries';
import type { Locale } from '#kernel/locale.ts';
import type { Choice } from '#platform/web/form/fields.ts';

const listed = new Map<Locale, readonly Choice[]>();

/** All countries by name in a language (ISO 3166-1). */
export function listCountries(locale: Locale): readonly Choice[] {
  const known = listed.get(locale);
  if (known !== undefined) return known;
  const choices = Object.entries(countries.getNames(locale, { select: 'official' }))
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  listed.set(locale, choices);
  return choices;
}

export function countryName(code: string, locale: Locale): string {
  return countries.getName(code, locale) ?? code;
}

export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && countries.isValid(code);
}
