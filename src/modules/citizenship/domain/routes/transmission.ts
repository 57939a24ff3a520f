import { isRecognised } from '../bar/not-barred.ts';
import { plusMonths } from '../reasoning/day.ts';
import { withRules } from '../reasoning/finding.ts';
import type { World } from '../reasoning/world.ts';
import { citizenOn } from '../status/citizen-on.ts';
import type { RouteResult } from './result.ts';

/** Whether somebody is, or died, an Italian citizen under the ordinary rules, art. 3-bis apart (decision table 10.10). */
export function transmission(world: World): RouteResult {
  const person = world.tree.applicant;
  const line = citizenOn(world, person, person.died ?? world.asOf);
  const stated = line.truth === 'yes' && line.rules.length === 0 && isRecognised(world, person);
  if (stated) world.note('TRANS-11', person.id);
  const finding = stated ? withRules(line, 'TRANS-11') : line;
  return { finding, deadline: finding.truth === 'no' ? electionDeadline(world) : undefined };
}

/** A filiation established in adulthood opens the election of the citizenship for one year (art. 2 L. 91/1992). */
export function electionDeadline(world: World): number | undefined {
  const late = world.steps.find(
    ({ rule, person, holds }) => rule === 'TRANS-5' && person === world.tree.applicant.id && !holds,
  );
  const established = world.known(late?.detail?.day);
  return established === undefined ? undefined : plusMonths(established, 12);
}
