import type { Person } from '../facts/tree.ts';
import { type Finding, no, yes } from '../reasoning/finding.ts';
import type { World } from '../reasoning/world.ts';
import { isForeignOn } from '../status/foreign.ts';

export function isBornInItaly(world: World, person: Person): Finding {
  return world.applies('DESC-ITALY', person.id, () => world.value(person.bornInItaly), { day: person.born })
    ? yes('DESC-ITALY')
    : no();
}

/** Neither holding another citizenship, from birth or now, nor able to take one by a mere declaration. */
export function hasNoOther(world: World, person: Person): Finding {
  const holdsNone = () => {
    if (isForeignOn(world, person, person.died ?? world.asOf) || isForeignOn(world, person, person.born))
      return false;
    const claim = person.facts.can_claim_other_citizenship;
    if (claim === null)
      return !world.ask(
        'can_claim_other_citizenship',
        `${person.pointer}/can_claim_other_citizenship`,
        person.id,
      );
    return claim !== true;
  };
  return world.applies('DESC-NOOTHER', person.id, holdsNone) ? yes('DESC-NOOTHER') : no();
}
