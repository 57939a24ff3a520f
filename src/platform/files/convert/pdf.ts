import { inspectPdf } from './inspect-pdf.ts';
import { type Made, not, type Task } from './tasks.ts';

type PdfTask = Extract<Task, { do: 'pdf' }>;

const made = (content: Uint8Array, pages: number): Made => ({
  answer: { is: 'made', format: 'pdf', pages, warnings: [] },
  content,
});

/** Writes a PDF anew from what was read of it, without anything that acts by itself, in so many bytes at most. */
export async function writePdf(content: Uint8Array, task: PdfTask): Promise<Made> {
  const found = await inspectPdf(content);
  if (found.is !== 'sound') return not(found.is);
  if (found.pages > task.mostPages) return not('too_many_pages');
  if (!found.active) return withinBytes(found.content, found.pages, task);
  if (!task.redraw) return not('active');
  const passive = await passiveOf(content);
  if (passive !== undefined) return withinBytes(passive, found.pages, task);
  return (await asPictures(content, 1750, task)) ?? not('active');
}

/** The pages alone, with what was filled in drawn onto them; nothing where something would still act. */
async function passiveOf(content: Uint8Array): Promise<Uint8Array | undefined> {
  // What few files need is loaded for them alone: most processes end before it would have been.
  const { flattenPdf } = await import('./pdfium.ts');
  const flat = await flattenPdf(content);
  if (flat === undefined) return undefined;
  const again = await inspectPdf(flat, { pagesAlone: true });
  return again.is === 'sound' && !again.active ? again.content : undefined;
}

async function withinBytes(content: Uint8Array, pages: number, task: PdfTask): Promise<Made> {
  if (content.length <= task.mostBytes) return made(content, pages);
  const { shrinkPictures } = await import('./shrink-pdf.ts');
  const smaller = await shrinkPictures(content);
  if (smaller.length <= task.mostBytes) return made(smaller, pages);
  return (await asPictures(content, 1600, task)) ?? not('too_large');
}

/** The pages drawn as pictures, in a PDF of their own. */
async function asPictures(content: Uint8Array, side: number, task: PdfTask): Promise<Made | undefined> {
  const { picturesOfPdf } = await import('./pdfium.ts');
  const pictures = await picturesOfPdf(content, side);
  if (pictures === undefined) return undefined;
  const { bindPages } = await import('./pages.ts');
  return bindPages(pictures, { do: 'pages', mostBytes: task.mostBytes });
}
