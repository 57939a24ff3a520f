import type { EntryAnswers, FormAnswers } from './form.ts';
import { entriesOf } from './form-answers.ts';

/** A form that is being filled in (bozza). */
export interface FormDraft {
  readonly id: string;
  readonly accountId: string;
  readonly procedure: string;
  /** Everything that was typed, wrong and left paths included. */
  readonly answers: FormAnswers;
  /** The page where the person stopped. */
  readonly section: string | null;
  /** The file that is being corrected, where the form was sent before. */
  readonly caseFileId: string | null;
  readonly revision: number;
  readonly savedBy: string;
  readonly createdAt: Temporal.Instant;
  readonly savedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

/** How long a draft waits after it was last saved. */
export const draftKeptFor = { days: 60 } as const;

export function draftExpiry(savedAt: Temporal.Instant): Temporal.Instant {
  return savedAt.add({ hours: draftKeptFor.days * 24 });
}

/** A page of the form, or one entry of a page that repeats. */
export interface DraftPage {
  readonly section: string;
  readonly entry: number | null;
}

/** Longest answer that a draft keeps; what is longer than its question allows is kept too, and said to be too long. */
export const longestKept = 20_000;

/** An answer that two devices changed in different ways since they last agreed. */
export interface AnswerConflict {
  readonly name: string;
  readonly mine: string;
  readonly theirs: string;
}

/**
 * Brings together what two devices typed on one page since they last agreed: what only one of them changed is taken,
 * what both changed is for the person to decide.
 */
export function mergeAnswers(
  names: readonly string[],
  { base, mine, theirs }: { base: EntryAnswers; mine: EntryAnswers; theirs: EntryAnswers },
): { readonly merged: EntryAnswers; readonly conflicts: readonly AnswerConflict[] } {
  const merged: Record<string, string> = { ...theirs };
  const conflicts: AnswerConflict[] = [];
  for (const name of names) {
    const typed = mine[name];
    if (typed === undefined) continue;
    const kept = theirs[name] ?? '';
    const before = base[name] ?? '';
    if (typed === kept || typed === before) continue;
    if (kept === before) merged[name] = typed;
    else conflicts.push({ name, mine: typed, theirs: kept });
  }
  return { merged, conflicts };
}

/** The answers of a page as they stand. */
export function answersOnPage(
  answers: FormAnswers,
  { section, entry }: DraftPage,
  names: readonly string[],
): EntryAnswers {
  if (entry !== null) return entriesOf(answers, section)[entry] ?? {};
  return Object.fromEntries(
    names.flatMap((name) => {
      const answer = answers[name];
      return typeof answer === 'string' ? [[name, answer]] : [];
    }),
  );
}

/** The answers with those of one page changed. */
export function withPage(
  answers: FormAnswers,
  { section, entry }: DraftPage,
  page: EntryAnswers,
): FormAnswers {
  if (entry === null) return { ...answers, ...page };
  const entries = [...entriesOf(answers, section)];
  while (entries.length <= entry) entries.push({});
  entries[entry] = page;
  return { ...answers, [section]: entries };
}

/** The answers with an empty entry more in a group. */
export function withEntry(answers: FormAnswers, section: string): FormAnswers {
  return { ...answers, [section]: [...entriesOf(answers, section), {}] };
}

/** The answers with one entry less in a group. */
export function withoutEntry(answers: FormAnswers, section: string, entry: number): FormAnswers {
  return { ...answers, [section]: entriesOf(answers, section).filter((_, index) => index !== entry) };
}

/** Whether two sets of answers say the same; their order says nothing. */
export function sameAnswers(one: FormAnswers, other: FormAnswers): boolean {
  return inOrder(one) === inOrder(other);
}

function inOrder(answers: FormAnswers): string {
  const sorted = (entry: EntryAnswers) => Object.entries(entry).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(
    Object.entries(answers)
      .map(([name, answer]) => [name, typeof answer === 'string' ? answer : answer.map(sorted)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
