import type { Tx } from '#platform/database/database.ts';

/** An official of an office opened a file (accesso alla pratica). */
export interface FileReading {
  readonly at: Temporal.Instant;
  readonly officialId: string;
  /** The consulate or municipality for which it was read; none of the administrators of the network. */
  readonly officeId: string | null;
}

/** Whether an official’s reading of a file was written down since an instant. */
export async function wasReadSince(
  tx: Tx,
  id: string,
  officialId: string,
  since: Temporal.Instant,
): Promise<boolean> {
  const rows = await tx.sql(
    `select 1 from platform.event where subject_kind = 'case-file' and subject_id = $1 and type = 'case-file.read'
       and actor_id = $2 and at > $3 limit 1`,
    [id, officialId, since],
    'case-file-read-since',
  );
  return rows.length > 0;
}

/** Who read a file, latest first. */
export async function listFileReadings(tx: Tx, id: string): Promise<FileReading[]> {
  return tx.sql<FileReading>(
    `select at, actor_id as "officialId", facts ->> 'reader' as "officeId" from platform.event
     where subject_kind = 'case-file' and subject_id = $1 and type = 'case-file.read' order by id desc limit 100`,
    [id],
    'case-file-readings',
  );
}
