import type { Tx } from '#platform/database/database.ts';
import type { WantedCorrection } from '../domain/correction.ts';

interface Row {
  id: string;
  round: number;
  target_kind: 'question' | 'document';
  target_path: string;
  note: string;
  at: Temporal.Instant;
  answered_at: Temporal.Instant | null;
}

/** What the office wants put right in a file, in the order of its writing; only what is still open, where asked. */
export async function listWanted(
  tx: Tx,
  caseFileId: string,
  { open = false }: { open?: boolean } = {},
): Promise<WantedCorrection[]> {
  const rows = await tx.sql<Row>(
    `select id, round, target_kind, target_path, note, at, answered_at from case_files.wanted_correction
     where case_file_id = $1 ${open ? 'and answered_at is null' : ''} order by round, at, target_path, id`,
    [caseFileId],
  );
  return rows.map((row) => ({
    id: row.id,
    round: row.round,
    target: { kind: row.target_kind, path: row.target_path },
    note: row.note,
    at: row.at,
    answeredAt: row.answered_at,
  }));
}

/** Writes down what is to be put right, as one more round. */
export async function insertWanted(
  tx: Tx,
  { officeId, id }: { officeId: string; id: string },
  wanted: readonly Pick<WantedCorrection, 'target' | 'note'>[],
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql(
    `insert into case_files.wanted_correction (office_id, case_file_id, id, round, target_kind, target_path, note, at)
     select $1, $2, gen_random_uuid(),
       (select coalesce(max(round), 0) + 1 from case_files.wanted_correction where office_id = $1 and case_file_id = $2),
       target.kind, target.path, target.note, $6
     from unnest($3::text[], $4::text[], $5::text[]) as target (kind, path, note)`,
    [
      officeId,
      id,
      wanted.map(({ target }) => target.kind),
      wanted.map(({ target }) => target.path),
      wanted.map(({ note }) => note),
      at,
    ],
  );
}

/** The person has answered everything that was open. */
export async function answerWanted(
  tx: Tx,
  { officeId, id }: { officeId: string; id: string },
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql(
    `update case_files.wanted_correction set answered_at = $3
     where office_id = $1 and case_file_id = $2 and answered_at is null`,
    [officeId, id, at],
  );
}
