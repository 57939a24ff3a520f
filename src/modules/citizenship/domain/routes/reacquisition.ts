import type { Person } from '../facts/tree.ts';
import { toDay } from '../reasoning/day.ts';
import { allOf, type Finding, no, withRules, yes } from '../reasoning/finding.ts';
import type { When } from '../reasoning/unknown.ts';
import type { World } from '../reasoning/world.ts';
import { lawDays } from '../rules/law-days.ts';
import type { RuleId } from '../rules/rule-book.ts';
import { citizenOn } from '../status/citizen-on.ts';
import { isBritishOn } from '../status/foreign.ts';
import { husbandsOf } from '../status/marriage-changes.ts';
import { stayedInItaly } from '../status/residence.ts';
import type { Period } from '../status/timeline.ts';
import type { RouteResult } from './result.ts';
import { reacquisitionWindow } from './terms.ts';

const causes: ReadonlySet<RuleId> = new Set(['LOSS-1', 'LOSS-2', 'LOSS-4']);

/** Reacquisition by declaration under the reopened art. 17 (decision table 10.8). */
export function reacquisition(world: World): RouteResult {
  const person = world.tree.applicant;
  const deadline = reacquisitionWindow.until;
  const standing = formerCitizen(world, person);
  if ('truth' in standing) return { finding: standing };
  const declared = ownWords(world, person);
  const day = declared.on ?? world.asOf;
  const personal = world.satisfies('REACQ-1', person.id, declared.personal);
  const stay = { from: person.born, to: person.died ?? world.asOf };
  const rooted = world.satisfies(
    'REACQ-2',
    person.id,
    () => world.value(person.bornInItaly) || stayedInItaly(world, person, 24, stay),
  );
  const inWindow = world.satisfies('REACQ-5', person.id, isInWindow(day) && declared.inPerson, { day });
  const closed = day > reacquisitionWindow.until;
  if (closed) world.note('REACQ-4', person.id);
  const finding = allOf([
    personal ? yes('REACQ-1') : no('REACQ-1'),
    rooted ? yes('REACQ-2') : no('REACQ-2'),
    lostInTime(world, person, standing),
    inWindow ? yes('REACQ-5') : no('REACQ-5', ...(closed ? (['REACQ-4'] as const) : [])),
  ]);
  const early = day < reacquisitionWindow.from;
  return {
    ...withEffect(world, person, finding, declared.on),
    deadline,
    earliest: finding.truth === 'no' && early ? reacquisitionWindow.from : undefined,
  };
}

/** Women who lost the citizenship by marriage: at any time, without further conditions. */
export function reacquisitionOfWomen(world: World): RouteResult {
  const person = world.tree.applicant;
  const timeline = world.timeline(person);
  const lostOn = timeline.lostByMarriageOn;
  const last = timeline.periods.at(-1);
  if (lostOn === undefined || last?.closedBy !== 'LOSS-7')
    return { finding: notLostByMarriage(world, person) };
  const declared = ownWords(world, person);
  const own = world.satisfies('REACQ-1', person.id, declared.personal);
  const lost = world.applies('REACQ-8', person.id, true, { day: lostOn });
  const rules: RuleId[] = ['REACQ-8', 'LOSS-7'];
  const finding = !own ? no('REACQ-1') : !lost || !declared.inPerson ? no('REACQ-8') : yes(...rules);
  return withEffect(world, person, finding, declared.on);
}

function notLostByMarriage(world: World, person: Person): Finding {
  const last = world.timeline(person).periods.at(-1);
  const british = husbandsOf(world, person).find(
    ({ husband, union }) =>
      union.on >= lawDays.britishNationalityAct && isBritishOn(world, husband, union.on),
  );
  const rules: RuleId[] = [];
  if (
    british !== undefined &&
    last !== undefined &&
    !world.satisfies('REACQ-10', person.id, false, { day: british.union.on })
  )
    rules.push('REACQ-10', 'LOSS-7');
  if (last === undefined) {
    world.satisfies('REACQ-1', person.id, false);
    return no('REACQ-1');
  }
  if (last.to === undefined && !world.satisfies('REACQ-11', person.id, false)) rules.push('REACQ-11');
  world.satisfies('REACQ-8', person.id, false);
  return no(...rules, 'REACQ-8', ...last.closing);
}

/** The loss to be undone; or why there is none. */
function formerCitizen(world: World, person: Person): Period | Finding {
  const last = world.timeline(person).periods.at(-1);
  if (!world.satisfies('REACQ-1', person.id, last !== undefined && person.died === undefined))
    return no('REACQ-1');
  const now = citizenOn(world, person, world.asOf);
  if (now.truth === 'officer') return now;
  if (last === undefined) return no('REACQ-1');
  if (now.truth === 'yes') {
    world.satisfies('REACQ-11', person.id, false);
    const since = now.rules.filter((rule) => rule === 'LOSS-8');
    return no('REACQ-11', ...since);
  }
  return last;
}

function lostInTime(world: World, person: Person, period: Period): Finding {
  const lost = period.to ?? world.asOf;
  const early = world.satisfies(
    'REACQ-4',
    person.id,
    () => world.onOrBefore(lost, lawDays.lastLossByAcquisition),
    {
      day: lost,
    },
  );
  if (!early) return no('REACQ-4', ...period.closing);
  const cause = period.closing.some((rule) => causes.has(rule));
  if (world.satisfies('REACQ-3', person.id, cause, { day: lost })) return yes('REACQ-3', ...period.closing);
  return no('REACQ-3', 'REACQ-4', ...period.closing);
}

function isInWindow(day: number): boolean {
  return day >= reacquisitionWindow.from && day <= reacquisitionWindow.until;
}

/** The declaration must be the person's own, and made in person; of several, the one that the window admits. */
function ownWords(
  world: World,
  person: Person,
): { on: number | undefined; personal: boolean; inPerson: boolean } {
  const all = world.tree.application.declarations ?? [];
  const own = all.filter(({ by }) => by === person.id).sort((a, b) => (a.on < b.on ? -1 : 1));
  const present = own.filter((each) => each.in_person !== false);
  const first = present.find(({ on }) => isInWindow(toDay(on))) ?? present[0] ?? own[0];
  return {
    on: first === undefined ? undefined : toDay(first.on),
    personal: all.length === 0 || own.length > 0,
    inPerson: first?.in_person !== false,
  };
}

function withEffect(world: World, person: Person, finding: Finding, on: When | undefined): RouteResult {
  if (finding.truth !== 'yes') return { finding };
  world.note('REACQ-7', person.id);
  const declared = world.known(on);
  const effectFrom = declared === undefined ? undefined : declared + 1;
  world.note('REACQ-6', person.id, { day: effectFrom ?? world.asOf + 1 });
  return { finding: withRules(finding, 'REACQ-6'), effectFrom };
}
