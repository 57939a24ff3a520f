import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import type { KnownRecord, PersonContent } from '../domain/person-content.ts';
import type { Household, PersonId } from '../domain/record.ts';
import type { Version } from '../domain/two-times.ts';
import { contentOf, personColumns, personRow, type StoredPerson, storedPerson, versionOf } from './rows.ts';

/** The day and the instant of knowledge that a reading asks about; nothing: as things are and are known now. */
export interface Moment {
  readonly at: CivilDate;
  readonly knownAt: Temporal.Instant;
}

const asIs = (table: string) => `${table}.known_until is null and ${table}.valid_until is null`;
const asOf = (table: string) =>
  `${table}.valid_from <= $2::date and (${table}.valid_until is null or $2::date < ${table}.valid_until)
   and ${table}.known_from <= $3::timestamptz and (${table}.known_until is null or $3::timestamptz < ${table}.known_until)`;

/** One statement: the version, its household, and the members in order. */
const reading = (when: (table: string) => string) => `
  select ${storedPerson}, h.register as "householdRegister", h.certifiable,
    (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', m.person_id, 'taxCode', m.tax_code,
        'familyName', m.family_name, 'givenName', m.given_name, 'sex', m.sex, 'birth', m.content -> 'birth',
        'relation', m.relation, 'maritalStatus', m.content -> 'maritalStatus' ->> 'state')) order by m.place)
      from registry.person_version m where m.household_id = p.household_id and ${when('m')}) as members
  from registry.person_version p
  left join registry.household_version h on h.household_id = p.household_id and ${when('h')}
  where p.person_id = $1 and ${when('p')}`;

const statements = { asIs: reading(asIs), asOf: reading(asOf) };

type Found = StoredPerson & {
  readonly householdRegister: 'resident' | 'aire' | null;
  readonly certifiable: boolean | null;
  readonly members: Household['members'] | null;
};

/** The record of a person with the household, as it is or as it was. */
export async function findRecord(
  tx: Tx,
  personId: PersonId,
  moment?: Moment,
): Promise<KnownRecord | undefined> {
  const [row] =
    moment === undefined
      ? await tx.sql<Found>(statements.asIs, [personId], 'registry-record')
      : await tx.sql<Found>(statements.asOf, [personId, moment.at, moment.knownAt], 'registry-record-then');
  if (row === undefined) return undefined;
  const { membership, facilityId: _facility, ...content } = contentOf(row);
  return {
    ...content,
    ...(membership === undefined || row.householdRegister === null
      ? {}
      : {
          household: {
            id: membership.householdId,
            register: row.householdRegister,
            certifiable: row.certifiable === true,
            members: row.members ?? [],
          },
        }),
    version: row.number,
    trueFrom: row.trueFrom,
    knownFrom: row.knownFrom,
  };
}

/** What is known now of every day of a person. */
export async function listVersions(tx: Tx, personId: PersonId): Promise<Version<PersonContent>[]> {
  const rows = await tx.sql<StoredPerson>(
    `select ${storedPerson} from registry.person_version p
     where p.person_id = $1 and p.known_until is null order by p.valid_from`,
    [personId],
  );
  return rows.map(versionOf);
}

/** False where somebody else has superseded one of them in the meantime. */
export async function closeVersions(
  tx: Tx,
  personId: PersonId,
  numbers: readonly number[],
  knownUntil: Temporal.Instant,
): Promise<boolean> {
  const closed = await tx.sql(
    `update registry.person_version set known_until = $3
     where person_id = $1 and number = any($2::int[]) and known_until is null returning number`,
    [personId, numbers, knownUntil],
  );
  return closed.length === numbers.length;
}

const columns = Object.keys(personColumns).join(', ');
const typed = Object.entries(personColumns)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');

export async function insertVersions(
  tx: Tx,
  versions: readonly Version<PersonContent>[],
  changeId: string | null = null,
): Promise<void> {
  await tx.sql(
    `insert into registry.person_version (${columns}) select ${columns} from jsonb_to_recordset($1::jsonb) as r (${typed})`,
    [JSON.stringify(versions.map((version) => personRow(version, changeId)))],
  );
}

/** Writes down that people, households and facilities exist. */
export async function insertIdentities(
  tx: Tx,
  {
    people,
    households,
    facilities,
  }: {
    readonly people: readonly PersonId[];
    readonly households: readonly string[];
    readonly facilities: readonly { municipality: string; id: string; kind: string; name: string }[];
  },
): Promise<void> {
  await tx.sql('insert into registry.person (id) select unnest($1::text[])', [people]);
  await tx.sql('insert into registry.household (id) select unnest($1::text[])', [households]);
  await tx.sql(
    `insert into registry.facility (municipality, id, kind, name)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) on conflict do nothing`,
    [
      facilities.map((each) => each.municipality),
      facilities.map((each) => each.id),
      facilities.map((each) => each.kind),
      facilities.map((each) => each.name),
    ],
  );
}

export async function hasPeople(tx: Tx): Promise<boolean> {
  const [row] = await tx.sql<{ any: boolean }>('select exists (select 1 from registry.person) as any');
  return row?.any === true;
}
