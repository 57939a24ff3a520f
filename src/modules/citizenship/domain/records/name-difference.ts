import { isMisspelling } from './edit-distance.ts';
import { isShortForm, isTranslated } from './first-names.ts';

/** How two writings of a name differ, from nothing to another name. */
export type NameDifference =
  | 'same'
  | 'capitals_or_accents'
  | 'order'
  | 'more_names'
  | 'translated'
  | 'short_form'
  | 'initial'
  | 'joined'
  | 'particle'
  | 'spelling'
  | 'another_name';

const particles = new Set(
  'de di da del della dello dei degli delle dal dalla dalle la lo li le il d dell dall l mac mc o van von'.split(
    ' ',
  ),
);

/** Surnames have no translations and no short forms. */
export function compareNames(
  a: string,
  b: string,
  field: 'given_names' | 'surname' = 'given_names',
): NameDifference {
  if (a === b) return 'same';
  const [first, second] = [wordsOf(a), wordsOf(b)];
  if (first.join(' ') === second.join(' ') || withUmlauts(a) === withUmlauts(b)) return 'capitals_or_accents';
  if (first.toSorted().join(' ') === second.toSorted().join(' ')) return 'order';
  const [bare, other] = [withoutParticles(first), withoutParticles(second)];
  const particle = [...first, ...second].some((word) => particles.has(word));
  if (first.join('') === second.join('')) return particle ? 'particle' : 'joined';
  if (bare !== '' && bare === other) return 'particle';
  return (
    byWords(first, second, field) ??
    (isMisspelling(first.join(''), second.join('')) ? 'spelling' : 'another_name')
  );
}

/** Small letters without accents, apostrophes and hyphens apart. */
export function wordsOf(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđ]/gu, (letter) => plain[letter] ?? letter)
    .replace(/(\p{L})['’`´](?=\s|$)/gu, '$1')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

const plain: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd' };

/** German vowels as registers without them write them. */
function withUmlauts(name: string): string {
  const written = name
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äöü]/gu, (vowel) => `${{ ä: 'a', ö: 'o', ü: 'u' }[vowel]}e`);
  return wordsOf(written).join(' ');
}

function withoutParticles(words: readonly string[]): string {
  return words.filter((word) => !particles.has(word)).join(' ');
}

/** From the closest to the farthest likeness of two words. */
const ofGivenNames: readonly [NameDifference, (a: string, b: string) => boolean][] = [
  ['same', (a, b) => a === b],
  ['translated', isTranslated],
  ['short_form', isShortForm],
  ['initial', (a, b) => (a.length === 1 || b.length === 1) && a[0] === b[0]],
  ['spelling', (a, b) => Math.min(a.length, b.length) > 2 && isMisspelling(a, b)],
];

const ofSurnames = ofGivenNames.filter(([kind]) => kind !== 'translated' && kind !== 'short_form');

/** Shorter first, so that comparing is fair to both sides. */
function inOneOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length < b.length || (a.length === b.length && a.join(' ') < b.join(' '));
}

/** Every word of the shorter writing is matched with its closest in the longer one; the farthest likeness tells. */
function byWords(
  first: readonly string[],
  second: readonly string[],
  field: 'given_names' | 'surname',
): NameDifference | undefined {
  const [shorter, longer] = inOneOrder(first, second) ? [first, second] : [second, first];
  const likenesses = field === 'surname' ? ofSurnames : ofGivenNames;
  if (shorter.length === 0) return undefined;
  const left = [...longer];
  let farthest = 0;
  for (const word of shorter) {
    const found = likenesses.findIndex(([, alike]) => left.some((each) => alike(word, each)));
    const alike = likenesses[found]?.[1];
    if (alike === undefined) return undefined;
    left.splice(
      left.findIndex((each) => alike(word, each)),
      1,
    );
    farthest = Math.max(farthest, found);
  }
  const kind = likenesses[farthest]?.[0];
  return kind === 'same' ? 'more_names' : kind;
}
