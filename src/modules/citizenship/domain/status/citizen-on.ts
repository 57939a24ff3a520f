import type { Person } from '../facts/tree.ts';
import { type Finding, no, officer, withRules, yes } from '../reasoning/finding.ts';
import type { When } from '../reasoning/unknown.ts';
import type { World } from '../reasoning/world.ts';
import { lawDays } from '../rules/law-days.ts';
import type { RuleId } from '../rules/rule-book.ts';
import { knownBefore } from './compare-known.ts';
import type { Period, Timeline } from './timeline.ts';

/** Whether somebody was an Italian citizen on a day under the ordinary rules, and by which rules. */
export function citizenOn(world: World, person: Person, day: When): Finding {
  return citizenIn(world, world.timeline(person), day);
}

export function periodOn(world: World, timeline: Timeline, day: When): Period | undefined {
  return timeline.periods.find(
    ({ from, to }) => world.onOrBefore(from, day) && (to === undefined || world.before(day, to)),
  );
}

function citizenIn(world: World, timeline: Timeline, day: When): Finding {
  const period = periodOn(world, timeline, day);
  if (period !== undefined) return duringPeriod(timeline, period, day);
  const last = timeline.periods.findLast(({ to }) => to !== undefined && world.onOrBefore(to, day));
  if (last === undefined) return no(...timeline.never);
  return no(...last.closing, ...cameBackLater(timeline, day));
}

/** A reacquisition after the day does not reach back to it. */
function cameBackLater(timeline: Timeline, day: When): RuleId[] {
  const later = timeline.periods.find(
    ({ from, origin }) => origin === 'reacquisition' && knownBefore(day, from),
  );
  if (later === undefined) return [];
  return knownBefore(lawDays.lastLossByAcquisition, later.from)
    ? [...later.openedBy, 'REACQ-6', 'ENG-5']
    : [...later.openedBy, 'ENG-5'];
}

function duringPeriod(timeline: Timeline, period: Period, day: When): Finding {
  const kept = timeline.periods
    .filter((each) => each === period || (each.review === undefined && each.to === period.from))
    .flatMap((each) => each.kept)
    .filter(({ on }) => !knownBefore(day, on))
    .flatMap(({ rules }) => rules);
  const carried = withRules(yes(...period.openedBy), ...kept);
  return period.review === undefined ? carried : officer(period.review, ...carried.rules);
}

/** Whether a parent had the citizenship to give when the child was born (at death for a father who died before). */
export function couldTransmitAt(world: World, parent: Person, birth: When, child: Person): Finding {
  const day = parent.died !== undefined && world.before(parent.died, birth) ? parent.died : birth;
  const asMother = !world.before(birth, lawDays.constitution);
  const timeline = world.timeline(parent, asMother);
  const finding = citizenIn(world, timeline, day);
  if (finding.truth === 'no') {
    const lost = timeline.periods.findLast(({ to }) => to !== undefined && world.onOrBefore(to, day));
    if (lost === undefined) return finding;
    const sameDay = lost.to !== undefined && world.same(lost.to, day);
    world.applies('LOSS-10', child.id, true, { day: birth, until: lost.to, other: parent.id });
    if (sameDay && world.applies('U-8', child.id, true, { day }))
      return officer({ rule: 'U-8', person: child.id }, ...lost.closing, 'LOSS-10');
    if (asMother && timeline.lostByMarriageOn !== undefined && lost.closedBy === 'LOSS-7') {
      if (!world.satisfies('REACQ-9', parent.id, false, { day: timeline.lostByMarriageOn }))
        return officer({ rule: 'REACQ-9', person: parent.id }, 'LOSS-7');
    }
    return withRules(finding, 'LOSS-10');
  }
  return finding;
}
