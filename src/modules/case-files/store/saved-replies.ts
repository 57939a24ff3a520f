import type { Text } from '#kernel/locale.ts';
import type { Tx } from '#platform/database/database.ts';

/** An answer that an office gives often (risposta predefinita). */
export interface SavedReply {
  readonly id: string;
  readonly title: string;
  readonly text: Text;
}

export async function listSavedRepliesOf(tx: Tx, officeId: string): Promise<SavedReply[]> {
  const rows = await tx.sql<{ id: string; title: string; it: string; en: string }>(
    `select id, title, text_it as it, text_en as en from case_files.saved_reply where office_id = $1
     order by title limit 200`,
    [officeId],
  );
  return rows.map(({ id, title, it, en }) => ({ id, title, text: { it, en } }));
}

/** Keeps a reply; one of the same title takes the new text. */
export async function saveReply(tx: Tx, officeId: string, reply: SavedReply): Promise<void> {
  await tx.sql(
    `insert into case_files.saved_reply (office_id, id, title, text_it, text_en) values ($1, $2, $3, $4, $5)
     on conflict (office_id, title) do update set text_it = excluded.text_it, text_en = excluded.text_en`,
    [officeId, reply.id, reply.title, reply.text.it, reply.text.en],
  );
}

export async function deleteReply(tx: Tx, officeId: string, id: string): Promise<boolean> {
  const gone = await tx.sql<{ id: string }>(
    'delete from case_files.saved_reply where office_id = $1 and id = $2 returning id',
    [officeId, id],
  );
  return gone.length > 0;
}
