// Writes docs/coverage.md: each row of docs/requirements.md with the tests whose names quote its ID.
// With --check it only compares, and fails where the file is not current.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const target = join(root, 'docs/coverage.md');

function testFiles(): string[] {
  return ['src', 'tests'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => join(folder, file)),
  );
}

/** Test names by the IDs that they quote. */
function testsById(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of testFiles().sort()) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, , name = ''] of text.matchAll(
      /\btest(?:\.each[\s\S]{0,2000}?\))?\(\s*(['"`])([^\n]*?)\1,/g,
    )) {
      const head = /^((?:[A-Z]{2,3}-\d+[ ,]*)+):/.exec(name)?.[1] ?? '';
      for (const [id] of head.matchAll(/[A-Z]{2,3}-\d+/g)) {
        found.set(id, [...(found.get(id) ?? []), `${name} (\`${file}\`)`]);
      }
    }
  }
  return found;
}

export function coverage(): string {
  const tests = testsById();
  const requirements = readFileSync(join(root, 'docs/requirements.md'), 'utf8');
  const rows = [...requirements.matchAll(/^\| ([A-Z]{2,3}-\d+) \| (.*) \|$/gm)];
  const shown = rows.filter(([, id = '']) => tests.has(id)).length;
  return [
    '# Coverage of the requirements',
    '',
    'Made by `npm run coverage` from the names of the tests; do not edit. A row without a test is not done. A test shows',
    'what its name says, not that the whole row holds: what is missing of a row stands in the changelog.',
    '',
    `${shown} of ${rows.length} rows have tests.`,
    '',
    ...rows.flatMap(([, id = '', text = '']) => [
      `## ${id}`,
      '',
      text,
      '',
      ...(tests.get(id)?.map((test) => `- ${test}`) ?? ['none yet']),
      '',
    ]),
  ].join('\n');
}

if (process.argv[1] === import.meta.filename) {
  const text = coverage();
  if (process.argv.includes('--check')) {
    if (readFileSync(target, 'utf8') !== text)
      throw new Error('docs/coverage.md is not current: npm run coverage');
  } else writeFileSync(target, text);
}
