import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { writeTables } from '../../scripts/write-tables.ts';

test('src/platform/database/tables.ts fits the migrations (else: npm run tables)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-types-'));
  try {
    const fresh = join(folder, 'tables.ts');
    writeTables(inject('logins').owner, fresh);
    const kept = join(import.meta.dirname, '../../src/platform/database/tables.ts');
    expect(readFileSync(kept, 'utf8')).toBe(readFileSync(fresh, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
