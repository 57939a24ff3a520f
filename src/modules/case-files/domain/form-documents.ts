import type { FiledDocument } from './form.ts';

/** How the documents module names one of the form’s documents: it knows no slash (`identity/1` is `identity-1`). */
export function askedForOf(path: string): string {
  return path.replace('/', '-');
}

/** The path in the form of a document that bears a name of the documents module. */
export function pathOfDocument(askedFor: string): string {
  return askedFor.replace('-', '/');
}

/** What the form knows of a file that lies with it; files of messages are not the form’s. */
export function filedDocument(file: {
  readonly askedFor: string | null;
  readonly name: string;
  readonly kind: string;
  readonly warnings: readonly string[];
}): FiledDocument | undefined {
  if (file.askedFor === null) return undefined;
  const readable = file.warnings.length > 0 ? false : file.kind === 'pdf' ? null : true;
  return { path: pathOfDocument(file.askedFor), name: file.name, readable };
}

/**
 * The documents that count: of each asked document those that came with the latest sending that brought any
 * (a correction takes the place of what was sent before, which stays to be seen).
 */
export function inForce<Each extends { readonly askedFor: string | null; readonly partId: string }>(
  documents: readonly Each[],
  sendings: readonly { readonly number: number; readonly partId: string }[],
): Each[] {
  const numberOf = new Map(sendings.map(({ partId, number }) => [partId, number]));
  const latest = new Map<string, number>();
  for (const { askedFor, partId } of documents) {
    const number = numberOf.get(partId);
    if (askedFor === null || number === undefined) continue;
    latest.set(askedFor, Math.max(latest.get(askedFor) ?? 0, number));
  }
  return documents.filter(
    ({ askedFor, partId }) => askedFor !== null && numberOf.get(partId) === latest.get(askedFor),
  );
}
