import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { Deps } from '#platform/deps.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { noScanner } from '#platform/files/virus-scanner.ts';
import type { LegibilityWarning } from './domain/document.ts';
import { type FormHolder, insertDraft, listDraftsOf } from './store/drafts.ts';
import { asUploads, type DocumentDeps } from './use-cases/document-deps.ts';
import type { Received } from './use-cases/receive-upload.ts';

export { eraseForgottenUploads } from './use-cases/erase-documents.ts';

/** The use cases' outside world with a store of files of its own, whose folder a test can look into. */
export function documentDeps<Base extends Deps>(
  deps: Base,
): Base & DocumentDeps & { readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-files-'));
  return { ...deps, files: openFileStore(folder), scanner: noScanner, folder };
}

/** A photo with what a camera writes beside it. */
export function aPhoto({
  width = 60,
  height = 400,
  kind = 'jpeg' as 'jpeg' | 'png' | 'webp' | 'tiff' | 'avif',
} = {}): Promise<Buffer> {
  // Light and dark bars, so that there is something to see.
  const shades = Buffer.alloc(width * height, 235);
  for (let row = 0; row < height; row += 1)
    if (row % 20 < 6)
      shades.fill(30, row * width + Math.floor(width / 8), (row + 1) * width - Math.floor(width / 8));
  const grey = sharp(shades, { raw: { width, height, channels: 1 } });
  const exif = { IFD0: { Artist: 'Ada Prova' }, IFD3: { GPSLatitude: '53/1 28/1 0/1' } };
  return grey.withExif(exif).toFormat(kind).toBuffer();
}

/** A PDF with so many pages, changed before it is written. */
export async function aPdf(change: (document: PDFDocument) => void = () => {}, pages = 1): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) document.addPage([200, 200]);
  change(document);
  return Buffer.from(await document.save());
}

/** A file as a form brings it. */
export function received(name: string, content: Uint8Array, declaredType = ''): Received {
  return { name, content, declaredType, tooLarge: false };
}

/** A picture of very many pixels that is small as long as it is packed. */
export function pixelFlood(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const row = Math.ceil(side / 8) + 1;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(row * side))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The round that erases what is kept no longer, now. */
export { eraseDueDocuments as eraseDocumentsNow } from './use-cases/erase-documents.ts';

/** A document as it lies with a form after all checks, without the checks: they have tests of their own. */
export async function aKeptUpload(
  deps: DocumentDeps,
  holder: FormHolder,
  {
    name,
    askedFor,
    pages = 1,
    warnings = [],
  }: { name: string; askedFor: string; pages?: number; warnings?: readonly LegibilityWarning[] },
): Promise<void> {
  const content = await aPdf(undefined, pages);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const id = crypto.randomUUID();
  const fileKey = `kept/${id.slice(0, 2)}/${crypto.randomUUID()}`;
  await deps.files.write(fileKey, content);
  await deps.db.transaction(asUploads, async (tx) => {
    const before = await listDraftsOf(tx, holder);
    await insertDraft(tx, holder, {
      id,
      name,
      kind: 'pdf',
      bytes: content.length,
      fileKey,
      receivedSha256: sha256,
      sha256,
      uploadedAt: deps.now(),
      askedFor,
      place: before.length + 1,
      pages,
      warnings,
      scanned: false,
    });
  });
}

export { openDocument } from './use-cases/read-documents.ts';
