import type { Closed, ClosingWords, Kept } from '#kernel/account-closing.ts';

/** What closing an account has done, or would do, in each module. */
export type ClosingOutcome = readonly (Closed & { readonly module: string })[];

/** How long the page after a closing can be seen again; the letter stays. */
export const receiptFor = { hours: 1 } as const;

/** The words of each module, by its name. */
export type WordsByModule = Readonly<Record<string, ClosingWords>>;

/** A code without a sentence is our fault, and better seen before anything is closed than after. */
export function checkWords(outcome: ClosingOutcome, words: WordsByModule): void {
  const missing = outcome.flatMap(({ module, erased, kept }) => [
    ...erased.filter((code) => words[module]?.erased[code] === undefined),
    ...kept.filter(({ what }) => words[module]?.kept[what] === undefined).map(({ what }: Kept) => what),
    ...kept
      .filter(({ because }) => words[module]?.because[because] === undefined)
      .map(({ because }) => because),
  ]);
  if (missing.length > 0) throw new Error(`No sentence for what closing an account does: ${missing.join()}`);
}
