import type { ParentLink, Person } from '../facts/tree.ts';
import { type Day, plusMonths } from '../reasoning/day.ts';
import { allOf, type Finding, no, officer, withRules, yes } from '../reasoning/finding.ts';
import type { When } from '../reasoning/unknown.ts';
import { later } from '../reasoning/unknown-arithmetic.ts';
import type { World } from '../reasoning/world.ts';
import { lawDays } from '../rules/law-days.ts';
import type { RuleId } from '../rules/rule-book.ts';
import { eighteenth } from '../status/majority.ts';
import { alreadyItalian } from './already-italian.ts';
import { citizenParents, notByBirth } from './citizen-parents.ts';
import { type Declared, declarationsFor, filiationDay } from './declarations.ts';
import type { RouteResult } from './result.ts';
import { benefitMonths } from './terms.ts';
import { transitional } from './transitional.ts';

/** Citizenship of minors by benefit of law, art. 4(1-bis) letter b (decision table 10.6). */
export function benefitOfLaw(world: World): RouteResult {
  const child = world.tree.applicant;
  if (world.asOf < lawDays.barConverted) {
    world.satisfies('BEN-4', child.id, false);
    return { finding: no('BEN-4') };
  }
  const already = alreadyItalian(world, child);
  if (already !== undefined) return { finding: already };
  const declared = declarationsFor(world, child);
  const actOn = declared.completedOn ?? world.asOf;
  const citizens = citizenParents(world, child, actOn);
  const who = citizens[0]?.link.parent.id;
  const minorOn = declared.completedOn ?? declared.lastOn ?? world.asOf;
  const minor = world.satisfies(
    'BEN-1',
    child.id,
    () => !world.value(child.bornInItaly) && world.before(Math.max(minorOn, actOn), eighteenth(child)),
    { day: Math.max(minorOn, actOn) },
  );
  const byBirth = world.satisfies('BEN-2', child.id, citizens.length > 0, { other: who });
  const start = termStart(world, child, citizens);
  const begun = world.known(start.day);
  const deadline = begun === undefined ? undefined : plusMonths(begun, benefitMonths(actOn));
  const findings: Finding[] = [
    minor ? yes('BEN-1') : no('BEN-1', ...(declared.onDifferentDays ? (['BEN-7'] as const) : [])),
    byBirth
      ? parentFinding(citizens.map(({ finding }) => finding))
      : no('BEN-2', ...notByBirth(world, child, actOn)),
  ];
  if (byBirth)
    findings.push(inTime(world, child, declared, start, actOn), declarants(world, child, declared));
  const finding = withUnsettledBirths(world, child, allOf(findings));
  world.note('BEN-13', child.id);
  if (finding.truth === 'no') world.note('BEN-11', child.id);
  if (finding.truth === 'yes') world.note('BEN-12', child.id);
  const effectFrom = declared.completedOn === undefined ? undefined : declared.completedOn + 1;
  if (finding.truth === 'yes' && effectFrom !== undefined)
    world.note('BEN-10', child.id, { day: effectFrom });
  return {
    finding: finding.truth === 'yes' && effectFrom !== undefined ? withRules(finding, 'BEN-10') : finding,
    deadline: deadline === undefined ? undefined : beforeMajority(world, child, deadline),
    effectFrom: finding.truth === 'yes' ? effectFrom : undefined,
  };
}

interface Start {
  readonly day: When;
  readonly rule: 'BEN-5' | 'BEN-6' | undefined;
}

/** From birth, filiation or adoption by the citizen by birth; the first of two, the later one after a foreigner's. */
function termStart(world: World, child: Person, citizens: readonly { link: ParentLink }[]): Start {
  const days = citizens.map(({ link }) => filiationDay(link, child, world));
  const first = days.reduce<When | undefined>(
    (least, day) => (least === undefined ? day : world.earliest(least, day)),
    undefined,
  );
  if (first === undefined) return { day: child.born, rule: undefined };
  const different = days.some((day) => !world.same(day, first));
  if (different && world.applies('BEN-5', child.id, true, { day: first }))
    return { day: first, rule: 'BEN-5' };
  const isCitizen = (link: ParentLink) => citizens.some((each) => each.link === link);
  const foreignerFirst = child.parents.some(
    (link) => !isCitizen(link) && world.before(filiationDay(link, child, world), first),
  );
  if (foreignerFirst && world.applies('BEN-6', child.id, true, { day: first }))
    return { day: first, rule: 'BEN-6' };
  return { day: first, rule: undefined };
}

function inTime(world: World, child: Person, declared: Declared, start: Start, actOn: Day): Finding {
  const judgedOn = declared.completedOn ?? Math.max(declared.lastOn ?? actOn, actOn);
  const until = later(start.day, benefitMonths(judgedOn));
  const rules: RuleId[] = start.rule === undefined ? ['BEN-4'] : [start.rule, 'BEN-4'];
  if (declared.onDifferentDays && world.applies('BEN-7', child.id, true, { day: declared.completedOn }))
    rules.unshift('BEN-7');
  const incomplete = declared.made === 'some' && world.onOrBefore(declared.lastOn ?? judgedOn, until);
  if (incomplete && world.before(until, judgedOn)) {
    const detail = { day: judgedOn, until };
    if (world.satisfies('BEN-3', child.id, false, detail)) return yes(...rules);
    return no('BEN-3', 'BEN-7', ...rules);
  }
  const met = world.satisfies('BEN-4', child.id, () => world.onOrBefore(judgedOn, until), {
    day: judgedOn,
    until,
  });
  return met ? yes(...rules) : no(...rules);
}

function declarants(world: World, child: Person, declared: Declared): Finding {
  const rules: RuleId[] = ['BEN-3'];
  if (declared.oneIsEnough && world.applies('BEN-8', child.id, true)) rules.push('BEN-8');
  if (declared.made === 'some' && !declared.inPerson) return no('BEN-9', 'BEN-3');
  if (!world.satisfies('BEN-3', child.id, declared.made !== 'some')) return no('BEN-3');
  return yes(...rules, ...(declared.made === 'none' ? [] : (['BEN-9'] as const)));
}

function parentFinding(findings: readonly Finding[]): Finding {
  const certain = findings.find(({ truth }) => truth === 'yes');
  if (certain !== undefined) return yes('BEN-2');
  const review = findings[0]?.review;
  return review === undefined ? yes('BEN-2') : officer(review, 'BEN-2');
}

/** Births up to 24 May 2025: where 1-ter does not fit, the offices disagree (U-7). */
function withUnsettledBirths(world: World, child: Person, finding: Finding): Finding {
  if (finding.truth !== 'yes' || !world.onOrBefore(child.born, lawDays.barConverted)) return finding;
  const other = transitional(world, true).finding;
  if (other.truth === 'yes') return withRules(finding, ...other.rules);
  if (!world.applies('U-7', child.id, true, { day: child.born })) return finding;
  return officer({ rule: 'U-7', person: child.id }, ...finding.rules);
}

/** The declaration must come before the 18th birthday too. */
function beforeMajority(world: World, child: Person, deadline: Day): Day {
  const adult = world.known(eighteenth(child));
  return adult !== undefined && adult <= deadline ? adult - 1 : deadline;
}
