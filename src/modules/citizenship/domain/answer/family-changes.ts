import type { Locale } from '#kernel/locale.ts';
import type { Facts, PersonFacts } from '../facts/shape.ts';
import { plusYears, toDay, toIso } from '../reasoning/day.ts';
import type { Judgement } from '../reasoning/verdict.ts';
import { sayDay } from '../words/say.ts';
import type { Candidate } from './candidate.ts';

/** The link that breaks: what a record would have to say for the line to hold. */
export function familyChanges(
  facts: Facts,
  { leaf }: Judgement,
  who: (id: string) => string,
  locale: Locale,
): Candidate[] {
  const held = (rule: string, holds: boolean) =>
    leaf.world.steps.filter((step) => step.rule === rule && step.holds === holds).map(({ person }) => person);
  return [
    ...[...new Set(held('LOSS-1', true))].flatMap((id) => laterNaturalisation(facts, id, who, locale)),
    ...[...new Set(held('LOSS-4', true))].flatMap((id) => livingApart(facts, id, who)),
    ...[...new Set(held('TRANS-3', false))].flatMap((id) => fatherWithoutCitizenship(facts, id, who)),
  ];
}

/** First day from which the naturalisation would have done no harm. */
function laterNaturalisation(
  facts: Facts,
  id: string,
  who: (id: string) => string,
  locale: Locale,
): Candidate[] {
  const index = facts.persons.findIndex((person) => person.id === id);
  const person = facts.persons[index];
  if (person === undefined) return [];
  const at = person.citizenship_events.findIndex(
    (event) =>
      event.citizenship !== 'IT' &&
      event.type === 'acquired' &&
      event.voluntary !== false &&
      event.date !== null,
  );
  const event = person.citizenship_events[at];
  if (event?.date == null) return [];
  const children = facts.persons.filter((child) => child.parents.some((link) => link.id === id));
  const last = person.died?.date ?? facts.as_of;
  return children
    .flatMap((child) => turningPoints(child))
    .concat(toDay('1992-08-16'))
    .filter((day) => toIso(day) > (event.date ?? '') && toIso(day) <= last)
    .sort((a, b) => a - b)
    .map((day) => ({
      facts: replacePerson(facts, index, {
        ...person,
        citizenship_events: person.citizenship_events.map((each, position) =>
          position === at ? { ...each, date: toIso(day) } : each,
        ),
      }),
      tell: {
        kind: 'different_fact',
        person: id,
        path: `/persons/${index}/citizenship_events/${at}/date`,
        date: toIso(day),
      },
      explanation: {
        it: `L’anello che si rompe è questo: ${who(id)}. La linea reggerebbe se un certificato provasse che la naturalizzazione è avvenuta dal ${sayDay(day, locale)} in poi.`,
        en: `The link that breaks is this: ${who(id)}. The line would hold if a certificate proved that the naturalisation happened on or after ${sayDay(day, locale)}.`,
      },
    }));
}

function turningPoints(child: PersonFacts): number[] {
  if (child.born.date === null) return [];
  const born = toDay(child.born.date);
  const reform = toDay('1975-03-10');
  const adult = plusYears(born, 21) < reform ? plusYears(born, 21) : Math.max(plusYears(born, 18), reform);
  return [born + 1, adult];
}

function livingApart(facts: Facts, id: string, who: (id: string) => string): Candidate[] {
  const index = facts.persons.findIndex((person) => person.id === id);
  if (facts.persons[index] === undefined) return [];
  const parents = new Set(facts.persons[index].parents.map((link) => link.id));
  const apart = facts.persons.map((person) => ({
    ...person,
    residences: person.residences.map(({ with: household, ...stay }) => ({
      ...stay,
      ...(household && {
        with: household.filter(
          (other) => !(person.id === id && parents.has(other)) && !(parents.has(person.id) && other === id),
        ),
      }),
    })),
  }));
  return [
    {
      facts: { ...facts, persons: apart },
      tell: { kind: 'different_fact', person: id, path: `/persons/${index}/residences` },
      explanation: {
        it: `L’anello che si rompe è questo: ${who(id)}. La linea reggerebbe se un certificato storico di residenza provasse che non viveva con il genitore quando questi perse la cittadinanza.`,
        en: `The link that breaks is this: ${who(id)}. The line would hold if a historical residence certificate proved that this person did not live with the parent when the parent lost the citizenship.`,
      },
    },
  ];
}

function fatherWithoutCitizenship(facts: Facts, id: string, who: (id: string) => string): Candidate[] {
  const child = facts.persons.find((person) => person.id === id);
  const index = facts.persons.findIndex(
    (person) => person.sex === 'male' && child?.parents.some((link) => link.id === person.id),
  );
  const father = facts.persons[index];
  if (father === undefined) return [];
  return [
    {
      facts: replacePerson(facts, index, { ...father, foreign_citizenship_passes_to_child: false }),
      tell: {
        kind: 'different_fact',
        person: father.id,
        path: `/persons/${index}/foreign_citizenship_passes_to_child`,
      },
      explanation: {
        it: `L’anello che si rompe è questo: ${who(id)}. La linea reggerebbe se le autorità attestassero che la cittadinanza del padre non passò alla nascita; altrimenti resta il giudice.`,
        en: `The link that breaks is this: ${who(id)}. The line would hold if the authorities stated that the father’s citizenship did not pass at birth; otherwise only the courts remain.`,
      },
    },
  ];
}

function replacePerson(facts: Facts, index: number, person: PersonFacts): Facts {
  return { ...facts, persons: facts.persons.map((each, position) => (position === index ? person : each)) };
}
