import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import italian from 'i18n-iso-countries/langs/it.json' with { type: 'json' };
import type { Locale } from './locale.ts';

/** States and territories by ISO 3166-1 alpha-2, with `XK` for Kosovo. */
export const countryCodes: readonly string[] = codes.map(([alpha2]) => alpha2 as string).toSorted();

const known = new Set(countryCodes);
const names: Record<Locale, Readonly<Record<string, string | string[]>>> = {
  it: italian.countries,
  en: english.countries,
};

/** The everyday name, where the list puts a formal or a foreign one first. */
const everyday: Record<Locale, Readonly<Record<string, string>>> = {
  it: {
    CN: 'Cina',
    PS: 'Palestina',
    SH: 'Sant’Elena',
    TW: 'Taiwan',
    US: 'Stati Uniti d’America',
    VA: 'Città del Vaticano',
  },
  en: {
    CC: 'Cocos Islands',
    CI: 'Ivory Coast',
    CN: 'China',
    CZ: 'Czechia',
    FK: 'Falkland Islands',
    FM: 'Micronesia',
    GM: 'The Gambia',
    IR: 'Iran',
    MD: 'Moldova',
    MF: 'Saint Martin',
    MK: 'North Macedonia',
    PS: 'Palestine',
    RU: 'Russia',
    SX: 'Sint Maarten',
    TR: 'Turkey',
    TW: 'Taiwan',
    TZ: 'Tanzania',
    US: 'United States',
    VA: 'Vatican City',
    VG: 'British Virgin Islands',
    VI: 'US Virgin Islands',
  },
};

export function isCountryCode(raw: string): boolean {
  return known.has(raw);
}

/** Every name by which a country goes in a language, the everyday one first. */
export function countryNames(code: string, locale: Locale): readonly string[] {
  const listed = [names[locale][code] ?? []].flat();
  return [...new Set([everyday[locale][code] ?? listed[0] ?? code, ...listed])];
}

export function countryName(code: string, locale: Locale): string {
  return countryNames(code, locale)[0] ?? code;
}
