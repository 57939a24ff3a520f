/** A PDF as our typesetter writes it: a classic cross-reference table, dictionaries as plain text. */
export interface PdfRevision {
  readonly content: Buffer;
  readonly root: number;
  readonly size: number;
  readonly startOfTable: number;
  /** What stays as it is in the trailer: `/Info`, and the first half of the `/ID`. */
  readonly info: string | undefined;
  readonly firstId: string | undefined;
  /** The text of an object between `obj` and `endobj`. */
  object(number: number): string;
}

/** Finds the way into a file; throws where it is not of the form that we write. */
export function readRevision(content: Buffer): PdfRevision {
  const tail = content.subarray(-64).toString('latin1');
  const startOfTable = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
  if (!Number.isInteger(startOfTable)) throw new Error('A PDF to be sealed does not end as it should');
  const table = content.subarray(startOfTable).toString('latin1');
  const [, section = '', trailer = ''] =
    /^xref\s+([\s\S]*?)trailer\s*<<([\s\S]*)>>\s*startxref/.exec(table) ?? [];
  const root = Number(/\/Root\s+(\d+) 0 R/.exec(trailer)?.[1]);
  const size = Number(/\/Size\s+(\d+)/.exec(trailer)?.[1]);
  if (!(root > 0) || !(size > root) || /\/(Prev|Encrypt)\b/.test(trailer))
    throw new Error('A PDF to be sealed is not as the typesetter writes it');
  const offsets = offsetsIn(section);
  return {
    content,
    root,
    size,
    startOfTable,
    info: /\/Info\s+(\d+ 0 R)/.exec(trailer)?.[1],
    firstId: /\/ID\s*\[\s*(\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f]*>)/.exec(trailer)?.[1],
    object(number) {
      const start = offsets.get(number);
      const text = start === undefined ? '' : content.subarray(start, startOfTable).toString('latin1');
      const [opening] = /^\d+ 0 obj\s*/.exec(text) ?? [];
      if (opening === undefined) throw new Error(`A PDF to be sealed has no object ${number}`);
      return text.slice(opening.length, text.indexOf('endobj')).trimEnd();
    },
  };
}

function offsetsIn(section: string): Map<number, number> {
  const offsets = new Map<number, number>();
  let number = 0;
  for (const line of section.split(/[\r\n]+/)) {
    const [, from] = /^(\d+) \d+ *$/.exec(line) ?? [];
    const [, offset] = /^(\d{10}) \d{5} n/.exec(line) ?? [];
    if (from !== undefined) number = Number(from);
    else if (/^\d{10} /.test(line)) {
      if (offset !== undefined) offsets.set(number, Number(offset));
      number += 1;
    }
  }
  return offsets;
}

/** The number of the first page, which the tree of pages leads to. */
export function firstPageOf(revision: PdfRevision): number {
  let number = Number(/\/Pages\s+(\d+) 0 R/.exec(revision.object(revision.root))?.[1]);
  for (let depth = 0; depth < 20; depth += 1) {
    const [, child] = /\/Kids\s*\[\s*(\d+) 0 R/.exec(revision.object(number)) ?? [];
    if (child === undefined) return number;
    number = Number(child);
  }
  throw new Error('A PDF to be sealed has no first page');
}

/** A dictionary with further entries before its end. */
export function withEntries(dictionary: string, entries: string): string {
  const end = dictionary.lastIndexOf('>>');
  if (end === -1) throw new Error('An object of a PDF to be sealed is no dictionary');
  return `${dictionary.slice(0, end)}${entries}\n>>`;
}

/** A text as a PDF string, whatever letters it has. */
export function pdfText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replaceAll(/[\\()]/g, '\\$&')})`;
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

/** Appends changed and new objects as one further revision. Offsets of the objects are answered by number. */
export function appendRevision(
  revision: PdfRevision,
  objects: ReadonlyMap<number, string>,
  id: string,
): { readonly content: Buffer; readonly offsets: ReadonlyMap<number, number> } {
  const before = revision.content;
  const parts: Buffer[] = [before];
  let length = before.length;
  const add = (text: string) => {
    const bytes = Buffer.from(text, 'latin1');
    parts.push(bytes);
    length += bytes.length;
  };
  if (before.at(-1) !== 0x0a) add('\n');
  const offsets = new Map<number, number>();
  for (const [number, text] of objects) {
    offsets.set(number, length);
    add(`${number} 0 obj\n${text}\nendobj\n`);
  }
  const start = length;
  const numbers = [...offsets.keys()].sort((one, other) => one - other);
  add('xref\n');
  // Runs of neighbouring numbers make one subsection each.
  for (const [index, number] of numbers.entries()) {
    if (numbers[index - 1] !== number - 1) {
      let run = 1;
      while (numbers[index + run] === number + run) run += 1;
      add(`${number} ${run}\n`);
    }
    add(`${String(offsets.get(number)).padStart(10, '0')} 00000 n\r\n`);
  }
  const size = Math.max(revision.size, (numbers.at(-1) ?? 0) + 1);
  const info = revision.info === undefined ? '' : `\n/Info ${revision.info}`;
  add(
    `trailer\n<<\n/Size ${size}\n/Root ${revision.root} 0 R${info}\n/ID [${revision.firstId ?? `<${id}>`} <${id}>]\n/Prev ${revision.startOfTable}\n>>\nstartxref\n${start}\n%%EOF\n`,
  );
  return { content: Buffer.concat(parts), offsets };
}
