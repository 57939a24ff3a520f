// Writes docs/coverage.md: each row of docs/requirements.md with the tests whose names, or those of the groups around
// them, quote its ID.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');
const target = join(root, 'docs/coverage.md');

function testFiles(): string[] {
  return ['src', 'tests'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      // Journeys in a browser that share one site are written down apart from the test that opens it.
      .filter((file) => /\.(test|journey)\.ts$/.test(file))
      .map((file) => join(folder, file)),
  );
}

interface NamedTest {
  readonly name: string;
  readonly ids: readonly string[];
}

/** The IDs at the beginning of a name: `BK-3, BK-4: …`. */
function idsOf(name: string): string[] {
  return /^((?:[A-Z]{2,3}-\d+[ ,]*)+):/.exec(name)?.[1]?.match(/[A-Z]{2,3}-\d+/g) ?? [];
}

/** `test`, `test.each(…)`, `describe.skipIf(…)`: the word that a call begins with. */
function firstWord(callee: ts.Expression): string {
  if (ts.isIdentifier(callee)) return callee.text;
  if (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee))
    return firstWord(callee.expression);
  return '';
}

export function testsIn(text: string): NamedTest[] {
  const found: NamedTest[] = [];
  const visit = (node: ts.Node, around: readonly string[]): void => {
    if (ts.isCallExpression(node)) {
      const [first] = node.arguments;
      const word = firstWord(node.expression);
      if (first !== undefined && ts.isStringLiteralLike(first) && (word === 'test' || word === 'describe')) {
        const ids = [...new Set([...around, ...idsOf(first.text)])];
        if (word === 'test') found.push({ name: first.text, ids });
        for (const each of node.arguments) visit(each, ids);
        return;
      }
    }
    ts.forEachChild(node, (child) => visit(child, around));
  };
  visit(ts.createSourceFile('test.ts', text, ts.ScriptTarget.ESNext), []);
  return found;
}

function testsById(): Map<string, string[]> {
  const byId = new Map<string, string[]>();
  for (const file of testFiles().sort()) {
    for (const { name, ids } of testsIn(readFileSync(join(root, file), 'utf8'))) {
      for (const id of ids) byId.set(id, [...(byId.get(id) ?? []), `${name} (\`${file}\`)`]);
    }
  }
  return byId;
}

export function coverage(): string {
  const tests = testsById();
  const requirements = readFileSync(join(root, 'docs/requirements.md'), 'utf8');
  const rows = [...requirements.matchAll(/^\| ([A-Z]{2,3}-\d+) \| (.*) \|$/gm)];
  const known = new Set(rows.map(([, id]) => id));
  // Other names of that form are rules of the law.
  const groups = new Set([...known].map((id) => id?.split('-')[0]));
  const unknown = [...tests.keys()].filter((id) => groups.has(id.split('-')[0] ?? '') && !known.has(id));
  if (unknown.length > 0)
    throw new Error(`Tests quote requirements that do not exist: ${unknown.join(', ')}`);
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

if (process.argv[1] === import.meta.filename) writeFileSync(target, coverage());
