import { appendRevision, firstPageOf, pdfText, readRevision, withEntries } from './pdf-revision.ts';
import { sha256 } from './signed-data.ts';

/** What the panel of signatures of a reader says besides the name of the certificate. */
export interface SealWords {
  /** Who seals (denominazione), as in the certificate. */
  readonly name: string;
  readonly reason: string;
  readonly location: string;
  readonly at: Temporal.Instant;
}

/** A PDF with an empty place for its seal. */
export interface PreparedPdf {
  readonly content: Buffer;
  /** SHA-256 of all of the file but the place of the seal. */
  readonly digest: Buffer;
  /** Puts the seal in its place. */
  fill(seal: Uint8Array): Buffer;
}

/** Room for the seal: certificates and time stamps of real authorities take up to some 9 kB. */
const room = 12_288;
const number = (value: number) => String(value).padStart(10, ' ');

/**
 * Adds a certifying signature field as a further revision of the file (ETSI EN 319 142-1). Its widget has no extent,
 * which is the one form that PDF/A-2 lets go without an appearance (ISO 19005-2, 6.3.3); what the eye shall see stands on the
 * page as text, for screen readers too. Certification of level 1 means that a reader warns of any later change.
 */
export function preparePdf(pdf: Uint8Array, { name, reason, location, at }: SealWords): PreparedPdf {
  const revision = readRevision(Buffer.from(pdf));
  const page = firstPageOf(revision);
  const [field, signature, form] = [revision.size, revision.size + 1, revision.size + 2];
  const moment = `D:${at.toString({ smallestUnit: 'second' }).replaceAll(/[-:TZ]/g, '')}Z`;
  const range = `/ByteRange [0 ${number(0)} ${number(0)} ${number(0)}]`;
  const objects = new Map<number, string>([
    [
      revision.root,
      withEntries(
        revision.object(revision.root),
        `/AcroForm ${form} 0 R\n/Perms << /DocMDP ${signature} 0 R >>`,
      ),
    ],
    [page, withAnnotation(revision.object(page), field, (each) => revision.object(each))],
    [
      field,
      `<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T ${pdfText('Sigillo elettronico')}\n/TU ${pdfText(`Sigillo elettronico: ${name}`)}\n/F 132\n/Rect [0 0 0 0]\n/P ${page} 0 R\n/V ${signature} 0 R\n>>`,
    ],
    [
      signature,
      `<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/Name ${pdfText(name)}\n/Reason ${pdfText(reason)}\n/Location ${pdfText(location)}\n/M (${moment})\n/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1 /V /1.2 >> >>]\n${range}\n/Contents <${'0'.repeat(room * 2)}>\n>>`,
    ],
    [form, `<<\n/SigFlags 3\n/Fields [${field} 0 R]\n>>`],
  ]);
  const id = sha256(Buffer.concat([revision.content, Buffer.from(moment)]))
    .toString('hex')
    .slice(0, 32);
  const { content, offsets } = appendRevision(revision, objects, id);

  const from = offsets.get(signature) ?? 0;
  const contents = content.indexOf('/Contents <', from) + '/Contents '.length;
  const end = contents + room * 2 + 2;
  content.write(
    `/ByteRange [0 ${number(contents)} ${number(end)} ${number(content.length - end)}]`,
    content.indexOf(range, from),
    'latin1',
  );
  return {
    content,
    digest: sha256(Buffer.concat([content.subarray(0, contents), content.subarray(end)])),
    fill(seal) {
      if (seal.length > room) throw new Error(`A seal of ${seal.length} bytes does not fit into its place`);
      const sealed = Buffer.from(content);
      sealed.write(Buffer.from(seal).toString('hex').toUpperCase(), contents + 1, 'latin1');
      return sealed;
    },
  };
}

function withAnnotation(page: string, field: number, object: (number: number) => string): string {
  const list = /\/Annots\s*\[([^\]]*)\]/.exec(page);
  if (list !== null) return page.replace(list[0], () => `/Annots [${list[1]?.trim()} ${field} 0 R]`);
  const elsewhere = /\/Annots\s+(\d+) 0 R/.exec(page);
  if (elsewhere === null) return withEntries(page, `/Annots [${field} 0 R]`);
  const entries = object(Number(elsewhere[1])).replaceAll(/[[\]]/g, '').trim();
  return page.replace(elsewhere[0], () => `/Annots [${entries} ${field} 0 R]`);
}
