import { fold } from '#kernel/fold.ts';
import type { Place } from './record.ts';

export const agreements = ['same', 'spelling', 'incomplete', 'missing', 'differs', 'not_compared'] as const;
/** How what two registers say of one datum goes together. */
export type Agreement = (typeof agreements)[number];

/** Letters that registers write as two where they have no sign for them (traslitterazione, ICAO Doc 9303 part 3). */
const digraphs: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  æ: 'ae',
  œ: 'oe',
  ø: 'oe',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ı: 'i',
  ñ: 'n',
};

/** A text without accents, case, signs and blanks: `D’Amico` and `DAMICO` are one. */
const bare = (text: string) => fold(text).replaceAll(' ', '');

const transliterated = (text: string) =>
  bare(
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/\p{L}/gu, (letter) => digraphs[letter] ?? letter),
  );

/** The ways in which a text may be written without its signs. */
function writings(text: string): ReadonlySet<string> {
  return new Set([bare(text), transliterated(text)]);
}

/** Whether two names or lines are the same, the same but for their spelling, or different. */
export function compareTexts(one: string | undefined, other: string | undefined): Agreement {
  if (one === undefined || other === undefined || one === '' || other === '') return 'missing';
  if (one.normalize('NFC') === other.normalize('NFC')) return 'same';
  const others = writings(other);
  // A text of signs alone has nothing left to compare.
  return [...writings(one)].some((each) => each !== '' && others.has(each)) ? 'spelling' : 'differs';
}

/** Places in Italy by their codes where both have one; all others by State and name. */
export function comparePlaces(one: Place | undefined, other: Place | undefined): Agreement {
  if (one === undefined || other === undefined) return 'missing';
  if (one.country !== other.country) return 'differs';
  if (one.municipality !== undefined && other.municipality !== undefined)
    return one.municipality === other.municipality ? 'same' : 'differs';
  return compareTexts(one.name, other.name);
}
