import { countryCodes, countryName, countryNames } from '#kernel/country.ts';
import { fold } from '#kernel/fold.ts';
import { type Locale, locales } from '#kernel/locale.ts';
import { bestMatches } from './search.ts';

/** A country to choose from. */
export interface CountryChoice {
  readonly code: string;
  readonly name: string;
}

/** What people call a country besides its names in the list. */
const nicknames: Readonly<Record<string, readonly string[]>> = {
  AE: ['Emirati', 'Dubai'],
  BY: ['Bielorussia'],
  CD: ['Congo Kinshasa'],
  CG: ['Congo Brazzaville'],
  CZ: ['Cechia'],
  DE: ['Deutschland'],
  CH: ['Schweiz', 'Suisse'],
  ES: ['España'],
  GB: [
    'UK',
    'Inghilterra',
    'England',
    'Scozia',
    'Scotland',
    'Galles',
    'Wales',
    'Gran Bretagna',
    'Irlanda del Nord',
  ],
  KR: ['Korea'],
  MM: ['Birmania', 'Burma'],
  NL: ['Olanda', 'Holland'],
  SZ: ['Swaziland'],
  US: ['USA', 'America'],
};

const entries = countryCodes.map((code) => ({
  code,
  spellings: [
    ...new Set(
      [...locales.flatMap((locale) => countryNames(code, locale)), ...(nicknames[code] ?? [])].map(fold),
    ),
  ],
}));

/** Countries for typed letters, in either language and by nickname; the name comes in the reader's language. */
export function searchCountries(text: string, locale: Locale, limit = 10): CountryChoice[] {
  return bestMatches(entries, text, limit).map(({ code }) => ({ code, name: countryName(code, locale) }));
}

function inAlphabet(locale: Locale): readonly CountryChoice[] {
  return countryCodes
    .map((code) => ({ code, name: countryName(code, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}

const alphabets: Record<Locale, readonly CountryChoice[]> = { it: inAlphabet('it'), en: inAlphabet('en') };

/** Every country in the alphabet of a language, for a plain select. */
export function listCountries(locale: Locale): readonly CountryChoice[] {
  return alphabets[locale];
}
