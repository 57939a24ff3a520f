import { commonPasswords, ownWords } from './common-passwords.ts';
import { foldName } from './person-key.ts';

/** Shortest password where it stands alone, and beside a second factor. */
export const shortest = { alone: 15, with_second_factor: 8 } as const;
export const longest = 200;

export type PasswordFault = 'too_short' | 'too_long' | 'common' | 'repeated' | 'sequence' | 'about_you';

/** Everything that speaks against a password, or nothing; any characters will do. */
export function passwordFault(
  raw: string,
  { minimum, about }: { minimum: number; about: readonly string[] },
): PasswordFault | undefined {
  // As it is hashed: the same text typed on two keyboards is the same password.
  const password = raw.normalize('NFKC');
  const length = Array.from(password).length;
  if (length < minimum) return 'too_short';
  if (length > longest) return 'too_long';
  const folded = withoutDisguise(password);
  if (isRepeated(folded)) return 'repeated';
  if (isSequence(folded)) return 'sequence';
  if (leftOver(folded, about.flatMap(partsOf)) < leastOfOwn) return 'about_you';
  if (commonPasswords.has(folded) || leftOver(folded, [...ownWords, ...commonPasswords]) < leastOfOwn) {
    return 'common';
  }
  return undefined;
}

/** So many characters must be the person's own, besides words that a guesser tries first. */
const leastOfOwn = 5;

const disguises: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

function withoutDisguise(password: string): string {
  const plain = password.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  // Digits are put back where the whole is a number: a date is no disguised word.
  if (/^[\d\s.,/-]+$/.test(plain)) return plain.replace(/[\s.,/-]/g, '');
  return Array.from(plain)
    .map((sign) => disguises[sign] ?? sign)
    .join('')
    .replace(/[\s._-]/g, '');
}

function isRepeated(text: string): boolean {
  return new Set(text).size <= 3 || /^(.{1,8})\1{1,}.{0,3}$/su.test(text);
}

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'oi2e4s67890',
  'oizeast89',
];

/** Made of few runs along the alphabet, the digits or the keyboard. */
function isSequence(text: string): boolean {
  const ways = rows.flatMap((row) => [row, row.split('').toReversed().join('')]);
  let rest = text;
  let runs = 0;
  while (rest !== '') {
    let run = 1;
    for (const way of ways) {
      const at = way.indexOf(rest.slice(0, 1));
      if (at < 0) continue;
      let length = 1;
      while (length < rest.length && way[at + length] === rest[length]) length += 1;
      run = Math.max(run, length);
    }
    rest = rest.slice(run);
    runs += 1;
  }
  return runs <= Math.max(2, Math.floor(text.length / 5));
}

function partsOf(about: string): string[] {
  return about
    .split(/[@\s.+_-]/)
    .map((part) => withoutDisguise(foldName(part)))
    .filter((part) => part.length >= 3);
}

/** How many characters remain when the given words, and digits and signs around them, are taken out. */
function leftOver(text: string, words: readonly string[]): number {
  let rest = text;
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    if (word.length >= 3) rest = rest.replaceAll(word, '');
  }
  return rest === text ? text.length : rest.replace(/[^\p{L}]/gu, '').length;
}
