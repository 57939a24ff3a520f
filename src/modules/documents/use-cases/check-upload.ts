import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { cleanPdf } from '#platform/files/clean-pdf.ts';
import { contentType } from '#platform/files/content-kind.ts';
import { convert } from '#platform/files/convert/convert.ts';
import type { Answer, Made } from '#platform/files/convert/tasks.ts';
import { ScannerAway } from '#platform/files/virus-scanner.ts';
import {
  agreedKind,
  type DocumentKind,
  type LegibilityWarning,
  largestFile,
  mostPages,
  mostPixels,
  type ReceivedKind,
  type UploadRefusal,
} from '../domain/document.ts';
import type { DocumentDeps } from './document-deps.ts';

/** A file as it came from a form. */
export interface Received {
  readonly name: string;
  readonly declaredType: string;
  readonly content: Uint8Array;
  readonly tooLarge: boolean;
  /** Which of the form's documents it is, where the form asks for several. */
  readonly askedFor?: string | null;
}

/** What is kept of a file. */
export interface Checked {
  readonly kind: DocumentKind;
  readonly content: Uint8Array;
  readonly pages: number | null;
  readonly warnings: readonly LegibilityWarning[];
  readonly scanned: boolean;
}

/**
 * Looks at a file while it lies in quarantine: kind, virus, then it is drawn or written anew, and only the new file is
 * ever shown to anybody.
 */
export async function checkUpload(
  deps: DocumentDeps,
  received: Received,
): Promise<Outcome<Checked, UploadRefusal>> {
  if (received.tooLarge) return refused({ code: 'too_large' });
  if (received.content.length === 0) return refused({ code: 'empty' });
  const kind = agreedKind({ ...received, contentType: await contentType(received.content) });
  if (!kind.ok) return kind;
  const quarantine = `quarantine/${crypto.randomUUID()}`;
  await deps.files.write(quarantine, received.content);
  try {
    const virus = await deps.scanner.scan(received.content);
    if (virus === 'infected') return refused({ code: 'infected' });
    const { answer, content } = await convertedOf(kind.value, received.content);
    if (answer.is !== 'made' || content === undefined)
      return refused({ code: refusalOf(kind.value, answer.is === 'made' ? 'unreadable' : answer.is) });
    const { format, pages, warnings } = answer;
    return granted({ kind: format, content, pages, warnings, scanned: virus === 'clean' });
  } catch (error) {
    if (error instanceof ScannerAway) return refused({ code: 'scanner_away' });
    throw error;
  } finally {
    await deps.files.remove(quarantine);
  }
}

function convertedOf(kind: ReceivedKind, content: Uint8Array): Promise<Made> {
  const mostBytes = largestFile;
  return kind === 'pdf'
    ? cleanPdf(content, { mostPages, mostBytes })
    : convert({ do: 'picture', format: kind === 'avif' ? 'heif' : kind, mostPixels, mostBytes }, [content]);
}

type NotMade = Exclude<Answer['is'], 'made'>;

const refusals: Record<Exclude<NotMade, 'unreadable' | 'bomb'>, UploadRefusal['code']> = {
  blank: 'blank_picture',
  too_small: 'picture_too_small',
  too_many_pixels: 'too_many_pixels',
  encrypted: 'encrypted_pdf',
  active: 'active_pdf',
  too_many_pages: 'too_many_pages',
  too_large: 'stays_too_large',
};

function refusalOf(kind: ReceivedKind, why: NotMade): UploadRefusal['code'] {
  if (why === 'unreadable' || why === 'bomb') return kind === 'pdf' ? 'unreadable_pdf' : 'unreadable_picture';
  return refusals[why];
}
