import { readTaxCode, type TaxCodeContent } from '#kernel/tax-code.ts';
import {
  type ComparedDatum,
  compareRegisters,
  type KnownData,
  knownToConsulate,
  knownToRegistry,
} from '../domain/comparison.ts';
import type { ConsularEntry } from '../domain/consular-entry.ts';
import type { RegistryRecord } from '../domain/record.ts';
import { findOwnEntry, listEntryReadings } from '../store/find-entries.ts';
import { personOfAccount } from './connect-account.ts';
import type { ConsularReader } from './read-consular-register.ts';
import { type RegistryDeps, readRecord } from './read-record.ts';

export interface EntryReading {
  readonly at: Temporal.Instant;
  readonly why: string;
  readonly officeId: string;
}

export interface Comparison {
  /** What the consular register says; nothing for who is in none. */
  readonly consular: KnownData | undefined;
  /** What the national registry says; nothing where it may not be read, or has no record. */
  readonly registry: KnownData | undefined;
  /** What the tax code says; nothing where neither register has a valid one. */
  readonly code: TaxCodeContent | undefined;
  readonly data: readonly ComparedDatum[];
}

/** The own comparison, with who has read the entry in the consular register (RG-5). */
export interface OwnComparison extends Comparison {
  readonly readings: readonly EntryReading[];
  /** The office in whose register the person is. */
  readonly officeId: string | undefined;
}

async function compare(
  entry: ConsularEntry | undefined,
  record: RegistryRecord | undefined,
): Promise<Comparison> {
  const consular = entry && knownToConsulate(entry);
  const registry = record && knownToRegistry(record);
  const taxCode = record?.taxCode ?? entry?.taxCode;
  const code = taxCode === undefined ? undefined : await readTaxCode(taxCode);
  return {
    consular,
    registry,
    code,
    data: compareRegisters(consular, registry, code),
  };
}

/** The own data in three registers; the national registry opens with strong sign-in alone (ID-12). */
export async function compareOwnData(
  deps: RegistryDeps,
  { accountId, strong }: { readonly accountId: string; readonly strong: boolean },
): Promise<OwnComparison> {
  const { db } = deps;
  const { entry, readings } = await db.transaction({ kind: 'citizen', accountId }, async (tx) => {
    const found = await findOwnEntry(tx, accountId);
    return { entry: found, readings: found === undefined ? [] : await listEntryReadings(tx, found.id) };
  });
  const personId = strong ? await personOfAccount(deps, accountId) : undefined;
  const record =
    personId === undefined
      ? undefined
      : await readRecord(deps, { personId, reader: { kind: 'self', accountId } });
  return { ...(await compare(entry, record)), readings, officeId: entry?.officeId };
}

/** The same for an official of the office, where the record of the registry is known and of this office: read and logged. */
export async function compareEntry(
  deps: RegistryDeps,
  reader: ConsularReader,
  entry: ConsularEntry,
): Promise<Comparison> {
  const { personId } = entry;
  return compare(entry, personId === null ? undefined : await readRecord(deps, { personId, reader }));
}
