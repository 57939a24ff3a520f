import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { proceduresTable } from '../../scripts/procedures-table.ts';

test('CF-4: what the procedures ask, check and do is written down as it is', () => {
  const file = join(import.meta.dirname, '../../docs/procedures.md');
  expect(readFileSync(file, 'utf8')).toBe(proceduresTable());
});
