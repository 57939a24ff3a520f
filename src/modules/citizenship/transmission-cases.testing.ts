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

export const emigrant = (more: Partial<PersonFacts> = {}) =>
  aPerson('f', 'male', '1925-04-02', 'IT', {
    citizenship_events: [italianByBirth('1925-04-02')],
    residences: [lived('IT', '1925-04-02', '1949-05-01'), lived('GB', '1949-05-01')],
    ...more,
  });
export const naturalisedEmigrant = (on: string | null) =>
  emigrant({ citizenship_events: [italianByBirth('1925-04-02'), naturalised('GB', on)] });
export const britishMother = (more: Partial<PersonFacts> = {}) =>
  aPerson('m', 'female', '1927-08-08', 'GB', { citizenship_events: [bornWith('GB', '1927-08-08')], ...more });
export const child = (born: string, more: Partial<PersonFacts> = {}) =>
  aPerson('a', 'male', born, 'GB', {
    parents: childOf('f', 'm'),
    citizenship_events: [bornWith('GB', born)],
    residences: [lived('GB', born, undefined, ['f'])],
    ...more,
  });
export const deadMother = britishMother({ died: { date: '1962-01-10' } });

const line = (
  name: string,
  persons: PersonFacts[],
  unions: Facts['unions'],
  verdict: LawCase['verdict'],
  rules: LawCase['rules'],
) => lawCase(name, aFamily('transmission', persons, { unions }), verdict, rules);

/** Who is a citizen under the ordinary rules. */
export const transmissionCases: readonly LawCase[] = [
  line(
    'TRANS-1: a father who was Italian gives it',
    [child('1960-03-03'), emigrant(), britishMother()],
    [],
    'eligible',
    ['TRANS-1'],
  ),
  line(
    'TRANS-1: a posthumous child follows the father as he was at his death',
    [child('1960-03-03'), emigrant({ died: { date: '1959-12-01' }, residences: [] }), britishMother()],
    [],
    'eligible',
    ['TRANS-1'],
  ),
  line(
    'LOSS-1: naturalised the day before the birth',
    [child('1960-03-03'), naturalisedEmigrant('1960-03-02'), deadMother],
    [],
    'not_eligible',
    ['LOSS-1', 'LOSS-10'],
  ),
  line(
    'LOSS-10, U-8: naturalised on the day of the birth, an officer looks at the hours',
    [child('1960-03-03'), naturalisedEmigrant('1960-03-03'), deadMother],
    [],
    'needs_information',
    ['LOSS-10', 'U-8'],
  ),
  line(
    'LOSS-4: naturalised the day after the birth, the minor at home loses too',
    [child('1960-03-03'), naturalisedEmigrant('1965-03-03'), deadMother],
    [],
    'not_eligible',
    ['LOSS-4', 'LOSS-AGE'],
  ),
  line(
    'LOSS-4: a child who did not live with the father keeps it',
    [
      child('1960-03-03', { residences: [lived('GB', '1960-03-03')] }),
      naturalisedEmigrant('1965-03-03'),
      deadMother,
    ],
    [],
    'eligible',
    ['LOSS-4', 'TRANS-1'],
  ),
  line(
    'LOSS-4: a child without any foreign citizenship keeps it',
    [child('1960-03-03', { citizenship_events: [] }), naturalisedEmigrant('1965-03-03'), deadMother],
    [],
    'eligible',
    ['LOSS-4', 'TRANS-1'],
  ),
  line(
    'LOSS-AGE: 20 years old in 1974 is still a minor',
    [child('1954-03-03'), naturalisedEmigrant('1975-03-02'), deadMother],
    [],
    'not_eligible',
    ['LOSS-4'],
  ),
  line(
    'LOSS-AGE: 21 on the day is an adult',
    [child('1954-03-02'), naturalisedEmigrant('1975-03-02'), deadMother],
    [],
    'eligible',
    ['LOSS-AGE'],
  ),
  line(
    'LOSS-AGE: an emancipated minor is an adult',
    [child('1954-03-03', { emancipated_on: '1973-01-01' }), naturalisedEmigrant('1974-03-02'), deadMother],
    [],
    'eligible',
    ['LOSS-AGE'],
  ),
  line(
    'LOSS-1: living in Italy on the day, nothing is lost',
    [
      aPerson('a', 'male', '1950-01-05', 'IT', {
        citizenship_events: [italianByBirth('1950-01-05'), naturalised('CH', '1985-01-01')],
        residences: [lived('IT', '1950-01-05')],
      }),
    ],
    [],
    'eligible',
    ['LOSS-1'],
  ),
  line(
    'LOSS-1: 15 August 1992 is a loss',
    [
      aPerson('a', 'male', '1950-01-05', 'IT', {
        citizenship_events: [italianByBirth('1950-01-05'), naturalised('GB', '1992-08-15')],
        residences: [lived('GB', '1970-02-01')],
      }),
    ],
    [],
    'not_eligible',
    ['LOSS-1'],
  ),
  line(
    'LOSS-8, U-4: German in 2000, an officer looks at the Strasbourg Convention',
    [
      aPerson('a', 'male', '1950-01-05', 'IT', {
        citizenship_events: [italianByBirth('1950-01-05'), naturalised('DE', '2000-02-02')],
        residences: [lived('DE', '1970-02-01')],
      }),
    ],
    [],
    'needs_information',
    ['U-4'],
  ),
  line(
    'LOSS-8: French in July 2010, after the Convention, keeps',
    [
      aPerson('a', 'male', '1950-01-05', 'IT', {
        citizenship_events: [italianByBirth('1950-01-05'), naturalised('FR', '2010-06-04')],
        residences: [lived('FR', '1970-02-01')],
      }),
    ],
    [],
    'eligible',
    ['LOSS-8'],
  ),
  line(
    'LOSS-2: an involuntary acquisition takes nothing',
    [
      aPerson('a', 'male', '1950-01-05', 'IT', {
        citizenship_events: [
          italianByBirth('1950-01-05'),
          { ...naturalised('BR', '1980-02-02'), how: 'operation_of_law', voluntary: false },
        ],
        residences: [lived('BR', '1970-02-01')],
      }),
    ],
    [],
    'eligible',
    ['LOSS-2'],
  ),
  line(
    'LOSS-2: a renunciation after it does',
    [
      aPerson('a', 'male', '1950-01-05', 'IT', {
        citizenship_events: [
          italianByBirth('1950-01-05'),
          { ...naturalised('BR', '1980-02-02'), how: 'operation_of_law', voluntary: false },
          { date: '1981-01-01', type: 'renounced', citizenship: 'IT', how: 'renunciation_declaration' },
        ],
        residences: [lived('BR', '1970-02-01')],
      }),
    ],
    [],
    'not_eligible',
    ['LOSS-9', 'LOSS-2'],
  ),
  line(
    'LOSS-6: a child who reacquired at 22 is Italian again',
    [
      child('1960-03-03', {
        citizenship_events: [
          bornWith('GB', '1960-03-03'),
          { date: '1979-02-02', type: 'reacquired', citizenship: 'IT', how: 'declaration_on_majority' },
        ],
      }),
      naturalisedEmigrant('1965-03-03'),
      deadMother,
    ],
    [],
    'eligible',
    ['LOSS-6'],
  ),
  line(
    'LOSS-5: a father who reacquires after the majority does not give it back',
    [
      child('1950-03-03'),
      emigrant({
        citizenship_events: [
          italianByBirth('1925-04-02'),
          naturalised('GB', '1958-06-01'),
          { date: '1971-03-03', type: 'reacquired', citizenship: 'IT', how: 'reacquisition_residence' },
        ],
      }),
      britishMother({ died: { date: '1957-01-10' } }),
    ],
    [],
    'not_eligible',
    ['LOSS-4'],
  ),
  line(
    'U-2: the mother stays Italian while the father loses, an officer decides',
    [
      child('1960-03-03'),
      naturalisedEmigrant('1965-03-03'),
      aPerson('m', 'female', '1930-01-01', 'IT', { citizenship_events: [italianByBirth('1930-01-01')] }),
    ],
    [aWedding('f', 'm', '1950-01-01')],
    'needs_information',
    ['U-2'],
  ),
  line(
    'LOSS-11: the Italian wife keeps when the husband naturalises, and transmits',
    [
      child('1960-03-03'),
      naturalisedEmigrant('1958-03-03'),
      aPerson('m', 'female', '1930-01-01', 'IT', { citizenship_events: [italianByBirth('1930-01-01')] }),
    ],
    [aWedding('f', 'm', '1950-01-01')],
    'eligible',
    ['LOSS-11', 'TRANS-2'],
  ),
  line(
    'LOSS-11: she loses if she acquires his new citizenship',
    [
      child('1960-03-03'),
      naturalisedEmigrant('1958-03-03'),
      aPerson('m', 'female', '1930-01-01', 'IT', {
        citizenship_events: [
          italianByBirth('1930-01-01'),
          {
            date: '1958-03-03',
            type: 'acquired',
            citizenship: 'GB',
            how: 'operation_of_law',
            voluntary: false,
          },
        ],
      }),
    ],
    [aWedding('f', 'm', '1950-01-01')],
    'not_eligible',
    ['LOSS-11', 'LOSS-1'],
  ),
  line(
    'TRANS-9: the foreign wife of an Italian transmits from 1948',
    [child('1960-03-03', { parents: childOf('m') }), emigrant(), britishMother()],
    [aWedding('f', 'm', '1949-09-10')],
    'eligible',
    ['TRANS-9', 'TRANS-2'],
  ),
  line(
    'TRANS-8: a Brazilian who married an Italian on 26 April 1983 is Italian',
    [
      aPerson('a', 'female', '1955-07-07', 'BR', { citizenship_events: [bornWith('BR', '1955-07-07')] }),
      aPerson('h', 'male', '1950-01-01', 'IT', { citizenship_events: [italianByBirth('1950-01-01')] }),
    ],
    [aWedding('a', 'h', '1983-04-26')],
    'eligible',
    ['TRANS-8'],
  ),
  line(
    'TRANS-3: the father did not pass his citizenship on',
    [
      child('1947-12-31', { parents: childOf('m', 'p'), residences: [] }),
      aPerson('m', 'female', '1918-02-02', 'IT', { citizenship_events: [italianByBirth('1918-02-02')] }),
      aPerson('p', 'male', '1912-02-02', 'AR', { foreign_citizenship_passes_to_child: false }),
    ],
    [],
    'eligible',
    ['TRANS-3'],
  ),
  line(
    'TRANS-3: the father is unknown',
    [
      child('1947-12-31', { parents: childOf('m'), residences: [] }),
      aPerson('m', 'female', '1918-02-02', 'IT', { citizenship_events: [italianByBirth('1918-02-02')] }),
    ],
    [],
    'eligible',
    ['TRANS-3'],
  ),
  line(
    'TRANS-5: recognised on the day before majority',
    [
      child('1990-07-07', { parents: [{ id: 'f', kind: 'recognition', established_on: '2008-07-06' }] }),
      emigrant(),
    ],
    [],
    'eligible',
    ['TRANS-5'],
  ),
  line(
    'TRANS-5: recognised on the 18th birthday',
    [
      child('1990-07-07', { parents: [{ id: 'f', kind: 'recognition', established_on: '2008-07-07' }] }),
      emigrant(),
    ],
    [],
    'not_eligible',
    ['TRANS-5'],
  ),
  line(
    'TRANS-7: a father who died before the Kingdom was never Italian',
    [
      aPerson('a', 'male', '1850-01-01', 'AR', { parents: childOf('f'), died: { date: '1920-01-01' } }),
      aPerson('f', 'male', '1820-01-01', 'IT', {
        citizenship_events: [italianByBirth('1820-01-01')],
        died: { date: '1861-03-16' },
      }),
    ],
    [],
    'not_eligible',
    ['TRANS-7'],
  ),
  line(
    'TRANS-7: alive on the day of the Kingdom is enough',
    [
      aPerson('a', 'male', '1870-01-01', 'AR', { parents: childOf('f'), died: { date: '1920-01-01' } }),
      aPerson('f', 'male', '1820-01-01', 'IT', {
        citizenship_events: [italianByBirth('1820-01-01')],
        died: { date: '1869-06-16' },
      }),
    ],
    [],
    'eligible',
    ['TRANS-1'],
  ),
  line(
    'TRANS-10: a foundling in Italy is Italian',
    [aPerson('a', 'female', '1980-01-01', 'IT')],
    [],
    'eligible',
    ['TRANS-10'],
  ),
  line(
    'REACQ-9: children of a woman who married a British citizen in 1948',
    [
      aPerson('a', 'male', '1950-03-03', 'GB', {
        parents: childOf('h', 'm'),
        citizenship_events: [bornWith('GB', '1950-03-03')],
      }),
      aPerson('m', 'female', '1926-01-01', 'IT', { citizenship_events: [italianByBirth('1926-01-01')] }),
      aPerson('h', 'male', '1920-01-01', 'GB', { citizenship_events: [bornWith('GB', '1920-01-01')] }),
    ],
    [aWedding('m', 'h', '1948-12-31')],
    'eligible',
    ['REACQ-9', 'TRANS-2'],
  ),
  line(
    'LOSS-7: the woman herself lost by marrying a British citizen on 31 December 1948',
    [
      aPerson('a', 'female', '1926-01-01', 'IT', { citizenship_events: [italianByBirth('1926-01-01')] }),
      aPerson('h', 'male', '1920-01-01', 'GB', { citizenship_events: [bornWith('GB', '1920-01-01')] }),
    ],
    [aWedding('a', 'h', '1948-12-31')],
    'not_eligible',
    ['LOSS-7'],
  ),
  line(
    'LOSS-7: on 1 January 1949 she did not',
    [
      aPerson('a', 'female', '1926-01-01', 'IT', { citizenship_events: [italianByBirth('1926-01-01')] }),
      aPerson('h', 'male', '1920-01-01', 'GB', { citizenship_events: [bornWith('GB', '1920-01-01')] }),
    ],
    [aWedding('a', 'h', '1949-01-01')],
    'eligible',
    ['LOSS-7'],
  ),
];
