import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import sharp from 'sharp';

const flattenForPrint = 1;
const withAnnotations = 1;
const printing = 0x800;

/** The second reader: pdfium, compiled to WebAssembly, so that it can harm nothing but its own memory. */
async function openPdfium(): Promise<WrappedPdfiumModule> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const pdfium = await init({ wasmBinary: new Uint8Array(wasm).buffer });
  pdfium.PDFiumExt_Init();
  return pdfium;
}

/** The memory as it is now: it moves when it grows. */
function memoryOf({ pdfium }: WrappedPdfiumModule): Uint8Array {
  const { memory } = pdfium.wasmExports as unknown as { readonly memory: { readonly buffer: ArrayBuffer } };
  return new Uint8Array(memory.buffer);
}

interface Opened {
  readonly pdfium: WrappedPdfiumModule;
  readonly document: number;
  /** The surroundings in which the fields of forms are drawn. */
  readonly forms: number;
}

async function open(content: Uint8Array): Promise<Opened | undefined> {
  const pdfium = await openPdfium();
  const at = pdfium.pdfium.wasmExports.malloc(content.length);
  memoryOf(pdfium).set(content, at);
  const document = pdfium.FPDF_LoadMemDocument(at, content.length, '');
  if (document === 0) return undefined;
  const forms = pdfium.PDFiumExt_InitFormFillEnvironment(document, pdfium.PDFiumExt_OpenFormFillInfo());
  return { pdfium, document, forms };
}

/**
 * The pages of a PDF in a new one, with text as text: what was filled in or stamped on them is drawn into the page, and
 * everything that belongs to the document as a whole (scripts, files, forms) stays behind.
 */
export async function flattenPdf(content: Uint8Array): Promise<Uint8Array | undefined> {
  const opened = await open(content);
  if (opened === undefined) return undefined;
  const { pdfium, document, forms } = opened;
  for (let index = 0; index < pdfium.FPDF_GetPageCount(document); index += 1) {
    const page = pdfium.FPDF_LoadPage(document, index);
    if (page === 0) return undefined;
    pdfium.FORM_OnAfterLoadPage(page, forms);
    const flat = pdfium.FPDFPage_Flatten(page, flattenForPrint);
    pdfium.FPDF_ClosePage(page);
    if (flat === 0) return undefined;
  }
  const pages = pdfium.FPDF_CreateNewDocument();
  if (!pdfium.FPDF_ImportPages(pages, document, '', 0)) return undefined;
  const writer = pdfium.PDFiumExt_OpenFileWriter();
  pdfium.PDFiumExt_SaveAsCopy(pages, writer);
  const size = pdfium.PDFiumExt_GetFileWriterSize(writer);
  const at = pdfium.pdfium.wasmExports.malloc(size);
  pdfium.PDFiumExt_GetFileWriterData(writer, at, size);
  return memoryOf(pdfium).slice(at, at + size);
}

/** The pages of a PDF as pictures, with so many pixels on the longest side: the last resort, which loses the text. */
export async function picturesOfPdf(content: Uint8Array, side: number): Promise<Uint8Array[] | undefined> {
  const opened = await open(content);
  if (opened === undefined) return undefined;
  const pictures: Uint8Array[] = [];
  for (let index = 0; index < opened.pdfium.FPDF_GetPageCount(opened.document); index += 1) {
    const picture = await draw(opened, index, side);
    if (picture === undefined) return undefined;
    pictures.push(picture);
  }
  return pictures;
}

/** One page of a PDF as a picture; nothing where there is no such page. */
export async function pictureOfPage(
  content: Uint8Array,
  index: number,
  side: number,
): Promise<Uint8Array | undefined> {
  const opened = await open(content);
  if (opened === undefined || index >= opened.pdfium.FPDF_GetPageCount(opened.document)) return undefined;
  return draw(opened, index, side);
}

async function draw(
  { pdfium, document, forms }: Opened,
  index: number,
  side: number,
): Promise<Uint8Array | undefined> {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) return undefined;
  pdfium.FORM_OnAfterLoadPage(page, forms);
  const [wide, high] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)];
  const scale = side / Math.max(wide, high);
  const [width, height] = [Math.max(1, Math.round(wide * scale)), Math.max(1, Math.round(high * scale))];
  const bitmap = pdfium.FPDFBitmap_Create(width, height, 0);
  if (bitmap === 0) return undefined;
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, withAnnotations | printing);
  pdfium.FPDF_FFLDraw(forms, bitmap, page, 0, 0, width, height, 0, withAnnotations | printing);
  const at = pdfium.FPDFBitmap_GetBuffer(bitmap);
  const pixels = Buffer.from(memoryOf(pdfium).slice(at, at + width * height * 4));
  pdfium.FPDFBitmap_Destroy(bitmap);
  pdfium.FPDF_ClosePage(page);
  // pdfium writes blue first.
  for (let each = 0; each < pixels.length; each += 4) {
    const blue = pixels[each] ?? 0;
    pixels[each] = pixels[each + 2] ?? 0;
    pixels[each + 2] = blue;
  }
  return sharp(pixels, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .jpeg({ quality: 80 })
    .toBuffer();
}
