import { stringify } from 'csv-stringify/sync';
import writeExcel from 'write-excel-file/node';
import type { Locale } from '#kernel/locale.ts';

/** A table to download: one name for each column, then the rows. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** As text, with the separator that spreadsheets expect in a language; no cell is ever taken for a formula. */
export function csvOf({ columns, rows }: Sheet, locale: Locale): string {
  return stringify([[...columns], ...rows.map((row) => [...row])], {
    bom: true,
    delimiter: locale === 'it' ? ';' : ',',
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: {
      number: (value) => (locale === 'it' ? String(value).replace('.', ',') : String(value)),
    },
  });
}

/** As a workbook: texts are texts and numbers are numbers, so that nothing in it is a formula. */
export async function xlsxOf({ name, columns, rows }: Sheet): Promise<Buffer> {
  const head = columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const body = rows.map((row) =>
    row.map((value) =>
      value === null ? null : typeof value === 'number' ? { value, type: Number } : { value, type: String },
    ),
  );
  // A workbook wants names of sheets of at most 31 signs, some of them not allowed.
  const sheet = name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
  return writeExcel([head, ...body], {
    sheet,
    columns: columns.map((column) => ({ width: Math.max(12, column.length + 2) })),
    stickyRowsCount: 1,
  }).toBuffer();
}
