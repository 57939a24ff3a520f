import type { Tx } from '#platform/database/database.ts';
import type { ConsularEntry } from '../domain/consular-entry.ts';
import { entryOf, type StoredEntry, storedEntry } from './consular-entries.ts';

/** The live entry of an account, or of the record it is matched with. */
export async function findOwnEntry(tx: Tx, accountId: string): Promise<ConsularEntry | undefined> {
  const [row] = await tx.sql<StoredEntry>(
    `select ${storedEntry} from registry.consular_entry
     where state <> 'ended' and (account_id = $1
       or person_id = (select person_id from registry.account_person where account_id = $1))
     order by account_id nulls last limit 1`,
    [accountId],
  );
  return row && entryOf(row);
}

export async function findEntry(tx: Tx, officeId: string, id: string): Promise<ConsularEntry | undefined> {
  const [row] = await tx.sql<StoredEntry>(
    `select ${storedEntry} from registry.consular_entry where office_id = $1 and id = $2`,
    [officeId, id],
  );
  return row && entryOf(row);
}

/** Entries of an office in the order of names, from after one of them on. */
export async function listEntries(
  tx: Tx,
  officeId: string,
  { after, most }: { readonly after: string | undefined; readonly most: number },
): Promise<ConsularEntry[]> {
  const rows = await tx.sql<StoredEntry>(
    `select ${storedEntry} from registry.consular_entry
     where office_id = $1 and ($2::uuid is null or (name_key collate "C", id) >
       (select name_key collate "C", id from registry.consular_entry where office_id = $1 and id = $2))
     order by name_key collate "C", id limit $3`,
    [officeId, after ?? null, most],
  );
  return rows.map(entryOf);
}

/** Entries of people whose folded family and given name begin with these letters. */
export async function findEntriesByName(
  tx: Tx,
  officeId: string,
  { nameKey, most }: { readonly nameKey: string; readonly most: number },
): Promise<ConsularEntry[]> {
  const rows = await tx.sql<StoredEntry>(
    `select ${storedEntry} from registry.consular_entry
     where office_id = $1 and name_key collate "C" >= $2 and name_key collate "C" < $3
     order by name_key collate "C", id limit $4`,
    [officeId, nameKey, `${nameKey}\u{10FFFF}`, most],
  );
  return rows.map(entryOf);
}

export async function findEntriesByTaxCode(
  tx: Tx,
  officeId: string,
  taxCode: string,
): Promise<ConsularEntry[]> {
  const rows = await tx.sql<StoredEntry>(
    `select ${storedEntry} from registry.consular_entry where office_id = $1 and tax_code = $2
     order by entered_at desc, id limit 20`,
    [officeId, taxCode],
  );
  return rows.map(entryOf);
}

/** One line of an entry's history. */
export interface EntryEvent {
  readonly type: string;
  readonly at: Temporal.Instant;
  readonly actor: 'citizen' | 'official' | 'system' | 'visitor';
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What happened to an entry, latest first; readings are told apart and left out. */
export async function listEntryEvents(tx: Tx, id: string): Promise<EntryEvent[]> {
  return tx.sql<EntryEvent>(
    `select type, at, actor_kind as actor, facts from platform.event
     where subject_kind = 'consular-entry' and subject_id = $1 and type <> 'registry.consular-entry-read'
     order by id desc limit 200`,
    [id],
  );
}

/** When officials have looked at an entry, latest first. */
export async function listEntryReadings(
  tx: Tx,
  id: string,
): Promise<{ readonly at: Temporal.Instant; readonly why: string; readonly officeId: string }[]> {
  return tx.sql(
    `select at, facts ->> 'why' as why, office_id as "officeId" from platform.event
     where subject_kind = 'consular-entry' and subject_id = $1 and type = 'registry.consular-entry-read'
     order by id desc limit 50`,
    [id],
  );
}
