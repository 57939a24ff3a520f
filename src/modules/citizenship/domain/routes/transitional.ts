import type { Person } from '../facts/tree.ts';
import { allOf, type Finding, no, officer, withRules, yes } from '../reasoning/finding.ts';
import { later } from '../reasoning/unknown-arithmetic.ts';
import type { World } from '../reasoning/world.ts';
import { firstLateInstant, lawDays } from '../rules/law-days.ts';
import type { RuleId } from '../rules/rule-book.ts';
import { eighteenth } from '../status/majority.ts';
import { alreadyItalian } from './already-italian.ts';
import { citizenParents, notByBirth } from './citizen-parents.ts';
import { type Declared, declarationsFor, ownDeclaration } from './declarations.ts';
import type { RouteResult } from './result.ts';
import { transitionalDeadline } from './terms.ts';

/** The transitional benefit of art. 1(1-ter) for minors of 24 May 2025 (decision table 10.7). */
export function transitional(world: World, alreadyChecked = false): RouteResult {
  const child = world.tree.applicant;
  if (world.asOf < lawDays.barConverted) {
    world.satisfies('TRANSIT-1', child.id, false, { day: child.born });
    return { finding: no('TRANSIT-1') };
  }
  const already = alreadyChecked ? undefined : alreadyItalian(world, child);
  if (already !== undefined) return { finding: already };
  const deadline = transitionalDeadline(world.tree.facts.rules_profile, world.asOf);
  const parents = parentsUnderLetters(world, child);
  const declaration = declaredInTime(world, child, deadline);
  const finding = allOf([bornInTime(world, child), parents, declaration.finding]);
  const { completedOn } = declaration;
  const effectFrom = finding.truth === 'yes' && completedOn !== undefined ? completedOn + 1 : undefined;
  if (effectFrom !== undefined) world.note('BEN-10', child.id, { day: effectFrom });
  return {
    finding: effectFrom === undefined ? finding : withRules(finding, 'BEN-10'),
    deadline,
    effectFrom,
  };
}

function bornInTime(world: World, child: Person): Finding {
  const minor = world.satisfies(
    'TRANSIT-1',
    child.id,
    () => world.before(lawDays.barConverted, later(child.born, 18 * 12)),
    { day: child.born },
  );
  if (!minor) return no('TRANSIT-1');
  const notLater = world.onOrBefore(child.born, lawDays.barConverted);
  if (!notLater && !world.satisfies('TRANSIT-7', child.id, false, { day: child.born }))
    return no('TRANSIT-7');
  return yes('TRANSIT-1');
}

function parentsUnderLetters(world: World, child: Person): Finding {
  const parents = citizenParents(world, child, world.asOf);
  const fitting = parents.filter(({ link }) => isUnderLetters(world, link.parent));
  const other = fitting[0]?.link.parent.id;
  if (world.applies('TRANSIT-2', child.id, fitting.length > 0, { other })) {
    const certain = fitting.some(({ finding }) => finding.truth === 'yes');
    const review = fitting[0]?.finding.review;
    return certain || review === undefined ? yes('TRANSIT-2') : officer(review, 'TRANSIT-2');
  }
  world.satisfies('TRANSIT-6', child.id, false);
  return no('TRANSIT-2', 'TRANSIT-6', ...notByBirth(world, child, world.asOf));
}

/** Recognised on an application or action filed, or an appointment communicated, by the cut-off. */
function isUnderLetters(world: World, parent: Person): boolean {
  const recognition = parent.facts.italian_recognition;
  if (recognition === undefined) return false;
  const { letter, filed_at: filed, appointment_communicated_at: summoned } = recognition;
  if (letter !== null && letter !== 'a' && letter !== 'a_bis' && letter !== 'b') return false;
  const instant = letter === 'a_bis' ? summoned : filed;
  const pointer = `${parent.pointer}/italian_recognition`;
  const inTime = (at: string) => Date.parse(at) < firstLateInstant;
  if (letter !== null) {
    if (instant === undefined) return true;
    if (instant !== null) return inTime(instant);
    const member = letter === 'a_bis' ? 'appointment_communicated_at' : 'filed_at';
    return world.ask('filing_instant', `${pointer}/${member}`, parent.id);
  }
  if ([filed, summoned].some((at) => typeof at === 'string' && inTime(at))) return true;
  if (typeof filed === 'string' && summoned === undefined) return false;
  return world.ask('recognition_letter', `${pointer}/letter`, parent.id);
}

/** Why the declarations made do not count: not in person, not by all who must, or by a child not yet of age. */
function informal(world: World, child: Person, declared: Declared): Finding {
  const tooYoung = (world.tree.application.declarations ?? []).some(({ by }) => by === child.id);
  if (tooYoung) world.satisfies('TRANSIT-4', child.id, false, { day: eighteenth(child) });
  if (!declared.inPerson) return no('TRANSIT-5', 'BEN-9');
  world.satisfies('BEN-3', child.id, false);
  return no('TRANSIT-5', 'BEN-3', ...(tooYoung ? (['TRANSIT-4'] as const) : []));
}

interface InTime {
  readonly finding: Finding;
  readonly completedOn?: number | undefined;
}

/** By parents or guardian while a minor, personally from the 18th birthday, in person and by the deadline. */
function declaredInTime(world: World, child: Person, deadline: number): InTime {
  const declared = declarationsFor(world, child);
  const adult = eighteenth(child);
  const byParents = declared.completedOn;
  const valid = byParents !== undefined && world.before(byParents, adult) ? byParents : undefined;
  const own = ownDeclaration(world, child);
  const completedOn = valid ?? own;
  const someFailed = (world.tree.application.declarations ?? []).length > 0 && completedOn === undefined;
  const day = completedOn ?? declared.lastOn ?? world.asOf;
  const judgedOn = completedOn ?? world.asOf;
  const rules: RuleId[] = ['TRANSIT-3'];
  const inTime = world.satisfies('TRANSIT-3', child.id, Math.max(judgedOn, completedOn ?? day) <= deadline, {
    day: judgedOn,
    until: deadline,
  });
  const grownUp = world.onOrBefore(adult, day);
  const tooOld = byParents !== undefined && valid === undefined && own === undefined;
  if (grownUp || tooOld) {
    const right = world.satisfies('TRANSIT-4', child.id, !tooOld && !(someFailed && grownUp), { day: adult });
    if (!right) return { finding: no('TRANSIT-4', ...(inTime ? [] : rules)) };
    rules.push('TRANSIT-4');
  }
  if (!inTime) return { finding: no('TRANSIT-3') };
  if (!world.satisfies('TRANSIT-5', child.id, !someFailed))
    return { finding: informal(world, child, declared) };
  if (declared.onDifferentDays) rules.push('BEN-7');
  if (declared.oneIsEnough && !grownUp) rules.push('BEN-8');
  return { finding: yes(...rules, 'TRANSIT-5'), completedOn };
}
