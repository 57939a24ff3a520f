import { type Day, toDay } from '../reasoning/day.ts';
import type { Topic, UnknownDay, When } from '../reasoning/unknown.ts';
import type { PersonFacts } from './shape.ts';

/** No person of whom a register speaks was born earlier. */
const beginning = toDay('1750-01-01');

/** The span in which everything of a person's life falls. */
export interface Life {
  readonly pointer: string;
  readonly born: When;
  readonly died: When | undefined;
  readonly low: Day;
  readonly high: Day;
}

interface AboutDay {
  readonly pointer: string;
  readonly person: string;
  readonly topic: Topic;
  readonly low: Day;
  readonly high: Day;
}

export function unknownDay(date: string | null, about: AboutDay): When {
  if (date !== null) return toDay(date);
  if (about.low >= about.high) return about.low;
  return { ...about, key: about.pointer, months: 0 } satisfies UnknownDay;
}

export function lifeOf(
  person: PersonFacts,
  pointer: string,
  persons: ReadonlyMap<string, PersonFacts>,
  children: readonly PersonFacts[],
  asOf: Day,
): Life {
  const days = (dates: readonly (string | null | undefined)[]) =>
    dates.flatMap((date) => (date == null ? [] : [toDay(date)]));
  const died = days([person.died?.date])[0];
  const deeds = days([
    ...person.citizenship_events.map(({ date }) => date),
    ...person.residences.flatMap(({ from, to }) => [from, to]),
    person.emancipated_on,
  ]);
  const born = unknownDay(person.born.date, {
    pointer: `${pointer}/born/date`,
    person: person.id,
    topic: 'birth_date',
    low: Math.max(
      beginning,
      ...days(person.parents.map(({ id }) => persons.get(id)?.born.date)).map((day) => day + 1),
    ),
    high: Math.min(
      asOf,
      died ?? asOf,
      ...deeds,
      ...days(children.map((child) => child.born.date)).map((day) => day - 1),
    ),
  });
  const low = typeof born === 'number' ? born : born.low;
  const lastChild = person.sex === 'female' ? days(children.map((child) => child.born.date)) : [];
  return {
    pointer,
    born,
    died:
      person.died &&
      unknownDay(person.died.date, {
        pointer: `${pointer}/died/date`,
        person: person.id,
        topic: 'death_date',
        low: Math.max(low, ...deeds, ...lastChild),
        high: asOf,
      }),
    low,
    high: Math.min(asOf, died ?? asOf),
  };
}
