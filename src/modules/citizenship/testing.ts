import type { Assessment } from './domain/answer/assessment.ts';
import { assess } from './domain/assess.ts';
import type { Facts, PersonFacts, UnionFacts } from './domain/facts/shape.ts';

/** Builders for families in tests: always plainly invented people, named by what they are to the applicant. */
type Event = PersonFacts['citizenship_events'][number];
type Residence = PersonFacts['residences'][number];

export const italianByBirth = (date: string): Event => ({
  date,
  type: 'acquired',
  citizenship: 'IT',
  how: 'birth_descent',
});
export const bornWith = (citizenship: string, date: string): Event => ({
  date,
  type: 'acquired',
  citizenship,
  how: 'birth_territory',
  voluntary: false,
});
export const naturalised = (citizenship: string, date: string | null): Event => ({
  date,
  type: 'acquired',
  citizenship,
  how: 'naturalisation',
  voluntary: true,
});
export const lived = (country: string, from: string, to?: string, household?: string[]): Residence => ({
  country,
  from,
  ...(to && { to }),
  ...(household && { with: household }),
});

export function aPerson(
  id: string,
  sex: 'female' | 'male',
  born: string,
  country: string,
  more: Partial<PersonFacts> = {},
): PersonFacts {
  return {
    id,
    sex,
    born: { date: born, country },
    parents: [],
    citizenship_events: [],
    residences: [],
    ...more,
  };
}

export const childOf = (...ids: string[]): PersonFacts['parents'] =>
  ids.map((id) => ({ id, kind: 'birth' as const }));

export function aWedding(a: string, b: string, date: string, more: Partial<UnionFacts> = {}): UnionFacts {
  return { id: `w_${a}_${b}`, kind: 'marriage', partners: [a, b], date, country: 'GB', ...more };
}

export function aFamily(
  route: Facts['application']['route'],
  persons: PersonFacts[],
  more: Partial<Omit<Facts, 'application'>> & { application?: Partial<Facts['application']> } = {},
): Facts {
  const { application, ...rest } = more;
  return {
    as_of: '2026-11-22',
    rules_profile: 'law_in_force',
    applicant: 'a',
    persons,
    unions: [],
    ...rest,
    application: { route, ...application },
  };
}

export function assessed(facts: unknown, options: Partial<Parameters<typeof assess>[1]> = {}): Assessment {
  const outcome = assess(facts, { locale: 'en', ...options });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}
