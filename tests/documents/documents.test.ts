import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { coverage } from '../../scripts/coverage-of-requirements.ts';

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
    for (const file of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/operations.md']) {
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
    for (const [, short = ''] of text.matchAll(/shortDescription: (.*)/g))
      expect(short.length).toBeLessThanOrEqual(150);
  });
});
