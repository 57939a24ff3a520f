import type { Maybe, Topic } from '../reasoning/unknown.ts';
import type { How, PersonFacts } from './shape.ts';
import type { CitizenshipEvent } from './tree.ts';
import { type Life, unknownDay } from './unknown-days.ts';

/** Ways to a citizenship that nobody goes without wanting it (acquisto volontario). */
const voluntaryWays: ReadonlySet<How> = new Set([
  'naturalisation',
  'marriage_application',
  'residence_grant',
  'benefit_of_law',
  'declaration_on_majority',
  'reacquisition_declaration',
]);

type EventFacts = PersonFacts['citizenship_events'][number];

export function readEvents(person: PersonFacts, life: Life): CitizenshipEvent[] {
  const events = person.citizenship_events.map((event, index): CitizenshipEvent => {
    const pointer = `${life.pointer}/citizenship_events/${index}`;
    const about = { person: person.id, low: life.low, high: life.high };
    return {
      on: unknownDay(event.date, { ...about, pointer: `${pointer}/date`, topic: topicOf(event) }),
      type: event.type,
      citizenship: event.citizenship,
      how:
        event.how ??
        ({
          ...about,
          key: `${pointer}/how`,
          pointer: `${pointer}/how`,
          topic: 'manner_of_acquisition',
          options: ['birth_descent', 'naturalisation', 'marriage_automatic'],
        } as const),
      voluntary: voluntary(event, `${pointer}/${event.voluntary === null ? 'voluntary' : 'how'}`, person.id),
    };
  });
  if (person.completeness?.citizenship_events !== false) return events;
  return [...events, furtherNaturalisation(person, life)];
}

/** Where the history is not complete, a naturalisation that nobody has told may be missing. */
function furtherNaturalisation(person: PersonFacts, life: Life): CitizenshipEvent {
  const pointer = `${life.pointer}/citizenship_events`;
  return {
    on: {
      key: `${pointer}#further`,
      pointer,
      person: person.id,
      topic: 'further_citizenships',
      low: life.low,
      // one day past the end stands for "there is none"
      high: life.high + 1,
      months: 0,
    },
    type: 'acquired',
    citizenship: 'ZZ',
    how: 'naturalisation',
    voluntary: true,
  };
}

function voluntary(event: EventFacts, pointer: string, person: string): Maybe<boolean> {
  if (typeof event.voluntary === 'boolean') return event.voluntary;
  if (event.voluntary === undefined && event.how !== null) return voluntaryWays.has(event.how);
  return { key: `${pointer}#voluntary`, pointer, person, topic: 'voluntary', options: [true, false] };
}

function topicOf(event: EventFacts): Topic {
  if (event.type === 'renounced') return 'renunciation_date';
  if (event.type === 'reacquired') return 'reacquisition_date';
  if (event.type === 'lost') return event.citizenship === 'IT' ? 'renunciation_date' : 'foreign_loss_date';
  return event.citizenship !== 'IT' && event.how === 'naturalisation'
    ? 'naturalisation_date'
    : 'acquisition_date';
}
