import { fold } from '#kernel/fold.ts';
import type { CaseFile } from './case-file.ts';
import type { FormAnswers } from './form.ts';

const longestWord = 60;
const named = /(^|_)(given_name|family_name|tax_code)$/;

/** The words by which an office finds a file: names and tax codes of the people whom it is about, folded. */
export function wordsOf({ personName, answers }: Pick<CaseFile, 'personName' | 'answers'>): string[] {
  const texts = [personName ?? '', ...namesIn(answers)];
  return [...new Set(texts.flatMap(foldedWords))];
}

function namesIn(answers: FormAnswers): string[] {
  return Object.entries(answers).flatMap(([name, answer]) =>
    typeof answer === 'string' ? (named.test(name) ? [answer] : []) : answer.flatMap(namesIn),
  );
}

function foldedWords(text: string): string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.slice(0, longestWord));
}

/** What somebody looks for (ricerca): a protocol number, or the beginnings of words. */
export type FileSearch =
  | { readonly by: 'protocol'; readonly year: number; readonly number: number }
  | { readonly by: 'words'; readonly words: readonly string[] };

/** Beginnings shorter than this would find everybody. */
export const shortestWord = 2;

/** Reads what was typed: `2026/123` and `000123/2026` are protocol numbers, the rest are names or a tax code. */
export function parseFileSearch(typed: string): FileSearch | undefined {
  const text = typed.trim();
  const first = /^(\d{4})\s*[/-]\s*0*(\d{1,9})$/.exec(text);
  if (first !== null) return { by: 'protocol', year: Number(first[1]), number: Number(first[2]) };
  const last = /^0*(\d{1,9})\s*[/-]\s*(\d{4})$/.exec(text);
  if (last !== null) return { by: 'protocol', year: Number(last[2]), number: Number(last[1]) };
  const words = foldedWords(text).slice(0, 5);
  // The longest beginning finds the fewest: it leads.
  const leading = words.toSorted((a, b) => b.length - a.length);
  return (leading[0]?.length ?? 0) < shortestWord ? undefined : { by: 'words', words: leading };
}
