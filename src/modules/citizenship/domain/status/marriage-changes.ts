import type { Person, Union } from '../facts/tree.ts';
import type { World } from '../reasoning/world.ts';
import { lawDays } from '../rules/law-days.ts';
import type { Change } from './change.ts';
import { citizenOn } from './citizen-on.ts';
import { isBritishOn } from './foreign.ts';
import type { Walk } from './walk.ts';

interface Husband {
  readonly husband: Person;
  readonly union: Union;
}

/** The men a woman married. */
export function husbandsOf(world: World, person: Person): Husband[] {
  const marriages = person.unions.filter(({ kind }) => kind === 'marriage');
  if (marriages.length === 0 || world.value(person.sex) !== 'female') return [];
  return marriages.flatMap((union) => {
    const husband = union.partners[0] === person ? union.partners[1] : union.partners[0];
    return world.value(husband.sex) === 'male' ? [{ husband, union }] : [];
  });
}

/** What marriage did to a woman's citizenship until the law stopped it (artt. 10 e 11 L. 555/1912). */
export function marriageChanges(world: World, person: Person, towardsChildren: boolean): Change[] {
  return husbandsOf(world, person).flatMap(({ husband, union }) => {
    const wedding: Change = {
      on: union.on,
      turn: 1,
      happen: (walk) => {
        if (walk.current === undefined) becomeItalian(world, person, husband, union, walk);
        else loseByMarriage(world, person, husband, union, walk, towardsChildren);
      },
    };
    return union.on < lawDays.familyReform
      ? [wedding, ...husbandsLosses(world, person, husband, union)]
      : [wedding];
  });
}

function becomeItalian(world: World, wife: Person, husband: Person, union: Union, walk: Walk): void {
  const his = citizenOn(world, husband, union.on);
  if (world.timeline(husband).periods.length === 0) return;
  const automatic = his.truth !== 'no' && union.on < lawDays.spouseApplies;
  if (world.applies('TRANS-8', wife.id, automatic, { day: union.on, other: husband.id }))
    walk.open(union.on, 'marriage', ['TRANS-8'], his.review);
}

function loseByMarriage(
  world: World,
  wife: Person,
  husband: Person,
  union: Union,
  walk: Walk,
  towardsChildren: boolean,
): void {
  if (union.on >= lawDays.wivesKeep || citizenOn(world, husband, union.on).truth === 'yes') return;
  const british = isBritishOn(world, husband, union.on) && union.on < lawDays.britishNationalityAct;
  const counts = !(towardsChildren && union.on >= lawDays.constitution);
  if (world.applies('LOSS-7', wife.id, british && counts, { day: union.on, other: husband.id })) {
    walk.lostByMarriageOn = union.on;
    walk.close(union.on, 'LOSS-7');
    return;
  }
  if (british && world.applies('REACQ-9', wife.id, true, { day: union.on }))
    walk.keep(union.on, 'LOSS-7', 'REACQ-9');
  else if (!wifeAcquiresHis(world, wife, union)) walk.keep(union.on, 'LOSS-7');
}

/** Another citizenship that came with this wedding is looked at where the acquisitions are. */
function wifeAcquiresHis(world: World, wife: Person, union: Union): boolean {
  return wife.events.some(
    (event) => event.citizenship !== 'IT' && event.type === 'acquired' && world.same(event.on, union.on),
  );
}

function husbandsLosses(world: World, wife: Person, husband: Person, union: Union): Change[] {
  return world.timeline(husband).periods.flatMap(({ to, closing }): Change[] => {
    if (to === undefined || world.before(to, union.on)) return [];
    const over =
      (union.ended !== undefined &&
        union.ended.how !== 'legal_separation' &&
        world.onOrBefore(union.ended.on, to)) ||
      (husband.died !== undefined && world.before(husband.died, to));
    if (over) return [];
    return [
      {
        on: to,
        turn: 4,
        happen: (walk) => {
          if (walk.current === undefined) return;
          const detail = { day: to, other: husband.id };
          if (walk.current.origin === 'marriage' && world.before(to, lawDays.familyReform)) {
            if (!world.satisfies('TRANS-9', wife.id, false, detail))
              walk.doubt(to, { rule: 'TRANS-9', person: wife.id }, 'LOSS-11', ...closing);
          } else if (!world.applies('LOSS-11', wife.id, false, detail)) walk.keep(to, 'LOSS-11', ...closing);
        },
      },
    ];
  });
}
