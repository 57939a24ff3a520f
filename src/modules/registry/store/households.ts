import type { Tx } from '#platform/database/database.ts';
import type { Member } from '../domain/household-change.ts';
import type { HouseholdContent } from '../domain/person-content.ts';
import type { Version } from '../domain/two-times.ts';
import { householdColumns, householdRow } from './rows.ts';

interface StoredHousehold extends Omit<Version<unknown>, 'content'> {
  readonly id: string;
  readonly municipality: string;
  readonly consulate: string | null;
  readonly register: 'resident' | 'aire';
  readonly certifiable: boolean;
}

/** What is known now of every day of a household. */
export async function listHouseholdVersions(
  tx: Tx,
  householdId: string,
): Promise<Version<HouseholdContent>[]> {
  const rows = await tx.sql<StoredHousehold>(
    `select household_id as id, number, valid_from as "trueFrom", valid_until as "trueUntil", known_from as "knownFrom",
       known_until as "knownUntil", municipality, consulate, register, certifiable
     from registry.household_version where household_id = $1 and known_until is null order by valid_from`,
    [householdId],
  );
  return rows.map(({ id, municipality, consulate, register, certifiable, ...times }) => ({
    ...times,
    content: {
      id,
      municipality,
      register,
      certifiable,
      ...(consulate === null ? {} : { consulate }),
    },
  }));
}

/** False where somebody else has superseded one of them in the meantime. */
export async function closeHouseholdVersions(
  tx: Tx,
  householdId: string,
  numbers: readonly number[],
  knownUntil: Temporal.Instant,
): Promise<boolean> {
  const closed = await tx.sql(
    `update registry.household_version set known_until = $3
     where household_id = $1 and number = any($2::int[]) and known_until is null returning number`,
    [householdId, numbers, knownUntil],
  );
  return closed.length === numbers.length;
}

const columns = Object.keys(householdColumns).join(', ');
const typed = Object.entries(householdColumns)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');

export async function insertHouseholdVersions(
  tx: Tx,
  versions: readonly Version<HouseholdContent>[],
  changeId: string | null = null,
): Promise<void> {
  await tx.sql(
    `insert into registry.household_version (${columns}) select ${columns} from jsonb_to_recordset($1::jsonb) as r (${typed})`,
    [JSON.stringify(versions.map((version) => householdRow(version, changeId)))],
  );
}

/** Everybody who is in the household now, in its order. */
export async function listMembers(tx: Tx, householdId: string): Promise<Member[]> {
  return tx.sql<Member>(
    `select person_id as id, relation, place, born_on as "bornOn" from registry.person_version
     where household_id = $1 and known_until is null and valid_until is null order by place`,
    [householdId],
  );
}

/** A household that begins, of which nobody is a member yet. */
export async function insertHousehold(tx: Tx, id: string): Promise<void> {
  await tx.sql('insert into registry.household (id) values ($1)', [id]);
}

/** The last place that anybody has in the household. */
export async function lastPlace(tx: Tx, householdId: string): Promise<number> {
  const [row] = await tx.sql<{ last: number }>(
    `select coalesce(max(place), 0)::int as last from registry.person_version
     where household_id = $1 and known_until is null and valid_until is null`,
    [householdId],
  );
  return row?.last ?? 0;
}
