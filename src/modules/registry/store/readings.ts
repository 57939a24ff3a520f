import type { Tx } from '#platform/database/database.ts';
import type { Reading } from '../domain/reading.ts';
import type { PersonId } from '../domain/record.ts';

export type NewReading = Pick<Reading, 'by' | 'why' | 'at'> & { readonly personId: PersonId };

export async function insertReadings(tx: Tx, readings: readonly NewReading[]): Promise<void> {
  if (readings.length === 0) return;
  await tx.sql(
    `insert into registry.reading (person_id, at, reader, reader_person_id, official_id, office_id, system, why)
     select * from unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[])`,
    [
      readings.map((each) => each.personId),
      readings.map((each) => each.at),
      readings.map(({ by }) => by.kind),
      readings.map(({ by }) => (by.kind === 'household' ? by.personId : null)),
      readings.map(({ by }) => (by.kind === 'official' ? by.officialId : null)),
      readings.map(({ by }) => (by.kind === 'official' ? by.officeId : null)),
      readings.map(({ by }) => (by.kind === 'system' ? by.name : null)),
      readings.map((each) => each.why),
    ],
    'registry-readings',
  );
}

interface StoredReading {
  readonly id: number;
  readonly at: Temporal.Instant;
  readonly reader: 'household' | 'official' | 'system';
  readonly personId: string;
  readonly officialId: string;
  readonly officeId: string;
  readonly system: string;
  readonly why: string;
}

/** The readings of a record, latest first, from before one of them on. */
export async function listReadings(
  tx: Tx,
  personId: PersonId,
  { before, most }: { readonly before: number | undefined; readonly most: number },
): Promise<Reading[]> {
  const rows = await tx.sql<StoredReading>(
    `select id, at, reader, reader_person_id as "personId", official_id as "officialId", office_id as "officeId", system, why
     from registry.reading where person_id = $1 and ($2::bigint is null or id < $2) order by id desc limit $3`,
    [personId, before ?? null, most],
    'registry-list-readings',
  );
  return rows.map(({ id, at, why, ...row }) => ({ id, at, why, by: reader(row) }));
}

function reader(row: Omit<StoredReading, 'id' | 'at' | 'why'>): Reading['by'] {
  switch (row.reader) {
    case 'household':
      return { kind: 'household', personId: row.personId };
    case 'official':
      return { kind: 'official', officialId: row.officialId, officeId: row.officeId };
    case 'system':
      return { kind: 'system', name: row.system };
  }
}

/** Erases lines from before an instant, so many at most; answers how many. */
export async function deleteReadings(tx: Tx, before: Temporal.Instant, most: number): Promise<number> {
  const rows = await tx.sql(
    `delete from registry.reading where (person_id, id) in (
       select person_id, id from registry.reading where at < $1 limit $2) returning 1`,
    [before, most],
  );
  return rows.length;
}
