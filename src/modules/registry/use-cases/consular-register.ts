import type { CivilDate } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Tx } from '#platform/database/database.ts';
import { type Actor, record } from '#platform/event-log/record.ts';
import {
  type AddressAbroad,
  type ConsularData,
  type ConsularEntry,
  type ConsularState,
  consularLifecycle,
  type LeavingReason,
  personKeyOf,
} from '../domain/consular-entry.ts';
import { type ConsularRefusal, moveWithinDistrict } from '../domain/consular-move.ts';
import type { MunicipalityCode, PersonId } from '../domain/record.ts';
import {
  connectEntry,
  findLiveEntryOf,
  holdEntry,
  insertEntries,
  leaveOtherOffices,
  listWaitingEntries,
  saveEntry,
} from '../store/consular-entries.ts';

interface Act {
  readonly officeId: string;
  /** The file of the platform or the act that it rests on. */
  readonly source: string;
  readonly actor: Actor;
  readonly at: Temporal.Instant;
}

/** Which entry: by its id, or as the live one of an account. */
export type Which = { readonly entryId: string } | { readonly accountId: string };

export interface Entered {
  readonly entryId: string;
  readonly state: Exclude<ConsularState, 'ended'>;
  /** False where the person was in this register already. */
  readonly entered: boolean;
  /** The offices whose registers the person leaves by this. */
  readonly left: readonly { readonly officeId: string; readonly entryId: string }[];
}

/**
 * Enters somebody in the consular register of an office (iscrizione nello schedario), waiting for the municipality.
 * Whoever is in it stays in it, with what the entry says; whoever is in another office's leaves that one, which finds it
 * in its register and history. In the caller's transaction, on behalf of the office or of the platform.
 */
export async function enterConsularRegister(
  tx: Tx,
  {
    officeId,
    accountId = null,
    personId = null,
    data,
    source,
    actor,
    at,
  }: Act & {
    /** None for family members without an account. */
    readonly accountId?: string | null;
    readonly personId?: PersonId | null;
    readonly data: ConsularData;
  },
): Promise<Outcome<Entered, ConsularRefusal>> {
  const whom = { accountId, personId, personKey: personKeyOf(data) };
  const known = await findLiveEntryOf(tx, officeId, whom);
  if (known !== undefined) return stay(tx, known, whom);
  const left = await leaveOtherOffices(tx, officeId, whom, at);
  const id = crypto.randomUUID();
  const asked = data.municipality ?? left.find((each) => each.municipality !== null)?.municipality;
  const entry = { ...data, ...(asked && { municipality: asked }) };
  const made = await insertEntries(tx, [
    { ...entry, officeId, id, accountId, personId, enteredAt: at, source },
  ]);
  if (made.length === 0) {
    // Somebody else was quicker in this office, or the entry is another account's.
    const meanwhile = await findLiveEntryOf(tx, officeId, whom);
    return meanwhile === undefined
      ? refused({ code: 'entry_of_another_account' })
      : stay(tx, meanwhile, whom);
  }
  const line = { actor, at, ...(accountId && { accountId }) };
  await record(
    tx,
    ...left.map((old) => ({
      ...line,
      type: 'registry.consular-entry-ended',
      subject: { kind: 'consular-entry', id: old.id },
      officeId: old.officeId,
      facts: { why: 'moved', to: officeId },
    })),
    {
      ...line,
      type: 'registry.consular-entry-made',
      subject: { kind: 'consular-entry', id },
      officeId,
      facts: { source, from: left.map((old) => old.officeId) },
    },
  );
  return granted({
    entryId: id,
    state: 'waiting_for_municipality',
    entered: true,
    left: left.map((old) => ({ officeId: old.officeId, entryId: old.id })),
  });
}

async function stay(
  tx: Tx,
  entry: ConsularEntry,
  { accountId, personId }: { readonly accountId: string | null; readonly personId: PersonId | null },
): Promise<Outcome<Entered, ConsularRefusal>> {
  if (accountId !== null && entry.accountId !== null && entry.accountId !== accountId)
    return refused({ code: 'entry_of_another_account' });
  if ((entry.accountId ?? accountId) !== entry.accountId || (entry.personId ?? personId) !== entry.personId)
    await connectEntry(tx, entry, { accountId, personId });
  const state = entry.state === 'ended' ? 'waiting_for_municipality' : entry.state;
  return granted({ entryId: entry.id, state, entered: false, left: [] });
}

/**
 * The municipality confirms that it has registered the person with AIRE (CF-4): only now the entry says so. Told twice,
 * it stays as it was told first.
 */
export async function confirmAire(
  tx: Tx,
  {
    municipalityId,
    since,
    ...act
  }: Act & Which & { readonly municipalityId: MunicipalityCode; readonly since: CivilDate },
): Promise<Outcome<{ readonly entryId: string }, ConsularRefusal>> {
  const entry = await holdEntry(tx, act.officeId, act);
  if (entry?.state === 'registered_with_aire') return granted({ entryId: entry.id });
  const next = entry && consularLifecycle.next(entry.state, 'confirm_aire');
  if (entry === undefined || !next?.ok) return refused({ code: 'no_entry' });
  await saveEntry(tx, {
    ...entry,
    state: next.value,
    municipality: municipalityId,
    aireSince: since,
    aireSource: act.source,
  });
  await note(tx, entry, act, 'registry.consular-entry-confirmed', { municipality: municipalityId, since });
  return granted({ entryId: entry.id });
}

/** Somebody leaves the register of an office (cancellazione dallo schedario), for good or for another office. */
export async function leaveConsularRegister(
  tx: Tx,
  { why, ...act }: Act & Which & { readonly why: LeavingReason },
): Promise<Outcome<{ readonly entryId: string }, ConsularRefusal>> {
  const entry = await holdEntry(tx, act.officeId, act);
  // Told twice, it stays as it was told first.
  if (entry?.state === 'ended') return granted({ entryId: entry.id });
  const next = entry && consularLifecycle.next(entry.state, 'leave');
  if (entry === undefined || !next?.ok) return refused({ code: 'no_entry' });
  await saveEntry(tx, { ...entry, state: next.value, endedAt: act.at, why });
  await note(tx, entry, act, 'registry.consular-entry-ended', { why });
  return granted({ entryId: entry.id });
}

/**
 * A file came to nothing: whoever is in the register only because of it leaves it (CF-4). Who was confirmed meanwhile, or
 * entered on something else, stays.
 */
export async function leaveEntriesOf(
  tx: Tx,
  { why, ...act }: Act & { readonly why: LeavingReason },
): Promise<void> {
  for (const { id } of await listWaitingEntries(tx, act.officeId, act.source))
    await leaveConsularRegister(tx, { ...act, entryId: id, why });
}

/** The live entry of somebody without an account in the register of an office, by what is known of the person. */
export async function findEntryOf(
  tx: Tx,
  officeId: string,
  person: ConsularData,
): Promise<{ readonly entryId: string } | undefined> {
  const { taxCode, ...withoutCode } = person;
  for (const each of taxCode === undefined ? [person] : [person, withoutCode]) {
    const whom = { accountId: null, personId: null, personKey: personKeyOf(each) };
    const found = await findLiveEntryOf(tx, officeId, whom);
    if (found !== undefined) return { entryId: found.id };
  }
  return undefined;
}

/** A change of address within the district (CF-5): the register has the new one, and keeps the old. */
export async function changeAddressInRegister(
  tx: Tx,
  { to, ...act }: Act & Which & { readonly to: AddressAbroad },
): Promise<Outcome<{ readonly entryId: string }, ConsularRefusal>> {
  const entry = await holdEntry(tx, act.officeId, act);
  if (entry === undefined || entry.state === 'ended') return refused({ code: 'no_entry' });
  const present = entry.addresses.at(-1);
  if (JSON.stringify(sorted(present)) === JSON.stringify(sorted(to))) return granted({ entryId: entry.id });
  const moved = moveWithinDistrict(entry, to);
  if (!moved.ok) return moved;
  await saveEntry(tx, { ...entry, addresses: moved.value });
  await note(tx, entry, act, 'registry.consular-address-changed', {});
  return granted({ entryId: entry.id });
}

function sorted(address: AddressAbroad | undefined): [string, unknown][] {
  return Object.entries(address ?? {}).toSorted(([one], [other]) => one.localeCompare(other));
}

async function note(
  tx: Tx,
  { officeId, id, accountId }: ConsularEntry,
  { source, actor, at }: Act,
  type: string,
  facts: Readonly<Record<string, unknown>>,
): Promise<void> {
  await record(tx, {
    type,
    subject: { kind: 'consular-entry', id },
    actor,
    at,
    officeId,
    ...(accountId && { accountId }),
    facts: { ...facts, source },
  });
}
