import { impossibleApplication } from './impossible-application.ts';
import { impossiblePerson } from './impossible-person.ts';
import { impossibleUnion } from './impossible-union.ts';
import type { FactError } from './refusal.ts';
import type { Facts, PersonFacts } from './shape.ts';

/** What cannot have happened: wrong references, cycles, wrong order of events, days later than the day of the assessment. */
export function findImpossible(facts: Facts): FactError[] {
  const persons = new Map<string, PersonFacts>();
  const errors: FactError[] = [];
  facts.persons.forEach((person, index) => {
    if (persons.has(person.id)) errors.push({ pointer: `/persons/${index}/id`, code: 'duplicate_id' });
    else persons.set(person.id, person);
  });
  const unions = new Set<string>();
  facts.unions.forEach((union, index) => {
    if (unions.has(union.id)) errors.push({ pointer: `/unions/${index}/id`, code: 'duplicate_id' });
    unions.add(union.id);
  });
  if (!persons.has(facts.applicant)) errors.push({ pointer: '/applicant', code: 'unknown_person' });
  facts.persons.forEach((person, index) => {
    errors.push(...impossiblePerson(person, `/persons/${index}`, persons, facts.as_of));
  });
  facts.unions.forEach((union, index) => {
    errors.push(...impossibleUnion(union, `/unions/${index}`, persons, facts.as_of));
  });
  errors.push(...impossibleApplication(facts, persons));
  errors.push(...cycles(facts, persons));
  return errors;
}

function cycles(facts: Facts, persons: ReadonlyMap<string, PersonFacts>): FactError[] {
  const done = new Set<string>();
  const errors: FactError[] = [];
  const index = new Map(facts.persons.map((person, at) => [person.id, at]));
  const visit = (person: PersonFacts, above: Set<string>) => {
    if (done.has(person.id)) return;
    above.add(person.id);
    person.parents.forEach((link, at) => {
      if (above.has(link.id))
        errors.push({ pointer: `/persons/${index.get(person.id)}/parents/${at}/id`, code: 'cycle_in_tree' });
      else {
        const parent = persons.get(link.id);
        if (parent !== undefined) visit(parent, above);
      }
    });
    above.delete(person.id);
    done.add(person.id);
  };
  for (const person of facts.persons) visit(person, new Set());
  return errors;
}
