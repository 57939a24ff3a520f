import { countryCodes, countryName } from '#kernel/country.ts';
import type { Locale } from '#kernel/locale.ts';
import type { Choice } from '#platform/web/form/fields.ts';

const listed = new Map<Locale, readonly Choice[]>();

/** All countries by name in a language, for a list to choose from. */
export function listCountries(locale: Locale): readonly Choice[] {
  const known = listed.get(locale);
  if (known !== undefined) return known;
  const choices = countryCodes
    .map((value) => ({ value, label: countryName(value, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  listed.set(locale, choices);
  return choices;
}
