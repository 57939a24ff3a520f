import type { Person } from '../facts/tree.ts';
import { knownDay } from '../reasoning/step.ts';
import type { World } from '../reasoning/world.ts';
import { lawDays } from '../rules/law-days.ts';
import type { RuleId } from '../rules/rule-book.ts';
import { statusAtBirth } from './birth.ts';
import type { Change } from './change.ts';
import { foreignChanges } from './foreign-changes.ts';
import { italianChanges } from './italian-changes.ts';
import { marriageChanges } from './marriage-changes.ts';
import { parentChanges } from './parent-changes.ts';
import type { Timeline } from './timeline.ts';
import { Walk } from './walk.ts';

/** The intervals of Italian citizenship of a person: status at birth, then every dated event in its order. */
export function deriveTimeline(world: World, person: Person, towardsChildren: boolean): Timeline {
  const birth = statusAtBirth(world, person);
  const walk = new Walk();
  if (birth.finding.truth !== 'no')
    walk.open(person.born, 'birth', birth.finding.rules, birth.finding.review);
  const changes: Change[] = [
    ...italianChanges(world, person),
    ...marriageChanges(world, person, towardsChildren),
    ...foreignChanges(world, person, towardsChildren),
    ...parentChanges(world, person),
  ];
  changes.sort((a, b) => (world.before(a.on, b.on) ? -1 : world.before(b.on, a.on) ? 1 : a.turn - b.turn));
  for (const change of changes) change.happen(walk);
  const refused = walk.periods.length === 0 ? refusedLater(world, person) : [];
  return {
    person,
    periods: walk.periods,
    carriers: birth.carriers,
    never: [...(birth.finding.truth === 'no' ? birth.finding.rules : []), ...refused],
    lostByMarriageOn: walk.lostByMarriageOn,
  };
}

/** A wedding from 27 April 1983, or the adoption of an adult, is told to whoever never became a citizen. */
function refusedLater(world: World, person: Person): RuleId[] {
  const refused = world.steps.filter((step) => step.person === person.id && !step.holds);
  const weddings = refused.filter(({ rule }) => rule === 'TRANS-8');
  const mustApply = weddings.some(({ detail }) => (knownDay(detail?.day) ?? 0) >= lawDays.spouseApplies);
  return [
    ...(weddings.length > 0 ? (['TRANS-8'] as const) : []),
    ...(mustApply ? (['MARR-1'] as const) : []),
    ...(refused.some(({ rule }) => rule === 'TRANS-6') ? (['TRANS-6'] as const) : []),
  ];
}
