import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { cleanPdf } from '#platform/files/clean-pdf.ts';
import { cleanPicture } from '#platform/files/clean-picture.ts';
import { contentType } from '#platform/files/content-kind.ts';
import { ScannerAway } from '#platform/files/virus-scanner.ts';
import { agreedKind, type DocumentKind, mostPages, type UploadRefusal } from '../domain/document.ts';
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

/**
 * Looks at a file while it lies in quarantine: kind, virus, then it is drawn or written anew, and only the new file is
 * kept. What came is erased, whatever was found.
 */
export async function checkUpload(
  deps: DocumentDeps,
  received: Received,
): Promise<Outcome<{ kind: DocumentKind; content: Uint8Array }, UploadRefusal>> {
  if (received.tooLarge) return refused({ code: 'too_large' });
  if (received.content.length === 0) return refused({ code: 'empty' });
  const kind = agreedKind({ ...received, contentType: await contentType(received.content) });
  if (!kind.ok) return kind;
  const quarantine = `quarantine/${crypto.randomUUID()}`;
  await deps.files.write(quarantine, received.content);
  try {
    if ((await deps.scanner.scan(received.content)) === 'infected') return refused({ code: 'infected' });
    return await cleaned(kind.value, received.content);
  } catch (error) {
    if (error instanceof ScannerAway) return refused({ code: 'scanner_away' });
    throw error;
  } finally {
    await deps.files.remove(quarantine);
  }
}

async function cleaned(
  kind: DocumentKind,
  content: Uint8Array,
): Promise<Outcome<{ kind: DocumentKind; content: Uint8Array }, UploadRefusal>> {
  if (kind === 'pdf') {
    const pdf = await cleanPdf(content);
    if (pdf === 'encrypted') return refused({ code: 'encrypted_pdf' });
    if (pdf === 'unreadable') return refused({ code: 'unreadable_pdf' });
    if (pdf === 'active_content') return refused({ code: 'active_pdf' });
    if (pdf.pages > mostPages) return refused({ code: 'too_many_pages' });
    return granted({ kind, content: pdf.content });
  }
  const picture = await cleanPicture(content, kind);
  if (picture === 'too_many_pixels') return refused({ code: 'too_many_pixels' });
  if (picture === 'unreadable') return refused({ code: 'unreadable_picture' });
  return granted({ kind, content: picture.content });
}
