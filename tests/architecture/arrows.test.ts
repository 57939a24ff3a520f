import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import architecture from '../../architecture.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

interface Violation {
  readonly rule: string;
  readonly from: string;
}

async function cruise(folder: string): Promise<Violation[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, '--config', 'architecture.config.mjs', '--output-type', 'json', 'src'],
    { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
  ).catch((error: { stdout: string }) => error);
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  return summary.violations.map(({ from, rule }) => ({ rule: rule.name, from }));
}

/** A small product that keeps to every rule. */
const lawful: Readonly<Record<string, string>> = {
  'src/kernel/outcome.ts': 'export const granted = 1;',
  'src/platform/database/database.ts': `import pg from 'pg';\nexport interface Tx { id: number }\nexport const query = pg;`,
  'src/platform/web/html.ts': 'export const html = 1;',
  'src/modules/tariff/domain/fees.ts': `export { granted } from '#kernel/outcome.ts';`,
  'src/modules/tariff/public.ts': `export { granted } from './domain/fees.ts';`,
  'src/modules/offices/domain/office.ts': `import { granted } from '#kernel/outcome.ts';\nexport interface Office { id: typeof granted }`,
  'src/modules/offices/store/offices.ts': `import { query } from '#platform/database/database.ts';\nimport type { Office } from '../domain/office.ts';\nexport const stored = (office: Office) => [office, query];`,
  'src/modules/offices/use-cases/list-offices.ts': `import type { Tx } from '#platform/database/database.ts';\nimport { stored } from '../store/offices.ts';\nexport const listOffices = (tx: Tx) => [tx, stored];`,
  'src/modules/offices/web/words/words.ts': 'export const words = 1;',
  'src/modules/offices/web/routes.ts': `import { html } from '#platform/web/html.ts';\nimport { listOffices } from '../use-cases/list-offices.ts';\nimport { words } from './words/words.ts';\nexport const routes = [html, listOffices, words];`,
  'src/modules/offices/public.ts': `export { routes } from './web/routes.ts';\nexport type { Office } from './domain/office.ts';`,
  'src/modules/offices/testing.ts': `import type { Office } from './domain/office.ts';\nexport const anOffice = {} as Office;`,
  'src/modules/services/domain/service.ts': `import type { Office } from '#modules/offices/public.ts';\nimport { granted } from '#modules/tariff/public.ts';\nexport const fee = (office: Office) => [office, granted];`,
  'src/modules/services/public.ts': `export { fee } from './domain/service.ts';`,
  'src/demo/data.ts': `export { fee } from '#modules/services/public.ts';`,
  'src/app/browser/site.ts': 'export const page = 1;',
  'src/app/app.ts': `import { fee } from '#demo/data.ts';\nimport { routes } from '#modules/offices/public.ts';\nexport const app = [fee, routes];`,
  'src/app/main.ts': `import { app } from './app.ts';\nvoid app;`,
};

/** Each offence: the rule that must catch it, the file that commits it, the import. */
const offences: readonly (readonly [rule: string, file: string, imports: string])[] = [
  ['domain-is-pure', 'src/modules/offices/domain/a.ts', '../store/offices.ts'],
  ['domain-is-pure', 'src/modules/offices/domain/b.ts', '../use-cases/list-offices.ts'],
  ['domain-is-pure', 'src/modules/offices/domain/c.ts', '#platform/web/html.ts'],
  ['domain-is-pure', 'src/modules/offices/domain/d.ts', 'node:fs'],
  ['domain-is-pure', 'src/modules/offices/domain/e.ts', 'luxon'],
  ['domain-runs-only-rules', 'src/modules/services/domain/a.ts', '#modules/offices/public.ts'],
  ['store-knows-only-domain', 'src/modules/offices/store/a.ts', '../use-cases/list-offices.ts'],
  ['store-knows-only-domain', 'src/modules/offices/store/b.ts', '../web/routes.ts'],
  ['store-knows-only-domain', 'src/modules/offices/store/c.ts', '#platform/web/html.ts'],
  ['use-cases-know-no-pages', 'src/modules/offices/use-cases/a.ts', '../web/routes.ts'],
  ['use-cases-know-no-pages', 'src/modules/offices/use-cases/b.ts', '#platform/web/html.ts'],
  ['use-cases-know-no-pages', 'src/modules/offices/use-cases/c.ts', 'fastify'],
  ['letters-know-no-store', 'src/modules/offices/letters/a.ts', '../store/offices.ts'],
  ['definitions-are-pure', 'src/modules/procedures/some-procedure/checks.ts', '#platform/web/html.ts'],
  ['web-does-not-touch-the-store', 'src/modules/offices/web/a.ts', '../store/offices.ts'],
  ['statements-only-in-the-store', 'src/modules/offices/use-cases/d.ts', '#platform/database/database.ts'],
  ['statements-only-in-the-store', 'src/modules/offices/web/b.ts', 'kysely'],
  ['modules-by-their-door', 'src/modules/services/use-cases/a.ts', '#modules/offices/domain/office.ts'],
  ['modules-by-their-door', 'src/modules/services/store/b.ts', '#modules/offices/store/offices.ts'],
  ['program-enters-modules-by-their-door', 'src/app/a.ts', '#modules/offices/domain/office.ts'],
  ['program-enters-modules-by-their-door', 'src/demo/a.ts', '#modules/offices/store/offices.ts'],
  ['builders-only-in-tests', 'src/modules/offices/use-cases/e.ts', '../testing.ts'],
  ['builders-only-in-tests', 'src/modules/offices/use-cases/f.ts', '#tests/support/store.ts'],
  ['kernel-stands-alone', 'src/kernel/a.ts', '#platform/web/html.ts'],
  ['kernel-stands-alone', 'src/kernel/b.ts', 'zod'],
  ['platform-knows-no-module', 'src/platform/web/a.ts', '#modules/offices/public.ts'],
  ['platform-knows-no-module', 'src/platform/web/b.ts', '#app/app.ts'],
  ['nobody-imports-the-program', 'src/modules/offices/web/c.ts', '#app/app.ts'],
  ['demo-only-from-the-program', 'src/modules/offices/web/d.ts', '#demo/data.ts'],
  ['browser-modules-stay-in-the-browser', 'src/app/browser/a.ts', '#platform/web/html.ts'],
  ['database-driver-in-one-place', 'src/platform/web/c.ts', 'pg'],
  ['no-cycle', 'src/platform/web/d.ts', './e.ts'],
  ['everything-resolves', 'src/platform/web/f.ts', './nowhere.ts'],
  ['no-development-library', 'src/platform/web/g.ts', 'fast-check'],
  ['every-library-is-named', 'src/platform/web/h.ts', 'mime'],
];

describe('the arrows of the architecture', () => {
  let folder: string;
  let lawfulFound: readonly Violation[];
  let found: readonly Violation[];

  const plant = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${text}\n`);
  };

  const rulesAgainst = (file: string) => found.filter(({ from }) => from === file).map(({ rule }) => rule);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sportello-architecture-'));
    for (const name of ['architecture.json', 'architecture.config.mjs', 'package.json', 'tsconfig.json'])
      cpSync(join(root, name), join(folder, name));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const [file, text] of Object.entries(lawful)) plant(file, text);
    lawfulFound = await cruise(folder);
    plant('tests/support/store.ts', 'export const store = 1;');
    for (const [, file, imports] of offences)
      plant(file, `import * as other from '${imports}';\nexport const taken = other;`);
    for (const { name } of architecture.modules) {
      plant(
        `src/modules/${name}/public.ts`,
        lawful[`src/modules/${name}/public.ts`] ?? 'export const here = 1;',
      );
      for (const other of architecture.modules)
        plant(
          `src/modules/${name}/web/use-${other.name}.ts`,
          `export * from '#modules/${other.name}/public.ts';`,
        );
    }
    plant('src/platform/web/e.ts', `export { taken } from './d.ts';`);
    plant('src/platform/web/forgotten.ts', 'export const nobody = 1;');
    found = await cruise(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(offences)('%s catches %s importing %s', (rule, file) => {
    expect(rulesAgainst(file)).toContain(rule);
  });

  test('a file that nobody imports is found', () => {
    expect(rulesAgainst('src/platform/web/forgotten.ts')).toContain('no-orphan');
  });

  test('a module uses only what architecture.json allows', () => {
    const caught = architecture.modules.flatMap(({ name }) =>
      found
        .filter(({ rule }) => rule === `${name}-uses-only-what-architecture-json-allows`)
        .map(({ from }) => from),
    );
    const expected = architecture.modules.flatMap(({ name, uses }) =>
      architecture.modules
        .filter((other) => other.name !== name && !(uses as readonly string[]).includes(other.name))
        .map((other) => `src/modules/${name}/web/use-${other.name}.ts`),
    );
    const planned = new Set(expected);
    expect(caught.filter((from) => /\/use-[a-z-]+\.ts$/.test(from)).sort()).toEqual([...planned].sort());
  });

  test('a product that keeps to the rules has no violation', () => {
    expect(lawfulFound).toEqual([]);
  });

  test('every rule was seen to bite', () => {
    const bitten = new Set(found.map(({ rule }) => rule));
    const rules = [
      ...readFileSync(join(root, 'architecture.config.mjs'), 'utf8').matchAll(/forbid\(\s*'([a-z-]+)'/g),
    ].map(([, name]) => name ?? '');
    expect(rules.length).toBeGreaterThan(15);
    expect(rules.filter((name) => !bitten.has(name))).toEqual([]);
  });
});

describe('architecture.json', () => {
  test('a module may use only modules above it', () => {
    for (const [index, { name, uses }] of architecture.modules.entries()) {
      const above = architecture.modules.slice(0, index).map((each) => each.name);
      expect(
        uses.filter((other) => !above.includes(other)),
        name,
      ).toEqual([]);
    }
  });

  test('it names every folder of src/modules, so that no module escapes the rules', () => {
    const folders = readdirSync(join(root, 'src/modules'));
    const names = architecture.modules.map((each) => each.name);
    expect(folders.filter((name) => !names.includes(name))).toEqual([]);
  });

  test('a module has only rooms that the rules know', () => {
    const rooms = new Set([
      'domain',
      'use-cases',
      'store',
      'web',
      'letters',
      'public.ts',
      'testing.ts',
      'README.md',
    ]);
    for (const module of readdirSync(join(root, 'src/modules'))) {
      const unknown = readdirSync(join(root, 'src/modules', module)).filter(
        (name) => !rooms.has(name) && !name.endsWith('.testing.ts'),
      );
      if (module !== 'procedures') expect(unknown, module).toEqual([]);
    }
  });

  test('a procedure is a folder with its definition and its effects', () => {
    const module = join(root, 'src/modules/procedures');
    const folders = readdirSync(module, { withFileTypes: true })
      .filter((each) => each.isDirectory() && !['letters', 'shared'].includes(each.name))
      .map(({ name }) => name);
    expect(folders.length).toBeGreaterThan(1);
    for (const folder of folders)
      expect(readdirSync(join(module, folder)), folder).toEqual(
        expect.arrayContaining(['definition.ts', 'effects.ts']),
      );
  });
});
