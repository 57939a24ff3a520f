import { wordsOf } from './name-difference.ts';

export type DateDifference = 'same' | 'less_precise' | 'day_and_month_swapped' | 'another_date';

export function compareDates(a: string, b: string): DateDifference {
  if (a === b) return 'same';
  if (a.startsWith(b) || b.startsWith(a)) return 'less_precise';
  const [year, month, day] = a.split('-');
  return b === `${year}-${day}-${month}` ? 'day_and_month_swapped' : 'another_date';
}

export type PlaceDifference =
  | 'same'
  | 'other_writing'
  | 'other_language'
  | 'more_or_less_exact'
  | 'another_place';

/** Italian towns as other languages write them. */
const towns: readonly (readonly string[])[] = [
  ['roma', 'rome'],
  ['napoli', 'naples', 'napoles'],
  ['milano', 'milan'],
  ['torino', 'turin'],
  ['venezia', 'venice', 'venise', 'venecia'],
  ['firenze', 'florence', 'florencia'],
  ['genova', 'genoa', 'genes'],
  ['padova', 'padua'],
  ['mantova', 'mantua'],
  ['siracusa', 'syracuse'],
  ['livorno', 'leghorn'],
  ['londra', 'london', 'londres'],
];

export function comparePlaces(a: string, b: string): PlaceDifference {
  if (a === b) return 'same';
  const [first, second] = [wordsOf(a), wordsOf(b)];
  if (first.join(' ') === second.join(' ')) return 'other_writing';
  if (first.every((word) => second.includes(word)) || second.every((word) => first.includes(word)))
    return 'more_or_less_exact';
  const named = (words: readonly string[]) => towns.findIndex((names) => names.includes(words.join(' ')));
  return named(first) >= 0 && named(first) === named(second) ? 'other_language' : 'another_place';
}
