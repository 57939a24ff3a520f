import type { Tx } from '#platform/database/database.ts';
import type { Principal } from '#platform/database/principal.ts';
import type { Keys } from '#platform/keys.ts';
import type { Document } from '../domain/document.ts';
import { findDocument, type KeptDocument, listDocumentsOf } from '../store/documents.ts';
import type { DocumentDeps } from './document-deps.ts';

/** The documents of matters, as the transaction's principal may see them. */
export async function listDocuments(
  tx: Tx,
  officeId: string,
  subjectIds: readonly string[],
): Promise<(Document & { readonly subjectId: string })[]> {
  const documents = await listDocumentsOf(tx, officeId, subjectIds);
  return documents.map((each) => ({ ...each, subjectId: each.subject.id }));
}

const purpose = 'document-link';

/** Opens one document to whoever has the link: for people without an account, on pages that only they can open. */
export function documentToken(keys: Keys, id: string): string {
  return keys.hash(purpose, id);
}

/** A document with its content; those of other people and of other offices are not found, nor are erased ones. */
export async function openDocument(
  { db, files, keys }: DocumentDeps,
  { as, officeId, id, token }: { as: Principal; officeId: string; id: string; token?: string | undefined },
): Promise<{ document: Document; content: Uint8Array } | undefined> {
  const reader: Principal =
    token !== undefined && keys.matches(purpose, id, token) ? { kind: 'office', officeId } : as;
  const document: KeptDocument | undefined = await db.transaction(reader, (tx) =>
    findDocument(tx, officeId, id),
  );
  if (document === undefined || document.fileKey === null) return undefined;
  return { document, content: await files.read(document.fileKey) };
}
