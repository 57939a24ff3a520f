import type { Person, Union } from '../facts/tree.ts';
import { type Finding, no, yes } from '../reasoning/finding.ts';
import type { When } from '../reasoning/unknown.ts';
import { later } from '../reasoning/unknown-arithmetic.ts';
import type { World } from '../reasoning/world.ts';
import type { RuleId } from '../rules/rule-book.ts';
import { periodOn } from '../status/citizen-on.ts';
import { staysOn } from '../status/residence.ts';

export interface Term {
  readonly finding: Finding;
  readonly complete: When;
}

/** Three years of marriage, two in Italy, half with children of both, counted from the day the spouse is Italian. */
export function marriageTerm(world: World, person: Person, spouse: Person, union: Union, day: When): Term {
  const since = periodOn(world, world.timeline(spouse), day);
  const acquired = since === undefined || since.origin === 'birth' ? union.on : since.from;
  const late = world.before(union.on, acquired);
  const from = late && world.applies('MARR-3', spouse.id, true, { day: acquired }) ? acquired : union.on;
  if (!late) world.note('MARR-2', person.id, { day: union.on });
  const children = world.applies('MARR-4', person.id, () => hasChildOfBoth(world, person, spouse, day));
  const inItaly = livesInItalyOn(world, person, day) && world.applies('MARR-IT', person.id, true);
  const months = (inItaly ? 24 : 36) / (children ? 2 : 1);
  const complete = later(from, months);
  const inTime = world.satisfies('MARR-5', person.id, () => world.onOrBefore(complete, day), {
    day,
    until: complete,
  });
  const rules: RuleId[] = [
    ...(late ? [] : (['MARR-2'] as const)),
    ...(since === undefined || since.origin === 'birth' ? [] : (['MARR-3'] as const)),
    ...(children ? (['MARR-4'] as const) : []),
    ...(inItaly ? (['MARR-IT'] as const) : []),
  ];
  const blocking: RuleId[] = [
    'MARR-5',
    ...rules,
    ...(children || !hasAnyChild(person, spouse) ? [] : (['MARR-4'] as const)),
  ];
  return { finding: inTime ? yes(...rules, 'MARR-5') : no(...blocking), complete };
}

export function livesInItalyOn(world: World, person: Person, day: When): boolean {
  const stays = staysOn(world, person, day);
  return stays.some(({ country }) => country === 'IT') && stays.every(({ country }) => country === 'IT');
}

function hasChildOfBoth(world: World, person: Person, spouse: Person, day: When): boolean {
  return person.children.some((child) => {
    const links = [person, spouse].map((partner) => child.parents.find(({ parent }) => parent === partner));
    return links.every(
      (link) => link !== undefined && world.onOrBefore(child.born, day) && world.onOrBefore(link.since, day),
    );
  });
}

function hasAnyChild(person: Person, spouse: Person): boolean {
  return person.children.length > 0 || spouse.children.length > 0;
}
