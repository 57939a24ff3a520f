import type { Person, Union } from '../facts/tree.ts';
import { toDay } from '../reasoning/day.ts';
import { type Finding, no, yes } from '../reasoning/finding.ts';
import type { When } from '../reasoning/unknown.ts';
import type { World } from '../reasoning/world.ts';

/** No end of the bond before the filing, nor before the decree; the spouse's death harms only before the filing. */
export function bondLasts(world: World, person: Person, spouse: Person, union: Union, day: When): Finding {
  const byDeath = union.ended?.how === 'death';
  const death = spouse.died ?? (byDeath ? union.ended?.on : undefined);
  if (death !== undefined) {
    const after = world.satisfies('MARR-8', person.id, () => world.onOrBefore(day, death), { day: death });
    return after ? yes('MARR-8') : no('MARR-8');
  }
  const { decree } = world.tree.application;
  const ended = union.ended;
  const lasts =
    ended === undefined ||
    (decree !== undefined && toDay(decree.adopted_on) < ended.on && !world.onOrBefore(ended.on, day));
  return world.satisfies('MARR-7', person.id, lasts, { day: ended?.on }) ? yes('MARR-7') : no('MARR-7');
}

/** Celebrated abroad, the marriage or union must already be in the Italian registers. */
export function transcribed(world: World, person: Person, union: Union, day: When): Finding {
  const inRegisters = () => {
    if (union.facts.country === 'IT') return true;
    const on = union.facts.transcribed_in_italy_on;
    if (on === undefined) return false;
    if (on === null) return world.ask('transcription', `${union.pointer}/transcribed_in_italy_on`, person.id);
    return world.onOrBefore(toDay(on), day);
  };
  if (union.kind === 'marriage')
    return world.satisfies('MARR-6', person.id, inRegisters) ? yes('MARR-6') : no('MARR-6');
  const counts = world.satisfies('MARR-18', person.id, inRegisters);
  return counts ? yes('MARR-18') : no('MARR-18', 'MARR-6');
}

export function sharedAddress(world: World, person: Person, union: Union): Finding {
  const { same_address: same, separate_address_reason_documented: reason } = union.facts;
  const met = () => {
    if (same === true || same === undefined) return true;
    if (reason === true) return true;
    if (same === null && world.ask('same_address', `${union.pointer}/same_address`, person.id)) return true;
    if (reason !== null) return false;
    return world.ask(
      'separate_address_reason',
      `${union.pointer}/separate_address_reason_documented`,
      person.id,
    );
  };
  return world.satisfies('MARR-9', person.id, met) ? yes('MARR-9') : no('MARR-9');
}
