import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Absence } from '../domain/absence.ts';

/** The absences of an office that are not over, the next first. */
export async function listAbsencesFrom(tx: Tx, officeId: string, day: CivilDate): Promise<Absence[]> {
  return tx.sql<Absence>(
    `select id, official_id as "officialId", from_on as "from", until_on as "until" from case_files.absence
     where office_id = $1 and until_on >= $2::date order by from_on, official_id limit 500`,
    [officeId, day],
    'list-absences',
  );
}

/** Writes an absence down; false where one of the same official begins on that day already. */
export async function insertAbsence(
  tx: Tx,
  officeId: string,
  { id, officialId, from, until }: Absence,
  { addedBy, at }: { readonly addedBy: string; readonly at: Temporal.Instant },
): Promise<boolean> {
  const written = await tx.sql(
    `insert into case_files.absence (office_id, id, official_id, from_on, until_on, added_by, added_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
    [officeId, id, officialId, from, until, addedBy, at],
  );
  return written.length > 0;
}

export async function deleteAbsence(tx: Tx, officeId: string, id: string): Promise<string | undefined> {
  const [gone] = await tx.sql<{ official: string }>(
    'delete from case_files.absence where office_id = $1 and id = $2 returning official_id as official',
    [officeId, id],
  );
  return gone?.official;
}
