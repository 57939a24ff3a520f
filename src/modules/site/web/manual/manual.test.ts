import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { locales } from '#kernel/locale.ts';
import { readPdf } from '#tests/support/read-pdf.ts';
import { chapters, picturesOf } from './chapters.ts';
import { manualPdf } from './manual.ts';

const at = Temporal.Instant.from('2026-11-25T09:00:00Z');

describe('OF-8: the user manual', () => {
  test('OF-8: has the same chapters in each language, the health card and the seal among them', () => {
    const ids = chapters.it.map(({ id }) => id);
    expect(chapters.en.map(({ id }) => id)).toEqual(ids);
    for (const id of ['book', 'create-an-account', 'health-card', 'seal']) expect(ids).toContain(id);
    for (const [index, { blocks }] of chapters.it.entries())
      expect(chapters.en[index]?.blocks.map(({ kind }) => kind)).toEqual(blocks.map(({ kind }) => kind));
  });

  test.each(locales)('OF-8: every picture of the manual in %s is there, with words beside it', (locale) => {
    const pictures = chapters[locale].flatMap(({ blocks }) =>
      blocks.filter((block) => block.kind === 'picture'),
    );
    expect(pictures.length).toBeGreaterThan(4);
    for (const { file, alt } of pictures) {
      expect(existsSync(join(picturesOf(locale), file)), file).toBe(true);
      expect(alt.length).toBeGreaterThan(10);
    }
  });

  test.each(locales)('OF-8: the PDF in %s is tagged and holds what the pages hold', async (locale) => {
    const pdf = await readPdf(await manualPdf(locale, at));
    expect(pdf.lang).toBe(locale);
    const text = pdf.text.replace(/\s+/g, ' ');
    for (const { title, blocks } of chapters[locale]) {
      expect(text).toContain(title);
      for (const block of blocks) if (block.kind === 'picture') expect(pdf.alternatives).toContain(block.alt);
    }
    for (const role of ['H1', 'H2', 'L', 'Figure']) expect(pdf.roles).toContain(role);
  });
});
