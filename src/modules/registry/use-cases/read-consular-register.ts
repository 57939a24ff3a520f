import { fold } from '#kernel/fold.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Tx } from '#platform/database/database.ts';
import { record } from '#platform/event-log/record.ts';
import type { ConsularEntry } from '../domain/consular-entry.ts';
import type { Reader } from '../domain/reading.ts';
import {
  type EntryEvent,
  findEntriesByName,
  findEntriesByTaxCode,
  findEntry,
  listEntries,
  listEntryEvents,
} from '../store/find-entries.ts';
import { insertReadings } from '../store/readings.ts';
import { principalOf, type RegistryDeps } from './read-record.ts';

export type ConsularReader = Extract<Reader, { kind: 'official' }>;

const onPage = 25;
const most = 20;
const fewestLetters = 3;

export interface EntriesPage {
  readonly items: readonly ConsularEntry[];
  /** The entry after which the next page begins. */
  readonly next: string | undefined;
}

/** The register of an office in the order of names, page by page; who looks is written down. */
export async function listConsularRegister(
  { db, now }: RegistryDeps,
  reader: ConsularReader,
  after: string | undefined,
): Promise<EntriesPage> {
  return db.transaction(principalOf(reader), async (tx) => {
    const found = await listEntries(tx, reader.officeId, { after, most: onPage + 1 });
    const items = found.slice(0, onPage);
    await noteReading(tx, items, reader, now());
    return { items, next: found.length > onPage ? items.at(-1)?.id : undefined };
  });
}

export type ConsularSearch = { readonly taxCode: string } | { readonly name: string };
export type ConsularSearchRefusal = { readonly code: 'too_short' };

/** The people of an office's register whom an official looks for; each who is shown is written down. */
export async function searchConsularRegister(
  { db, now }: RegistryDeps,
  reader: ConsularReader,
  wanted: ConsularSearch,
): Promise<Outcome<readonly ConsularEntry[], ConsularSearchRefusal>> {
  const nameKey = 'name' in wanted ? fold(wanted.name) : '';
  if ('name' in wanted && nameKey.length < fewestLetters) return refused({ code: 'too_short' });
  const { officeId } = reader;
  return db.transaction(principalOf(reader), async (tx) => {
    const found =
      'taxCode' in wanted
        ? await findEntriesByTaxCode(tx, officeId, wanted.taxCode.replace(/\s/g, '').toUpperCase())
        : await findEntriesByName(tx, officeId, { nameKey, most });
    await noteReading(tx, found, reader, now());
    return granted(found);
  });
}

export interface ReadEntry {
  readonly entry: ConsularEntry;
  /** What happened to it, latest first. */
  readonly history: readonly EntryEvent[];
}

/** One entry with its history, for an official of its office and for a reason. */
export async function readConsularEntry(
  { db, now }: RegistryDeps,
  reader: ConsularReader,
  entryId: string,
): Promise<ReadEntry | undefined> {
  return db.transaction(principalOf(reader), async (tx) => {
    const entry = await findEntry(tx, reader.officeId, entryId);
    if (entry === undefined) return undefined;
    await noteReading(tx, [entry], reader, now());
    return { entry, history: await listEntryEvents(tx, entry.id) };
  });
}

/** Every entry that is shown leaves a line; where the record of the registry is known, its person reads it there, too. */
async function noteReading(
  tx: Tx,
  entries: readonly ConsularEntry[],
  { officialId, officeId, why }: ConsularReader,
  at: Temporal.Instant,
): Promise<void> {
  await record(
    tx,
    ...entries.map(({ id, accountId }) => ({
      type: 'registry.consular-entry-read',
      subject: { kind: 'consular-entry', id },
      actor: { kind: 'official' as const, id: officialId },
      at,
      officeId,
      ...(accountId !== null && { accountId }),
      facts: { why },
    })),
  );
  const by = { kind: 'official', officialId, officeId } as const;
  await insertReadings(
    tx,
    entries.flatMap(({ personId }) => (personId === null ? [] : [{ personId, at, by, why }])),
  );
}
