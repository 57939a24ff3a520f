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

/** Art. 3-bis: what was filed in time, letter c and letter d, on both sides of their days. */
type Application = Partial<Facts['application']>;

/** Four generations in Argentina; nobody after the emigrant lived in Italy. */
const fourGenerations = (application: Application, grandfather: Partial<PersonFacts> = {}) =>
  aFamily(
    'descent_adult_abb',
    [
      aPerson('a', 'male', '1970-06-06', 'AR', {
        parents: childOf('f'),
        citizenship_events: [bornWith('AR', '1970-06-06')],
      }),
      aPerson('f', 'male', '1940-06-06', 'AR', {
        parents: childOf('g'),
        citizenship_events: [bornWith('AR', '1940-06-06')],
        residences: [lived('AR', '1940-06-06', undefined, ['g'])],
      }),
      aPerson('g', 'male', '1910-06-06', 'AR', {
        parents: childOf('i'),
        citizenship_events: [bornWith('AR', '1910-06-06')],
        ...grandfather,
      }),
      aPerson('i', 'male', '1880-06-06', 'IT', {
        citizenship_events: [italianByBirth('1880-06-06')],
        died: { date: '1960-01-01' },
      }),
    ],
    {
      application: { office: { kind: 'consulate', country: 'AR' }, documents_complete: true, ...application },
    },
  );
const summoned = (communicated: string | null, filed: string, more: Application = {}) =>
  fourGenerations({
    filed_at: filed,
    appointment: { communicated_at: communicated, on: '2025-09-15', addressee: 'a' },
    ...more,
  });
const court = { kind: 'court' as const, country: 'IT' };

const filedInTime = [
  lawCase(
    'DESC-B: the last second of the minute',
    fourGenerations({ office: court, filed_at: '2025-03-27T23:59:59+01:00' }),
    'eligible',
    ['DESC-B', 'DESC-OLDLAW'],
  ),
  lawCase(
    'DESC-B: midnight in Rome',
    fourGenerations({ office: court, filed_at: '2025-03-28T00:00:00+01:00' }),
    'not_eligible',
    ['DESC-B'],
  ),
  lawCase(
    'DESC-A: at a Comune',
    fourGenerations({ office: { kind: 'comune', country: 'IT' }, filed_at: '2025-03-27T23:59:00+01:00' }),
    'eligible',
    ['DESC-A', 'DESC-OLDLAW'],
  ),
  lawCase(
    'DESC-A: the day alone is enough when it is earlier',
    fourGenerations({ filed_on: '2025-03-26' }),
    'eligible',
    ['DESC-A'],
  ),
  lawCase(
    'DESC-A: on 27 March the hour is asked',
    fourGenerations({ filed_on: '2025-03-27' }),
    'needs_information',
    ['DESC-A', 'ENG-1'],
    { asks: '/application/filed_at' },
  ),
  lawCase(
    'DESC-A: when it was filed is asked',
    fourGenerations({ filed_at: null }),
    'needs_information',
    ['DESC-A', 'ENG-1'],
    { asks: '/application/filed_at' },
  ),
  lawCase(
    'DESC-DOC: nobody said that it was complete',
    fourGenerations({ filed_at: '2025-03-10T10:00:00-03:00', documents_complete: false }),
    'not_eligible',
    ['DESC-A', 'DESC-DOC'],
  ),
  lawCase(
    'DESC-ABIS: late in the evening of the day, tomorrow in Rome',
    summoned('2025-03-20T12:00:00-03:00', '2025-09-15T22:00:00-03:00'),
    'eligible',
    ['DESC-ABIS', 'DESC-OLDLAW'],
  ),
  lawCase(
    'DESC-ABIS, DESC-DOC: incomplete on the day',
    summoned('2025-03-20T12:00:00-03:00', '2025-09-15T12:00:00-03:00', { documents_complete: false }),
    'not_eligible',
    ['DESC-ABIS', 'DESC-DOC'],
  ),
  lawCase(
    'DESC-ABIS: communicated in the last minute',
    summoned('2025-03-27T22:59:00Z', '2025-09-15T12:00:00-03:00'),
    'eligible',
    ['DESC-ABIS'],
  ),
  lawCase(
    'DESC-ABIS: communicated in the next one',
    summoned('2025-03-27T23:00:00Z', '2025-09-15T12:00:00-03:00'),
    'not_eligible',
    ['DESC-ABIS'],
  ),
  lawCase(
    'DESC-ABIS: when it was communicated is asked',
    summoned(null, '2025-09-15T12:00:00-03:00'),
    'needs_information',
    ['DESC-ABIS', 'ENG-1'],
    { asks: '/application/appointment/communicated_at' },
  ),
  lawCase(
    'DESC-ABIS: the day passed and nothing was filed',
    fourGenerations({
      appointment: { communicated_at: '2025-03-20T12:00:00-03:00', on: '2025-09-15', addressee: 'a' },
    }),
    'not_eligible',
    ['DESC-ABIS'],
  ),
  lawCase(
    'DESC-OLDLAW: the old law has its own breaks',
    fourGenerations(
      { filed_at: '2025-03-10T10:00:00-03:00' },
      { citizenship_events: [bornWith('AR', '1910-06-06'), naturalised('US', '1950-01-01')] },
    ),
    'not_eligible',
    ['DESC-OLDLAW', 'DESC-LINE', 'LOSS-4', 'LOSS-1'],
  ),
  lawCase(
    'DESC-OLDLAW: a grandfather who naturalised before the father’s birth',
    fourGenerations(
      { filed_at: '2025-03-10T10:00:00-03:00' },
      { citizenship_events: [bornWith('AR', '1910-06-06'), naturalised('US', '1939-01-01')] },
    ),
    'not_eligible',
    ['DESC-LINE', 'LOSS-1', 'LOSS-10'],
  ),
];

/** Born in England; the father too, the grandfather came from Italy. */
const threeGenerations = (
  route: 'descent_letter_c' | 'descent_letter_d',
  born: string,
  people: { a?: Partial<PersonFacts>; f?: Partial<PersonFacts>; g?: Partial<PersonFacts> } = {},
  asOf = '2026-11-22',
) =>
  aFamily(
    route,
    [
      aPerson('a', 'female', born, 'GB', {
        parents: childOf('f'),
        citizenship_events: [bornWith('GB', born)],
        residences: [lived('GB', born)],
        ...people.a,
      }),
      aPerson('f', 'male', '1963-03-03', 'GB', {
        parents: childOf('g'),
        citizenship_events: [bornWith('GB', '1963-03-03')],
        residences: [lived('GB', '1963-03-03')],
        ...people.f,
      }),
      aPerson('g', 'male', '1930-01-01', 'IT', {
        citizenship_events: [italianByBirth('1930-01-01')],
        residences: [lived('IT', '1930-01-01', '1962-01-01'), lived('GB', '1962-01-01')],
        ...people.g,
      }),
    ],
    { as_of: asOf, application: { office: { kind: 'consulate', country: 'GB' }, documents_complete: true } },
  );
const c = (born: string, people: Parameters<typeof threeGenerations>[2] = {}, asOf?: string) =>
  threeGenerations('descent_letter_c', born, people, asOf);
const british = (on: string | null) => ({
  citizenship_events: [italianByBirth('1930-01-01'), naturalised('GB', on)],
});
const noOther = (claim: boolean | null) => ({ citizenship_events: [], can_claim_other_citizenship: claim });

const letterC = [
  lawCase(
    'DESC-C-2: the grandfather became British after the birth',
    c('1990-05-05', { g: british('1990-05-06') }),
    'eligible',
    ['DESC-C-1', 'DESC-C-2', 'DESC-C-3', 'DESC-C-4', 'DESC-ADULT'],
  ),
  lawCase(
    'DESC-C-2, U-8: and lost the citizenship on that very day',
    c('1990-05-05', { g: british('1990-05-05') }),
    'needs_information',
    ['DESC-C-2', 'U-8'],
    { review: 'U-8' },
  ),
  lawCase('DESC-C-2: or the day before', c('1990-05-05', { g: british('1990-05-04') }), 'not_eligible', [
    'DESC-LINE',
    'DESC-C-1',
    'DESC-C-2',
    'DESC-NOOTHER',
  ]),
  lawCase(
    'DESC-C-2: an ascendant who was dual already is not saved by a third citizenship on that day',
    c('1995-05-05', {
      g: {
        citizenship_events: [
          italianByBirth('1930-01-01'),
          naturalised('GB', '1993-01-01'),
          naturalised('FR', '1995-05-05'),
        ],
      },
    }),
    'not_eligible',
    ['DESC-C-1', 'DESC-C-3'],
  ),
  lawCase(
    'DESC-C-2: on which day is asked',
    c('1990-05-05', { g: british(null) }),
    'needs_information',
    ['DESC-C-2', 'ENG-1'],
    { asks: '/persons/2/citizenship_events/1/date' },
  ),
  lawCase(
    'DESC-C-2: died after becoming British, before the birth',
    c('1990-05-05', { g: { ...british('1984-12-31'), died: { date: '1985-01-01' }, residences: [] } }),
    'not_eligible',
    ['DESC-C-1', 'DESC-C-2'],
  ),
  lawCase(
    'DESC-C-3, LOSS-8: a father who became British in 1993 is still Italian, not only Italian',
    c('1995-05-05', {
      f: {
        born: { date: '1963-03-03', country: 'IT' },
        citizenship_events: [naturalised('GB', '1993-01-01')],
      },
      g: british('1994-01-01'),
    }),
    'not_eligible',
    ['DESC-C-1', 'DESC-C-2', 'LOSS-8'],
  ),
  lawCase(
    'DESC-C-3: the history of the grandfather is not complete',
    c('1990-05-05', { g: { completeness: { citizenship_events: false } } }),
    'needs_information',
    ['DESC-C-3', 'ENG-1'],
    { asks: '/persons/2/citizenship_events' },
  ),
  lawCase(
    'DESC-C-5: a father born in France and only Italian',
    c('1990-05-05', {
      f: { born: { date: '1963-03-03', country: 'FR' }, citizenship_events: [] },
      g: british('1985-01-01'),
    }),
    'eligible',
    ['DESC-C-1', 'DESC-C-5'],
  ),
  lawCase(
    'DESC-C-1: the father lost as a minor with the grandfather',
    c('1990-05-05', {
      f: { residences: [lived('GB', '1963-03-03', undefined, ['g'])] },
      g: british('1975-03-03'),
    }),
    'not_eligible',
    ['LOSS-4', 'DESC-LINE'],
  ),
  lawCase(
    'DESC-NOOTHER: no other citizenship',
    c('1995-05-05', { a: noOther(false), g: british('1985-01-01') }),
    'eligible',
    ['DESC-NOOTHER', 'DESC-ADULT'],
  ),
  lawCase(
    'DESC-NOOTHER: one that cannot be refused',
    c('1995-05-05', { a: noOther(true), g: british('1985-01-01') }),
    'not_eligible',
    ['DESC-NOOTHER', 'DESC-C-1'],
  ),
  lawCase(
    'DESC-NOOTHER: whether there is one is asked',
    c('1995-05-05', { a: noOther(null), g: british('1985-01-01') }),
    'needs_information',
    ['DESC-NOOTHER', 'ENG-1'],
    { asks: '/persons/0/can_claim_other_citizenship' },
  ),
  lawCase(
    'DESC-NOOTHER: it is not asked where letter c holds anyway',
    c('1990-05-05', { a: noOther(null) }),
    'eligible',
    ['DESC-C-1'],
  ),
  lawCase(
    'DESC-ITALY: whether the birth was in Italy is asked',
    c('1995-05-05', { a: { born: { date: '1995-05-05', country: null } }, g: british('1985-01-01') }),
    'needs_information',
    ['DESC-ITALY', 'ENG-1'],
    { asks: '/persons/0/born/country' },
  ),
  lawCase(
    'CZ-8: on 27 March 2025 there is no bar',
    c('1995-05-05', { g: british('1985-01-01') }, '2025-03-27'),
    'eligible',
    ['DESC-LINE'],
  ),
  lawCase(
    'CZ-8: on 28 March 2025 there is',
    c('1995-05-05', { g: british('1985-01-01') }, '2025-03-28'),
    'not_eligible',
    ['DESC-C-1'],
  ),
  lawCase(
    'U-3: the only line is an unregistered wife',
    aFamily(
      'descent_letter_c',
      [
        aPerson('a', 'female', '1985-05-05', 'BR', {
          parents: childOf('m'),
          citizenship_events: [bornWith('BR', '1985-05-05')],
        }),
        aPerson('m', 'female', '1955-01-01', 'BR', { citizenship_events: [bornWith('BR', '1955-01-01')] }),
        aPerson('h', 'male', '1950-01-01', 'IT', { citizenship_events: [italianByBirth('1950-01-01')] }),
      ],
      { unions: [aWedding('m', 'h', '1979-01-01')] },
    ),
    'needs_information',
    ['U-3', 'TRANS-8', 'TRANS-9'],
    { review: 'U-3' },
  ),
];

const maternalLine = (route: 'descent_adult_abb' | 'descent_letter_c', application: Application = {}) =>
  aFamily(
    route,
    [
      aPerson('a', 'female', '1975-05-05', 'AR', {
        parents: childOf('f'),
        citizenship_events: [bornWith('AR', '1975-05-05')],
      }),
      aPerson('f', 'male', '1945-06-06', 'AR', {
        parents: childOf('p', 'n'),
        citizenship_events: [bornWith('AR', '1945-06-06')],
      }),
      aPerson('n', 'female', '1915-06-06', 'IT', { citizenship_events: [italianByBirth('1915-06-06')] }),
      aPerson('p', 'male', '1910-06-06', 'AR', { citizenship_events: [bornWith('AR', '1910-06-06')] }),
    ],
    { application: { documents_complete: true, ...application } },
  );

const maternal = [
  lawCase(
    'DESC-1948C, ENG-2: letter c does not cure a line broken before 1948',
    maternalLine('descent_letter_c'),
    'not_eligible',
    ['DESC-1948C', 'TRANS-3', 'DESC-LINE', 'ENG-2'],
  ),
  lawCase(
    'DESC-A: nor does an application in time',
    maternalLine('descent_adult_abb', {
      office: { kind: 'consulate', country: 'AR' },
      filed_at: '2025-03-10T10:00:00-03:00',
    }),
    'not_eligible',
    ['TRANS-3', 'DESC-LINE'],
  ),
  lawCase(
    'DESC-B: a court may, where it was asked in time',
    maternalLine('descent_adult_abb', { office: court, filed_at: '2025-03-10T10:00:00-03:00' }),
    'eligible',
    ['DESC-B', 'TRANS-3'],
  ),
  lawCase(
    'DESC-B: and not where it was asked later',
    maternalLine('descent_adult_abb', { office: court, filed_at: '2026-03-10T10:00:00-03:00' }),
    'not_eligible',
    ['DESC-B'],
  ),
];

const inItaly = (
  from: string | null,
  to?: string,
  proof: 'historical_certificate' | 'none' | null = 'historical_certificate',
) => ({
  country: 'IT',
  from,
  ...(to && { to }),
  proof,
});
const d = (residences: PersonFacts['residences'], more: Partial<PersonFacts> = {}) =>
  threeGenerations('descent_letter_d', '1999-05-05', {
    f: { residences, ...more },
    g: british('1994-02-02'),
  });
const alone = (born: string, father: PersonFacts, link: PersonFacts['parents'] = childOf('f')) =>
  aFamily('descent_letter_d', [
    aPerson('a', 'male', born, 'GB', { parents: link, citizenship_events: [bornWith('GB', born)] }),
    father,
  ]);
const granted: PersonFacts['citizenship_events'] = [
  bornWith('RO', '1975-01-01'),
  { date: '2011-01-01', type: 'acquired', citizenship: 'IT', how: 'residence_grant' },
];

const letterD = [
  lawCase('DESC-D-1: 24 months less a day', d([inItaly('1990-01-02', '1992-01-01')]), 'not_eligible', [
    'DESC-D-1',
  ]),
  lawCase(
    'DESC-D-1: two stays that touch are one',
    d([inItaly('1990-01-01', '1991-03-01'), inItaly('1991-03-01', '1992-01-01')]),
    'eligible',
    ['DESC-D-1'],
  ),
  lawCase(
    'DESC-D-1: since when is asked',
    d([inItaly(null, '1992-01-01')]),
    'needs_information',
    ['DESC-D-1', 'ENG-1'],
    { asks: '/persons/1/residences/0/from' },
  ),
  lawCase(
    'DESC-D-4: whether there is a certificate is asked',
    d([inItaly('1990-01-01', '1995-01-01', null)]),
    'needs_information',
    ['DESC-D-4', 'ENG-1'],
    { asks: '/persons/1/residences/0/proof' },
  ),
  lawCase(
    'DESC-D-4: where the parent lived is asked',
    d([], { completeness: { residences: false } }),
    'needs_information',
    ['DESC-D-1', 'ENG-1'],
    { asks: '/persons/1/residences' },
  ),
  lawCase(
    'DESC-D-2: two years after the grant',
    alone(
      '2015-05-05',
      aPerson('f', 'male', '1975-01-01', 'RO', {
        citizenship_events: granted,
        residences: [inItaly('2000-01-01', '2013-05-05')],
      }),
    ),
    'eligible',
    ['DESC-D-1', 'DESC-D-2'],
  ),
  lawCase(
    'DESC-D-2: for a citizen by birth the years before a loss count',
    alone(
      '1999-05-05',
      aPerson('f', 'male', '1950-01-01', 'IT', {
        citizenship_events: [
          italianByBirth('1950-01-01'),
          naturalised('GB', '1985-01-01'),
          { date: '1995-01-01', type: 'reacquired', citizenship: 'IT', how: 'reacquisition_declaration' },
        ],
        residences: [inItaly('1950-01-01', '1980-01-01'), lived('GB', '1980-01-01')],
      }),
    ),
    'eligible',
    ['DESC-D-1', 'DESC-D-2'],
  ),
  lawCase(
    'DESC-D-1, TRANS-6: the adoptive parent, before the adoption',
    alone(
      '2010-05-05',
      aPerson('f', 'male', '1975-01-01', 'IT', {
        citizenship_events: [italianByBirth('1975-01-01'), bornWith('GB', '1975-01-01')],
        residences: [inItaly('2013-06-01', '2015-06-01'), lived('GB', '2015-06-01')],
      }),
      [{ id: 'f', kind: 'adoption', established_on: '2016-01-01' }],
    ),
    'eligible',
    ['DESC-D-1', 'TRANS-6'],
  ),
  lawCase(
    'DESC-D-3, LOSS-9: a parent who had renounced before the birth',
    d([inItaly('1980-01-01', '1990-01-01')], {
      citizenship_events: [
        bornWith('GB', '1963-03-03'),
        { date: '1998-01-01', type: 'renounced', citizenship: 'IT', how: 'renunciation_declaration' },
      ],
    }),
    'not_eligible',
    ['DESC-LINE', 'LOSS-9', 'LOSS-10'],
  ),
];

export const barCases: readonly LawCase[] = [...filedInTime, ...letterC, ...maternal, ...letterD];
