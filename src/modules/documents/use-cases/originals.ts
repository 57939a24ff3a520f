import { addDays, dayAt } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import { record, system } from '#platform/event-log/record.ts';
import { sealFile } from '#platform/files/sealed-file.ts';
import { originalDays } from '../domain/document.ts';
import { deleteOriginals, type KeptOriginal, listOriginalsOf, lockDueOriginals } from '../store/originals.ts';
import { asUploads, type DocumentDeps } from './document-deps.ts';

const atOnce = 100;

/** What came, encrypted with a key of its own; which line keeps it, and which file. */
export function sealOriginal(
  { keys }: DocumentDeps,
  received: {
    readonly documentId: string;
    readonly content: Uint8Array;
    readonly sha256: string;
    readonly at: Temporal.Instant;
  },
): { readonly line: KeptOriginal; readonly sealed: Uint8Array } {
  const id = crypto.randomUUID();
  const { sealed, wrappedKey } = sealFile(keys, id, received.content);
  const line = {
    id,
    documentId: received.documentId,
    fileKey: `sealed/${id.slice(0, 2)}/${crypto.randomUUID()}`,
    wrappedKey,
    sha256: received.sha256,
    bytes: received.content.length,
    receivedAt: received.at,
    keepUntil: addDays(dayAt(received.at, 'UTC'), originalDays),
  };
  return { line, sealed };
}

/** Erases what came for documents that are erased themselves. */
export async function eraseOriginalsOf(
  { files }: DocumentDeps,
  tx: Tx,
  documentIds: readonly string[],
): Promise<void> {
  const originals = await listOriginalsOf(tx, documentIds);
  for (const { fileKey } of originals) await files.remove(fileKey);
  await deleteOriginals(
    tx,
    originals.map((each) => each.id),
  );
}

/** Erases originals whose own time is over although their documents are kept. */
export async function eraseDueOriginals({ db, files, now }: DocumentDeps): Promise<number> {
  const at = now();
  return db.transaction(asUploads, async (tx) => {
    const due = await lockDueOriginals(tx, dayAt(at, 'UTC'), atOnce);
    for (const { fileKey } of due) await files.remove(fileKey);
    await deleteOriginals(
      tx,
      due.map((each) => each.id),
    );
    await record(
      tx,
      ...due.map((original) => ({
        type: 'document.original-erased',
        subject: { kind: 'document', id: original.documentId },
        actor: system('documents-erase'),
        at,
        facts: { sha256: original.sha256 },
      })),
    );
    return due.length;
  });
}
