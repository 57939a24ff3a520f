import { granted, type Outcome, refused } from '#kernel/outcome.ts';

/** The kinds of file that are taken (formati ammessi): pictures that every browser shows, and PDF. */
export const documentKinds = ['jpeg', 'png', 'webp', 'pdf'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const mediaTypes: Readonly<Record<DocumentKind, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
};

const extensions: Readonly<Record<DocumentKind, readonly string[]>> = {
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png'],
  webp: ['webp'],
  pdf: ['pdf'],
};

/** What a browser says that knows nothing of a file: no word against it. */
const undeclared = ['', 'application/octet-stream'];

/** Largest file that is kept, in bytes: 10 MiB. */
export const largestFile = 10 * 1024 * 1024;
/** Largest file that is taken and made smaller, in bytes: 40 MiB. */
export const largestReceived = 40 * 1024 * 1024;
/** Files that go with one field of a form, or with a message. */
export const mostFiles = 5;
/** Files that go with one form, in all of its fields. */
export const mostFilesOfForm = 40;
/** Pixels of a picture: more than a camera makes would fill the memory when it is unpacked. */
export const mostPixels = 50_000_000;
/** Pages of a PDF. */
export const mostPages = 40;
/** What one person may have with us at a time, in bytes: 100 MiB. */
export const personQuota = 100 * 1024 * 1024;
/** How long an upload waits for its form to be sent. */
export const draftFor = { hours: 48 } as const;
/** Days for which the sealed original is kept as evidence, where its document is not erased before (one year). */
export const originalDays = 365;

/** What makes a picture hard to read; whoever sends it may say that there is no better one. */
export const legibilityWarnings = ['small', 'blurred', 'dark', 'bright', 'faint'] as const;
export type LegibilityWarning = (typeof legibilityWarnings)[number];

/** The name of one of a form's documents (documento richiesto), in the form's own words: `passport`. */
export const askedForPattern = /^[a-z][a-z0-9_-]{0,59}$/;

/** An upload of a form that is not sent yet. */
export interface Draft {
  readonly id: string;
  readonly name: string;
  readonly kind: DocumentKind;
  /** Bytes of what is kept. */
  readonly bytes: number;
  /** Which of the form's documents it is; null where one field takes all. */
  readonly askedFor: string | null;
  /** Pages of a PDF; unknown for what came before they were counted. */
  readonly pages: number | null;
  readonly warnings: readonly LegibilityWarning[];
  /** Whether a virus check looked at it. */
  readonly scanned: boolean;
}

/** A document that belongs to a matter (allegato). */
export interface Document extends Draft {
  readonly officeId: string;
  readonly partId: string;
  /** Fingerprint of what is kept, in hexadecimal digits. */
  readonly sha256: string;
  readonly uploadedAt: Temporal.Instant;
  /** When the file was erased; its name went with it. */
  readonly erasedAt: Temporal.Instant | null;
}

/** What phones write that cannot be opened here: the sentence says how to send it. */
const phoneKinds = ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'];

/** The kinds of file that are received. */
export type ReceivedKind = DocumentKind | 'tiff' | 'avif';

export type KindRefusal = { readonly code: 'kind_not_accepted' | 'kinds_disagree' | 'phone_picture' };

const receivedKinds: readonly {
  readonly kind: ReceivedKind;
  readonly mediaType: string;
  readonly extensions: readonly string[];
}[] = [
  ...documentKinds.map((kind) => ({ kind, mediaType: mediaTypes[kind], extensions: extensions[kind] })),
  // Kept as another kind, because browsers or offices cannot show them.
  { kind: 'tiff', mediaType: 'image/tiff', extensions: ['tif', 'tiff'] },
  { kind: 'avif', mediaType: 'image/avif', extensions: ['avif'] },
];

function extensionOf(name: string): string {
  return /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** The kind of a file, where its content, its name and what the sender says of it agree. */
export function agreedKind(file: {
  readonly name: string;
  readonly declaredType: string;
  readonly contentType: string | undefined;
}): Outcome<ReceivedKind, KindRefusal> {
  const { contentType } = file;
  if (contentType !== undefined && phoneKinds.includes(contentType))
    return refused({ code: 'phone_picture' });
  const kind = receivedKinds.find((each) => each.mediaType === contentType);
  if (kind === undefined) return refused({ code: 'kind_not_accepted' });
  const declared = file.declaredType.split(';')[0]?.trim().toLowerCase() ?? '';
  const says = declared === 'image/jpg' ? 'image/jpeg' : declared;
  const agrees =
    kind.extensions.includes(extensionOf(file.name)) &&
    (undeclared.includes(says) || says === kind.mediaType);
  return agrees ? granted(kind.kind) : refused({ code: 'kinds_disagree' });
}

/** A file's name without the folders it came from and without signs that mislead the eye; 120 characters at most. */
export function plainName(raw: string, kind: DocumentKind): string {
  const last = raw.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[^.]*$/, '')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*%;]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const letters = (/^.{0,100}/su.exec(stem)?.[0] ?? '').trim();
  return `${letters === '' ? 'documento' : letters}.${kind === 'jpeg' ? 'jpg' : kind}`;
}

export type UploadRefusal =
  | KindRefusal
  | {
      readonly code:
        | 'empty'
        | 'too_large'
        | 'stays_too_large'
        | 'picture_too_small'
        | 'blank_picture'
        | 'too_many_files'
        | 'too_many_pixels'
        | 'unreadable_picture'
        | 'unreadable_pdf'
        | 'encrypted_pdf'
        | 'active_pdf'
        | 'too_many_pages'
        | 'infected'
        | 'scanner_away'
        | 'quota_full';
    };
