import { italianOn } from '../bar/not-barred.ts';
import type { Person, Union } from '../facts/tree.ts';
import { allOf, type Finding, no, withRules, yes } from '../reasoning/finding.ts';
import type { When } from '../reasoning/unknown.ts';
import { later } from '../reasoning/unknown-arithmetic.ts';
import type { World } from '../reasoning/world.ts';
import { lawDays } from '../rules/law-days.ts';
import { periodOn } from '../status/citizen-on.ts';
import { convictionsBar, criminalRecords } from './criminal.ts';
import { filingDay } from './filing-day.ts';
import { language } from './language.ts';
import { livesInItalyOn, marriageTerm } from './marriage-term.ts';
import { afterDecree } from './oath.ts';
import type { RouteResult } from './result.ts';
import { bondLasts, sharedAddress, transcribed } from './union-conditions.ts';

/** Citizenship by marriage or civil union, up to the oath (decision table 10.5). */
export function marriage(world: World): RouteResult {
  const person = world.tree.applicant;
  const { day, filed } = filingDay(world);
  const already = alreadyItalian(world, person, day);
  if (already !== undefined) return { finding: already };
  const union = unionAt(world, person, day);
  if (union === undefined) {
    if (!world.satisfies('MARR-19', person.id, false) || !world.satisfies('MARR-1', person.id, false))
      return { finding: no('MARR-19', 'MARR-1') };
    return { finding: no() };
  }
  const spouse = union.partners[0] === person ? union.partners[1] : union.partners[0];
  const valid = world.satisfies('MARR-1', person.id, union.on >= lawDays.spouseApplies, { day: union.on });
  const spouseDay = spouse.died !== undefined && world.before(spouse.died, day) ? spouse.died : day;
  const his = italianOn(world, spouse, spouseDay);
  const italian = world.satisfies('MARR-21', spouse.id, his.truth !== 'no', { day });
  if (!valid || !italian)
    return {
      finding: no(
        ...(valid ? [] : (['MARR-1'] as const)),
        ...(italian ? [] : (['MARR-21'] as const)),
        ...(italian ? [] : his.rules),
      ),
    };
  const term = marriageTerm(world, person, spouse, union, day);
  const oath = afterDecree(world, person);
  const conditions: Finding[] = [
    { ...(his.truth === 'no' ? yes() : his), rules: ['MARR-1', 'MARR-21'] },
    bondLasts(world, person, spouse, union, day),
    term.finding,
    convictionsBar(world, person),
    transcribed(world, person, union, day),
    language(world, person, day),
    criminalRecords(world, person, day, filed),
    sharedAddress(world, person, union),
    oath.finding,
  ];
  const finding = allOf(conditions);
  const pending = filed && noteTerms(world, person, day);
  return {
    finding: finding.truth === 'yes' && pending ? withRules(finding, 'MARR-14') : finding,
    deadline: oath.deadline,
    earliest: term.finding.truth === 'no' ? world.known(term.complete) : undefined,
    effectFrom: oath.effectFrom,
  };
}

function alreadyItalian(world: World, person: Person, day: When): Finding | undefined {
  const period = periodOn(world, world.timeline(person), day);
  if (period?.origin === 'marriage' && world.applies('MARR-17', person.id, true, { day: period.from }))
    return no('MARR-17', ...period.openedBy);
  const status = italianOn(world, person, day);
  if (status.truth === 'no') return undefined;
  if (status.truth === 'officer') return status;
  if (world.satisfies('MARR-1', person.id, false)) return undefined;
  return withRules(no('MARR-1'), ...status.rules);
}

/** The union that counts: the one in force at the filing, else the last one before it. */
function unionAt(world: World, person: Person, day: When): Union | undefined {
  const past = person.unions.filter((union) => world.onOrBefore(union.on, day));
  const standing = past.filter((union) => union.ended === undefined || world.before(day, union.ended.on));
  return standing.at(-1) ?? past.at(-1);
}

/** How long the decision may take, while there is none. */
function noteTerms(world: World, person: Person, day: When): boolean {
  if (world.tree.application.decree !== undefined || livesInItalyOn(world, person, day)) return false;
  world.note('MARR-14', person.id, { day: later(day, 24), until: later(day, 36) });
  return true;
}
