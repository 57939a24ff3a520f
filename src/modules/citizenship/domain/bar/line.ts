import type { ParentLink, Person } from '../facts/tree.ts';
import type { When } from '../reasoning/unknown.ts';
import type { World } from '../reasoning/world.ts';
import { periodOn } from '../status/citizen-on.ts';

/** A parent through whom the citizenship came, and the day before which the parent's own life counts. */
export interface LineParent {
  readonly parent: Person;
  readonly before: When;
}

export function lineParents(world: World, person: Person): LineParent[] {
  const timeline = world.timeline(person);
  const adopted = person.parents.filter(
    (link) => link.kind === 'adoption' && periodOn(world, timeline, link.since)?.origin === 'adoption',
  );
  return [
    ...timeline.carriers.map(({ parent }) => ({ parent, before: person.born })),
    ...adopted.map((link: ParentLink) => ({ parent: link.parent, before: link.since })),
  ];
}

/** Parents and grandparents in the transmitting line; degree one first. */
export function lineAscendants(world: World, person: Person): Person[] {
  const parents = lineParents(world, person).map(({ parent }) => parent);
  return unique([
    ...parents,
    ...parents.flatMap((parent) => lineParents(world, parent).map((each) => each.parent)),
  ]);
}

/** Parents and grandparents of any branch. */
export function allAscendants(person: Person): Person[] {
  const parents = person.parents.map(({ parent }) => parent);
  return unique([...parents, ...parents.flatMap((parent) => parent.parents.map((link) => link.parent))]);
}

function unique(persons: readonly Person[]): Person[] {
  return [...new Set(persons)];
}
