import { query, type Tx } from '#platform/database/database.ts';
import type { Message, MessageKind } from '../domain/case-file.ts';

export interface NewMessage extends Message {
  readonly officialId: string | null;
}

export async function insertMessage(
  tx: Tx,
  { officeId, id }: { officeId: string; id: string },
  message: NewMessage,
): Promise<void> {
  await tx.change(
    query.insertInto('case_files.message').values({
      office_id: officeId,
      case_file_id: id,
      id: message.id,
      author: message.author,
      kind: message.kind,
      official_id: message.officialId,
      text: message.text,
      at: message.at,
      written_by: message.writtenBy,
    }),
  );
}

/** The thread of a file in the order of time. */
export async function listMessages(
  tx: Tx,
  { officeId, id }: { officeId: string; id: string },
): Promise<Message[]> {
  const rows = await tx.all(
    query
      .selectFrom('case_files.message')
      .selectAll()
      .where('office_id', '=', officeId)
      .where('case_file_id', '=', id)
      .orderBy('number'),
  );
  return rows.map((row) => ({
    id: row.id,
    author: row.author as Message['author'],
    kind: row.kind as MessageKind,
    text: row.text,
    at: row.at,
    writtenBy: row.written_by,
  }));
}
