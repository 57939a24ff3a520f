import type { CivilDate } from '#kernel/civil-date.ts';
import { municipalityOfOffice } from '#kernel/municipal-office.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Tx } from '#platform/database/database.ts';
import { moveTo, type NewAddress } from '../domain/move.ts';
import type { HouseholdContent } from '../domain/person-content.ts';
import { supersede } from '../domain/two-times.ts';
import {
  closeHouseholdVersions,
  insertHouseholdVersions,
  listHouseholdVersions,
  listMembers,
} from '../store/households.ts';
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
import type { RegistryDeps } from './read-record.ts';

/**
 * Everybody of a household moves to an address in the municipality that registers it (DPR 223/1989 artt. 7 and 13). The
 * record may come from another municipality, whose officials its policies name: so the platform writes, and the use case
 * lets each municipality register moves into itself alone.
 */
export async function changeAddress(
  deps: RegistryDeps,
  by: ByOfficial,
  move: Target & { readonly to: NewAddress; readonly on: CivilDate },
): Promise<Outcome<Changed, Refusal>> {
  const { personId, version, to, on, act, reason } = move;
  return changeOnce(deps, { kind: 'system', task: 'registry-moves' }, by, move, async (tx, at) => {
    if (municipalityOfOffice(by.officeId) !== to.municipality) takeBack({ code: 'other_municipality' });
    const person = await findRecord(tx, personId);
    if (person === undefined) return takeBack({ code: 'no_such_record' });
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
        { kind: 'address', data: [to.municipality], from: on, apply: (content) => moveTo(content, to, on) },
        at,
      );
      if (member === personId) changed = { version: done.version };
    }
    if (
      household !== undefined &&
      (person.enrolment.municipality !== to.municipality || person.enrolment.register === 'aire')
    )
      await moveHousehold(tx, household, { municipality: to.municipality, register: 'resident' }, on, at);
    return changed;
  });
}

/** The household goes with its people: to a municipality, or from one register to the other. */
export async function moveHousehold(
  tx: Tx,
  household: string,
  where: Pick<HouseholdContent, 'municipality' | 'register' | 'consulate'>,
  on: CivilDate,
  at: Temporal.Instant,
): Promise<void> {
  const { closed, added, knownFrom } = supersede(await listHouseholdVersions(tx, household), {
    from: on,
    at,
    change: ({ id, certifiable }) => ({ id, certifiable, ...where }),
  });
  if (!(await closeHouseholdVersions(tx, household, closed, knownFrom)))
    takeBack({ code: 'changed_meanwhile' });
  await insertHouseholdVersions(tx, added);
}
