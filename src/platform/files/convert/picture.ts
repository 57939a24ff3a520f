import sharp, { type Sharp } from 'sharp';
import { type Grey, legibilityOf } from './legibility.ts';
import { leanOf } from './straighten.ts';
import { type Made, not, type Task } from './tasks.ts';

/** Longest side of the picture that is kept, in pixels: an A4 page at 340 dots per inch. */
const longestSide = 4000;
const mostSheets = 40;

type PictureTask = Extract<Task, { do: 'picture' }>;
type Kept = 'jpeg' | 'png' | 'webp';

/** A picture of a format that browsers do not show is kept as one that they do. */
const keptAs = (format: PictureTask['format']): Kept =>
  format === 'png' || format === 'webp' ? format : 'jpeg';

/** The picture in shades of grey, as large as asked at most. */
async function greyOf(picture: Sharp, side: number): Promise<Grey> {
  const { data, info } = await picture
    .clone()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, shades: new Uint8Array(data) };
}

const pictureOf = ({ width, height, shades }: Grey): Sharp =>
  sharp(shades, { raw: { width, height, channels: 1 } });

function written(picture: Sharp, kept: Kept, quality = 85): Promise<Buffer> {
  if (kept === 'png') return picture.png({ compressionLevel: 9 }).toBuffer();
  if (kept === 'webp') return picture.webp({ quality }).toBuffer();
  return picture.flatten({ background: '#ffffff' }).jpeg({ quality, mozjpeg: false }).toBuffer();
}

/** The same picture in fewer bytes, step by step, as far as print stays readable. */
async function within(content: Buffer, kept: Kept, mostBytes: number) {
  if (content.length <= mostBytes) return { content, kept };
  for (const [side, quality] of [
    [longestSide, 80],
    [3200, 75],
    [2600, 70],
    [2000, 65],
  ] as const) {
    const smaller = sharp(content).resize({
      width: side,
      height: side,
      fit: 'inside',
      withoutEnlargement: true,
    });
    const tried = await written(smaller, 'jpeg', quality);
    if (tried.length <= mostBytes) return { content: tried, kept: 'jpeg' as const };
  }
  return undefined;
}

/**
 * Draws a picture anew: upright, its lines straight, without what the camera wrote beside it (place, owner, date) and
 * without anything that was hidden behind it; says how well it can be read. A picture of several sheets becomes a PDF.
 */
export async function drawPicture(content: Uint8Array, task: PictureTask): Promise<Made> {
  const { width, height, format, pages = 1 } = await sharp(content, { limitInputPixels: false }).metadata();
  if (format !== task.format) return not('unreadable');
  const sheets = format === 'tiff' ? pages : 1;
  if (sheets > mostSheets) return not('too_many_pages');
  if (width * height * sheets > task.mostPixels) return not('too_many_pixels');
  if (sheets > 1) return sheetsOf(content, sheets, task);
  const sheet = await drawSheet(content, 0, task);
  if ('answer' in sheet) return sheet;
  const fitting = await within(sheet.content, keptAs(task.format), task.mostBytes);
  if (fitting === undefined) return not('too_large');
  return {
    answer: { is: 'made', format: fitting.kept, pages: null, warnings: sheet.warnings },
    content: fitting.content,
  };
}

async function drawSheet(content: Uint8Array, page: number, task: PictureTask) {
  const upright = await sharp(content, {
    limitInputPixels: task.mostPixels,
    failOn: 'error',
    ...(task.format === 'tiff' ? { page } : {}),
  })
    .rotate()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = upright.info;
  const picture = sharp(upright.data, { raw: { width, height, channels } });
  const grey = await greyOf(picture, 1200);
  const warnings = legibilityOf(grey, Math.max(width, height));
  if (typeof warnings === 'string') return not(warnings);
  const lean = leanOf(await greyOf(pictureOf(grey), 800));
  const straight = lean === 0 ? picture : picture.rotate(-lean, { background: '#ffffff' });
  return { content: await written(straight, keptAs(task.format)), warnings };
}

async function sheetsOf(content: Uint8Array, sheets: number, task: PictureTask): Promise<Made> {
  const drawn: Uint8Array[] = [];
  const warnings = new Set<Extract<Made['answer'], { is: 'made' }>['warnings'][number]>();
  for (let page = 0; page < sheets; page += 1) {
    const sheet = await drawSheet(content, page, task);
    if ('answer' in sheet) {
      // The empty back of a sheet is no fault.
      if (sheet.answer.is === 'blank') continue;
      return sheet;
    }
    drawn.push(sheet.content);
    for (const warning of sheet.warnings) warnings.add(warning);
  }
  if (drawn.length === 0) return not('blank');
  // What few files need is loaded for them alone: most processes end before it would have been.
  const { bindPages } = await import('./pages.ts');
  const bound = await bindPages(drawn, { do: 'pages', mostBytes: task.mostBytes });
  return bound.answer.is === 'made'
    ? { ...bound, answer: { ...bound.answer, warnings: [...warnings] } }
    : bound;
}

/** Turns a picture to the right by a quarter. */
export async function turnPicture(
  content: Uint8Array,
  { format }: Extract<Task, { do: 'turn' }>,
): Promise<Made> {
  return {
    answer: { is: 'made', format, pages: null, warnings: [] },
    content: await written(sharp(content).rotate(90), format, 90),
  };
}
