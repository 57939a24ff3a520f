import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import type { RecordChange } from '../domain/change.ts';
import type { PersonId } from '../domain/record.ts';
import type { Version } from '../domain/two-times.ts';

const lock = 7_415_033;

/**
 * Writes a change down. Until its transaction ends no other change gets a number: so numbers become visible in their
 * order, and who follows the changes passes over none. Municipalities change few records a second.
 */
export async function insertChange(
  tx: Tx,
  change: RecordChange & { readonly personId: PersonId },
): Promise<void> {
  const { municipality, id, personId, kind, data, act, reason, from, officialId, at } = change;
  await tx.sql('select pg_advisory_xact_lock($1)', [lock]);
  await tx.sql(
    `insert into registry.change (municipality, id, person_id, kind, data, act, reason, effective_from, official_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [municipality, id, personId, kind, data, act, reason, from, officialId, at],
  );
}

/** What was changed in a record, latest first. */
export async function listChanges(tx: Tx, personId: PersonId): Promise<RecordChange[]> {
  return tx.sql<RecordChange>(
    `select municipality, id, kind, data, act, reason, effective_from as "from", official_id as "officialId", at
     from registry.change where person_id = $1 order by at desc, id limit 200`,
    [personId],
  );
}

/** The two times of every version of a record, with the change that brought it. */
export async function listTimes(
  tx: Tx,
  personId: PersonId,
): Promise<(Omit<Version<unknown>, 'content'> & { readonly changeId: string | null })[]> {
  return tx.sql<{
    number: number;
    trueFrom: CivilDate;
    trueUntil: CivilDate | null;
    knownFrom: Temporal.Instant;
    knownUntil: Temporal.Instant | null;
    changeId: string | null;
  }>(
    `select number, valid_from as "trueFrom", valid_until as "trueUntil", known_from as "knownFrom",
       known_until as "knownUntil", change_id as "changeId"
     from registry.person_version where person_id = $1 order by number`,
    [personId],
  );
}
