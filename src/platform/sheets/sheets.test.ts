import { describe, expect, test } from 'vitest';
import { csvOf, type Sheet, xlsxOf } from './sheets.ts';

const sheet: Sheet = {
  name: 'Sede: 11/2026 [prova]',
  columns: ['Servizio', 'Attesa'],
  rows: [
    ['Passaporto; "ordinario"', 12.5],
    ['=cmd|calc', -3],
    ['@somma', null],
  ],
};

describe('BO-5: tables to download', () => {
  test('as text they open in the spreadsheet of the reader', () => {
    expect(csvOf(sheet, 'it')).toBe(
      '\ufeffServizio;Attesa\r\n"Passaporto; ""ordinario""";12,5\r\n\'=cmd|calc;-3\r\n\'@somma;\r\n',
    );
    expect(csvOf(sheet, 'en')).toContain('"Passaporto; ""ordinario""",12.5');
  });

  test('no cell is a formula, whatever stands in it', () => {
    for (const sign of ['=', '+', '-', '@', '\t', '\r']) {
      const csv = csvOf({ ...sheet, rows: [[`${sign}1+1`, 1]] }, 'en');
      expect(csv.split('\r\n')[1]).toMatch(/^"?'/);
    }
  });

  test('as a workbook they are a real one', async () => {
    const bytes = await xlsxOf(sheet);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(bytes.length).toBeGreaterThan(1500);
  });
});
