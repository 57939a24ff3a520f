import { join } from 'node:path';
import { qrSvg } from '#platform/pdf/qr.ts';
import type { Paper } from '#platform/pdf/render-pdf.ts';
import type { Printout } from './printout.ts';

const template = join(import.meta.dirname, 'printout.typ');

/** The printed confirmation as a paper for the typesetter. */
export async function printedPaper(printout: Printout, at: Temporal.Instant): Promise<Paper> {
  const codes = printout.entry?.codes ?? [];
  const images = await Promise.all(
    codes.map(async ({ url }, index) => [`code-${index}`, await qrSvg(url)] as const),
  );
  return {
    template,
    lang: printout.locale,
    title: printout.title,
    sender: printout.sender,
    note: printout.printed,
    data: printout,
    images: Object.fromEntries(images),
    at,
  };
}
