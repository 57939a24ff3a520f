import { italianOn } from '../bar/not-barred.ts';
import type { Person } from '../facts/tree.ts';
import { allOf, type Finding, no, yes } from '../reasoning/finding.ts';
import type { World } from '../reasoning/world.ts';
import type { RuleId } from '../rules/rule-book.ts';
import { citizenOn } from '../status/citizen-on.ts';
import { isBritishOn, isForeignOn } from '../status/foreign.ts';
import { eighteenth } from '../status/majority.ts';
import { staysOn } from '../status/residence.ts';
import { filingDay } from './filing-day.ts';
import type { RouteResult } from './result.ts';

/** Renouncing the Italian citizenship (decision table 10.9). */
export function renunciation(world: World): RouteResult {
  const person = world.tree.applicant;
  const { day } = filingDay(world);
  const line = citizenOn(world, person, day);
  if (line.truth === 'no') return { finding: nothingToRenounce(world, person, line) };
  const status = italianOn(world, person, day);
  if (!world.satisfies('REN-1', person.id, status.truth !== 'no' && person.died === undefined))
    return { finding: no('REN-1', ...status.rules) };
  const abroad = world.satisfies('REN-1', person.id, () => livesAbroad(world, person));
  const adult = world.satisfies(
    'REN-2',
    person.id,
    () => world.onOrBefore(eighteenth(person), day) && inPerson(world),
    {
      day,
    },
  );
  const other = world.satisfies('REN-5', person.id, () => isForeignOn(world, person, day));
  const practical: RuleId[] = other
    ? ['REN-3', ...(provesNaturalisation(world, person) ? (['REN-4'] as const) : [])]
    : [];
  for (const rule of practical) world.note(rule, person.id);
  const finding = allOf([
    status.truth === 'officer' ? status : yes(),
    abroad ? yes('REN-1') : no('REN-1'),
    adult ? yes('REN-2') : no('REN-2'),
    other ? yes('REN-5', ...practical) : no('REN-5'),
  ]);
  return { finding };
}

/** Born outside the United Kingdom and British: by a naturalisation that has to be shown. */
function provesNaturalisation(world: World, person: Person): boolean {
  return person.facts.born.country !== 'GB' && isBritishOn(world, person, world.asOf);
}

function nothingToRenounce(world: World, person: Person, line: Finding): Finding {
  const lost = world.timeline(person).periods.at(-1);
  if (lost === undefined) {
    world.satisfies('REN-1', person.id, false);
    return no('REN-1', ...line.rules);
  }
  world.satisfies('REN-6', person.id, false, { day: lost.to });
  return no('REN-6', 'REN-1', ...line.rules);
}

function livesAbroad(world: World, person: Person): boolean {
  const stays = staysOn(world, person, world.asOf);
  if (stays.length > 0) return stays.some(({ country }) => country !== 'IT');
  if (person.staysComplete) return world.tree.application.office?.country !== 'IT';
  return world.ask('living_abroad', `${person.pointer}/residences`, person.id);
}

function inPerson(world: World): boolean {
  return (world.tree.application.declarations ?? []).every(({ in_person: present }) => present !== false);
}
