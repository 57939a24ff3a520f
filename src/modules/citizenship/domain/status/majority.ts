import type { Person } from '../facts/tree.ts';
import type { When } from '../reasoning/unknown.ts';
import { later } from '../reasoning/unknown-arithmetic.ts';
import type { World } from '../reasoning/world.ts';
import { lawDays } from '../rules/law-days.ts';

/** Whether somebody was a minor on a day, under the law of that day (minore età; emancipazione). */
export function isMinor(world: World, person: Person, day: When): boolean {
  const age = world.before(day, lawDays.majorityAt18) ? 21 : 18;
  if (!world.before(day, later(person.born, age * 12))) return false;
  if (person.emancipatedOn !== undefined && world.onOrBefore(person.emancipatedOn, day)) return false;
  return !person.unions.some(({ kind, on }) => kind === 'marriage' && world.onOrBefore(on, day));
}

/** The 18th birthday. */
export function eighteenth(person: Person): When {
  return later(person.born, 18 * 12);
}
