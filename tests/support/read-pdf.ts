import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface StructureNode {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly StructureNode[];
}

export interface ReadPdf {
  readonly pages: readonly string[];
  /** All the text in reading order, single spaces between the words. */
  readonly text: string;
  readonly lang: string | null;
  readonly title: string | undefined;
  /** Roles of the structure tree in reading order, as `H1`, `Table`, `TH`. */
  readonly roles: readonly string[];
  /** What stands for the pictures. */
  readonly alternatives: readonly string[];
  /** Claimed standard, as `2A`. */
  readonly standard: string;
}

/** Reads a PDF as a reader for blind people would: text, tags, language, title. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: true,
  });
  const document = await task.promise;
  try {
    const pages: string[] = [];
    const nodes: StructureNode[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      pages.push(
        content.items
          .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : ''))
          .join('')
          .replace(/\s+/g, ' '),
      );
      nodes.push(...descendants((await page.getStructTree()) as StructureNode));
    }
    const { info, metadata } = await document.getMetadata();
    const raw = (metadata as { getRaw?(): string } | null)?.getRaw?.() ?? '';
    const { Language, Title } = info as { Language?: string | null; Title?: string };
    return {
      pages,
      text: pages.join(' '),
      lang: Language ?? null,
      title: Title,
      roles: nodes.flatMap((node) => node.role ?? []),
      alternatives: nodes.flatMap((node) => node.alt ?? []),
      standard: `${/pdfaid:part>(\d)/.exec(raw)?.[1]}${/pdfaid:conformance>(\w)/.exec(raw)?.[1]}`,
    };
  } finally {
    await task.destroy();
  }
}

function descendants(node: StructureNode | null): StructureNode[] {
  return node === null ? [] : [node, ...(node.children ?? []).flatMap(descendants)];
}
