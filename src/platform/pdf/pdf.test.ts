import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPdf } from '#tests/support/read-pdf.ts';
import { missingSign, printable } from './printable.ts';
import { qrSvg } from './qr.ts';
import { type Paper, renderPdf } from './render-pdf.ts';

const at = Temporal.Instant.from('2026-11-24T09:00:00Z');

async function aPaper(over: Partial<Paper> = {}, data: Record<string, unknown> = {}): Promise<Paper> {
  return {
    template: join(import.meta.dirname, 'sample.testing.typ'),
    lang: 'it',
    title: 'Ricevuta di prova',
    sender: 'Consolato di prova',
    note: 'Ricevuta 1/2026',
    at,
    images: { code: await qrSvg('https://sportello.example/x') },
    data: {
      title: 'Ricevuta di prova',
      facts: [{ label: 'Chi', lines: ['Ada Prova', 'nata a Torino'] }],
      tableTitle: 'Diritti',
      head: ['Articolo', 'Importo'],
      rows: [
        ['Art. 24', '20,00 €'],
        ['Art. 71', '10,00 €'],
      ],
      text: 'Conserva questo foglio.',
      codeAlt: 'Codice per il check-in',
      ...data,
    },
    ...over,
  };
}

const onThisMachine = (tool: string, ...ask: string[]) => {
  try {
    execFileSync(tool, ask, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

describe('BK-11: printed papers', () => {
  test('are tagged, with language, title and a text for each picture', async () => {
    const pdf = await readPdf(await renderPdf(await aPaper()));
    expect(pdf.title).toBe('Ricevuta di prova');
    expect(pdf.lang).toBe('it');
    expect(pdf.standard).toBe('2A');
    expect(pdf.text).toContain('Conserva questo foglio.');
    expect(pdf.text).toContain('Art. 24 20,00 €');
    expect(pdf.text).toContain('Pagina 1 di 1');
    for (const role of ['H1', 'H2', 'Table', 'TH', 'TD', 'Figure']) expect(pdf.roles).toContain(role);
    expect(pdf.alternatives).toEqual(['Codice per il check-in']);
  });

  test('speak English to those who read English', async () => {
    const pdf = await readPdf(await renderPdf(await aPaper({ lang: 'en', title: 'Receipt' })));
    expect([pdf.lang, pdf.title]).toEqual(['en', 'Receipt']);
    expect(pdf.text).toContain('Page 1 of 1');
  });

  test('number all their pages', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [`Art. ${index}`, '1,00 €']);
    const pdf = await readPdf(await renderPdf(await aPaper({}, { rows })));
    expect(pdf.pages.length).toBeGreaterThan(2);
    expect(pdf.pages.at(-1)).toContain(`Pagina ${pdf.pages.length} di ${pdf.pages.length}`);
  });

  test('of the same moment are the same, byte by byte', async () => {
    const paper = await aPaper();
    expect(await renderPdf(paper)).toEqual(await renderPdf(paper));
  });

  test('show what a person typed, whatever it means to the typesetter', async () => {
    const text = '#panic("x") = *forte* _sotto_ $x^2$ <etichetta> @rif `codice` \\ "virgolette"';
    expect((await readPdf(await renderPdf(await aPaper({}, { text })))).text).toContain(text);
  });

  test('are printed whatever name somebody has', async () => {
    const everything = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(everything, async (text) => {
        expect(
          (await renderPdf(await aPaper({ title: text, sender: text }, { text }))).length,
        ).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  test('have every sign that they promise to have', async () => {
    const signs: string[] = [];
    for (let code = 0x20; code < 0x2_700; code += 1) {
      const sign = String.fromCodePoint(code);
      if (printable(sign) === sign) signs.push(sign);
    }
    expect(signs.length).toBeGreaterThan(1100);
    const pdf = await readPdf(await renderPdf(await aPaper({}, { text: signs.join(' ') })));
    expect(pdf.text).toContain('Ž');
  });

  test('mark the signs that they cannot show', () => {
    expect(printable('Li Wei 李伟')).toBe(`Li Wei ${missingSign}${missingSign}`);
    expect(printable('D’Àngelo\tŠimić Ωμέγα Жуков')).toBe('D’Àngelo Šimić Ωμέγα Жуков');
    expect(printable('Jose\u0301')).toBe('José');
  });

  test('a template that does not fit says so, without what a person typed, and the next paper is printed', async () => {
    await expect(renderPdf(await aPaper({ data: { title: 'Ada Prova' } }))).rejects.toThrow('cannot be set');
    await expect(renderPdf(await aPaper({ data: { title: 'Ada Prova' } }))).rejects.not.toThrow('Ada');
    expect((await renderPdf(await aPaper())).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('hold up nobody while they are set', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => [`Art. ${index}`, '1,00 €']);
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 5);
    const start = performance.now();
    await renderPdf(await aPaper({}, { rows }));
    const took = performance.now() - start;
    clearInterval(timer);
    expect(turns).toBeGreaterThan(took / 40);
  });
});

describe('with other tools', () => {
  test.skipIf(!onThisMachine('qpdf', '--version'))(
    'BK-11: a printed paper has no fault of form (needs qpdf)',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'sportello-pdf-'));
      const file = join(folder, 'paper.pdf');
      writeFileSync(file, await renderPdf(await aPaper()));
      expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain('No syntax or stream');
      rmSync(folder, { recursive: true });
    },
  );

  test.skipIf(!onThisMachine('pdfinfo', '-v'))(
    'BK-11: a printed paper says that it is tagged (needs pdfinfo)',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'sportello-pdf-'));
      const file = join(folder, 'paper.pdf');
      writeFileSync(file, await renderPdf(await aPaper()));
      expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Tagged:\s+yes/);
      rmSync(folder, { recursive: true });
    },
  );
});
