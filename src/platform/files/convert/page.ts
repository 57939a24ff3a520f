import { pictureOfPage } from './pdfium.ts';
import { type Made, not, type Task } from './tasks.ts';

/** One page of a PDF as a picture, which acts in no browser. */
export async function drawPage(
  content: Uint8Array,
  { number, side }: Extract<Task, { do: 'page' }>,
): Promise<Made> {
  const drawn = await pictureOfPage(content, number - 1, side);
  return drawn === undefined
    ? not('unreadable')
    : { answer: { is: 'made', format: 'jpeg', pages: 1, warnings: [] }, content: drawn };
}
