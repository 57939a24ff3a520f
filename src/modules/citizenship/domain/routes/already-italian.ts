import { notBarred } from '../bar/not-barred.ts';
import type { Person } from '../facts/tree.ts';
import { allOf, type Finding, no, withRules } from '../reasoning/finding.ts';
import type { World } from '../reasoning/world.ts';
import { citizenOn } from '../status/citizen-on.ts';

/** A child who is Italian already has nothing to acquire. */
export function alreadyItalian(world: World, child: Person): Finding | undefined {
  const line = citizenOn(world, child, world.asOf);
  if (line.truth === 'no') return undefined;
  const status = allOf([line, notBarred(world, child)]);
  if (status.truth === 'no') return undefined;
  if (status.truth === 'officer') return status;
  if (world.satisfies('BEN-1', child.id, false, { day: world.asOf })) return undefined;
  return withRules(no('BEN-1'), ...status.rules);
}
