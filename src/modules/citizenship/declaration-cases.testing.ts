import type { Facts, PersonFacts } from './domain/facts/shape.ts';
import { type LawCase, lawCase } from './law-case.testing.ts';
import {
  aFamily,
  aPerson,
  aWedding,
  bornWith,
  childOf,
  italianByBirth,
  lived,
  naturalised,
} from './testing.ts';

/** Reacquisition and renunciation: one's own declarations. */
type Event = PersonFacts['citizenship_events'][number];
type Declaration = NonNullable<Facts['application']['declarations']>[number];

const self = (on: string, more: Partial<Declaration> = {}): Declaration => ({
  by: 'a',
  on,
  capacity: 'self',
  in_person: true,
  ...more,
});
const former = (more: Partial<PersonFacts> = {}) =>
  aPerson('a', 'male', '1950-03-03', 'IT', {
    citizenship_events: [italianByBirth('1950-03-03'), naturalised('GB', '1985-04-04')],
    residences: [lived('IT', '1950-03-03', '1972-01-01'), lived('GB', '1972-01-01')],
    ...more,
  });
const withEvents = (...events: Event[]) =>
  former({ citizenship_events: [italianByBirth('1950-03-03'), ...events] });
const renounced = (date: string): Event => ({
  date,
  type: 'renounced',
  citizenship: 'IT',
  how: 'renunciation_declaration',
});
const unsought = (citizenship: string, date: string): Event => ({
  date,
  type: 'acquired',
  citizenship,
  how: 'operation_of_law',
  voluntary: false,
});
const declared = (
  persons: PersonFacts[],
  declarations: Declaration[] = [self('2026-03-03')],
  asOf = '2026-11-22',
) =>
  aFamily('reacquisition_art17', persons, {
    as_of: asOf,
    application: { ...(declarations.length > 0 && { declarations }) },
  });

const reacquisitions = [
  lawCase(
    'REACQ-5: nothing declared while the window is open',
    declared([former()], []),
    'eligible',
    ['REACQ-1', 'REACQ-2', 'REACQ-3', 'REACQ-5'],
    { deadline: '2027-12-31', tells: ['REACQ-7'] },
  ),
  lawCase(
    'REACQ-5: nothing declared the day before it opens',
    declared([former()], [], '2025-06-30'),
    'not_eligible',
    ['REACQ-5'],
  ),
  lawCase(
    'REACQ-5, REACQ-4: nothing declared the day after it closes',
    declared([former()], [], '2028-01-01'),
    'not_eligible',
    ['REACQ-5', 'REACQ-4'],
    { deadline: '2027-12-31' },
  ),
  lawCase(
    'REACQ-5: declared too early and again in time',
    declared([former()], [self('2025-06-30'), self('2026-01-10')]),
    'eligible',
    ['REACQ-5', 'REACQ-6'],
  ),
  lawCase(
    'REACQ-1: the son declares for the father',
    declared(
      [former(), aPerson('k', 'male', '1980-01-01', 'GB', { parents: childOf('a') })],
      [self('2026-03-03', { by: 'k' })],
    ),
    'not_eligible',
    ['REACQ-1'],
  ),
  lawCase(
    'REACQ-1: a son born after the loss was never a citizen',
    declared([
      aPerson('a', 'male', '1990-01-01', 'GB', {
        parents: childOf('f'),
        citizenship_events: [bornWith('GB', '1990-01-01')],
      }),
      { ...former(), id: 'f' },
    ]),
    'not_eligible',
    ['REACQ-1'],
  ),
  lawCase(
    'REACQ-2: whether the person lived in Italy is asked',
    declared([
      former({
        born: { date: '1950-03-03', country: 'FR' },
        residences: [lived('GB', '1970-01-01')],
        completeness: { residences: false },
      }),
    ]),
    'needs_information',
    ['REACQ-2', 'ENG-1'],
    { asks: '/persons/0/residences' },
  ),
  lawCase(
    'REACQ-3: lost on 15 August 1992',
    declared([withEvents(naturalised('GB', '1992-08-15'))]),
    'eligible',
    ['REACQ-3', 'LOSS-1'],
  ),
  lawCase(
    'REACQ-3: lost as a minor with the father',
    declared([
      aPerson('a', 'male', '1960-03-03', 'IT', {
        parents: childOf('f'),
        citizenship_events: [
          {
            date: '1970-01-01',
            type: 'acquired',
            citizenship: 'GB',
            how: 'derived_from_parent',
            voluntary: false,
          },
        ],
        residences: [lived('GB', '1965-01-01', undefined, ['f'])],
      }),
      aPerson('f', 'male', '1930-01-01', 'IT', {
        citizenship_events: [italianByBirth('1930-01-01'), naturalised('GB', '1970-01-01')],
        residences: [lived('GB', '1965-01-01')],
      }),
    ]),
    'eligible',
    ['REACQ-3', 'LOSS-4'],
  ),
  lawCase(
    'REACQ-3: renounced after an acquisition that was not sought',
    declared([withEvents(unsought('BR', '1980-01-01'), renounced('1981-01-01'))]),
    'eligible',
    ['REACQ-3', 'LOSS-2'],
  ),
  lawCase(
    'REACQ-4: lost by a foreign service under art. 8 n. 3',
    declared([withEvents({ date: '1980-01-01', type: 'lost', citizenship: 'IT', how: 'operation_of_law' })]),
    'not_eligible',
    ['REACQ-3', 'REACQ-4'],
  ),
  lawCase(
    'REACQ-3, REACQ-11: on which side of 1992 the loss falls is asked',
    declared([withEvents(naturalised('GB', null))]),
    'needs_information',
    ['REACQ-3', 'REACQ-11', 'ENG-1'],
    { asks: '/persons/0/citizenship_events/1/date' },
  ),
];

const husband = aPerson('h', 'male', '1920-01-01', 'GB', {
  citizenship_events: [bornWith('GB', '1920-01-01')],
  died: { date: '1990-01-01' },
});
const bride = (
  wedding: string,
  events: Event[],
  declaration = self('2026-11-20'),
  asOf = '2026-11-22',
  country = 'IT',
) =>
  aFamily(
    'reacquisition_women',
    [
      aPerson('a', 'female', '1928-05-05', country, {
        citizenship_events: [italianByBirth('1928-05-05'), ...events],
        residences: [lived('GB', '1949-01-01')],
      }),
      husband,
      aPerson('k', 'female', '1950-01-01', 'GB', { parents: childOf('a') }),
    ],
    { as_of: asOf, unions: [aWedding('a', 'h', wedding)], application: { declarations: [declaration] } },
  );
const automatic = (date: string): Event => ({
  date,
  type: 'acquired',
  citizenship: 'GB',
  how: 'marriage_automatic',
  voluntary: false,
});

const brides = [
  lawCase(
    'REACQ-8: married on 31 December 1948, and the effect is tomorrow’s',
    bride('1948-12-31', [automatic('1948-12-31')]),
    'eligible',
    ['REACQ-8', 'LOSS-7', 'REACQ-6'],
  ),
  lawCase(
    'REACQ-8: after the window of art. 17',
    bride('1947-12-31', [automatic('1947-12-31')], self('2028-11-20'), '2028-11-22'),
    'eligible',
    ['REACQ-8'],
  ),
  lawCase(
    'REACQ-8: born abroad',
    bride('1947-12-31', [automatic('1947-12-31')], undefined, undefined, 'FR'),
    'eligible',
    ['REACQ-8'],
  ),
  lawCase(
    'REACQ-1: the daughter declares for her',
    bride('1947-12-31', [automatic('1947-12-31')], self('2026-11-20', { by: 'k' })),
    'not_eligible',
    ['REACQ-1'],
  ),
  lawCase(
    'REACQ-10, REACQ-11: married on 1 January 1949, still Italian',
    bride('1949-01-01', []),
    'not_eligible',
    ['REACQ-10', 'REACQ-11', 'LOSS-7'],
  ),
  lawCase(
    'REACQ-10, LOSS-1: married in 1949 and naturalised in 1955',
    bride('1949-01-01', [naturalised('GB', '1955-05-05')]),
    'not_eligible',
    ['REACQ-10', 'LOSS-1'],
  ),
];

const citizen = (more: Partial<PersonFacts> = {}) =>
  aPerson('a', 'male', '1980-01-01', 'IT', {
    citizenship_events: [italianByBirth('1980-01-01'), naturalised('GB', '2015-01-01')],
    residences: [lived('IT', '1980-01-01', '2005-01-01'), lived('GB', '2005-01-01')],
    ...more,
  });
const young = (born: string) =>
  citizen({
    born: { date: born, country: 'IT' },
    citizenship_events: [italianByBirth(born), bornWith('GB', born)],
    residences: [lived('GB', born)],
  });
const renounces = (person: PersonFacts) => aFamily('renunciation', [person]);

const renunciations = [
  lawCase('REN-3, REN-4: what is to be paid and shown', renounces(citizen()), 'eligible', [
    'REN-1',
    'REN-2',
    'REN-5',
    'REN-3',
    'REN-4',
  ]),
  lawCase('REN-2: 18 today', renounces(young('2008-11-22')), 'eligible', ['REN-2']),
  lawCase('REN-2: 18 tomorrow', renounces(young('2008-11-23')), 'not_eligible', ['REN-2']),
  lawCase(
    'REN-1: where the person lives is asked',
    renounces(citizen({ residences: [], completeness: { residences: false } })),
    'needs_information',
    ['REN-1', 'ENG-1'],
    { asks: '/persons/0/residences' },
  ),
  lawCase(
    'REN-1: renounced already',
    renounces(
      citizen({
        citizenship_events: [
          italianByBirth('1980-01-01'),
          naturalised('GB', '2015-01-01'),
          renounced('2016-01-01'),
        ],
      }),
    ),
    'not_eligible',
    ['REN-1', 'LOSS-9'],
  ),
  lawCase(
    'REN-6: lost on 15 August 1992',
    renounces(
      citizen({
        born: { date: '1960-01-01', country: 'IT' },
        citizenship_events: [italianByBirth('1960-01-01'), naturalised('GB', '1992-08-15')],
        residences: [lived('GB', '1982-01-01')],
      }),
    ),
    'not_eligible',
    ['REN-6', 'LOSS-1'],
  ),
];

export const declarationCases: readonly LawCase[] = [...reacquisitions, ...brides, ...renunciations];
