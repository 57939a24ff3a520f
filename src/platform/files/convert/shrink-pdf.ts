import { PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import sharp from 'sharp';

/** Longest side that a picture of a page needs, in pixels: A4 at 200 dots per inch. */
const longestSide = 2340;
const worthTheTrouble = 60_000;

/** Draws the photos of a PDF (scans, for the most part) smaller; text, lines and pages stay what they are. */
export async function shrinkPictures(content: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(content, { updateMetadata: false });
  for (const [reference, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || object.contents.length < worthTheTrouble) continue;
    const dict = object.dict;
    const isPhoto =
      dict.get(PDFName.of('Subtype')) === PDFName.of('Image') &&
      dict.get(PDFName.of('Filter')) === PDFName.of('DCTDecode') &&
      !dict.has(PDFName.of('Decode'));
    if (!isPhoto) continue;
    const smaller = await smallerPhoto(object.contents);
    if (smaller === undefined) continue;
    const entries = new Map(dict.entries());
    entries.set(PDFName.of('Width'), PDFNumber.of(smaller.width));
    entries.set(PDFName.of('Height'), PDFNumber.of(smaller.height));
    entries.set(PDFName.of('Length'), PDFNumber.of(smaller.content.length));
    entries.delete(PDFName.of('DecodeParms'));
    document.context.assign(
      reference,
      PDFRawStream.of(PDFDict.fromMapWithContext(entries, document.context), smaller.content),
    );
  }
  return document.save({ updateFieldAppearances: false, addDefaultPage: false });
}

/** The photo in fewer bytes and as many colours; nothing where it cannot be read or gains nothing. */
async function smallerPhoto(content: Uint8Array) {
  try {
    const photo = sharp(content, { limitInputPixels: 100_000_000 });
    const { channels } = await photo.metadata();
    if (channels !== 1 && channels !== 3) return undefined;
    const drawn = await photo
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace(channels === 1 ? 'b-w' : 'srgb')
      .jpeg({ quality: 70 })
      .toBuffer({ resolveWithObject: true });
    const { width, height } = drawn.info;
    return drawn.data.length < content.length * 0.9 && drawn.info.channels === channels
      ? { content: new Uint8Array(drawn.data), width, height }
      : undefined;
  } catch {
    return undefined;
  }
}
