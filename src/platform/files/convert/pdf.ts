import { inspectPdf } from './inspect-pdf.ts';
import { bindPages } from './pages.ts';
import { flattenPdf, picturesOfPdf } from './pdfium.ts';
import { shrinkPictures } from './shrink-pdf.ts';
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
  const pictures = await picturesOfPdf(content, 1750);
  return pictures === undefined
    ? not('active')
    : bindPages(pictures, { do: 'pages', mostBytes: task.mostBytes });
}

/** The pages alone, with what was filled in drawn onto them; nothing where something would still act. */
async function passiveOf(content: Uint8Array): Promise<Uint8Array | undefined> {
  const flat = await flattenPdf(content);
  if (flat === undefined) return undefined;
  const again = await inspectPdf(flat, { pagesAlone: true });
  return again.is === 'sound' && !again.active ? again.content : undefined;
}

async function withinBytes(content: Uint8Array, pages: number, task: PdfTask): Promise<Made> {
  if (content.length <= task.mostBytes) return made(content, pages);
  const smaller = await shrinkPictures(content);
  if (smaller.length <= task.mostBytes) return made(smaller, pages);
  const pictures = await picturesOfPdf(content, 1600);
  return pictures === undefined
    ? not('too_large')
    : bindPages(pictures, { do: 'pages', mostBytes: task.mostBytes });
}
