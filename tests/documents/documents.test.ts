import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { coverage, testsIn } from '../../scripts/coverage-of-requirements.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('documents', () => {
  test('DOC-3: the coverage of the requirements is current', () => {
    expect(read('docs/coverage.md')).toBe(coverage());
  });

  test('DOC-1: the README names every variable of the environment', () => {
    const variables = [...read('src/app/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(
      ([, name]) => name ?? '',
    );
    expect(variables.length).toBeGreaterThan(8);
    const readme = read('README.md');
    for (const name of variables) expect(readme, name).toContain(`\`${name}\``);
  });

  test('every link between documents leads to a file', () => {
    for (const file of [
      'README.md',
      'ARCHITECTURE.md',
      'CONTRIBUTING.md',
      'SECURITY.md',
      'docs/operations.md',
    ]) {
      for (const [, link = ''] of read(file).matchAll(/\]\((?!https?:)([^)#]+)/g)) {
        expect(existsSync(join(root, file, '..', link)), `${file}: ${link}`).toBe(true);
      }
    }
  });

  test('publiccode.yml has what the catalogue of public software asks for', () => {
    const text = read('publiccode.yml');
    for (const key of [
      'publiccodeYmlVersion',
      'name',
      'url',
      'releaseDate',
      'platforms',
      'categories',
      'developmentStatus',
      'softwareType',
      'description',
      'legal',
      'maintenance',
      'localisation',
    ]) {
      expect(text, key).toMatch(new RegExp(`^${key}:`, 'm'));
    }
    expect(text).toContain('license: EUPL-1.2');
    expect(text).toMatch(/^publiccodeYmlVersion: "0\.\d+"$/m);
    expect(text).toMatch(/^releaseDate: "\d{4}-\d{2}-\d{2}"$/m);
    expect(text).toMatch(/^maintenance:\n {2}type: \w+\n {2}contact(s|ors):\n {4}- name: ./m);
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(text).toContain(`softwareVersion: ${version}\n`);
    for (const language of ['it', 'en']) {
      const [, described = ''] = new RegExp(`^ {2}${language}:\\n((?: {4}.*\\n)+)`, 'm').exec(text) ?? [];
      const [, short = ''] = /shortDescription: (.*)/.exec(described) ?? [];
      const [, long = ''] = /longDescription: >\n((?: {6}.*\n)+)/.exec(described) ?? [];
      expect(short.length, language).toBeGreaterThan(10);
      expect(short.length, language).toBeLessThanOrEqual(150);
      expect(long.replace(/\s+/g, ' ').trim().length, language).toBeGreaterThanOrEqual(150);
      expect(long.length, language).toBeLessThanOrEqual(10_000);
      expect(described, language).toMatch(/features:\n {6}- ./);
      expect(text, language).toMatch(
        new RegExp(`availableLanguages:\\n(?: {4}- \\w+\\n)* {4}- ${language}\\b`),
      );
    }
  });

  test('DOC-3: a test counts for the IDs of its name and of the group around it, however it is written', () => {
    const text = `
      describe('ID-1, ID-2: registering', () => {
        test.each([['a']])('BK-3: %s', () => {});
        test.skipIf(true)('plain', () => {});
        describe.each([1])('inside', () => { test(\`OF-4: in ticks\`, async () => { other('BK-9: no test'); }); });
      });
      test('speaks of BK-7 in passing', () => {});`;
    expect(testsIn(text)).toEqual([
      { name: 'BK-3: %s', ids: ['ID-1', 'ID-2', 'BK-3'] },
      { name: 'plain', ids: ['ID-1', 'ID-2'] },
      { name: 'OF-4: in ticks', ids: ['ID-1', 'ID-2', 'OF-4'] },
      { name: 'speaks of BK-7 in passing', ids: [] },
    ]);
  });
});
