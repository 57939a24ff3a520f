import { type Day, toDay } from '../reasoning/day.ts';
import type { UnknownChoice, When } from '../reasoning/unknown.ts';
import { readEvents } from './read-events.ts';
import type { Facts, PersonFacts } from './shape.ts';
import type { ParentLink, Person, Stay, Tree, Union } from './tree.ts';
import { type Life, lifeOf, unknownDay } from './unknown-days.ts';

export function growTree(facts: Facts): Tree {
  const asOf = toDay(facts.as_of);
  const byId = new Map(facts.persons.map((person) => [person.id, person]));
  const childrenOf = new Map<string, PersonFacts[]>();
  for (const child of facts.persons)
    for (const link of child.parents) {
      const known = childrenOf.get(link.id);
      if (known === undefined) childrenOf.set(link.id, [child]);
      else known.push(child);
    }
  const persons = new Map<string, Person>();
  facts.persons.forEach((person, index) => {
    const life = lifeOf(person, `/persons/${index}`, byId, childrenOf.get(person.id) ?? [], asOf);
    persons.set(person.id, readPerson(person, life));
  });
  facts.persons.forEach((person, index) => {
    const child = persons.get(person.id) as Person;
    person.parents.forEach((link, at) => {
      const parent = persons.get(link.id) as Person;
      const since =
        link.kind === 'birth'
          ? child.born
          : unknownDay(link.established_on, {
              pointer: `/persons/${index}/parents/${at}/established_on`,
              person: person.id,
              topic: link.kind === 'adoption' ? 'adoption_date' : 'filiation_date',
              low: earliestDay(child.born),
              high: asOf,
            });
      child.parents.push({ parent, kind: link.kind, since });
      parent.children.push(child);
    });
    child.parents.sort(
      (a, b) => rank(a) - rank(b) || earliestDay(a.parent.born) - earliestDay(b.parent.born),
    );
  });
  facts.unions.forEach((union, index) => {
    const partners = union.partners.map((id) => persons.get(id) as Person) as [Person, Person];
    const linked: Union = {
      pointer: `/unions/${index}`,
      facts: union,
      kind: union.kind,
      partners,
      on: toDay(union.date),
      ended: union.ended && { on: toDay(union.ended.date), how: union.ended.how },
    };
    for (const partner of partners) partner.unions.push(linked);
  });
  for (const person of persons.values()) person.unions.sort((a, b) => a.on - b.on);
  const applicant = persons.get(facts.applicant) as Person;
  return { asOf, facts, applicant, persons, application: facts.application };
}

function readPerson(facts: PersonFacts, life: Life): Person {
  const choice = <Value extends string | boolean>(
    topic: UnknownChoice<Value>['topic'],
    member: string,
    options: readonly Value[],
  ): UnknownChoice<Value> => ({
    key: life.pointer + member,
    pointer: life.pointer + member,
    person: facts.id,
    topic,
    options,
  });
  const country = facts.born.country;
  const complete = facts.completeness;
  return {
    id: facts.id,
    pointer: life.pointer,
    facts,
    sex: facts.sex ?? choice('sex', '/sex', ['female', 'male'] as const),
    born: life.born,
    bornInItaly:
      country === null ? choice('birth_country', '/born/country', [true, false]) : country === 'IT',
    died: life.died,
    emancipatedOn: facts.emancipated_on === undefined ? undefined : toDay(facts.emancipated_on),
    parents: [],
    children: [],
    events: readEvents(facts, life),
    eventsComplete: complete?.citizenship_events !== false,
    stays: facts.residences.map((stay, index): Stay => {
      const pointer = `${life.pointer}/residences/${index}`;
      const about = { person: facts.id, topic: 'residence_date', low: life.low, high: life.high } as const;
      return {
        pointer,
        country: stay.country,
        from: unknownDay(stay.from, { ...about, pointer: `${pointer}/from` }),
        to:
          stay.to === undefined
            ? Number.POSITIVE_INFINITY
            : unknownDay(stay.to, { ...about, pointer: `${pointer}/to` }),
        household: stay.with ?? [],
        proof: stay.proof === null || stay.proof === 'none' ? 'undocumented' : 'documented',
      };
    }),
    staysComplete: complete?.residences !== false,
    unions: [],
  };
}

function rank(link: ParentLink): number {
  return (
    (link.parent.facts.sex === 'male' ? 0 : link.parent.facts.sex === null ? 1 : 2) +
    (link.kind === 'adoption' ? 4 : 0)
  );
}

export function earliestDay(day: When): Day {
  return typeof day === 'number' ? day : day.low;
}
