import type { Person, Stay } from '../facts/tree.ts';
import { unknownDay } from '../facts/unknown-days.ts';
import { anyOf, type Finding, no, officer, yes } from '../reasoning/finding.ts';
import type { When } from '../reasoning/unknown.ts';
import type { World } from '../reasoning/world.ts';
import type { RuleId } from '../rules/rule-book.ts';
import { citizenOn, periodOn } from '../status/citizen-on.ts';
import { stayedInItaly } from '../status/residence.ts';
import { type LineParent, lineParents } from './line.ts';

const months = 24;

/** Letter d: a parent lived in Italy for two continuous years as a citizen before the child's birth or adoption. */
export function letterD(world: World, person: Person): Finding {
  const parents = lineParents(world, person);
  const found = anyOf(parents.map((parent) => livedAsCitizen(world, parent)));
  const who = parents.find(({ parent }) => livedLongEnough(world, parent))?.parent.id;
  const detail = { day: parents[0]?.before ?? person.born, other: who };
  if (!world.applies('DESC-D-1', person.id, found.truth !== 'no', detail))
    return no('DESC-D-1', ...blocking(found));
  return found;
}

function livedAsCitizen(world: World, { parent, before }: LineParent): Finding {
  const citizen = citizenOn(world, parent, before);
  if (!world.satisfies('DESC-D-3', parent.id, citizen.truth !== 'no', { day: before })) return no('DESC-D-3');
  const period = periodOn(world, world.timeline(parent), before);
  const byBirth = world.timeline(parent).periods.some(({ origin }) => origin === 'birth');
  const from = period === undefined || byBirth ? parent.born : period.from;
  world.note('DESC-D-2', parent.id, { day: from });
  const window = { from, to: before };
  if (!stayedInItaly(world, parent, months, window)) return no('DESC-D-2');
  if (!documented(world, parent, window)) return no('DESC-D-4');
  const rules: RuleId[] = ['DESC-D-1', 'DESC-D-2', 'DESC-D-3', 'DESC-D-4'];
  const recognised = recognisedFrom(world, parent);
  if (recognised !== undefined) {
    const after =
      recognised !== 'never' &&
      stayedInItaly(world, parent, months, { from: world.latest(from, recognised), to: before });
    if (!after && world.applies('U-6', parent.id, true))
      return officer({ rule: 'U-6', person: parent.id }, ...rules);
  }
  if (citizen.truth === 'officer' && citizen.review !== undefined) return officer(citizen.review, ...rules);
  return yes(...rules);
}

function documented(world: World, parent: Person, window: { from: When; to: When }): boolean {
  const isDocumented = (stay: Stay) => stay.proof === 'documented';
  if (stayedInItaly(world, parent, months, window, isDocumented))
    return world.satisfies('DESC-D-4', parent.id, true);
  const missing = parent.stays.find((stay) => stay.country === 'IT' && !isDocumented(stay));
  if (missing === undefined) return true;
  return world.satisfies('DESC-D-4', parent.id, () =>
    world.ask('proof_of_stay', `${missing.pointer}/proof`, parent.id),
  );
}

/** When a parent's citizenship was recognised by descent, which leaves the time before in doubt. */
function recognisedFrom(world: World, parent: Person): When | 'never' | undefined {
  const recognition = parent.facts.italian_recognition;
  if (recognition === undefined || recognition.letter === 'none_needed') return undefined;
  if (recognition.letter === null) {
    const pointer = `${parent.pointer}/italian_recognition/letter`;
    if (!world.ask('recognition_letter', pointer, parent.id, ' by descent')) return undefined;
  }
  if (recognition.recognised_on === undefined) return 'never';
  return unknownDay(recognition.recognised_on, {
    pointer: `${parent.pointer}/italian_recognition/recognised_on`,
    person: parent.id,
    topic: 'recognition_date',
    low: typeof parent.born === 'number' ? parent.born : parent.born.low,
    high: world.asOf,
  });
}

function livedLongEnough(world: World, parent: Person): boolean {
  return world.steps.some((step) => step.rule === 'DESC-D-4' && step.person === parent.id && step.holds);
}

function blocking(found: Finding): readonly RuleId[] {
  return found.truth === 'no' ? found.rules : [];
}
