import { addDays, type CivilDate, dayAt } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import { record, system } from '#platform/event-log/record.ts';
import { draftFor } from '../domain/document.ts';
import { transferFor } from '../domain/transfer.ts';
import { lockDueDocuments, saveDueNow, saveErased, saveKeepUntil } from '../store/documents.ts';
import { deleteDrafts, forgetDraftsOf, lockForgottenDrafts } from '../store/drafts.ts';
import { deleteTransfers, forgetTransfersOf, lockOldTransfers } from '../store/transfers.ts';
import { asUploads, type DocumentDeps } from './document-deps.ts';
import { eraseOriginalsOf } from './originals.ts';

const atOnce = 100;

/** Sets until which day the documents of a matter are kept; nothing while the matter is open. */
export async function keepDocumentsUntil(
  tx: Tx,
  { officeId, subjectId, day }: { officeId: string; subjectId: string; day: CivilDate | null },
): Promise<void> {
  await saveKeepUntil(tx, officeId, subjectId, day);
}

/** The documents of a matter are erased at the next round, within the hour. */
export async function eraseDocumentsSoon(
  tx: Tx,
  { officeId, subjectId, at }: { officeId: string; subjectId: string; at: Temporal.Instant },
): Promise<void> {
  await saveDueNow(tx, officeId, subjectId, addDays(dayAt(at, 'UTC'), -1));
}

/** The uploads of forms that a person never sent, and those under way, are erased at the next round. */
export async function eraseDraftsSoon(tx: Tx, accountId: string): Promise<number> {
  return (await forgetDraftsOf(tx, accountId)) + (await forgetTransfersOf(tx, accountId));
}

/**
 * Erases what is kept no longer: first the file, then its name, with a line of history that keeps the digest of what
 * was there. A round that is broken off is simply done again.
 */
export async function eraseDueDocuments(deps: DocumentDeps): Promise<number> {
  const { db, files, now } = deps;
  const at = now();
  let erased = 0;
  for (;;) {
    const round = await db.transaction(asUploads, async (tx) => {
      const due = await lockDueDocuments(tx, dayAt(at, 'UTC'), atOnce);
      for (const { fileKey } of due) if (fileKey !== null) await files.remove(fileKey);
      await eraseOriginalsOf(
        deps,
        tx,
        due.map((each) => each.id),
      );
      await saveErased(
        tx,
        due.map((each) => each.id),
        at,
      );
      await record(
        tx,
        ...due.map((document) => ({
          type: 'document.erased',
          subject: { kind: 'document', id: document.id },
          actor: system('documents-erase'),
          at,
          officeId: document.officeId,
          ...(document.accountId === null ? {} : { accountId: document.accountId }),
          facts: { sha256: document.sha256, from: document.subject },
        })),
      );
      return due.length;
    });
    erased += round;
    if (round < atOnce) return erased;
  }
}

/** Erases the uploads of forms that nobody sent, those that never arrived whole, and what was broken off. */
export async function eraseForgottenUploads(deps: DocumentDeps): Promise<number> {
  const { db, files, now } = deps;
  const at = now();
  const forgotten = await db.transaction(asUploads, async (tx) => {
    const drafts = await lockForgottenDrafts(tx, at.subtract(draftFor), atOnce, at);
    for (const { fileKey } of drafts) await files.remove(fileKey);
    await eraseOriginalsOf(
      deps,
      tx,
      drafts.map((each) => each.id),
    );
    await deleteDrafts(
      tx,
      drafts.map((each) => each.id),
    );
    return drafts.length;
  });
  await db.transaction(asUploads, async (tx) => {
    const transfers = await lockOldTransfers(tx, at.subtract(transferFor), atOnce);
    for (const { pieces } of transfers) for (const piece of pieces) await files.remove(piece);
    await deleteTransfers(
      tx,
      transfers.map((each) => each.id),
    );
  });
  for (const key of await files.listOlder('quarantine', at.subtract({ hours: 1 }))) await files.remove(key);
  for (const key of await files.listOlder('incoming', at.subtract({ hours: 48 }))) await files.remove(key);
  return forgotten;
}
