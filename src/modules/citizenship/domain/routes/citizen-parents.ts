import { notBarred } from '../bar/not-barred.ts';
import type { ParentLink, Person } from '../facts/tree.ts';
import type { Day } from '../reasoning/day.ts';
import { type Finding, no, officer, yes } from '../reasoning/finding.ts';
import type { World } from '../reasoning/world.ts';
import type { RuleId } from '../rules/rule-book.ts';
import { periodOn } from '../status/citizen-on.ts';

/** Whether a parent is a citizen by birth on the day of the declaration (cittadino per nascita), or was at death. */
export function citizenByBirth(world: World, parent: Person, day: Day): Finding {
  const when = parent.died !== undefined && world.before(parent.died, day) ? parent.died : day;
  const period = periodOn(world, world.timeline(parent), when);
  if (period === undefined || period.origin !== 'birth') return no();
  if (period.review !== undefined) return officer(period.review);
  const recognised = parent.facts.italian_recognition !== undefined;
  return recognised ? yes() : { ...notBarred(world, parent), rules: [] };
}

/** Why parents who are Italian are not citizens by birth: the rule by which each became one. */
export function notByBirth(world: World, child: Person, day: Day): RuleId[] {
  const origins = child.parents.map(({ parent }) => periodOn(world, world.timeline(parent), day)?.origin);
  const benefit = child.parents.some(({ parent }) =>
    parent.events.some(({ citizenship, how }) => citizenship === 'IT' && how === 'benefit_of_law'),
  );
  return [
    ...(origins.includes('reacquisition') ? (['REACQ-6'] as const) : []),
    ...(origins.includes('marriage') ? (['TRANS-8'] as const) : []),
    ...(benefit ? (['BEN-10'] as const) : []),
  ];
}

/** The links of a child with parents who are citizens by birth. */
export function citizenParents(
  world: World,
  child: Person,
  day: Day,
): { link: ParentLink; finding: Finding }[] {
  return child.parents
    .map((link) => ({ link, finding: citizenByBirth(world, link.parent, day) }))
    .filter(({ finding }) => finding.truth !== 'no');
}
