import type { Tx } from '#platform/database/database.ts';
import { type Actor, record } from '#platform/event-log/record.ts';
import { type Belonging, insertDocuments } from '../store/documents.ts';
import { deleteDrafts, listDraftsOf } from '../store/drafts.ts';

/**
 * Gives the files of a form to the matter that was made of it, in the transaction of the platform (`system`) that makes
 * it. Answers how many there were.
 */
export async function attachDrafts(
  tx: Tx,
  belonging: Belonging & { readonly formKey: string; readonly actor: Actor; readonly at: Temporal.Instant },
): Promise<number> {
  const { formKey, accountId, officeId, subject, partId, actor, at } = belonging;
  const drafts = await listDraftsOf(tx, { formKey, accountId });
  if (drafts.length === 0) return 0;
  await insertDocuments(tx, { officeId, accountId, subject, partId }, drafts);
  await deleteDrafts(
    tx,
    drafts.map((each) => each.id),
  );
  await record(
    tx,
    ...drafts.map((draft) => ({
      type: 'document.attached',
      subject: { kind: 'document', id: draft.id },
      actor,
      at,
      officeId,
      ...(accountId === null ? {} : { accountId }),
      facts: { to: subject, sha256: draft.sha256, bytes: draft.bytes, kind: draft.kind },
    })),
  );
  return drafts.length;
}
