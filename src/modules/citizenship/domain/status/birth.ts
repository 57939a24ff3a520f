import type { CitizenshipEvent, ParentLink, Person } from '../facts/tree.ts';
import { anyOf, type Finding, no, withFirst, withRules, yes } from '../reasoning/finding.ts';
import type { World } from '../reasoning/world.ts';
import { lawDays } from '../rules/law-days.ts';
import type { RuleId } from '../rules/rule-book.ts';
import { couldTransmitAt, periodOn } from './citizen-on.ts';
import { isForeignAcquisition } from './foreign.ts';
import { isMinor } from './majority.ts';
import { motherBefore1948 } from './mother-before-1948.ts';
import { passesOn } from './passes-on.ts';
import type { Carrier } from './timeline.ts';

interface AtBirth {
  readonly finding: Finding;
  readonly carriers: readonly Carrier[];
}

/** Whether somebody was a citizen from birth: stated and recognised, through a parent, or by birth in Italy. */
export function statusAtBirth(world: World, person: Person): AtBirth {
  const links = person.parents.filter(({ kind }) => kind !== 'adoption');
  const carriers: Carrier[] = [];
  const findings = links.map((link) => {
    const finding = throughParent(world, person, link, links);
    if (finding.truth !== 'no')
      carriers.push({ parent: link.parent, by: 'filiation', certain: finding.truth === 'yes' });
    return finding;
  });
  const stated = statedAtBirth(world, person);
  if (stated !== undefined) return { finding: stated, carriers };
  if (carriers.length > 0) {
    const carried = anyOf(findings);
    return { finding: findings.some(isBrokenLine) ? withRules(carried, 'ENG-4') : carried, carriers };
  }
  if (bornOfNobodysCitizenship(world, person, links)) return { finding: yes('TRANS-10'), carriers };
  if (links.length === 0) findings.push(no('TRANS-1', 'TRANS-2'));
  if (person.facts.born.country === 'IT') findings.push(no('TRANS-10'));
  const telling = findings.filter(({ rules }) =>
    rules.some((rule) => rule !== 'TRANS-1' && rule !== 'TRANS-2' && rule !== 'TRANS-10'),
  );
  return { finding: anyOf(telling.length > 0 ? telling : findings), carriers };
}

/** A line that was Italian once and does not reach the child (ENG-4: the other one is enough). */
function isBrokenLine({ truth, rules }: Finding): boolean {
  const breaks = (rule: RuleId) => rule.startsWith('LOSS') || rule === 'TRANS-3' || rule === 'TRANS-5';
  return truth === 'no' && rules.some(breaks);
}

function statedAtBirth(world: World, person: Person): Finding | undefined {
  const event = person.events.find((each) => isByBirth(world, each));
  if (event === undefined) return undefined;
  if (world.before(person.born, lawDays.kingdom)) {
    const alive = person.died === undefined || !world.before(person.died, lawDays.kingdom);
    if (!world.satisfies('TRANS-7', person.id, alive, { day: person.died })) return no('TRANS-7');
  }
  if (world.value(event.how) === 'birth_territory')
    return world.applies('TRANS-10', person.id, true) ? yes('TRANS-10') : no();
  const country = person.facts.born.country;
  if (country === 'IT' || country === null) return yes();
  return world.applies('TRANS-11', person.id, true) ? yes('TRANS-11') : yes();
}

export function isByBirth(world: World, event: CitizenshipEvent): boolean {
  if (event.citizenship !== 'IT' || event.type !== 'acquired') return false;
  const how = world.value(event.how);
  return how === 'birth_descent' || how === 'birth_territory';
}

function throughParent(world: World, child: Person, link: ParentLink, links: readonly ParentLink[]): Finding {
  const { parent } = link;
  const established: RuleId[] = [];
  if (link.kind !== 'birth' && world.before(child.born, link.since)) {
    const minor = isMinor(world, child, link.since);
    if (!world.satisfies('TRANS-5', child.id, minor, { day: link.since, other: parent.id }))
      return no('TRANS-5');
    established.push('TRANS-5');
  }
  const gave = couldTransmitAt(world, parent, child.born, child);
  if (gave.truth !== 'no' && world.before(child.born, lawDays.kingdom)) {
    const alive = parent.died === undefined || !world.before(parent.died, lawDays.kingdom);
    if (!world.satisfies('TRANS-7', parent.id, alive, { day: parent.died })) return no('TRANS-7');
  }
  const detail = { day: child.born, other: parent.id };
  if (world.value(parent.sex) === 'male') {
    const passes = world.applies('TRANS-1', child.id, gave.truth !== 'no', detail);
    if (!passes) return gave.rules.length > 0 ? gave : no('TRANS-1');
    return withFirst(gave, 'TRANS-1', ...established, ...throughBoth(world, child, links));
  }
  if (world.before(child.born, lawDays.constitution)) {
    if (gave.truth === 'no') return gave;
    return motherBefore1948(world, child, links, gave, established);
  }
  if (!world.applies('TRANS-2', child.id, gave.truth !== 'no', detail))
    return gave.rules.length > 0 ? gave : no('TRANS-2');
  const byMarriage = periodOn(world, world.timeline(parent, true), child.born)?.origin === 'marriage';
  if (byMarriage && !world.applies('TRANS-9', child.id, true, detail)) return no('TRANS-9');
  return withFirst(gave, 'TRANS-2', ...established, ...(byMarriage ? (['TRANS-9'] as const) : []));
}

/** A birth before 1948 with an Italian mother too: the father's line carries it. */
function throughBoth(world: World, child: Person, links: readonly ParentLink[]): RuleId[] {
  if (!world.before(child.born, lawDays.constitution)) return [];
  const mother = links.find(({ parent }) => parent.facts.sex === 'female')?.parent;
  if (mother === undefined || couldTransmitAt(world, mother, child.born, child).truth === 'no') return [];
  return world.applies('TRANS-4', child.id, true, { day: child.born }) ? ['TRANS-4'] : [];
}

function bornOfNobodysCitizenship(world: World, person: Person, links: readonly ParentLink[]): boolean {
  const followsAParent = person.events.some(
    (event) => isForeignAcquisition(event) && world.same(event.on, person.born),
  );
  if (followsAParent || (person.facts.born.country ?? 'IT') !== 'IT') return false;
  const atBirth = links.filter(({ kind, since }) => kind === 'birth' || world.onOrBefore(since, person.born));
  if (atBirth.some(({ parent }) => passesOn(world, parent))) return false;
  if (!world.value(person.bornInItaly)) return false;
  return world.applies('TRANS-10', person.id, true, { day: person.born });
}
