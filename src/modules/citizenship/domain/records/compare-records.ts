import type { Locale } from '#kernel/locale.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { shapeErrors } from '../facts/parse.ts';
import type { FactError, FactsRefused } from '../facts/refusal.ts';
import { correctionOf } from './correction.ts';
import { type DifferenceClass, type DifferenceKind, differenceKinds } from './difference-kinds.ts';
import { type Found, findDifferences } from './find-differences.ts';
import { type LineRecords, recordsShape } from './shape.ts';

/** A difference between two records of a line (discordanza), with what to do about it. */
export interface Discrepancy {
  readonly person: string;
  readonly field: Found['field'];
  readonly kind: DifferenceKind;
  readonly class: DifferenceClass;
  /** The record that differs, and the one it is measured against. */
  readonly record: string;
  readonly against: string;
  readonly found: string;
  readonly expected: string;
  readonly explanation: string;
  /** How the record is corrected, where it must be. */
  readonly correction?: string;
}

export interface RecordsComparison {
  readonly discrepancies: readonly Discrepancy[];
  /** Every writing of each person's name, for the certificates that must cover them all. */
  readonly names: readonly { readonly person: string; readonly variants: readonly string[] }[];
  /** Nothing must be corrected before the application. */
  readonly ready: boolean;
}

/** Compares names, dates and places across all the records of a line. */
export function compareRecords(
  raw: unknown,
  { locale }: { locale: Locale },
): Outcome<RecordsComparison, FactsRefused> {
  const parsed = recordsShape.safeParse(raw);
  if (!parsed.success) return refused({ errors: shapeErrors(parsed.error, raw) });
  const errors = duplicates(parsed.data);
  if (errors.length > 0) return refused({ errors });
  const { found, names } = findDifferences(parsed.data.records);
  const discrepancies = found.map((each): Discrepancy => {
    const { class: level, words } = differenceKinds[each.kind];
    return {
      person: each.person,
      field: each.field,
      kind: each.kind,
      class: level,
      record: each.record.id,
      against: each.against.id,
      found: each.found,
      expected: each.expected,
      explanation: words[locale],
      ...(level === 'to_correct' && { correction: correctionOf(each.record, each.kind)[locale] }),
    };
  });
  return granted({ discrepancies, names, ready: discrepancies.every((each) => each.class !== 'to_correct') });
}

function duplicates({ records }: LineRecords): FactError[] {
  const seen = new Set<string>();
  return records.flatMap(({ id }, index) => {
    const twice = seen.has(id);
    seen.add(id);
    return twice ? [{ pointer: `/records/${index}/id`, code: 'duplicate_id' as const }] : [];
  });
}
