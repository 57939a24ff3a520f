import { type CivilDate, dayAt } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Principal } from '#platform/database/principal.ts';
import type { Deps } from '#platform/deps.ts';
import type { KnownRecord } from '../domain/person-content.ts';
import type { Reader, Reading } from '../domain/reading.ts';
import type { Household, PersonId } from '../domain/record.ts';
import { asHouseholdMember } from '../domain/seen-by-household.ts';
import { findPersonOfAccount } from '../store/account-links.ts';
import { insertReadings } from '../store/readings.ts';
import { findRecord, type Moment } from '../store/records.ts';

export type RegistryDeps = Pick<Deps, 'db' | 'now'>;

export interface Asked {
  readonly personId: PersonId;
  readonly reader: Reader;
  /** The day that is asked about; without it, the record as it is. */
  readonly at?: CivilDate;
  /** As it was known at this instant; without it, as it is known now. */
  readonly knownAt?: Temporal.Instant;
}

/** On whose behalf the registry is read: the policies of the tables see it. */
export function principalOf(reader: Reader): Principal {
  switch (reader.kind) {
    case 'self':
      return { kind: 'citizen', accountId: reader.accountId };
    case 'official':
      return { kind: 'official', officialId: reader.officialId, officeIds: [reader.officeId] };
    case 'system':
      return { kind: 'system', task: 'registry' };
  }
}

/**
 * The record of a person as somebody may see it, with the household; nothing where there is none for this reader.
 * Every reading but the person's own is logged where the person sees it (RG-5).
 */
export async function readRecord(
  { db, now }: RegistryDeps,
  { personId, reader, at, knownAt }: Asked,
): Promise<KnownRecord | undefined> {
  const moment = momentOf(now(), at, knownAt);
  return db.transaction(principalOf(reader), async (tx) => {
    const own = reader.kind === 'self' ? await findPersonOfAccount(tx, reader.accountId) : undefined;
    if (reader.kind === 'self' && own === undefined) return undefined;
    const record = await findRecord(tx, personId, moment);
    if (record === undefined) return undefined;
    await log(tx, [personId], reader, own, now());
    return reader.kind === 'self' && personId !== own ? asHouseholdMember(record) : record;
  });
}

/** The household of a person exactly as it is registered (RG-2). */
export async function householdOf(deps: RegistryDeps, asked: Asked): Promise<Household | undefined> {
  return (await readRecord(deps, asked))?.household;
}

/** A day that is asked about as it is known now, or what was known at an instant of the day of that instant. */
function momentOf(
  now: Temporal.Instant,
  at: CivilDate | undefined,
  knownAt: Temporal.Instant | undefined,
): Moment | undefined {
  if (at === undefined && knownAt === undefined) return undefined;
  return { at: at ?? dayAt(knownAt ?? now, 'Europe/Rome'), knownAt: knownAt ?? now };
}

const longestReason = 300;

/** Writes down who reads which records; people who read their own leave no line. */
export async function log(
  tx: Tx,
  personIds: readonly PersonId[],
  reader: Reader,
  own: PersonId | undefined,
  at: Temporal.Instant,
): Promise<void> {
  const by = readBy(reader, own);
  const why = reader.kind === 'self' ? 'household' : reader.why.trim().slice(0, longestReason);
  const read = personIds.filter((each) => reader.kind !== 'self' || each !== own);
  await insertReadings(
    tx,
    read.map((personId) => ({ personId, at, by, why })),
  );
}

function readBy(reader: Reader, own: PersonId | undefined): Reading['by'] {
  switch (reader.kind) {
    case 'self':
      return { kind: 'household', personId: own ?? '' };
    case 'official':
      return { kind: 'official', officialId: reader.officialId, officeId: reader.officeId };
    case 'system':
      return { kind: 'system', name: reader.name };
  }
}
