import type { Locale } from '#kernel/locale.ts';
import { type Day, toIso } from '../reasoning/day.ts';
import type { When } from '../reasoning/unknown.ts';

const months: Readonly<Record<Locale, readonly string[]>> = {
  it: [
    'gennaio',
    'febbraio',
    'marzo',
    'aprile',
    'maggio',
    'giugno',
    'luglio',
    'agosto',
    'settembre',
    'ottobre',
    'novembre',
    'dicembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** `6 giugno 1970`, `6 June 1970`; the first of the month is `1° giugno` in Italian. */
export function sayDay(day: Day, locale: Locale): string {
  const [year, month, date] = toIso(day).split('-').map(Number) as [number, number, number];
  return `${date}${locale === 'it' && date === 1 ? '°' : ''} ${months[locale][month - 1]} ${year}`;
}

export function sayWhen(when: When | undefined, locale: Locale): string {
  if (typeof when === 'number' && Number.isFinite(when)) return sayDay(when, locale);
  return locale === 'it' ? 'giorno da accertare' : 'a day to be established';
}

const countryNames: Readonly<Record<Locale, Intl.DisplayNames>> = {
  it: new Intl.DisplayNames('it', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
};
const named = new Map<string, string>();

export function sayCountry(code: string, locale: Locale): string {
  const key = `${code} ${locale}`;
  const known = named.get(key);
  if (known !== undefined) return known;
  const name =
    code === 'ZZ' ? (locale === 'it' ? 'non noto' : 'unknown') : (countryNames[locale].of(code) ?? code);
  named.set(key, name);
  return name;
}

/** Puts values into a sentence with {places}. */
export function fill(sentence: string, values: Readonly<Record<string, () => string>>): string {
  return elided(sentence.replace(/\{(\w+)\}/g, (place, name: string) => values[name]?.() ?? place));
}

/** `l’8 maggio`, `dall’11 luglio`: before these days the Italian article drops its vowel. */
export function elided(sentence: string): string {
  return sentence.replace(
    /\b(?:([Ii])l|([DdAaNnSs][aeu]?)l) (?=(?:8|11) (?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic))/g,
    (_found, article?: string, preposition?: string) =>
      article === undefined ? `${preposition}ll’` : article === 'I' ? 'L’' : 'l’',
  );
}

export function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
