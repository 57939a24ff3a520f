import type { Text } from '#kernel/locale.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { actorOf, principalOf } from '#platform/web/who.ts';
import { deleteReply, listSavedRepliesOf, type SavedReply, saveReply } from '../store/saved-replies.ts';
import type { CaseFileDeps } from './case-file-deps.ts';
import type { Handling } from './handle-case-file.ts';

export type { SavedReply };

export function listSavedReplies(
  { db }: CaseFileDeps,
  { official, officeId }: Handling,
): Promise<SavedReply[]> {
  return db.transaction(principalOf(official), (tx) => listSavedRepliesOf(tx, officeId));
}

/** Keeps an answer that the office gives often; one of the same title takes the new text. */
export async function keepReply(
  { db, now }: CaseFileDeps,
  { official, officeId }: Handling,
  { title, text, key }: { title: string; text: Text; key: string },
): Promise<Outcome<{ id: string }, KeyReused>> {
  const at = now();
  return db.transaction(principalOf(official), (tx) =>
    once<{ id: string }, never>(
      tx,
      { scope: official.officialId, key, wish: { officeId, title, text }, at },
      async () => {
        const id = crypto.randomUUID();
        await saveReply(tx, officeId, { id, title, text });
        const subject = { kind: 'saved-reply', id };
        await record(tx, { type: 'saved-reply.kept', subject, actor: actorOf(official), at, officeId });
        return granted({ id });
      },
    ),
  );
}

export async function removeReply(
  { db, now }: CaseFileDeps,
  { official, officeId }: Handling,
  id: string,
): Promise<Outcome<null, { code: 'no_such_reply' }>> {
  return db.transaction(principalOf(official), async (tx) => {
    if (!(await deleteReply(tx, officeId, id))) return refused({ code: 'no_such_reply' });
    const subject = { kind: 'saved-reply', id };
    await record(tx, { type: 'saved-reply.removed', subject, actor: actorOf(official), at: now(), officeId });
    return granted(null);
  });
}
