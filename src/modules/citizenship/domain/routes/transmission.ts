import { withRules } from '../reasoning/finding.ts';
import type { World } from '../reasoning/world.ts';
import { citizenOn } from '../status/citizen-on.ts';
import type { RouteResult } from './result.ts';

/** Whether somebody is, or died, an Italian citizen under the ordinary rules, art. 3-bis apart (decision table 10.10). */
export function transmission(world: World): RouteResult {
  const person = world.tree.applicant;
  return { finding: withRules(citizenOn(world, person, person.died ?? world.asOf)) };
}
