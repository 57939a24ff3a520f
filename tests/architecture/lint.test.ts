import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

const planted = `
declare function save(): Promise<void>;
export function forgets(): void {
  save();
}
export function misuses(): string {
  if (save()) return 'always';
  return 'never';
}
export async function waitsForNothing(): Promise<number> {
  return await (3 as number);
}
export function leavesOut(state: 'held' | 'booked'): string | undefined {
  switch (state) {
    case 'held':
      return 'held';
  }
  return undefined;
}
`;

test('the linter sees a forgotten await, a promise taken for an answer, and a state left out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-lint-'));
  try {
    cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    writeFileSync(join(folder, 'planted.ts'), planted);
    writeFileSync(
      join(folder, 'tsconfig.json'),
      '{ "compilerOptions": { "strict": true, "lib": ["esnext"] } }',
    );
    const { stdout } = await promisify(execFile)(
      join(root, 'node_modules/.bin/oxlint'),
      ['--type-aware', '--format=unix', 'planted.ts'],
      { cwd: folder },
    ).catch((error: { stdout: string }) => error);
    for (const rule of [
      'no-floating-promises',
      'no-misused-promises',
      'await-thenable',
      'switch-exhaustiveness-check',
    ])
      expect(stdout).toContain(rule);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
