/** How two writings of a name differ, from nothing to another name. */
export type NameDifference =
  | 'same'
  | 'capitals_or_accents'
  | 'order'
  | 'more_names'
  | 'translated'
  | 'particle'
  | 'spelling'
  | 'another_name';

/** Given names that are one name in several languages; the Italian one first. */
const translations: readonly (readonly string[])[] = [
  ['giuseppe', 'joseph', 'jose', 'josef'],
  ['giovanni', 'john', 'juan', 'joao', 'jean', 'johann'],
  ['maria', 'mary', 'marie'],
  ['antonio', 'anthony', 'antoine', 'anton'],
  ['francesco', 'francis', 'francisco', 'frank'],
  ['luigi', 'louis', 'luis', 'lewis'],
  ['pietro', 'peter', 'pedro', 'pierre'],
  ['paolo', 'paul', 'pablo', 'paulo'],
  ['carlo', 'charles', 'carlos', 'karl'],
  ['michele', 'michael', 'miguel', 'michel'],
  ['giacomo', 'james', 'jaime', 'santiago', 'jacques'],
  ['domenico', 'dominic', 'domingo'],
  ['vincenzo', 'vincent', 'vicente'],
  ['lorenzo', 'lawrence', 'laurence'],
  ['guglielmo', 'william', 'guillermo', 'wilhelm'],
  ['giorgio', 'george', 'jorge', 'georges'],
  ['caterina', 'catherine', 'katherine', 'catalina', 'catarina'],
  ['lucia', 'lucy'],
  ['anna', 'ann', 'anne', 'ana'],
  ['teresa', 'theresa', 'therese'],
  ['rosa', 'rose'],
  ['margherita', 'margaret', 'margarita'],
  ['elisabetta', 'elizabeth', 'isabel'],
  ['angelo', 'angel'],
  ['salvatore', 'salvador', 'sam'],
];
const particles = new Set([
  'de',
  'di',
  'da',
  'del',
  'della',
  'dello',
  'dei',
  'degli',
  'dal',
  'dalla',
  'la',
  'lo',
  'li',
  'le',
  'd',
  'dell',
]);

export function compareNames(a: string, b: string): NameDifference {
  if (a === b) return 'same';
  const [first, second] = [wordsOf(a), wordsOf(b)];
  if (first.join(' ') === second.join(' ')) return 'capitals_or_accents';
  if (first.toSorted().join(' ') === second.toSorted().join(' ')) return 'order';
  if (first.join('') === second.join('')) return 'particle';
  if (withoutParticles(first) === withoutParticles(second)) return 'particle';
  if (
    first.length === second.length &&
    first.every((word, index) => isTranslation(word, second[index] ?? ''))
  )
    return 'translated';
  const [shorter, longer] = first.length < second.length ? [first, second] : [second, first];
  if (shorter.length < longer.length && shorter.every((word) => longer.includes(word))) return 'more_names';
  return isMisspelling(first.join(''), second.join('')) ? 'spelling' : 'another_name';
}

/** Small letters without accents, apostrophes and hyphens apart. */
export function wordsOf(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/(\p{L})['’`´](?=\s|$)/gu, '$1')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

function withoutParticles(words: readonly string[]): string {
  return words.filter((word) => !particles.has(word)).join(' ');
}

function isTranslation(a: string, b: string): boolean {
  return a === b || translations.some((names) => names.includes(a) && names.includes(b));
}

/** Letters changed, left out, added or swapped with their neighbour: at most two, or one in a short name. */
function isMisspelling(a: string, b: string): boolean {
  return editDistance(a, b) <= (Math.max(a.length, b.length) < 6 ? 1 : 2);
}

function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const least = Math.min(
        (rows[row - 1]?.[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (rows[row - 1]?.[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      line.push(swapped ? Math.min(least, (rows[row - 2]?.[column - 2] ?? 0) + 1) : least);
    }
    rows.push(line);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
