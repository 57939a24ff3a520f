import type { How } from '../facts/shape.ts';
import type { CitizenshipEvent, Person } from '../facts/tree.ts';
import type { World } from '../reasoning/world.ts';
import { lawDays } from '../rules/law-days.ts';
import type { RuleId } from '../rules/rule-book.ts';
import { isByBirth } from './birth.ts';
import type { Change } from './change.ts';
import { citizenOn } from './citizen-on.ts';
import { isForeignAcquisition } from './foreign.ts';
import { isMinor } from './majority.ts';
import type { Origin } from './timeline.ts';

/** Acquisitions, renunciations and reacquisitions of the Italian citizenship that the facts state, and adoptions. */
export function italianChanges(world: World, person: Person): Change[] {
  const stated = person.events
    .filter((event) => event.citizenship === 'IT' && !isByBirth(world, event))
    .map((event) => statedChange(world, person, event));
  const adoptions = person.parents
    .filter(({ kind }) => kind === 'adoption')
    .map(
      ({ parent, since }): Change => ({
        on: since,
        turn: 0,
        happen: (walk) => {
          if (walk.current !== undefined) return;
          const adopter = citizenOn(world, parent, since);
          const effective = adopter.truth !== 'no' && isMinor(world, person, since);
          if (world.applies('TRANS-6', person.id, effective, { day: since, other: parent.id }))
            walk.open(since, 'adoption', ['TRANS-6', ...adopter.rules], adopter.review);
        },
      }),
    );
  return [...stated, ...adoptions];
}

function statedChange(world: World, person: Person, event: CitizenshipEvent): Change {
  const { on } = event;
  if (event.type === 'renounced' || event.type === 'lost') {
    return {
      on,
      turn: 3,
      happen: (walk) => {
        if (walk.current === undefined) return;
        if (!world.applies('LOSS-9', person.id, true, { day: on })) return;
        walk.close(on, 'LOSS-9', ...causesOf(world, person, event));
      },
    };
  }
  return {
    on,
    turn: event.type === 'reacquired' ? 5 : 0,
    happen: (walk) => {
      if (walk.current !== undefined && walk.current.review === undefined) return;
      if (walk.current !== undefined) walk.close(on, 'LOSS-6');
      const origin = originOf(world, event);
      if (origin === 'reacquisition') {
        if (world.applies('LOSS-6', person.id, true, { day: on })) walk.open(on, origin, ['LOSS-6']);
      } else walk.open(on, origin, grantedBy(world, event));
    },
  };
}

/** Before 1992 a renunciation followed an acquisition that was not sought, or a birth with two citizenships. */
function causesOf(world: World, person: Person, { on, type, how }: CitizenshipEvent): RuleId[] {
  const formal = type === 'renounced' || world.value(how) === 'renunciation_declaration';
  if (!formal || !world.onOrBefore(on, lawDays.lastLossByAcquisition)) return [];
  if (!world.applies('LOSS-2', person.id, true, { day: on })) return [];
  const fromBirth = person.events.some(
    (event) => isForeignAcquisition(event) && world.same(event.on, person.born),
  );
  return fromBirth ? ['LOSS-2', 'LOSS-3'] : ['LOSS-2'];
}

/** The rule under which a stated acquisition works, where the book has one. */
function grantedBy(world: World, event: CitizenshipEvent): RuleId[] {
  const rules: Partial<Record<How, RuleId>> = {
    marriage_automatic: 'TRANS-8',
    adoption: 'TRANS-6',
    benefit_of_law: 'BEN-10',
    marriage_application: 'MARR-16',
  };
  const rule = rules[world.value(event.how)];
  return rule === undefined ? [] : [rule];
}

function originOf(world: World, event: CitizenshipEvent): Origin {
  if (event.type === 'reacquired') return 'reacquisition';
  const how = world.value(event.how);
  if (how === 'marriage_automatic') return 'marriage';
  if (how === 'adoption') return 'adoption';
  return how === 'reacquisition_declaration' || how === 'reacquisition_residence' ? 'reacquisition' : 'grant';
}
