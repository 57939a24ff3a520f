import type { Person } from '../facts/tree.ts';
import { anyOf, type Finding, no, officer, yes } from '../reasoning/finding.ts';
import type { When } from '../reasoning/unknown.ts';
import type { World } from '../reasoning/world.ts';
import { lawDays } from '../rules/law-days.ts';
import { citizenOn } from '../status/citizen-on.ts';
import { isForeignAcquisition, isForeignOn } from '../status/foreign.ts';
import { allAscendants, lineAscendants } from './line.ts';

/** Letter c: a parent or grandparent of the line had only the Italian citizenship at the descendant's birth. */
export function letterC(world: World, person: Person): Finding {
  const inLine = lineAscendants(world, person);
  const found = anyOf(inLine.map((ascendant) => exclusivelyItalian(world, person, ascendant, true)));
  const asConverted = found.truth === 'no' ? onAnotherBranch(world, person, inLine) : found;
  const exclusive = found.truth === 'no' ? undefined : inLine.find((each) => heldOnlyItalian(world, each));
  const holds = world.applies('DESC-C-1', person.id, found.truth !== 'no', { other: exclusive?.id });
  if (world.asOf < lawDays.barConverted) return beforeConversion(world, person, inLine, asConverted);
  if (asConverted.truth === 'officer') return asConverted;
  return holds ? found : no('DESC-C-1', ...(found.truth === 'no' ? found.rules : []));
}

/** The descendant's birth, or the ascendant's death if earlier (DESC-C-2). */
function momentOf(world: World, person: Person, ascendant: Person): When {
  return ascendant.died === undefined ? person.born : world.earliest(ascendant.died, person.born);
}

function exclusivelyItalian(world: World, person: Person, ascendant: Person, inLine: boolean): Finding {
  const moment = momentOf(world, person, ascendant);
  const detail = { day: moment };
  const citizen = citizenOn(world, ascendant, moment);
  const endsThatDay = () =>
    world.timeline(ascendant).periods.some(({ to }) => to !== undefined && world.same(to, moment));
  const noCitizen = citizen.rules.length > 0 ? no('DESC-C-2') : no();
  if (citizen.truth === 'no' && !endsThatDay()) return noCitizen;
  const sameDay = becomesForeignOn(world, ascendant, moment);
  if (citizen.truth === 'no' && !sameDay) return noCitizen;
  world.note('DESC-C-2', ascendant.id, detail);
  const onlyItalian = sameDay || !isForeignOn(world, ascendant, moment);
  if (!world.satisfies('DESC-C-3', ascendant.id, onlyItalian, detail)) return no('DESC-C-3', 'DESC-C-2');
  if (!world.satisfies('DESC-C-4', ascendant.id, inLine, detail)) return no('DESC-C-4');
  if (sameDay && world.applies('U-8', ascendant.id, true, detail))
    return officer({ rule: 'U-8', person: ascendant.id }, 'DESC-C-2');
  const { country } = ascendant.facts.born;
  const bornAbroad = country !== 'IT' && country !== null ? (['DESC-C-5'] as const) : [];
  for (const rule of bornAbroad) world.note(rule, ascendant.id);
  const rules = ['DESC-C-1', 'DESC-C-2', 'DESC-C-3', 'DESC-C-4', ...bornAbroad] as const;
  if (citizen.truth === 'officer' && citizen.review !== undefined) return officer(citizen.review, ...rules);
  return yes(...rules);
}

/** Another citizenship that began on that very day: the hours decide, or an officer (U-8). */
function becomesForeignOn(world: World, ascendant: Person, moment: When): boolean {
  const others = ascendant.events.filter(
    (event) => isForeignAcquisition(event) && event.citizenship !== 'ZZ',
  );
  if (world.same(moment, ascendant.born) || !others.some(({ on }) => world.same(on, moment))) return false;
  return !others.some(({ on }) => world.before(on, moment));
}

/** Whether the step of this run says that the ascendant held no other citizenship. */
function heldOnlyItalian(world: World, ascendant: Person): boolean {
  return world.steps.some((step) => step.rule === 'DESC-C-3' && step.person === ascendant.id && step.holds);
}

/** The ascendant exists, but not in the branch that transmits: disputed. */
function onAnotherBranch(world: World, person: Person, inLine: readonly Person[]): Finding {
  for (const ascendant of allAscendants(person).filter((each) => !inLine.includes(each))) {
    const moment = momentOf(world, person, ascendant);
    if (citizenOn(world, ascendant, moment).truth !== 'yes' || isForeignOn(world, ascendant, moment))
      continue;
    if (world.satisfies('DESC-C-4', ascendant.id, false)) continue;
    if (world.applies('U-5', ascendant.id, true))
      return officer({ rule: 'U-5', person: ascendant.id }, 'DESC-C-4');
  }
  return no();
}

/** Between the decree and its conversion birth in Italy was asked for: where the two texts differ, an officer decides. */
function beforeConversion(
  world: World,
  person: Person,
  inLine: readonly Person[],
  asConverted: Finding,
): Finding {
  const underDecree = inLine.some(
    (ascendant) =>
      citizenOn(world, ascendant, momentOf(world, person, ascendant)).truth !== 'no' &&
      world.value(ascendant.bornInItaly),
  );
  if (underDecree === (asConverted.truth === 'yes')) return underDecree ? asConverted : no('DESC-C-1');
  if (world.satisfies('DESC-C-5', person.id, false)) return asConverted;
  return officer({ rule: 'DESC-C-5', person: person.id });
}
