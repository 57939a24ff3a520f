import type { Tx } from '#platform/database/database.ts';
import type { FormAnswers, FormTarget } from '../domain/form.ts';

/** Something that the office wants put right (indicazione), at its place of the form. */
export interface WantedCorrection {
  readonly id: string;
  /** Which time the file came back. */
  readonly round: number;
  readonly target: FormTarget;
  readonly note: string;
  readonly at: Temporal.Instant;
  readonly answeredAt: Temporal.Instant | null;
}

/** What the office wanted put right so far, in the order of time. */
export async function listWantedCorrections(
  tx: Tx,
  officeId: string,
  fileId: string,
): Promise<WantedCorrection[]> {
  const rows = await tx.sql<Omit<WantedCorrection, 'target'> & { kind: FormTarget['kind']; path: string }>(
    `select id, round, target_kind as kind, target_path as path, note, at, answered_at as "answeredAt"
     from case_files.wanted_correction where office_id = $1 and case_file_id = $2
     order by round, target_kind desc, target_path, id limit 500`,
    [officeId, fileId],
    'wanted-corrections',
  );
  return rows.map(({ kind, path, ...rest }) => ({ ...rest, target: { kind, path } }));
}

/** What a file said when it was sent, the first time and after each correction. */
export interface SentAnswers {
  readonly number: number;
  readonly answers: FormAnswers;
  readonly at: Temporal.Instant;
}

export async function listSentAnswers(tx: Tx, officeId: string, fileId: string): Promise<SentAnswers[]> {
  return tx.sql<SentAnswers>(
    `select number, answers, at from case_files.sent_answers where office_id = $1 and case_file_id = $2
     order by number limit 100`,
    [officeId, fileId],
    'sent-answers',
  );
}
