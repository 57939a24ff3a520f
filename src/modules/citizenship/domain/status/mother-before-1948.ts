import type { ParentLink, Person } from '../facts/tree.ts';
import { type Finding, no, withFirst } from '../reasoning/finding.ts';
import type { World } from '../reasoning/world.ts';
import { lawDays } from '../rules/law-days.ts';
import type { RuleId } from '../rules/rule-book.ts';
import { couldTransmitAt } from './citizen-on.ts';
import { isMinor } from './majority.ts';
import { passesOn } from './passes-on.ts';

/** An Italian mother of a child born before 1948 (linea materna): only where there is no father to follow. */
export function motherBefore1948(
  world: World,
  child: Person,
  links: readonly ParentLink[],
  gave: Finding,
  established: readonly RuleId[],
): Finding {
  const father = links.find(
    ({ parent, kind, since }) =>
      world.value(parent.sex) === 'male' &&
      (kind === 'birth' || (world.before(since, lawDays.constitution) && isMinor(world, child, since))),
  )?.parent;
  if (father !== undefined && couldTransmitAt(world, father, child.born, child).truth === 'yes')
    return no('TRANS-4');
  const follows = father !== undefined && passesOn(world, father);
  const transmits = world.applies('TRANS-3', child.id, () => !follows, { day: child.born });
  if (transmits || world.settings.judicial === true) return withFirst(gave, 'TRANS-3', ...established);
  return no('TRANS-3');
}
