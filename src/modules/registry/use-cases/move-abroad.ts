import type { CivilDate } from '#kernel/civil-date.ts';
import { municipalityOfOffice } from '#kernel/municipal-office.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Tx } from '#platform/database/database.ts';
import {
  type AireInitiative,
  type AireReason,
  moveAbroad,
  type NewAddressAbroad,
  registerInAire,
} from '../domain/abroad.ts';
import { personKeyOf } from '../domain/consular-entry.ts';
import type { KnownRecord, Membership } from '../domain/person-content.ts';
import type { PersonId, Relation } from '../domain/record.ts';
import { insertAireRegistration, listWaitingEntries } from '../store/aire-registrations.ts';
import { findByTaxCode } from '../store/finding.ts';
import { insertHouseholdVersions, lastPlace, listMembers } from '../store/households.ts';
import { findRecord, insertIdentities } from '../store/records.ts';
import { moveHousehold } from './change-address.ts';
import {
  type ByOfficial,
  type Change,
  type Changed,
  changeOnce,
  type Refusal,
  type Target,
  takeBack,
  writeChange,
} from './change-record.ts';
import { confirmAire } from './consular-register.ts';
import type { RegistryDeps } from './read-record.ts';

/** Who of the household goes abroad, and into which household there. */
export type FamilyAbroad =
  /** the whole household, which becomes one of AIRE */
  | { readonly who: 'household' }
  /** the person alone, into a household of their own */
  | { readonly who: 'alone' }
  /** the person alone, to somebody who is in this municipality's AIRE already */
  | { readonly who: 'joins'; readonly taxCode: string; readonly relation: Exclude<Relation, 'holder'> };

export interface AireWish {
  readonly code: AireReason;
  readonly initiative: AireInitiative;
  readonly reachedConsulateOn: CivilDate | null;
  readonly family: FamilyAbroad;
  readonly to: NewAddressAbroad;
  readonly on: CivilDate;
}

// As with moves in Italy the platform writes, also where another municipality kept the records; the use cases let each
// municipality register people with its own AIRE alone.
const as = { kind: 'system', task: 'registry-moves' } as const;

/** The municipality registers somebody with its AIRE; a consular register that waits for this has it confirmed. */
export async function registerWithAire(
  deps: RegistryDeps,
  by: ByOfficial,
  wish: Target & AireWish,
): Promise<Outcome<Changed, Refusal>> {
  const { personId, version, act, reason, code, initiative, reachedConsulateOn, family, to, on } = wish;
  return changeOnce(deps, as, by, wish, async (tx, at) => {
    const { municipality, person } = await recordAt(tx, by, personId);
    // Records of other municipalities come over by a transfer alone.
    if (code !== 'C03' && person.enrolment.municipality !== municipality)
      takeBack({ code: 'no_such_record' });
    const household = family.who === 'household' ? person.household?.id : undefined;
    const members =
      household === undefined ? [personId] : (await listMembers(tx, household)).map(({ id }) => id);
    const membership =
      household === undefined
        ? await householdAbroad(tx, { municipality, person, family, to, on, at })
        : undefined;
    const apply: Change['apply'] = (content) =>
      registerInAire(content, { municipality, reason: code, to, ...(membership && { membership }) }, on);
    let changed: Changed = { version };
    for (const member of members) {
      const known = member === personId ? version : undefined;
      const done = await writeChange(
        tx,
        by,
        { personId: member, version: known, act, reason },
        { kind: 'aire_registration', data: [code], from: on, apply },
        at,
      );
      if (member === personId) changed = { version: done.version };
      const registration = { municipality, changeId: done.changeId, personId: member };
      await insertAireRegistration(tx, { ...registration, reason: code, initiative, reachedConsulateOn });
      await confirmWaiting(tx, by, { personId: member, municipality, on, act, at });
    }
    if (household !== undefined)
      await moveHousehold(tx, household, { municipality, register: 'aire', consulate: to.consulate }, on, at);
    return changed;
  });
}

/** Everybody of a household in AIRE moves to another address abroad. */
export async function changeAddressAbroad(
  deps: RegistryDeps,
  by: ByOfficial,
  wish: Target & Pick<AireWish, 'to' | 'on'>,
): Promise<Outcome<Changed, Refusal>> {
  const { personId, version, act, reason, to, on } = wish;
  return changeOnce(deps, as, by, wish, async (tx, at) => {
    const { municipality, person } = await recordAt(tx, by, personId);
    if (person.enrolment.municipality !== municipality) takeBack({ code: 'other_municipality' });
    const household = person.household?.id;
    const members =
      household === undefined ? [personId] : (await listMembers(tx, household)).map(({ id }) => id);
    let changed: Changed = { version };
    for (const member of members) {
      const known = member === personId ? version : undefined;
      const done = await writeChange(
        tx,
        by,
        { personId: member, version: known, act, reason },
        {
          kind: 'address_abroad',
          data: [to.consulate],
          from: on,
          apply: (content) => moveAbroad(content, to, on),
        },
        at,
      );
      if (member === personId) changed = { version: done.version };
    }
    if (
      household !== undefined &&
      person.enrolment.register === 'aire' &&
      person.enrolment.consulate !== to.consulate
    )
      await moveHousehold(tx, household, { municipality, register: 'aire', consulate: to.consulate }, on, at);
    return changed;
  });
}

async function recordAt(
  tx: Tx,
  { officeId }: ByOfficial,
  personId: PersonId,
): Promise<{ readonly municipality: string; readonly person: KnownRecord }> {
  const municipality = municipalityOfOffice(officeId) ?? takeBack({ code: 'no_such_record' });
  const person = await findRecord(tx, personId);
  return { municipality, person: person ?? takeBack({ code: 'no_such_record' }) };
}

/** The household of somebody who goes without the family left behind: a new one, or one that is abroad already. */
async function householdAbroad(
  tx: Tx,
  {
    municipality,
    person,
    family,
    to,
    on,
    at,
  }: {
    readonly municipality: string;
    readonly person: KnownRecord;
    readonly family: FamilyAbroad;
    readonly to: NewAddressAbroad;
    readonly on: CivilDate;
    readonly at: Temporal.Instant;
  },
): Promise<Membership> {
  if (family.who === 'joins') {
    const [found] = await findByTaxCode(
      tx,
      { municipality },
      family.taxCode.replace(/\s/g, '').toUpperCase(),
    );
    const household = found && (await findRecord(tx, found.id))?.household;
    if (household?.register !== 'aire' || household.members.some(({ id }) => id === person.id))
      return takeBack({ code: 'no_aire_household' });
    const last = await lastPlace(tx, household.id);
    return { householdId: household.id, relation: family.relation, place: last + 1 };
  }
  const householdId = `E${crypto.randomUUID().replaceAll('-', '').slice(0, 15).toUpperCase()}`;
  await insertIdentities(tx, { people: [], households: [householdId], facilities: [] });
  const content = {
    id: householdId,
    municipality,
    register: 'aire',
    consulate: to.consulate,
    certifiable: false,
  } as const;
  const times = { number: 1, trueFrom: on, trueUntil: null, knownFrom: at, knownUntil: null };
  await insertHouseholdVersions(tx, [{ ...times, content }]);
  return { householdId, relation: 'holder', place: 1 };
}

/** Whoever waits in a consular register for this registration has it confirmed (CF-4). */
async function confirmWaiting(
  tx: Tx,
  { officialId }: ByOfficial,
  {
    personId,
    municipality,
    on,
    act,
    at,
  }: {
    readonly personId: PersonId;
    readonly municipality: string;
    readonly on: CivilDate;
    readonly act: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const record = await findRecord(tx, personId);
  if (record === undefined) return;
  const personKey = personKeyOf(record);
  for (const { officeId, entryId } of await listWaitingEntries(tx, { personId, personKey }))
    await confirmAire(tx, {
      officeId,
      entryId,
      municipalityId: municipality,
      since: on,
      source: act.trim(),
      actor: { kind: 'official', id: officialId },
      at,
    });
}
