import type { ParentLink, Person } from '../facts/tree.ts';
import type { Review } from '../reasoning/finding.ts';
import type { When } from '../reasoning/unknown.ts';
import type { World } from '../reasoning/world.ts';
import { lawDays } from '../rules/law-days.ts';
import type { RuleId } from '../rules/rule-book.ts';
import type { Change } from './change.ts';
import { citizenOn } from './citizen-on.ts';
import { isForeignAcquisition, isForeignOn } from './foreign.ts';
import { isMinor } from './majority.ts';
import { livedTogetherOn } from './residence.ts';
import type { Walk } from './walk.ts';

/** What a parent's loss or reacquisition does to a child who is still a minor (art. 12 L. 555/1912). */
export function parentChanges(world: World, child: Person): Change[] {
  return child.parents.flatMap((link) =>
    world.timeline(link.parent).periods.flatMap((period): Change[] => {
      const changes: Change[] = [];
      const { to } = period;
      if (
        to !== undefined &&
        world.onOrBefore(to, lawDays.lastLossByAcquisition) &&
        world.before(child.born, to)
      ) {
        const doubt = world
          .timeline(link.parent)
          .periods.find(({ from, review }) => review !== undefined && world.same(from, to))?.review;
        const loss = { on: to, by: period.closing, doubt };
        changes.push({ on: to, turn: 4, happen: (walk) => loseWith(world, child, link, loss, walk) });
      }
      const underNewLaw = to !== undefined && world.before(lawDays.lastLossByAcquisition, to);
      if (underNewLaw && period.closing.length > 0 && world.before(child.born, to))
        changes.push({
          on: to,
          turn: 4,
          happen: (walk) => walk.keep(to, ...period.closing, 'LOSS-10', 'ENG-5'),
        });
      if (period.origin === 'reacquisition' && world.before(child.born, period.from))
        changes.push({
          on: period.from,
          turn: 6,
          happen: (walk) => regainWith(world, child, period.from, walk),
        });
      return changes;
    }),
  );
}

interface ParentLoss {
  readonly on: When;
  readonly by: readonly RuleId[];
  /** Set where it is doubtful whether the parent lost. */
  readonly doubt: Review | undefined;
}

function loseWith(
  world: World,
  child: Person,
  link: ParentLink,
  { on, by, doubt }: ParentLoss,
  walk: Walk,
): void {
  if (walk.current === undefined || world.before(on, link.since)) return;
  const detail = { day: on, other: link.parent.id };
  world.satisfies('LOSS-10', child.id, false, { day: child.born, until: on, other: link.parent.id });
  if (!world.applies('LOSS-AGE', child.id, () => isMinor(world, child, on), detail)) {
    walk.keep(on, 'LOSS-AGE', 'LOSS-10', 'ENG-5', ...by);
    return;
  }
  const foreignFrom = isForeignOn(world, child, on) ? on : acquiresAfter(world, child, on);
  const loses = () => foreignFrom !== undefined && livedTogetherOn(world, child, link.parent, on);
  if (!world.applies('LOSS-4', child.id, loses, detail)) {
    walk.keep(on, 'LOSS-4', 'LOSS-10', ...by);
    return;
  }
  if (doubt !== undefined) {
    walk.doubt(on, doubt, 'LOSS-4', ...by);
    return;
  }
  const other = keptByTheOther(world, child, link, on);
  if (other !== undefined && world.applies('U-2', child.id, true, detail)) {
    walk.doubt(on, { rule: 'U-2', person: child.id }, 'LOSS-4', 'LOSS-AGE', ...by, ...other);
    return;
  }
  const fromBirth = child.events.some(
    (event) => isForeignAcquisition(event) && world.same(event.on, child.born),
  );
  if (fromBirth) world.note('U-1', child.id);
  walk.close(foreignFrom ?? on, 'LOSS-4', 'LOSS-AGE', ...by);
}

/** A foreign citizenship that came to the child later, because of the parent's, still during minority. */
function acquiresAfter(world: World, child: Person, on: When): When | undefined {
  return child.events.find(
    (event) =>
      isForeignAcquisition(event) &&
      (event.how === 'derived_from_parent' || event.how === 'operation_of_law') &&
      world.before(on, event.on) &&
      world.onOrBefore(event.on, lawDays.lastLossByAcquisition) &&
      isMinor(world, child, event.on),
  )?.on;
}

/** The other parent stays Italian, or the mother loses while the father holds the authority (patria potestà). */
function keptByTheOther(
  world: World,
  child: Person,
  link: ParentLink,
  on: When,
): readonly RuleId[] | undefined {
  for (const { parent, since } of child.parents) {
    if (parent === link.parent || world.before(on, since)) continue;
    if (parent.died !== undefined && world.onOrBefore(parent.died, on)) continue;
    const { truth, review } = citizenOn(world, parent, on);
    if (truth !== 'no') return review === undefined ? [] : [review.rule];
    const fathersAuthority =
      world.before(on, lawDays.familyReform) &&
      world.value(link.parent.sex) === 'female' &&
      world.value(parent.sex) === 'male' &&
      !world.timeline(parent).periods.some(({ to }) => to !== undefined && world.onOrBefore(to, on));
    if (fathersAuthority) return [];
  }
  return undefined;
}

function regainWith(world: World, child: Person, on: When, walk: Walk): void {
  const lost = walk.lostBy === 'LOSS-4' || walk.current?.review?.rule === 'U-2';
  if (!lost || (walk.current !== undefined && walk.current.review === undefined)) return;
  if (!world.applies('LOSS-5', child.id, () => isMinor(world, child, on), { day: on })) {
    walk.stayLost('LOSS-5');
    return;
  }
  if (walk.current !== undefined) walk.close(on, 'LOSS-5');
  walk.open(on, 'reacquisition', ['LOSS-4', 'LOSS-5']);
}
