import type { CitizenshipEvent, Person } from '../facts/tree.ts';
import type { World } from '../reasoning/world.ts';
import { lawDays, strasbourgStates } from '../rules/law-days.ts';
import type { Change } from './change.ts';
import { isForeignAcquisition } from './foreign.ts';
import { isMinor } from './majority.ts';
import { husbandsOf } from './marriage-changes.ts';
import { livedAbroadOn } from './residence.ts';
import type { Walk } from './walk.ts';

/** What acquiring a foreign citizenship does to the Italian one, under the law of its day. */
export function foreignChanges(world: World, person: Person, towardsChildren: boolean): Change[] {
  return person.events.filter(isForeignAcquisition).map((event) => ({
    on: event.on,
    turn: 2,
    happen: (walk) => {
      if (walk.current === undefined || isNoEvent(world, person, event)) return;
      if (world.before(lawDays.lastLossByAcquisition, event.on)) underNewLaw(world, person, event, walk);
      else if (world.value(event.voluntary)) voluntarily(world, person, event, walk);
      else involuntarily(world, person, event, walk, towardsChildren);
    },
  }));
}

/** The naturalisation that may be missing from an incomplete history did not happen. */
function isNoEvent(world: World, person: Person, event: CitizenshipEvent): boolean {
  return event.citizenship === 'ZZ' && world.before(person.died ?? world.asOf, event.on);
}

function underNewLaw(world: World, person: Person, event: CitizenshipEvent, walk: Walk): void {
  const lastBound = strasbourgStates[event.citizenship];
  const detail = { day: event.on, country: event.citizenship };
  if (
    lastBound !== undefined &&
    world.onOrBefore(event.on, lastBound) &&
    world.value(event.voluntary) &&
    world.applies('U-4', person.id, true, detail)
  ) {
    walk.doubt(event.on, { rule: 'U-4', person: person.id }, 'LOSS-8');
    return;
  }
  if (event.citizenship === 'ZZ') return;
  if (world.applies('LOSS-8', person.id, true, detail)) walk.keep(event.on, 'LOSS-8');
}

function voluntarily(world: World, person: Person, event: CitizenshipEvent, walk: Walk): void {
  const detail = { day: event.on, country: event.citizenship };
  if (world.applies('LOSS-1', person.id, () => livedAbroadOn(world, person, event.on), detail))
    walk.close(event.on, 'LOSS-1');
  else walk.keep(event.on, 'LOSS-1');
}

function involuntarily(
  world: World,
  person: Person,
  event: CitizenshipEvent,
  walk: Walk,
  towardsChildren: boolean,
): void {
  const detail = { day: event.on, country: event.citizenship };
  if (world.same(event.on, person.born)) {
    if (world.applies('LOSS-3', person.id, true, detail)) walk.keep(event.on, 'LOSS-3');
    return;
  }
  const how = world.value(event.how);
  if (how === 'marriage_automatic' && !followsHusband(world, person, event)) {
    const british = event.citizenship === 'GB' && world.before(event.on, lawDays.britishNationalityAct);
    const lost = world.before(event.on, lawDays.constitution) || (british && !towardsChildren);
    if (world.applies('LOSS-7', person.id, lost, detail)) {
      walk.lostByMarriageOn = event.on;
      walk.close(event.on, 'LOSS-7');
    } else walk.keep(event.on, 'LOSS-7');
    return;
  }
  if (how !== 'birth_descent' && followsHusband(world, person, event)) {
    if (world.applies('LOSS-11', person.id, true, detail)) walk.close(event.on, 'LOSS-11');
    return;
  }
  // what a minor gets from a parent is looked at with the parent's loss
  if (how === 'derived_from_parent' && isMinor(world, person, event.on)) return;
  if (!world.applies('LOSS-2', person.id, false, detail)) walk.keep(event.on, 'LOSS-2');
}

/** The wife acquired what her husband had taken when he lost the Italian citizenship (art. 11 L. 555/1912). */
function followsHusband(world: World, person: Person, event: CitizenshipEvent): boolean {
  if (!world.before(event.on, lawDays.familyReform)) return false;
  return husbandsOf(world, person).some(
    ({ husband, union }) =>
      world.onOrBefore(union.on, event.on) &&
      world
        .timeline(husband)
        .periods.some(
          ({ to }) => to !== undefined && world.onOrBefore(union.on, to) && world.onOrBefore(to, event.on),
        ) &&
      husband.events.some((his) => his.citizenship === event.citizenship && isForeignAcquisition(his)),
  );
}
