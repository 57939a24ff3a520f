import { hasNoOther, isBornInItaly } from '../bar/exemptions.ts';
import { filedInTime } from '../bar/filed-in-time.ts';
import { letterC } from '../bar/letter-c.ts';
import { letterD } from '../bar/letter-d.ts';
import { allAscendants } from '../bar/line.ts';
import { isRecognised, isRegistered } from '../bar/not-barred.ts';
import type { Person } from '../facts/tree.ts';
import { anyOf, type Finding, no, officer, withFirst, withRules, yes } from '../reasoning/finding.ts';
import type { World } from '../reasoning/world.ts';
import { lawDays } from '../rules/law-days.ts';
import type { RuleId } from '../rules/rule-book.ts';
import { citizenOn, periodOn } from '../status/citizen-on.ts';
import { isForeignOn } from '../status/foreign.ts';
import { eighteenth } from '../status/majority.ts';
import type { RouteResult } from './result.ts';
import { electionDeadline } from './transmission.ts';

type DescentRoute = 'descent_minor' | 'descent_adult_abb' | 'descent_letter_c' | 'descent_letter_d';

/** Recognition by descent: an unbroken line, and a way past the bar of art. 3-bis (decision tables 10.1 to 10.4). */
export function descent(world: World, route: DescentRoute): RouteResult {
  const person = world.tree.applicant;
  const day = person.died ?? world.asOf;
  const line = citizenOn(world, person, day);
  const holds = world.satisfies('DESC-LINE', person.id, line.truth !== 'no', { day });
  if (!holds)
    return {
      finding: withRules(no(...line.rules), 'DESC-LINE', ...lineJudgedBy(world, route, person)),
      deadline: electionDeadline(world),
    };
  const { finding, deadline } = pastTheBar(world, route, person);
  const joined: Finding =
    finding.truth === 'no'
      ? withRules(withFirst(finding, 'DESC-LINE'), ...noExemption(world), ...line.rules)
      : line.truth === 'officer' && line.review !== undefined
        ? officer(line.review, 'DESC-LINE', ...line.rules, ...finding.rules)
        : withRules(withFirst(finding, 'DESC-LINE'), ...line.rules);
  return { finding: joined, deadline };
}

/** Letters a, a-bis and b leave the line to the old law; letter c does not cure a line broken before 1948. */
function lineJudgedBy(world: World, route: DescentRoute, person: Person): RuleId[] {
  const oldLaw: RuleId[] = route === 'descent_adult_abb' && world.asOf >= lawDays.bar ? ['DESC-OLDLAW'] : [];
  for (const rule of oldLaw) world.note(rule, person.id);
  return [...oldLaw, ...brokenAt1948(world, route, person)];
}

/** The two ways past the bar that were tried before any letter. */
function noExemption(world: World): RuleId[] {
  const tried = (rule: RuleId) => world.steps.some((step) => step.rule === rule && !step.holds);
  return (['DESC-ITALY', 'DESC-NOOTHER'] as const).filter(tried);
}

function pastTheBar(
  world: World,
  route: DescentRoute,
  person: Person,
): { finding: Finding; deadline?: number | undefined } {
  if (world.asOf < lawDays.bar) return { finding: yes() };
  const period = periodOn(world, world.timeline(person), person.died ?? world.asOf);
  if (isRecognised(world, person) || period?.origin === 'grant' || period?.origin === 'reacquisition')
    return { finding: yes('TRANS-11') };
  const free = anyOf([isBornInItaly(world, person), hasNoOther(world, person)]);
  if (free.truth !== 'no') return { finding: withAge(world, route, person, free) };
  if (route === 'descent_adult_abb') return withOldLaw(world, person);
  if (route === 'descent_minor') return minorPastTheBar(world, person);
  const unregistered = throughUnregisteredWife(world, person);
  if (unregistered !== undefined && world.applies('U-3', unregistered.id, true))
    return { finding: officer({ rule: 'U-3', person: unregistered.id }) };
  const finding = route === 'descent_letter_c' ? letterC(world, person) : letterD(world, person);
  return { finding: finding.truth === 'no' ? finding : withAge(world, route, person, finding) };
}

function withOldLaw(world: World, person: Person): { finding: Finding; deadline?: number | undefined } {
  const { finding, deadline } = filedInTime(world);
  if (finding.truth === 'yes') world.note('DESC-OLDLAW', person.id);
  return { finding, deadline };
}

function minorPastTheBar(world: World, person: Person): { finding: Finding; deadline?: number | undefined } {
  const minor = world.satisfies('DESC-MINOR', person.id, () => world.before(world.asOf, eighteenth(person)), {
    day: world.asOf,
  });
  if (!minor) {
    world.note('DESC-ADULT', person.id);
    const { finding, deadline } = withOldLaw(world, person);
    return { finding: withFirst(finding, 'DESC-MINOR', 'DESC-ADULT'), deadline };
  }
  const unregistered = throughUnregisteredWife(world, person);
  if (unregistered !== undefined && world.applies('U-3', unregistered.id, true))
    return { finding: officer({ rule: 'U-3', person: unregistered.id }, 'DESC-MINOR') };
  const c = letterC(world, person);
  const finding = c.truth === 'yes' ? c : anyOf([c, letterD(world, person)]);
  return { finding: withFirst(finding, 'DESC-MINOR') };
}

/** Minors ask for the transcription of a birth, adults apply. */
function withAge(world: World, route: DescentRoute, person: Person, finding: Finding): Finding {
  const rule = world.before(world.asOf, eighteenth(person)) ? 'DESC-MINOR' : 'DESC-ADULT';
  if (rule === 'DESC-MINOR') world.satisfies(rule, person.id, true, { day: world.asOf });
  else world.note(rule, person.id);
  return route === 'descent_minor' || rule === 'DESC-ADULT' ? withRules(finding, rule) : finding;
}

/** The only line runs through a woman who became Italian by marriage and whom no register knows (U-3). */
function throughUnregisteredWife(world: World, person: Person): Person | undefined {
  const carriers = world.timeline(person).carriers.map(({ parent }) => parent);
  const doubtful = carriers.filter(
    (parent) =>
      periodOn(world, world.timeline(parent, true), person.born)?.origin === 'marriage' &&
      !isRegistered(parent) &&
      parent.facts.born.country !== 'IT' &&
      isForeignOn(world, parent, person.born),
  );
  return doubtful.length > 0 && doubtful.length === carriers.length ? doubtful[0] : undefined;
}

/** A grandmother who was only Italian does not help where her child's birth before 1948 broke the line. */
function brokenAt1948(world: World, route: DescentRoute, person: Person): RuleId[] {
  if (route === 'descent_adult_abb' || route === 'descent_letter_d') return [];
  const stopped = world.steps
    .filter((step) => step.rule === 'TRANS-3' && !step.holds)
    .map((step) => step.person);
  const mother = allAscendants(person).find(
    (ascendant) =>
      ascendant.children.some(({ id }) => stopped.includes(id)) &&
      ascendant.facts.sex === 'female' &&
      citizenOn(
        world,
        ascendant,
        ascendant.died === undefined ? person.born : world.earliest(ascendant.died, person.born),
      ).truth === 'yes' &&
      !isForeignOn(
        world,
        ascendant,
        ascendant.died === undefined ? person.born : world.earliest(ascendant.died, person.born),
      ),
  );
  if (mother === undefined) return [];
  return world.applies('DESC-1948C', person.id, true, { other: mother.id }) ? ['DESC-1948C', 'ENG-2'] : [];
}
