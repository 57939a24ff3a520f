import type { Person } from '../facts/tree.ts';
import type { World } from '../reasoning/world.ts';

/** Whether a foreign parent's citizenship passed to the child; nothing stated means that it did. */
export function passesOn(world: World, parent: Person): boolean {
  const { foreign_citizenship_passes_to_child: passes, stateless } = parent.facts;
  if (stateless === true) return false;
  if (passes !== undefined && passes !== null) return passes;
  if (passes === null)
    return world.ask('passes_to_child', `${parent.pointer}/foreign_citizenship_passes_to_child`, parent.id);
  if (stateless === null) return !world.ask('stateless', `${parent.pointer}/stateless`, parent.id);
  return true;
}
