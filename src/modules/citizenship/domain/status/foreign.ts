import type { CitizenshipEvent, Person } from '../facts/tree.ts';
import type { When } from '../reasoning/unknown.ts';
import type { World } from '../reasoning/world.ts';

export function isForeignAcquisition(event: CitizenshipEvent): boolean {
  return event.citizenship !== 'IT' && (event.type === 'acquired' || event.type === 'reacquired');
}

/** The foreign citizenships held on a day. */
export function foreignCitizenshipsOn(world: World, person: Person, day: When): string[] {
  const held = person.events.filter(
    (event) =>
      isForeignAcquisition(event) &&
      world.onOrBefore(event.on, day) &&
      !person.events.some(
        (end) =>
          end.citizenship === event.citizenship &&
          (end.type === 'lost' || end.type === 'renounced') &&
          world.onOrBefore(event.on, end.on) &&
          world.onOrBefore(end.on, day),
      ),
  );
  return [...new Set(held.map(({ citizenship }) => citizenship))].sort();
}

export function isForeignOn(world: World, person: Person, day: When): boolean {
  return foreignCitizenshipsOn(world, person, day).length > 0;
}

export function isBritishOn(world: World, person: Person, day: When): boolean {
  return person.events.some(
    (event) => event.citizenship === 'GB' && isForeignAcquisition(event) && world.onOrBefore(event.on, day),
  );
}
