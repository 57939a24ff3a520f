import type { Tx } from '#platform/database/database.ts';
import type { HolderOfTurn } from '../domain/case-file-lifecycle.ts';
import type { Turn } from '../domain/terms.ts';

/** Ends the turn that runs and, where the file is not over, begins the next. */
export async function passTurn(
  tx: Tx,
  { officeId, id }: { officeId: string; id: string },
  { holder, at }: { holder: HolderOfTurn | undefined; at: Temporal.Instant },
): Promise<void> {
  await tx.sql(
    `update case_files.turn set until_at = greatest($3, from_at)
     where office_id = $1 and case_file_id = $2 and until_at is null`,
    [officeId, id, at],
    'end-turn',
  );
  if (holder === undefined) return;
  await tx.sql(
    `insert into case_files.turn (office_id, case_file_id, number, holder, from_at)
     select $1, $2, count(*) + 1, $3, $4 from case_files.turn where office_id = $1 and case_file_id = $2`,
    [officeId, id, holder, at],
    'begin-turn',
  );
}

/** In whose hands a file lay, in the order of time. */
export async function listTurns(tx: Tx, officeId: string, id: string): Promise<Turn[]> {
  return tx.sql<Turn>(
    `select holder, from_at as "from", until_at as "until" from case_files.turn
     where office_id = $1 and case_file_id = $2 order by number limit 500`,
    [officeId, id],
    'list-turns',
  );
}
