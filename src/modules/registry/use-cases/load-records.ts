import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import type { HouseholdContent, PersonContent } from '../domain/person-content.ts';
import type { FacilityKind } from '../domain/record.ts';
import type { Version } from '../domain/two-times.ts';
import { copiesOf, type TableCopy } from '../store/copies.ts';
import { insertHouseholdVersions } from '../store/households.ts';
import { hasPeople, insertIdentities, insertVersions } from '../store/records.ts';

/** A facility where people live together (convivenza anagrafica). */
export interface Facility {
  readonly municipality: string;
  readonly id: string;
  readonly kind: FacilityKind;
  readonly name: string;
}

/** Records as a municipality brings them when it joins the registry (subentro). */
export interface Joining {
  readonly people: readonly Version<PersonContent>[];
  readonly households: readonly Version<HouseholdContent>[];
  readonly facilities: readonly Facility[];
}

const atOnce = 500;

/**
 * Writes the records of a municipality that joins; the transaction is the platform's own. Duplicates come after the
 * records of which they are.
 */
export async function loadRecords(tx: Tx, { people, households, facilities }: Joining): Promise<void> {
  await insertIdentities(tx, {
    people: [...new Set(people.map(({ content }) => content.id))],
    households: [...new Set(households.map(({ content }) => content.id))],
    facilities,
  });
  for (let start = 0; start < households.length; start += atOnce)
    await insertHouseholdVersions(tx, households.slice(start, start + atOnce));
  for (let start = 0; start < people.length; start += atOnce)
    await insertVersions(tx, people.slice(start, start + atOnce));
}

/** The same records as rows for a load of millions by the owner of the tables. */
export function writeCopies(joining: Joining): TableCopy[] {
  return copiesOf(joining);
}

/** Whether the registry holds anybody yet. */
export async function holdsRecords({ db }: Pick<Deps, 'db'>): Promise<boolean> {
  return db.transaction({ kind: 'system', task: 'registry' }, hasPeople);
}
