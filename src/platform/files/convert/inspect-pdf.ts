import { inflateSync } from 'node:zlib';
import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

export type PdfInspection =
  | { readonly is: 'sound'; readonly content: Uint8Array; readonly pages: number; readonly active: boolean }
  | { readonly is: 'encrypted' | 'unreadable' | 'bomb' };

/** What all the packed parts of a file may hold together once unpacked. */
const mostUnpacked = 300 * 1024 * 1024;

/** Entries by which a document does something by itself, calls a program, or carries another file. */
const activeKeys = [
  'JavaScript',
  'JS',
  'AA',
  'EmbeddedFile',
  'EmbeddedFiles',
  'EF',
  'AF',
  'XFA',
  'RichMediaContent',
  'RichMediaSettings',
  'Collection',
];
const activeActions = [
  'JavaScript',
  'Launch',
  'ImportData',
  'SubmitForm',
  'ResetForm',
  'Movie',
  'Sound',
  'Rendition',
  'RichMediaExecute',
  'GoToE',
  'GoToR',
  'Hide',
  'Trans',
  'SetOCGState',
  'GoTo3DView',
];
const activeSubtypes = ['RichMedia', 'Screen', 'Movie', 'Sound', '3D', 'FileAttachment'];

/**
 * Reads a whole PDF: every object that stands in it, those of older versions too, so that nothing hides from what
 * another reader would open. The content that it answers holds these objects and nothing that was put before or after.
 */
export async function inspectPdf(content: Uint8Array, { pagesAlone = false } = {}): Promise<PdfInspection> {
  if (unpackedBytes(content) > mostUnpacked) return { is: 'bomb' };
  try {
    const document = await PDFDocument.load(content, {
      throwOnInvalidObject: true,
      updateMetadata: false,
      preserveXFA: true,
    });
    if (document.isEncrypted || document.context.trailerInfo.Encrypt !== undefined)
      return { is: 'encrypted' };
    const pages = document.getPageCount();
    if (pages === 0) return { is: 'unreadable' };
    if (pagesAlone) bare(document);
    const active = document.context.enumerateIndirectObjects().some(([, object]) => isActive(object));
    const written = await document.save({
      updateFieldAppearances: false,
      addDefaultPage: false,
      rewrite: true,
    });
    return { is: 'sound', content: written, pages, active };
  } catch (error) {
    return {
      is: error instanceof EncryptedPDFError || (await isEncrypted(content)) ? 'encrypted' : 'unreadable',
    };
  }
}

/** What a page may carry besides what is drawn on it; it was drawn into the page already. */
const besidePage = [
  'Annots',
  'AA',
  'AF',
  'Metadata',
  'PieceInfo',
  'StructParents',
  'Trans',
  'Dur',
  'Tabs',
  'B',
];
const besidePages = [
  'AcroForm',
  'OpenAction',
  'AA',
  'Names',
  'AF',
  'Metadata',
  'PieceInfo',
  'Outlines',
  'URI',
];

/** Leaves the pages and what is drawn on them; what nothing leads to any more is not written. */
function bare(document: PDFDocument): void {
  for (const page of document.getPages()) for (const key of besidePage) page.node.delete(PDFName.of(key));
  for (const key of besidePages) document.catalog.delete(PDFName.of(key));
  const reached = new Set<string>();
  const waiting: PDFObject[] = [document.catalog];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next instanceof PDFRef) {
      if (reached.has(next.tag)) continue;
      reached.add(next.tag);
      const object = document.context.lookup(next);
      if (object !== undefined) waiting.push(object);
    } else if (next instanceof PDFStream) waiting.push(next.dict);
    else if (next instanceof PDFArray) waiting.push(...next.asArray());
    else if (next instanceof PDFDict) waiting.push(...next.values());
  }
  const { trailerInfo } = document.context;
  delete trailerInfo.Info;
  for (const [reference] of document.context.enumerateIndirectObjects())
    if (!reached.has(reference.tag) && reference !== trailerInfo.Root) document.context.delete(reference);
}

/** Encryption makes objects unreadable that stand before the word that says so. */
async function isEncrypted(content: Uint8Array): Promise<boolean> {
  try {
    await PDFDocument.load(content, { warnOnInvalidObjects: false, updateMetadata: false });
    return false;
  } catch (error) {
    return error instanceof EncryptedPDFError;
  }
}

function isActive(object: PDFObject, depth = 0): boolean {
  if (depth > 60) return true;
  if (object instanceof PDFStream) return isActive(object.dict, depth + 1);
  if (object instanceof PDFArray) return object.asArray().some((each) => isActive(each, depth + 1));
  if (!(object instanceof PDFDict)) return false;
  if (activeKeys.some((key) => object.has(PDFName.of(key)))) return true;
  if (isOneOf(object.get(PDFName.of('S')), activeActions)) return true;
  if (isOneOf(object.get(PDFName.of('Subtype')), activeSubtypes)) return true;
  if (leadsAstray(object.get(PDFName.of('URI')))) return true;
  return object.values().some((each) => isActive(each, depth + 1));
}

/** A link that is more than an address of the web or of the post. */
function leadsAstray(link: PDFObject | undefined): boolean {
  if (!(link instanceof PDFString || link instanceof PDFHexString)) return false;
  return !/^(https?:|mailto:|tel:)/i.test(link.decodeText());
}

function isOneOf(value: PDFObject | undefined, names: readonly string[]): boolean {
  return value instanceof PDFName && names.includes(value.decodeText());
}

/** How much the packed streams of a file unpack to, those inside others too; counting ends beyond the limit. */
function unpackedBytes(content: Uint8Array, depth = 0): number {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  let sum = 0;
  for (
    let at = bytes.indexOf('stream');
    at !== -1 && sum <= mostUnpacked;
    at = bytes.indexOf('stream', at + 6)
  ) {
    let start = at + 6;
    if (bytes[start] === 0x0d) start += 1;
    if (bytes[start] === 0x0a) start += 1;
    sum += unpackedAt(bytes.subarray(start), mostUnpacked - sum, depth);
  }
  return sum;
}

function unpackedAt(packed: Buffer, room: number, depth: number): number {
  // The first byte of everything that Flate packs; anything else is not unpacked by it.
  if (depth > 4 || ((packed[0] ?? 0) & 0x0f) !== 8) return 0;
  try {
    const inner = inflateSync(packed, { maxOutputLength: Math.max(room, 1) });
    return inner.length + unpackedAt(inner, room - inner.length, depth + 1);
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? room + 1 : 0;
  }
}
