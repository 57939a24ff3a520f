import type { PersonFacts } from '../facts/shape.ts';
import { keyOf, type Topic } from './answers.ts';
import type { Reader } from './ask.ts';
import { residencesKnown, residencesOf } from './build-residences.ts';

type Event = PersonFacts['citizenship_events'][number];

/** Facts of one person with, for each member that may be missing, the question that fills it. */
export interface Built {
  readonly facts: PersonFacts;
  /** By pointer below the person. */
  readonly asks: ReadonlyMap<string, string>;
}

interface Origin {
  /** How this person is said to be Italian, if at all. */
  readonly status: string | undefined;
  readonly sex: PersonFacts['sex'];
  readonly parents: PersonFacts['parents'];
}

/** Nobody is known to be without a citizenship: where the other one is not asked yet, the history stays open. */
export function buildPerson(read: Reader, id: string, origin: Origin, asOf: string): Built {
  const asks = new Map<string, string>();
  const born = read.day(id, 'born');
  // somebody who was never Italian is looked at as a foreigner, wherever they were born
  const elsewhere = isForeigner(id, origin.status) ? 'XX' : null;
  const country = origin.status === 'born_in_italy' ? 'IT' : (read.known(id, 'birthplace') ?? elsewhere);
  asks.set('/born/date', keyOf({ person: id, topic: 'born' }));
  asks.set('/born/country', keyOf({ person: id, topic: 'birthplace' }));
  const events = eventsOf(read, id, origin.status, born, country);
  events.forEach(({ date, how }, index) => {
    asks.set(`/citizenship_events/${index}/date`, keyOf({ person: id, topic: date }));
    asks.set(`/citizenship_events/${index}/how`, keyOf({ person: id, topic: how }));
    asks.set(`/citizenship_events/${index}/voluntary`, keyOf({ person: id, topic: how }));
  });
  const residences = residencesOf(read, id, born, country, asOf);
  residences.forEach(({ from, to }, index) => {
    asks.set(`/residences/${index}/from`, keyOf({ person: id, topic: from }));
    asks.set(`/residences/${index}/to`, keyOf({ person: id, topic: to }));
    asks.set(`/residences/${index}/proof`, keyOf({ person: id, topic: 'stay_proof' }));
  });
  origin.parents.forEach((link, index) => {
    asks.set(`/parents/${index}/established_on`, keyOf({ person: link.id, topic: 'tie_on' }));
  });
  const registered = origin.status === 'registered';
  const letter = read.known(id, 'letter') as NonNullable<PersonFacts['italian_recognition']>['letter'];
  const knowsOther = read.known(id, 'other') !== undefined;
  const dead = read.is(id, 'alive', 'no');
  return {
    asks,
    facts: {
      id,
      sex: origin.sex,
      born: { date: born, country },
      ...(dead && { died: { date: read.day(id, 'died_on') } }),
      parents: origin.parents,
      citizenship_events: events.map(({ event }) => event),
      ...(id === 'a' &&
        read.is(id, 'other', 'none') && { can_claim_other_citizenship: yesNo(read, id, 'claim') }),
      ...(id.length > 1 && id.endsWith('f') && !isItalian(origin.status)
        ? { foreign_citizenship_passes_to_child: yesNo(read, id, 'passes') }
        : {}),
      residences: residences.map(({ stay }) => stay),
      ...(registered && {
        italian_recognition: {
          letter: letter ?? null,
          recognised_on: letter === 'none_needed' ? born : read.day(id, 'recognised_on'),
        },
      }),
      completeness: {
        citizenship_events: knowsOther || isForeigner(id, origin.status),
        residences: residencesKnown(read, id),
      },
    },
  };
}

function isForeigner(id: string, status: string | undefined): boolean {
  return id.length > 1 && id.startsWith('a') && (status === undefined || status === 'never');
}

function isItalian(status: string | undefined): boolean {
  return status === 'born_in_italy' || status === 'registered' || status === 'became';
}

export function yesNo(read: Reader, person: string, topic: Topic): boolean | null {
  const value = read.known(person, topic);
  return value === undefined ? null : value === 'yes';
}

interface BuiltEvent {
  readonly event: Event;
  readonly date: Topic;
  readonly how: Topic;
}

const becameHow: Readonly<Record<string, NonNullable<Event['how']>>> = {
  old_marriage: 'marriage_automatic',
  marriage: 'marriage_application',
  residence: 'residence_grant',
  with_parents: 'derived_from_parent',
  benefit: 'benefit_of_law',
};
const tookHow: Readonly<Record<string, NonNullable<Event['how']>>> = {
  asked: 'naturalisation',
  marriage: 'marriage_automatic',
  with_parents: 'derived_from_parent',
  automatic: 'operation_of_law',
};

function eventsOf(
  read: Reader,
  id: string,
  status: string | undefined,
  born: string | null,
  country: string | null,
): BuiltEvent[] {
  const events: BuiltEvent[] = [];
  const add = (event: Event, date: Topic, how: Topic) => events.push({ event, date, how });
  if (status === 'born_in_italy' || status === 'registered')
    add({ date: born, type: 'acquired', citizenship: 'IT', how: 'birth_descent' }, 'born', 'status');
  if (status === 'became') {
    const how = read.known(id, 'became_how') ?? '';
    const date = read.day(id, 'became_on');
    if (how === 'regained')
      add(
        { date, type: 'reacquired', citizenship: 'IT', how: 'reacquisition_declaration' },
        'became_on',
        'became_how',
      );
    else
      add(
        { date, type: 'acquired', citizenship: 'IT', how: becameHow[how] ?? null },
        'became_on',
        'became_how',
      );
  }
  const other = read.known(id, 'other');
  const otherCountry = read.known(id, 'other_country');
  if (other === 'birth' || other === 'both') {
    const citizenship = country !== null && country !== 'IT' ? country : (otherCountry ?? 'ZZ');
    const how = country !== null && country !== 'IT' ? 'birth_territory' : 'birth_descent';
    add({ date: born, type: 'acquired', citizenship, how, voluntary: false }, 'born', 'other');
  }
  if (other === 'later' || other === 'both') {
    const how = read.known(id, 'took_how');
    add(
      {
        date: read.day(id, 'took_on'),
        type: 'acquired',
        citizenship: otherCountry ?? read.known('a', 'home') ?? 'ZZ',
        how: how === undefined ? null : (tookHow[how] ?? null),
        ...(how !== undefined && { voluntary: how === 'asked' }),
      },
      'took_on',
      'took_how',
    );
  }
  if (read.is(id, 'british_husband', 'british', 'other')) {
    const citizenship = read.is(id, 'british_husband', 'british') ? 'GB' : (otherCountry ?? 'ZZ');
    add(
      {
        date: read.day(id, 'wedding_abroad_on'),
        type: 'acquired',
        citizenship: citizenship === 'ZZ' ? 'XX' : citizenship,
        how: 'marriage_automatic',
        voluntary: false,
      },
      'wedding_abroad_on',
      'british_husband',
    );
  }
  if (read.is(id, 'renounced', 'yes'))
    add(
      {
        date: read.day(id, 'renounced_on'),
        type: 'renounced',
        citizenship: 'IT',
        how: 'renunciation_declaration',
      },
      'renounced_on',
      'renounced',
    );
  if (read.is(id, 'regained', 'yes'))
    add(
      {
        date: read.day(id, 'regained_on'),
        type: 'reacquired',
        citizenship: 'IT',
        how: 'reacquisition_declaration',
      },
      'regained_on',
      'regained',
    );
  return events;
}
