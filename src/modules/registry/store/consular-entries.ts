import type { CivilDate } from '#kernel/civil-date.ts';
import type { PartialDate } from '#kernel/partial-date.ts';
import type { Tx } from '#platform/database/database.ts';
import {
  type ConsularData,
  type ConsularEntry,
  type LeavingReason,
  personKeyOf,
} from '../domain/consular-entry.ts';
import type { PersonId } from '../domain/record.ts';
import { nameKey } from './rows.ts';

/** An entry as the server answers it. */
export interface StoredEntry {
  readonly officeId: string;
  readonly id: string;
  readonly accountId: string | null;
  readonly personId: PersonId | null;
  readonly state: ConsularEntry['state'];
  readonly taxCode: string | null;
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly sex: 'M' | 'F' | null;
  readonly bornOn: PartialDate;
  readonly content: Pick<ConsularData, 'citizenships' | 'maritalStatus'> & {
    readonly birthPlace?: ConsularData['birth']['place'];
  };
  readonly addresses: ConsularData['addresses'];
  readonly municipality: string | null;
  readonly enteredAt: Temporal.Instant;
  readonly source: string;
  readonly aireSince: CivilDate | null;
  readonly aireSource: string | null;
  readonly endedAt: Temporal.Instant | null;
  readonly why: LeavingReason | null;
  readonly movedTo: string | null;
  readonly revision: number;
}

export const storedEntry = `office_id as "officeId", id, account_id as "accountId", person_id as "personId", state,
  tax_code as "taxCode", family_name as "familyName", given_name as "givenName", sex, born_on as "bornOn", content,
  addresses, municipality, entered_at as "enteredAt", source, aire_since as "aireSince", aire_source as "aireSource",
  ended_at as "endedAt", why, moved_to as "movedTo", revision`;

export function entryOf(row: StoredEntry): ConsularEntry {
  const { taxCode, familyName, givenName, sex, bornOn, content, municipality, ...rest } = row;
  const { birthPlace, ...more } = content;
  return {
    ...rest,
    ...more,
    ...(taxCode === null ? {} : { taxCode }),
    ...(familyName === null ? {} : { familyName }),
    ...(givenName === null ? {} : { givenName }),
    ...(sex === null ? {} : { sex }),
    ...(municipality === null ? {} : { municipality }),
    birth: { on: bornOn, ...(birthPlace === undefined ? {} : { place: birthPlace }) },
  };
}

/** Whom an entry is about: account, record, or the data themselves. */
export interface Whom {
  readonly accountId: string | null;
  readonly personId: PersonId | null;
  readonly personKey: string;
}

/** The live entry of a person in the register of an office. */
export async function findLiveEntryOf(
  tx: Tx,
  officeId: string,
  { accountId, personId, personKey }: Whom,
): Promise<ConsularEntry | undefined> {
  const [row] = await tx.sql<StoredEntry>(
    `select ${storedEntry} from registry.consular_entry
     where office_id = $1 and state <> 'ended' and (account_id = $2 or person_id = $3 or person_key = $4)
     order by (account_id = $2) desc nulls last, (person_id = $3) desc nulls last limit 1 for no key update`,
    [officeId, accountId, personId, personKey],
  );
  return row && entryOf(row);
}

/** An entry of an office, by its own id or as the live one of an account; held until the transaction ends. */
export async function holdEntry(
  tx: Tx,
  officeId: string,
  by: { readonly entryId: string } | { readonly accountId: string },
): Promise<ConsularEntry | undefined> {
  const [row] =
    'entryId' in by
      ? await tx.sql<StoredEntry>(
          `select ${storedEntry} from registry.consular_entry where office_id = $1 and id = $2 for no key update`,
          [officeId, by.entryId],
        )
      : await tx.sql<StoredEntry>(
          `select ${storedEntry} from registry.consular_entry
           where office_id = $1 and account_id = $2 and state <> 'ended' for no key update`,
          [officeId, by.accountId],
        );
  return row && entryOf(row);
}

/** An entry as it is made: waiting, or confirmed already where an existing register is taken over. */
export type NewEntry = ConsularData &
  Pick<ConsularEntry, 'officeId' | 'id' | 'accountId' | 'personId' | 'enteredAt' | 'source'> &
  Partial<Pick<ConsularEntry, 'aireSince' | 'aireSource'>>;

function rowOf(entry: NewEntry) {
  const { birth, citizenships, maritalStatus, addresses, aireSince = null, aireSource = null } = entry;
  return {
    office_id: entry.officeId,
    id: entry.id,
    account_id: entry.accountId,
    person_id: entry.personId,
    person_key: personKeyOf(entry),
    state: aireSince === null ? 'waiting_for_municipality' : 'registered_with_aire',
    tax_code: entry.taxCode ?? null,
    family_name: entry.familyName ?? null,
    given_name: entry.givenName ?? null,
    name_key: nameKey(entry.familyName, entry.givenName),
    sex: entry.sex ?? null,
    born_on: birth.on,
    content: {
      citizenships,
      ...(maritalStatus && { maritalStatus }),
      ...(birth.place && { birthPlace: birth.place }),
    },
    addresses,
    municipality: entry.municipality ?? null,
    entered_at: entry.enteredAt.toString(),
    source: entry.source,
    aire_since: aireSince,
    aire_source: aireSource,
  };
}

const columns = `office_id, id, account_id, person_id, person_key, state, tax_code, family_name, given_name, name_key, sex,
  born_on, content, addresses, municipality, entered_at, source, aire_since, aire_source`;

/** Enters people; answers the entries that were made: whoever is in a register already gets none. */
export async function insertEntries(tx: Tx, entries: readonly NewEntry[]): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>(
    `insert into registry.consular_entry (${columns})
     select ${columns} from jsonb_to_recordset($1::jsonb) as r (office_id text, id uuid, account_id uuid, person_id text,
       person_key text, state text, tax_code text, family_name text, given_name text, name_key text, sex text, born_on text,
       content jsonb, addresses jsonb, municipality text, entered_at timestamptz, source text, aire_since date,
       aire_source text)
     on conflict do nothing returning id`,
    [JSON.stringify(entries.map(rowOf))],
  );
  return rows.map(({ id }) => id);
}

/** Ends the entries of a person in the registers of all other offices. */
export async function leaveOtherOffices(
  tx: Tx,
  officeId: string,
  { accountId, personId, personKey }: Whom,
  at: Temporal.Instant,
): Promise<{ officeId: string; id: string; accountId: string | null; municipality: string | null }[]> {
  return tx.sql(
    `select office_id as "officeId", id, account_id as "accountId", municipality
     from registry.leave_other_offices($1, $2, $3, $4, $5)`,
    [officeId, accountId, personId, personKey, at],
  );
}

/** Writes account and record to an entry that had none. */
export async function connectEntry(
  tx: Tx,
  { officeId, id }: Pick<ConsularEntry, 'officeId' | 'id'>,
  { accountId, personId }: Pick<Whom, 'accountId' | 'personId'>,
): Promise<void> {
  await tx.sql(
    `update registry.consular_entry set account_id = coalesce(account_id, $3), person_id = coalesce(person_id, $4)
     where office_id = $1 and id = $2`,
    [officeId, id, accountId, personId],
  );
}

/** What changes in an entry later: state, address, end. */
export async function saveEntry(tx: Tx, entry: ConsularEntry): Promise<void> {
  await tx.sql(
    `update registry.consular_entry set state = $3, addresses = $4, municipality = $5, aire_since = $6, aire_source = $7,
       ended_at = $8, why = $9, moved_to = $10, revision = revision + 1
     where office_id = $1 and id = $2`,
    [
      entry.officeId,
      entry.id,
      entry.state,
      JSON.stringify(entry.addresses),
      entry.municipality ?? null,
      entry.aireSince,
      entry.aireSource,
      entry.endedAt,
      entry.why,
      entry.movedTo,
    ],
  );
}

/** Entries of records that are matched with accounts get the account, and entries of these accounts the record. */
export async function connectEntriesOfRecords(
  tx: Tx,
  links: readonly { readonly accountId: string; readonly personId: PersonId }[],
): Promise<void> {
  const lists = [links.map((each) => each.accountId), links.map((each) => each.personId)];
  const pairs = 'unnest($1::uuid[], $2::text[]) as l (account_id, person_id)';
  const free = (
    column: string,
    other: string,
  ) => `e.${column} is null and e.${other} = l.${other} and e.state <> 'ended'
     and not exists (select 1 from registry.consular_entry o where o.${column} = l.${column} and o.state <> 'ended')`;
  await tx.sql(
    `update registry.consular_entry e set account_id = l.account_id from ${pairs} where ${free('account_id', 'person_id')}`,
    lists,
  );
  await tx.sql(
    `update registry.consular_entry e set person_id = l.person_id from ${pairs} where ${free('person_id', 'account_id')}`,
    lists,
  );
}

/** Takes a closed account out of its entries; true where it had any. */
export async function forgetAccountInEntries(tx: Tx, accountId: string): Promise<boolean> {
  const rows = await tx.sql(
    'update registry.consular_entry set account_id = null where account_id = $1 returning id',
    [accountId],
  );
  return rows.length > 0;
}

/** The entries that wait for the municipality because of one file. */
export async function listWaitingEntries(
  tx: Tx,
  officeId: string,
  source: string,
): Promise<{ id: string }[]> {
  return tx.sql(
    `select id from registry.consular_entry
     where office_id = $1 and source = $2 and state = 'waiting_for_municipality' order by id`,
    [officeId, source],
  );
}
