import type { Facts, PersonFacts } from './domain/facts/shape.ts';
import { type LawCase, lawCase } from './law-case.testing.ts';
import { aFamily, aPerson, aWedding, bornWith, childOf, italianByBirth, lived } from './testing.ts';

/** Children: transcription of a birth, benefit of law, the transitional 1-ter. */
type Declaration = NonNullable<Facts['application']['declarations']>[number];

const child = (born: string, more: Partial<PersonFacts> = {}) =>
  aPerson('a', 'male', born, 'GB', {
    parents: childOf('m', 'f'),
    citizenship_events: [bornWith('GB', born)],
    residences: [lived('GB', born, undefined, ['m'])],
    ...more,
  });
const mother = (more: Partial<PersonFacts> = {}) =>
  aPerson('m', 'female', '1982-01-01', 'AR', {
    citizenship_events: [italianByBirth('1982-01-01'), bornWith('AR', '1982-01-01')],
    residences: [lived('AR', '1982-01-01', '2006-01-01'), lived('GB', '2006-01-01')],
    ...more,
  });
const father = (more: Partial<PersonFacts> = {}) =>
  aPerson('f', 'male', '1980-01-01', 'GB', { citizenship_events: [bornWith('GB', '1980-01-01')], ...more });
const declares = (by: string, on: string, more: Partial<Declaration> = {}): Declaration => ({
  by,
  on,
  capacity: 'parent',
  in_person: true,
  ...more,
});
const both = (on: string) => [declares('m', on), declares('f', on)];
const of = (
  route: 'benefit_of_law' | 'transitional_1ter' | 'descent_minor',
  declarations: Declaration[],
  persons: PersonFacts[],
  more: Partial<Omit<Facts, 'application'>> = {},
) =>
  aFamily(route, persons, {
    unions: [aWedding('m', 'f', '2006-06-06', { transcribed_in_italy_on: '2007-01-01' })],
    ...more,
    application: {
      office: { kind: 'consulate', country: 'GB' },
      documents_complete: true,
      ...(declarations.length > 0 && { declarations }),
    },
  });

const birth = (persons: PersonFacts[]) => of('descent_minor', [], persons);
const births = [
  lawCase(
    'DESC-MINOR: a mother with two citizenships who never lived in Italy',
    birth([child('2025-07-10'), mother(), father()]),
    'not_eligible',
    ['DESC-MINOR', 'DESC-C-1', 'DESC-D-1', 'DESC-NOOTHER'],
  ),
  lawCase(
    'DESC-MINOR: who did for two years',
    birth([
      child('2025-07-10'),
      mother({
        residences: [{ ...lived('IT', '2016-01-01', '2018-01-01'), proof: 'historical_certificate' }],
      }),
      father(),
    ]),
    'eligible',
    ['DESC-MINOR', 'DESC-D-1'],
  ),
  lawCase(
    'DESC-NOOTHER: a child without another citizenship',
    birth([
      child('2025-07-10', { citizenship_events: [], can_claim_other_citizenship: false }),
      mother(),
      father(),
    ]),
    'eligible',
    ['DESC-NOOTHER', 'DESC-MINOR'],
  ),
  lawCase(
    'DESC-LINE: no parent is Italian',
    birth([child('2025-07-10'), mother({ citizenship_events: [bornWith('AR', '1982-01-01')] }), father()]),
    'not_eligible',
    ['DESC-LINE', 'TRANS-2'],
  ),
];

const benefit = (
  declarations: Declaration[],
  persons: PersonFacts[] = [child('2025-07-10'), mother(), father()],
  more: Partial<Omit<Facts, 'application'>> = {},
) => of('benefit_of_law', declarations, persons, more);
const recognisedAfter = (on: string | null) =>
  child('2025-07-10', {
    parents: [
      { id: 'f', kind: 'birth' },
      { id: 'm', kind: 'recognition', established_on: on },
    ],
  });

const benefits = [
  lawCase(
    'BEN-3: the mother declared, the foreign father has not',
    benefit([declares('m', '2026-03-01')]),
    'not_eligible',
    ['BEN-3'],
    { deadline: '2028-07-10' },
  ),
  lawCase(
    'BEN-3: a guardian who is not a parent',
    benefit(
      [declares('t', '2026-03-01', { capacity: 'guardian' })],
      [child('2025-07-10'), mother(), father(), aPerson('t', 'male', '1970-01-01', 'GB')],
    ),
    'eligible',
    ['BEN-3', 'BEN-9', 'BEN-10'],
  ),
  lawCase(
    'BEN-2: a mother recognised by descent is a citizen by birth',
    benefit(both('2026-03-01'), [
      child('2025-07-10'),
      mother({
        italian_recognition: {
          letter: 'a',
          filed_at: '2017-05-05T10:00:00-03:00',
          recognised_on: '2019-02-02',
        },
      }),
      father(),
    ]),
    'eligible',
    ['BEN-2', 'BEN-10'],
    { tells: ['BEN-12', 'BEN-13'] },
  ),
  lawCase(
    'BEN-2, BEN-10: a mother who acquired by benefit of law is no citizen by birth',
    benefit(both('2026-03-01'), [
      child('2025-07-10'),
      mother({
        citizenship_events: [
          bornWith('AR', '1982-01-01'),
          { date: '1999-01-01', type: 'acquired', citizenship: 'IT', how: 'benefit_of_law' },
        ],
      }),
      father(),
    ]),
    'not_eligible',
    ['BEN-2', 'BEN-10'],
  ),
  lawCase(
    'BEN-2: how the mother became Italian is asked',
    benefit(both('2026-03-01'), [
      child('2025-07-10'),
      mother({
        citizenship_events: [
          bornWith('AR', '1982-01-01'),
          { date: '2019-02-02', type: 'acquired', citizenship: 'IT', how: null },
        ],
      }),
      father(),
    ]),
    'needs_information',
    ['BEN-2', 'ENG-1'],
    { asks: '/persons/1/citizenship_events/1/how' },
  ),
  lawCase(
    'BEN-4: on the last day of the term',
    benefit([], undefined, { as_of: '2028-07-10' }),
    'eligible',
    ['BEN-4', 'BEN-3'],
    { deadline: '2028-07-10' },
  ),
  lawCase('BEN-4: a day later', benefit([], undefined, { as_of: '2028-07-11' }), 'not_eligible', ['BEN-4'], {
    deadline: '2028-07-10',
    tells: ['BEN-11'],
  }),
  lawCase('BEN-4: in 2025 the term was one year', benefit(both('2025-12-20')), 'eligible', ['BEN-4'], {
    deadline: '2026-07-10',
  }),
  lawCase(
    'BEN-4: from an adoption',
    benefit(
      [declares('m', '2028-12-31')],
      [
        child('2024-07-10', {
          born: { date: '2025-06-01', country: 'GB' },
          citizenship_events: [bornWith('GB', '2025-06-01')],
          residences: [],
          parents: [{ id: 'm', kind: 'adoption', established_on: '2026-01-01' }],
        }),
        mother(),
      ],
      { as_of: '2029-01-02', unions: [] },
    ),
    'eligible',
    ['BEN-4', 'BEN-8'],
    { deadline: '2029-01-01' },
  ),
  lawCase(
    'BEN-6: when the mother recognised the child is asked',
    benefit(both('2029-06-01'), [recognisedAfter(null), mother(), father()], {
      as_of: '2029-06-15',
      unions: [],
    }),
    'needs_information',
    ['BEN-6', 'ENG-1'],
    { asks: '/persons/0/parents/1/established_on' },
  ),
  lawCase(
    'BEN-6: after the father, her recognition starts the term',
    benefit(both('2029-06-01'), [recognisedAfter('2027-01-01'), mother(), father()], {
      as_of: '2029-06-15',
      unions: [],
    }),
    'eligible',
    ['BEN-6', 'BEN-4'],
    { deadline: '2030-01-01' },
  ),
  lawCase(
    'BEN-7, BEN-1: the second declaration came after the 18th birthday',
    benefit(
      [declares('m', '2026-06-01'), declares('f', '2026-07-01')],
      [
        child('2008-06-15', {
          parents: [
            { id: 'f', kind: 'birth' },
            { id: 'm', kind: 'recognition', established_on: '2026-01-01' },
          ],
        }),
        mother(),
        father(),
      ],
      { unions: [] },
    ),
    'not_eligible',
    ['BEN-1', 'BEN-7'],
  ),
  lawCase(
    'BEN-8: there is one parent only',
    benefit([declares('m', '2026-03-01')], [child('2025-07-10', { parents: childOf('m') }), mother()], {
      unions: [],
    }),
    'eligible',
    ['BEN-8'],
  ),
  lawCase(
    'BEN-9: by post',
    benefit([declares('m', '2026-03-01', { in_person: false }), declares('f', '2026-03-01')]),
    'not_eligible',
    ['BEN-9', 'BEN-3'],
  ),
  lawCase(
    'U-7: born on 24 May 2025',
    benefit([], [child('2025-05-24'), mother(), father()]),
    'needs_information',
    ['U-7', 'BEN-4'],
    { review: 'U-7' },
  ),
  lawCase(
    'U-7: born on 25 May 2025',
    benefit([], [child('2025-05-25'), mother(), father()]),
    'eligible',
    ['BEN-4'],
    { deadline: '2028-05-25' },
  ),
];

const under = (letter: 'a' | 'a_bis' | 'c' | null, more: object = {}) =>
  mother({
    italian_recognition: {
      letter,
      filed_at: '2017-05-05T10:00:00-03:00',
      recognised_on: '2019-02-02',
      ...more,
    },
  });
const transitional = (
  declarations: Declaration[],
  persons: PersonFacts[] = [child('2012-03-03'), under('a'), father()],
  more: Partial<Omit<Facts, 'application'>> = {},
) => of('transitional_1ter', declarations, persons, more);
const grown = [child('2007-12-01'), under('a'), father()];

const transitionals = [
  lawCase(
    'TRANSIT-3: three days after the printed deadline, within the law’s',
    transitional(both('2026-06-03')),
    'eligible',
    ['TRANSIT-1', 'TRANSIT-2', 'TRANSIT-3', 'TRANSIT-5', 'BEN-10'],
    { deadline: '2029-05-31' },
  ),
  lawCase(
    'TRANSIT-3: by the page nothing can be declared any more',
    transitional([], undefined, { rules_profile: 'seed_page' }),
    'not_eligible',
    ['TRANSIT-3'],
    { deadline: '2026-05-31' },
  ),
  lawCase(
    'TRANSIT-3: by the page it still can on the last day',
    transitional([], undefined, { rules_profile: 'seed_page', as_of: '2026-05-31' }),
    'eligible',
    ['TRANSIT-3'],
    { deadline: '2026-05-31' },
  ),
  lawCase(
    'TRANSIT-3: on the last day of 2029',
    transitional([], undefined, { as_of: '2029-05-31' }),
    'eligible',
    ['TRANSIT-3'],
  ),
  lawCase(
    'TRANSIT-3: on the day after',
    transitional([], undefined, { as_of: '2029-06-01' }),
    'not_eligible',
    ['TRANSIT-3'],
  ),
  lawCase(
    'TRANSIT-5, BEN-3: one of two parents',
    transitional([declares('m', '2026-03-01')]),
    'not_eligible',
    ['TRANSIT-5', 'BEN-3'],
    { deadline: '2029-05-31' },
  ),
  lawCase(
    'TRANSIT-5, BEN-8: the only parent alive',
    transitional(
      [declares('m', '2026-03-01')],
      [child('2012-03-03'), under('a'), father({ died: { date: '2020-01-01' } })],
    ),
    'eligible',
    ['TRANSIT-5', 'BEN-8'],
  ),
  lawCase(
    'TRANSIT-5, BEN-7: the parents declared on different days',
    transitional([declares('m', '2026-03-01'), declares('f', '2026-04-01')]),
    'eligible',
    ['TRANSIT-5', 'BEN-7'],
  ),
  lawCase(
    'TRANSIT-4: the parents on the day before the 18th birthday',
    transitional(both('2025-11-30'), grown),
    'eligible',
    ['TRANSIT-3'],
  ),
  lawCase(
    'TRANSIT-4: the parents on the 18th birthday',
    transitional(both('2025-12-01'), grown),
    'not_eligible',
    ['TRANSIT-4'],
  ),
  lawCase(
    'TRANSIT-4: the child on the 18th birthday',
    transitional([declares('a', '2025-12-01', { capacity: 'self' })], grown),
    'eligible',
    ['TRANSIT-4', 'TRANSIT-3'],
  ),
  lawCase(
    'TRANSIT-4: the child on the day before',
    transitional([declares('a', '2025-11-30', { capacity: 'self' })], grown),
    'not_eligible',
    ['TRANSIT-4', 'TRANSIT-5'],
  ),
  lawCase(
    'TRANSIT-2: an appointment communicated in time',
    transitional(both('2026-03-01'), [
      child('2012-03-03'),
      under('a_bis', {
        appointment_communicated_at: '2025-03-20T10:00:00Z',
        filed_at: '2025-09-09T10:00:00Z',
        recognised_on: '2026-02-02',
      }),
      father(),
    ]),
    'eligible',
    ['TRANSIT-2'],
  ),
  lawCase(
    'TRANSIT-2: an application filed at midnight of 28 March',
    transitional(both('2026-03-01'), [
      child('2012-03-03'),
      under('a', { filed_at: '2025-03-28T00:00:00+01:00', recognised_on: '2026-01-01' }),
      father(),
    ]),
    'not_eligible',
    ['TRANSIT-2', 'TRANSIT-6'],
  ),
  lawCase(
    'TRANSIT-2: under which letter the mother was recognised is asked',
    transitional(both('2026-03-01'), [
      child('2012-03-03'),
      mother({ italian_recognition: { letter: null } }),
      father(),
    ]),
    'needs_information',
    ['TRANSIT-2', 'ENG-1'],
    { asks: '/persons/1/italian_recognition/letter' },
  ),
];

export const minorCases: readonly LawCase[] = [...births, ...benefits, ...transitionals];
