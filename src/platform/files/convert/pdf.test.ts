import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readPdf } from '#tests/support/read-pdf.ts';
import { writePdf } from './pdf.ts';

const limits = { do: 'pdf', redraw: true, mostPages: 40, mostBytes: 10_485_760 } as const;

/** A form with a sentence, a field that is filled in, and a script. */
async function anActingForm(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([400, 400]);
  page.drawText('Domanda di iscrizione', { x: 20, y: 350, size: 18 });
  const field = document.getForm().createTextField('nome');
  field.setText('Zenobia Inventata');
  field.addToPage(page, { x: 20, y: 200, width: 200, height: 24 });
  document.addJavaScript('inizio', 'app.alert("ciao")');
  return document.save();
}

describe('PDFs written anew', () => {
  test('CF-6: without poppler too, the text and what was filled in stay and nothing acts any more', async () => {
    const { answer, content } = await writePdf(await anActingForm(), limits);
    expect(answer).toMatchObject({ is: 'made', pages: 1 });
    const { text } = await readPdf(content ?? new Uint8Array());
    expect(text).toContain('Domanda di iscrizione');
    expect(text).toContain('Zenobia Inventata');
    const again = await PDFDocument.load(content ?? new Uint8Array());
    expect(again.getForm().getFields()).toEqual([]);
  });

  test('CF-6: a scan over the limit is made smaller, with its text; as pictures where that does not do', async () => {
    const grain = { type: 'gaussian', mean: 128, sigma: 50 } as const;
    const scan = await sharp({
      create: { width: 2000, height: 1400, channels: 3, background: '#808080', noise: grain },
    })
      .jpeg({ quality: 97 })
      .toBuffer();
    const document = await PDFDocument.create();
    const page = document.addPage([842, 595]);
    page.drawImage(await document.embedJpg(scan), { x: 0, y: 60, width: 842, height: 535 });
    page.drawText('Testo sotto la scansione', { x: 20, y: 20, size: 14 });
    const large = await document.save();
    const half = await writePdf(large, { ...limits, mostBytes: Math.round(large.length / 2) });
    expect(half.answer.is).toBe('made');
    expect((await readPdf(half.content ?? new Uint8Array())).text).toContain('Testo sotto la scansione');
    const tenth = await writePdf(large, { ...limits, mostBytes: Math.round(large.length / 4) });
    expect(tenth.answer.is).toBe('made');
    expect(tenth.content?.length).toBeLessThanOrEqual(large.length / 4);
    expect((await writePdf(large, { ...limits, mostBytes: 1000 })).answer.is).toBe('too_large');
  });
});
