import type { Tx } from '#platform/database/database.ts';
import type { FormAnswers } from '../domain/form.ts';

/** What a file said one of the times that it was sent. */
export interface Sending {
  readonly number: number;
  /** The part of the file that the documents of this sending bear. */
  readonly partId: string;
  readonly answers: FormAnswers;
  readonly at: Temporal.Instant;
  /** The account that sent it. */
  readonly byAccount: string | null;
}

/** Keeps what was sent, as the next version of the file. */
export async function insertSending(
  tx: Tx,
  { officeId, id }: { officeId: string; id: string },
  sending: Omit<Sending, 'number'>,
): Promise<void> {
  await tx.sql(
    `insert into case_files.sent_answers (office_id, case_file_id, number, part_id, answers, at, by_account)
     select $1, $2, count(*) + 1, $3, $4::jsonb, $5, $6 from case_files.sent_answers
     where office_id = $1 and case_file_id = $2`,
    [officeId, id, sending.partId, JSON.stringify(sending.answers), sending.at, sending.byAccount],
    'insert-sending',
  );
}

/** The file that a draft of a person became, or that it corrected. */
export async function findFileOfSending(
  tx: Tx,
  accountId: string,
  draftId: string,
): Promise<string | undefined> {
  const [row] = await tx.sql<{ id: string }>(
    `select f.id from case_files.case_file f
     join case_files.sent_answers s on s.office_id = f.office_id and s.case_file_id = f.id
     where f.account_id = $1 and s.part_id = $2`,
    [accountId, draftId],
    'file-of-sending',
  );
  return row?.id;
}

/** The versions of a file, the first one first. */
export async function listSendings(
  tx: Tx,
  { officeId, id }: { officeId: string; id: string },
): Promise<Sending[]> {
  return tx.sql<Sending>(
    `select number, part_id as "partId", answers, at, by_account as "byAccount" from case_files.sent_answers
     where office_id = $1 and case_file_id = $2 order by number`,
    [officeId, id],
    'list-sendings',
  );
}
