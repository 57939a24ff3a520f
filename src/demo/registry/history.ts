import type { Electoral, HouseholdContent, PersonContent, Version } from '#modules/registry/public.ts';
import { day, dayNumber, dayOf } from './days.ts';
import { firstVersion, householdOfTown, type Setting, withLater } from './draft.ts';
import type { Town } from './places.ts';

/** The versions of a record: since its municipality joined, with the enrolment before where the registry saw that, too. */
export function versionsOf(content: PersonContent, setting: Setting, born: number): Version<PersonContent>[] {
  const { earlier } = setting;
  const begins = earlier === undefined ? undefined : Math.max(dayNumber(earlier.town.joinedOn), born);
  if (earlier === undefined || begins === undefined || begins >= dayNumber(earlier.until))
    return [firstVersion(content, dayOf(Math.max(seenSince(setting), born)))];
  const joined = { on: day(earlier.town.joinedOn), municipality: earlier.town.code };
  const { facilityId: _facility, electoral, ...rest } = content;
  const roll = rollBefore(electoral, earlier.town);
  const before: PersonContent = {
    ...rest,
    joined,
    enrolment: earlier.enrolment,
    addresses: earlier.addresses,
    ...(roll && { electoral: roll }),
  };
  return withLater(firstVersion(before, dayOf(begins)), () => ({ ...content, joined }), earlier.until);
}

export function householdVersionsOf(
  id: string,
  setting: Setting,
  certifiable: boolean,
): Version<HouseholdContent>[] {
  const { earlier } = setting;
  const content = householdOfTown(id, setting, certifiable);
  if (earlier === undefined || earlier.town.joinedOn >= earlier.until)
    return [firstVersion(content, dayOf(seenSince(setting)))];
  const before = householdOfTown(id, earlier, certifiable);
  return withLater(firstVersion(before, day(earlier.town.joinedOn)), () => content, earlier.until);
}

/** The registry sees an enrolment since the municipality has joined, and not before it began. */
function seenSince({ town, enrolment }: Setting): number {
  return Math.max(dayNumber(town.joinedOn), dayNumber(enrolment.since));
}

function rollBefore(electoral: Electoral | undefined, town: Town): Electoral | undefined {
  return electoral?.mayVote === true
    ? { mayVote: true, roll: { ...electoral.roll, municipality: town.code } }
    : electoral;
}
