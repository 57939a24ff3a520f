import type { Person } from '../facts/tree.ts';
import { allOf, anyOf, type Finding, officer, yes } from '../reasoning/finding.ts';
import type { World } from '../reasoning/world.ts';
import { lawDays } from '../rules/law-days.ts';
import { isByBirth } from '../status/birth.ts';
import { citizenOn, periodOn } from '../status/citizen-on.ts';
import { hasNoOther, isBornInItaly } from './exemptions.ts';
import { letterC } from './letter-c.ts';
import { letterD } from './letter-d.ts';

/** Whether art. 3-bis leaves somebody the citizenship that the ordinary rules gave (preclusione). */
export function notBarred(world: World, person: Person): Finding {
  if (world.asOf < lawDays.bar) return yes();
  const period = periodOn(world, world.timeline(person), person.died ?? world.asOf);
  if (period?.origin === 'grant' || period?.origin === 'reacquisition') return yes();
  if (isRecognised(world, person)) return yes('TRANS-11');
  const free = [isBornInItaly(world, person), hasNoOther(world, person)];
  if (free.some(({ truth }) => truth === 'yes')) return anyOf(free);
  if (period?.origin === 'marriage' && !isRegistered(person))
    return world.applies('U-3', person.id, true) ? officer({ rule: 'U-3', person: person.id }) : yes();
  return anyOf([...free, letterC(world, person), letterD(world, person)]);
}

/** The citizenship from birth was stated as a fact, or ascertained by an office. */
export function isRecognised(world: World, person: Person): boolean {
  return isRegistered(person) || person.events.some((event) => isByBirth(world, event));
}

export function isRegistered(person: Person): boolean {
  const recognised = person.facts.italian_recognition?.recognised_on;
  return recognised !== undefined && recognised !== null;
}

/** Italian on a day for every purpose: by the ordinary rules, and not barred. */
export function italianOn(world: World, person: Person, day: Parameters<typeof citizenOn>[2]): Finding {
  const line = citizenOn(world, person, day);
  return line.truth === 'no' ? line : allOf([line, notBarred(world, person)]);
}
