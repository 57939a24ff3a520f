import type { CivilDate } from '#kernel/civil-date.ts';
import { municipalityOfOffice } from '#kernel/municipal-office.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Tx } from '#platform/database/database.ts';
import { type Member, under } from '../domain/household-change.ts';
import { moveTo, type NewAddress } from '../domain/move.ts';
import type { Membership } from '../domain/person-content.ts';
import type { PersonId, RegistryRecord, Relation } from '../domain/record.ts';
import { insertHousehold, insertHouseholdVersions, listMembers } from '../store/households.ts';
import { findRecord } from '../store/records.ts';
import {
  type ByOfficial,
  type Changed,
  changeOnce,
  type Refusal,
  type Target,
  takeBack,
  writeChange,
} from './change-record.ts';
import { findNamed, succession } from './end-record.ts';
import type { RegistryDeps } from './read-record.ts';
import { type Succession, settleHousehold, writeMembers } from './settle-household.ts';

/** Where those go who leave a household: to an address where they found one, or to the household of somebody. */
export type Destination =
  | { readonly to: NewAddress; readonly joins?: undefined }
  /** Identifier or tax code of somebody of the household that they join. */
  | { readonly joins: string; readonly to?: undefined };

export interface MemberMove extends Target, Succession {
  readonly destination: Destination;
  readonly on: CivilDate;
  /** Who moves, each with what they are to the holder of the household in which they will be. */
  readonly movers: Readonly<Record<PersonId, Relation>>;
}

/**
 * Some of a household move out (DPR 223/1989 artt. 4, 7 and 13). As with a move of everybody, the municipality to which
 * they go registers it, so the platform writes.
 */
export function moveMembers(
  deps: RegistryDeps,
  by: ByOfficial,
  move: MemberMove,
): Promise<Outcome<Changed, Refusal>> {
  const { personId, version, movers, on, act, reason } = move;
  return changeOnce(deps, { kind: 'system', task: 'registry-moves' }, by, move, async (tx, at) => {
    const person = await findRecord(tx, personId);
    if (person === undefined) return takeBack({ code: 'no_such_record' });
    if (person.version !== version) takeBack({ code: 'changed_meanwhile' });
    const left = person.household?.id ?? takeBack({ code: 'no_household' });
    const moving = movingOf(await listMembers(tx, left), movers);
    const there = await arrive(tx, by, move, { left, at });
    let changed: Changed = { version };
    for (const [index, { id }] of moving.entries()) {
      const membership: Membership = {
        householdId: there.household,
        relation: movers[id] ?? 'other_relative',
        place: movers[id] === 'holder' ? 1 : there.firstPlace + index,
      };
      const done = await writeChange(
        tx,
        by,
        { personId: id, version: undefined, act, reason },
        {
          kind: 'address',
          data: [there.to.municipality],
          from: on,
          apply: (content) => {
            const moved = moveTo(content, there.to, on);
            return moved.ok ? { ok: true, value: { ...moved.value, membership } } : moved;
          },
        },
        at,
      );
      if (id === personId) changed = done;
    }
    await settleHousehold(tx, by, { ...succession(move), household: left, from: on, act, reason }, at);
    // Whose record is open may be one of those who stay, and only then have a new holder.
    return movers[personId] === undefined
      ? { version: (await findRecord(tx, personId))?.version ?? version }
      : changed;
  });
}

function movingOf(members: readonly Member[], movers: MemberMove['movers']): Member[] {
  const moving = members.filter(({ id }) => movers[id] !== undefined);
  if (moving.length === 0) takeBack({ code: 'nobody_moves' });
  if (moving.length < Object.keys(movers).length) takeBack({ code: 'not_of_household' });
  return moving;
}

interface Arrival {
  readonly household: string;
  readonly to: NewAddress;
  /** The place of the first who is not the holder. */
  readonly firstPlace: number;
}

/** The household that is founded, or the one that is joined with its address. */
async function arrive(
  tx: Tx,
  by: ByOfficial,
  { destination, movers, on }: MemberMove,
  { left, at }: { left: string; at: Temporal.Instant },
): Promise<Arrival> {
  const holders = Object.values(movers).filter((relation) => relation === 'holder').length;
  if (destination.to !== undefined) {
    const { to } = destination;
    if (municipalityOfOffice(by.officeId) !== to.municipality) takeBack({ code: 'other_municipality' });
    if (holders !== 1) takeBack({ code: 'one_holder' });
    const household = `F${crypto.randomUUID().replaceAll('-', '').slice(0, 15).toUpperCase()}`;
    await insertHousehold(tx, household);
    const content = { id: household, register: 'resident', certifiable: true } as const;
    await insertHouseholdVersions(tx, [
      {
        number: 1,
        trueFrom: on,
        trueUntil: null,
        knownFrom: at,
        knownUntil: null,
        content: { ...content, municipality: to.municipality },
      },
    ]);
    return { household, to, firstPlace: 2 };
  }
  const host = await findNamed(tx, destination.joins);
  const household = host?.household;
  if (host === undefined || household === undefined || household.id === left)
    return takeBack({ code: 'no_household_to_join' });
  if (holders !== 0) takeBack({ code: 'one_holder' });
  const to = addressOf(host);
  if (to === undefined || municipalityOfOffice(by.officeId) !== to.municipality)
    return takeBack({ code: 'other_municipality' });
  const places = (await listMembers(tx, household.id)).map(({ place }) => place);
  return { household: household.id, to, firstPlace: Math.max(...places) + 1 };
}

function addressOf({ addresses, enrolment }: RegistryRecord): NewAddress | undefined {
  const last = addresses.at(-1);
  if (last === undefined || last.until !== undefined || enrolment.register !== 'resident') return undefined;
  const { from: _from, until: _until, country: _country, municipality, ...rest } = last;
  return municipality === undefined ? undefined : { ...rest, municipality };
}

/** The municipality puts right who holds a household, and what each is to them (DPR 223/1989 art. 21). */
export function setRelations(
  deps: RegistryDeps,
  by: ByOfficial,
  wish: Target & Required<Succession> & { readonly on: CivilDate },
): Promise<Outcome<Changed, Refusal>> {
  const { personId, version, holder, relations, on, act, reason } = wish;
  return changeOnce(deps, { kind: 'system', task: 'registry-households' }, by, wish, async (tx, at) => {
    const person = await findRecord(tx, personId);
    if (person === undefined || person.enrolment.municipality !== municipalityOfOffice(by.officeId))
      return takeBack({ code: 'no_such_record' });
    if (person.version !== version) takeBack({ code: 'changed_meanwhile' });
    const household = person.household?.id ?? takeBack({ code: 'no_household' });
    const members = await listMembers(tx, household);
    const known = (id: PersonId) => members.some((each) => each.id === id);
    if (!known(holder) || !Object.keys(relations).every(known)) takeBack({ code: 'not_of_household' });
    if (Object.entries(relations).some(([id, relation]) => relation === 'holder' && id !== holder))
      takeBack({ code: 'one_holder' });
    const changed = under(members, holder, relations);
    if (changed.length === 0) takeBack({ code: 'nothing_changes' });
    await writeMembers(tx, by, { household, from: on, act, reason }, changed, at);
    return { version: (await findRecord(tx, personId))?.version ?? version };
  });
}
