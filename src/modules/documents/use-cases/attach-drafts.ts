import type { Tx } from '#platform/database/database.ts';
import { type Actor, record } from '#platform/event-log/record.ts';
import { type Belonging, insertDocuments } from '../store/documents.ts';
import { deleteDrafts, type FormHolder, listDraftsOf } from '../store/drafts.ts';

/**
 * Gives the files of a form to the matter that was made of it, in the transaction of the platform (`system`) that makes
 * it. Who filled in the form and whose matter it is may be two: an office answers a person. Answers how many there were.
 */
export async function attachDrafts(
  tx: Tx,
  attaching: Belonging & {
    readonly holder: FormHolder;
    readonly actor: Actor;
    readonly at: Temporal.Instant;
  },
): Promise<number> {
  const { holder, accountId, officeId, subject, partId, actor, at } = attaching;
  const drafts = await listDraftsOf(tx, holder);
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

/** How many files wait with a form, in a transaction of the platform (`system`). */
export async function countDrafts(tx: Tx, holder: FormHolder): Promise<number> {
  return (await listDraftsOf(tx, holder)).length;
}
