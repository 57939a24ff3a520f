import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { type Made, not, type Task } from './tasks.ts';

/** A4 in points, and the margin around a picture. */
const [short, long, margin] = [595.28, 841.89, 24];

/** Rounds of making pictures smaller: longest side in pixels and quality. */
const rounds = [
  [3000, 85],
  [2400, 75],
  [1800, 65],
] as const;

/** Makes one PDF of pictures, each in the middle of an A4 page that stands or lies as the picture does. */
export async function bindPages(
  pictures: readonly Uint8Array[],
  { mostBytes }: Extract<Task, { do: 'pages' }>,
): Promise<Made> {
  for (const [side, quality] of rounds) {
    const document = await PDFDocument.create({ updateMetadata: false });
    for (const picture of pictures) {
      const drawn = await sharp(picture)
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality })
        .toBuffer();
      const image = await document.embedJpg(drawn);
      const page = document.addPage(image.width > image.height ? [long, short] : [short, long]);
      const room = { width: page.getWidth() - 2 * margin, height: page.getHeight() - 2 * margin };
      // A small picture is not blown up beyond 100 dots per inch.
      const scale = Math.min(room.width / image.width, room.height / image.height, 0.72);
      const [width, height] = [image.width * scale, image.height * scale];
      page.drawImage(image, {
        x: (page.getWidth() - width) / 2,
        y: (page.getHeight() - height) / 2,
        width,
        height,
      });
    }
    const content = await document.save();
    if (content.length <= mostBytes)
      return { answer: { is: 'made', format: 'pdf', pages: pictures.length, warnings: [] }, content };
  }
  return not('too_large');
}
