import type { ParentLink, Person } from '../facts/tree.ts';
import { type Day, toDay } from '../reasoning/day.ts';
import type { When } from '../reasoning/unknown.ts';
import type { World } from '../reasoning/world.ts';
import { eighteenth } from '../status/majority.ts';

/** How far the declarations for a child have come (dichiarazione di volontà). */
export interface Declared {
  readonly made: 'none' | 'some' | 'all';
  /** Day on which the last one needed was made. */
  readonly completedOn: Day | undefined;
  readonly lastOn: Day | undefined;
  readonly onDifferentDays: boolean;
  readonly oneIsEnough: boolean;
  readonly inPerson: boolean;
}

/** Those whose declaration for a minor is needed: parents, by adoption alone where there is one, still alive. */
export function declarationsFor(world: World, child: Person): Declared {
  const all = world.tree.application.declarations ?? [];
  const parents = parentsNow(world, child);
  const isPresent = ({ in_person: present }: { in_person?: boolean | undefined }) => present !== false;
  const inPerson = world.satisfies('BEN-9', child.id, all.every(isPresent));
  const made = all.filter((each) => each.capacity !== 'self' && (inPerson || isPresent(each)));
  const guardian = made.filter(({ capacity }) => capacity === 'guardian').map(({ on }) => toDay(on));
  const byParents = parents.map((parent) =>
    made.filter(({ by, capacity }) => by === parent.id && capacity === 'parent').map(({ on }) => toDay(on)),
  );
  const complete = byParents.length > 0 && byParents.every((days) => days.length > 0);
  const days = byParents.flatMap((each) => (each.length > 0 ? [Math.min(...each)] : []));
  const completedOn = [...guardian, ...(complete ? [Math.max(...days)] : [])].sort((a, b) => a - b)[0];
  return {
    made: completedOn !== undefined ? 'all' : all.length > 0 ? 'some' : 'none',
    completedOn,
    lastOn: all.length > 0 ? Math.max(...all.map(({ on }) => toDay(on))) : undefined,
    onDifferentDays: complete && new Set(days).size > 1,
    oneIsEnough: parents.length === 1,
    inPerson,
  };
}

/** What the child has declared personally after turning 18. */
export function ownDeclaration(world: World, child: Person): Day | undefined {
  const from = eighteenth(child);
  return (world.tree.application.declarations ?? [])
    .filter(
      ({ by, capacity, in_person: inPerson }) => by === child.id && capacity === 'self' && inPerson !== false,
    )
    .map(({ on }) => toDay(on))
    .filter((on) => world.onOrBefore(from, on))
    .sort((a, b) => a - b)[0];
}

export function parentsNow(world: World, child: Person): Person[] {
  const adoptive = child.parents.filter(({ kind }) => kind === 'adoption');
  const links: readonly ParentLink[] = adoptive.length > 0 ? adoptive : child.parents;
  const alive = links.filter(({ parent }) => parent.died === undefined || declaredWhileAlive(world, parent));
  return [...new Set(alive.map(({ parent }) => parent))];
}

function declaredWhileAlive(world: World, parent: Person): boolean {
  return (world.tree.application.declarations ?? []).some(
    ({ by, capacity }) => by === parent.id && capacity === 'parent',
  );
}

/** Filiation with the parents who are citizens by birth, and the others. */
export function filiationDay(link: ParentLink, child: Person, world: World): When {
  return world.latest(link.since, child.born);
}
