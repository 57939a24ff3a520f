import type { Tx } from '#platform/database/database.ts';
import type { Tick } from '../domain/checklist.ts';

export async function listTicks(tx: Tx, officeId: string, fileId: string): Promise<Tick[]> {
  return tx.sql<Tick>(
    `select check_id as "checkId", verdict, official_id as "officialId", at from case_files.checklist_tick
     where office_id = $1 and case_file_id = $2 limit 200`,
    [officeId, fileId],
    'list-ticks',
  );
}

/** Writes ticks down, in place of what was found before. */
export async function saveTicks(
  tx: Tx,
  { officeId, id }: { readonly officeId: string; readonly id: string },
  ticks: readonly Tick[],
): Promise<void> {
  await tx.sql(
    `insert into case_files.checklist_tick (office_id, case_file_id, check_id, verdict, official_id, at)
     select $1, $2, line.* from unnest($3::text[], $4::text[], $5::uuid[], $6::timestamptz[]) as line
     on conflict (office_id, case_file_id, check_id) do update
       set verdict = excluded.verdict, official_id = excluded.official_id, at = excluded.at`,
    [
      officeId,
      id,
      ticks.map(({ checkId }) => checkId),
      ticks.map(({ verdict }) => verdict),
      ticks.map(({ officialId }) => officialId),
      ticks.map(({ at }) => at),
    ],
    'save-ticks',
  );
}
