import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { certificatesTable } from '../../scripts/certificates-table.ts';

test('CE-2: the table of certificates and conditions is current', () => {
  const file = join(import.meta.dirname, '../../docs/certificates.md');
  expect(readFileSync(file, 'utf8')).toBe(certificatesTable());
});
