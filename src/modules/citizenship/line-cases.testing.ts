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
import { britishMother, child, emigrant, naturalisedEmigrant } from './transmission-cases.testing.ts';

/** The line of transmission: what each link needs, and what each loss leaves. */
const line = (persons: PersonFacts[], unions: Facts['unions'] = []) =>
  aFamily('transmission', persons, { unions });
const widower = britishMother({ died: { date: '1957-01-10' } });
const italianMother = aPerson('m', 'female', '1927-08-08', 'IT', {
  citizenship_events: [italianByBirth('1927-08-08')],
});
const renounced = (date: string): PersonFacts['citizenship_events'][number] => ({
  date,
  type: 'renounced',
  citizenship: 'IT',
  how: 'renunciation_declaration',
});
const reacquired = (date: string): PersonFacts['citizenship_events'][number] => ({
  date,
  type: 'reacquired',
  citizenship: 'IT',
  how: 'reacquisition_declaration',
});
const away = (country: string, acquired: PersonFacts['citizenship_events']) =>
  aPerson('a', 'male', '1950-01-05', 'IT', {
    citizenship_events: [italianByBirth('1950-01-05'), ...acquired],
    residences: [lived('IT', '1950-01-05', '1970-02-01'), lived(country, '1970-02-01')],
  });

const maternal = (born: string | null, father: Partial<PersonFacts> | undefined) =>
  line([
    aPerson('a', 'male', born ?? '1948-01-01', 'AR', {
      born: { date: born, country: 'AR' },
      parents: father === undefined ? childOf('m') : childOf('m', 'f'),
    }),
    aPerson('m', 'female', '1918-02-02', 'IT', { citizenship_events: [italianByBirth('1918-02-02')] }),
    ...(father === undefined
      ? []
      : [
          aPerson('f', 'male', '1912-02-02', 'AR', {
            citizenship_events: [bornWith('AR', '1912-02-02')],
            ...father,
          }),
        ]),
  ]);

const before1948 = [
  lawCase(
    'TRANS-3: a stateless father has nothing to pass on, whatever else is unknown',
    maternal('1947-12-31', {
      stateless: true,
      foreign_citizenship_passes_to_child: null,
      citizenship_events: [],
    }),
    'eligible',
    ['TRANS-3'],
  ),
  lawCase(
    'TRANS-3: whether the father was stateless is asked',
    maternal('1947-12-31', { stateless: null, citizenship_events: [] }),
    'needs_information',
    ['TRANS-3', 'ENG-1'],
    { asks: '/persons/2/stateless' },
  ),
  lawCase(
    'TRANS-3: a birth on an unknown day may fall on either side of 1948',
    maternal(null, { foreign_citizenship_passes_to_child: true }),
    'needs_information',
    ['TRANS-2', 'TRANS-3', 'ENG-1'],
    { asks: '/persons/0/born/date' },
  ),
  lawCase(
    'TRANS-2: each female link is tested on the birth of her own child',
    line([
      aPerson('a', 'male', '1975-01-01', 'AR', { parents: childOf('m') }),
      aPerson('m', 'female', '1947-12-31', 'AR', { parents: childOf('n', 'o') }),
      aPerson('n', 'female', '1920-01-01', 'IT', { citizenship_events: [italianByBirth('1920-01-01')] }),
      aPerson('o', 'male', '1918-01-01', 'AR', { citizenship_events: [bornWith('AR', '1918-01-01')] }),
    ]),
    'not_eligible',
    ['TRANS-3'],
  ),
  lawCase(
    'TRANS-1: whether the only Italian parent is the father is asked',
    line([
      aPerson('a', 'male', '1947-12-31', 'AR', { parents: childOf('m', 'f') }),
      {
        ...aPerson('m', 'male', '1918-02-02', 'IT', { citizenship_events: [italianByBirth('1918-02-02')] }),
        sex: null,
      },
      aPerson('f', 'male', '1912-02-02', 'AR', { citizenship_events: [bornWith('AR', '1912-02-02')] }),
    ]),
    'needs_information',
    ['TRANS-1', 'ENG-1'],
    { asks: '/persons/1/sex' },
  ),
];

const unusualBirths = [
  lawCase(
    'TRANS-11: a citizen by birth on record, whom nothing made foreign',
    line([aPerson('a', 'male', '1950-01-05', 'IT', { citizenship_events: [italianByBirth('1950-01-05')] })]),
    'eligible',
    ['TRANS-11'],
  ),
  lawCase(
    'TRANS-8: the husband had lost the citizenship before the wedding',
    line(
      [
        aPerson('a', 'female', '1930-01-01', 'BR', { citizenship_events: [bornWith('BR', '1930-01-01')] }),
        naturalisedEmigrant('1950-01-01'),
      ],
      [aWedding('a', 'f', '1955-01-01')],
    ),
    'not_eligible',
    ['TRANS-8'],
  ),
  lawCase(
    'TRANS-10: born in Italy of parents whose citizenship does not pass',
    line([
      aPerson('a', 'female', '1990-01-01', 'IT', { parents: childOf('f', 'm') }),
      aPerson('f', 'male', '1960-01-01', 'AR', {
        citizenship_events: [bornWith('AR', '1960-01-01')],
        foreign_citizenship_passes_to_child: false,
      }),
      aPerson('m', 'female', '1960-01-01', 'AR', {
        citizenship_events: [bornWith('AR', '1960-01-01')],
        foreign_citizenship_passes_to_child: false,
      }),
    ]),
    'eligible',
    ['TRANS-10'],
  ),
  lawCase(
    'TRANS-10: whether one of them passes it is asked',
    line([
      aPerson('a', 'female', '1990-01-01', 'IT', { parents: childOf('f', 'm') }),
      aPerson('f', 'male', '1960-01-01', 'AR', {
        citizenship_events: [bornWith('AR', '1960-01-01')],
        foreign_citizenship_passes_to_child: null,
      }),
      aPerson('m', 'female', '1960-01-01', 'AR', {
        citizenship_events: [bornWith('AR', '1960-01-01')],
        foreign_citizenship_passes_to_child: false,
      }),
    ]),
    'needs_information',
    ['TRANS-10', 'ENG-1'],
    { asks: '/persons/1/foreign_citizenship_passes_to_child' },
  ),
  lawCase(
    'TRANS-10: born in Italy and following a foreign parent',
    line([
      aPerson('a', 'female', '1990-01-01', 'IT', { parents: childOf('f') }),
      aPerson('f', 'male', '1960-01-01', 'AR', { citizenship_events: [bornWith('AR', '1960-01-01')] }),
    ]),
    'not_eligible',
    ['TRANS-10', 'TRANS-1'],
  ),
  lawCase(
    'TRANS-1: a foundling abroad has no line',
    line([aPerson('a', 'female', '1990-01-01', 'GB')]),
    'not_eligible',
    ['TRANS-1', 'TRANS-2'],
  ),
  lawCase(
    'TRANS-1: a posthumous child of a father who had lost',
    line(
      [
        child('1960-03-03'),
        naturalisedEmigrant('1955-01-01'),
        britishMother({ died: { date: '1962-01-10' } }),
      ].map((person) =>
        person.id === 'f' ? { ...person, died: { date: '1959-12-01' }, residences: [] } : person,
      ),
    ),
    'not_eligible',
    ['LOSS-1', 'LOSS-10'],
  ),
  lawCase(
    'TRANS-6: an adoption on an unknown day',
    line([
      aPerson('a', 'male', '1990-07-07', 'RO', {
        parents: [{ id: 'f', kind: 'adoption', established_on: null }],
        citizenship_events: [bornWith('RO', '1990-07-07')],
      }),
      emigrant(),
    ]),
    'needs_information',
    ['TRANS-6', 'ENG-1'],
    { asks: '/persons/0/parents/0/established_on' },
  ),
  lawCase(
    'TRANS-6: adopted the day before coming of age',
    line([
      aPerson('a', 'male', '1990-07-07', 'RO', {
        parents: [{ id: 'f', kind: 'adoption', established_on: '2008-07-06' }],
        citizenship_events: [bornWith('RO', '1990-07-07')],
      }),
      emigrant(),
    ]),
    'eligible',
    ['TRANS-6'],
  ),
  lawCase(
    'TRANS-7: the grandfather lived to see the Kingdom, on its very day',
    line([
      aPerson('a', 'male', '1850-01-01', 'AR', { parents: childOf('f'), died: { date: '1920-01-01' } }),
      aPerson('f', 'male', '1820-01-01', 'IT', {
        citizenship_events: [italianByBirth('1820-01-01')],
        died: { date: '1861-03-17' },
      }),
    ]),
    'eligible',
    ['TRANS-1'],
  ),
  lawCase(
    'ENG-4: the father’s line is broken, the mother’s is enough',
    line([child('1960-03-03'), naturalisedEmigrant('1955-01-01'), italianMother]),
    'eligible',
    ['TRANS-2', 'ENG-4'],
  ),
];

const losses = [
  lawCase(
    'LOSS-4: the child loses because the father does',
    line([child('1950-03-03'), naturalisedEmigrant('1960-06-01'), widower]),
    'not_eligible',
    ['LOSS-4', 'LOSS-AGE', 'LOSS-1'],
    { tells: ['U-1'] },
  ),
  lawCase(
    'LOSS-4: a child who becomes British with the father',
    line([
      child('1950-03-03', {
        citizenship_events: [
          {
            date: '1960-06-01',
            type: 'acquired',
            citizenship: 'GB',
            how: 'derived_from_parent',
            voluntary: false,
          },
        ],
      }),
      naturalisedEmigrant('1960-06-01'),
      widower,
    ]),
    'not_eligible',
    ['LOSS-4'],
  ),
  lawCase(
    'LOSS-AGE: nineteen in 1965 was a minor',
    line([child('1946-02-01'), naturalisedEmigrant('1965-03-01'), widower]),
    'not_eligible',
    ['LOSS-AGE', 'LOSS-4'],
  ),
  lawCase(
    'LOSS-AGE: nineteen on 9 March 1975 still was',
    line([child('1956-02-01'), naturalisedEmigrant('1975-03-09'), widower]),
    'not_eligible',
    ['LOSS-AGE', 'LOSS-4'],
  ),
  lawCase(
    'LOSS-AGE: the day before the 21st birthday',
    line([child('1950-03-03'), naturalisedEmigrant('1971-03-02'), widower]),
    'not_eligible',
    ['LOSS-AGE', 'LOSS-4'],
  ),
  lawCase(
    'LOSS-AGE, ENG-5: on the 21st birthday nothing is lost',
    line([child('1950-03-03'), naturalisedEmigrant('1971-03-03'), widower]),
    'eligible',
    ['LOSS-AGE', 'ENG-5', 'TRANS-1'],
  ),
  lawCase(
    'LOSS-AGE: married at 18 in 1969, an adult',
    line(
      [
        child('1950-03-03'),
        naturalisedEmigrant('1969-06-01'),
        widower,
        aPerson('h', 'female', '1945-01-01', 'GB', { citizenship_events: [bornWith('GB', '1945-01-01')] }),
      ],
      [aWedding('a', 'h', '1969-02-02')],
    ),
    'eligible',
    ['LOSS-AGE'],
  ),
  lawCase(
    'LOSS-4, U-2: the mother stays Italian',
    line(
      [child('1950-03-03'), naturalisedEmigrant('1960-06-01'), italianMother],
      [aWedding('f', 'm', '1949-09-10')],
    ),
    'needs_information',
    ['LOSS-4', 'U-2'],
    { review: 'U-2' },
  ),
  lawCase(
    'LOSS-5: a father who reacquires too late for the son',
    line([
      child('1950-03-03'),
      emigrant({
        citizenship_events: [
          italianByBirth('1925-04-02'),
          naturalised('GB', '1958-06-01'),
          reacquired('1972-02-02'),
        ],
      }),
      widower,
    ]),
    'not_eligible',
    ['LOSS-4', 'LOSS-5'],
  ),
  lawCase(
    'LOSS-6, ENG-5: a child born before the father’s reacquisition',
    line([
      aPerson('a', 'female', '1990-01-01', 'GB', {
        parents: childOf('f'),
        citizenship_events: [bornWith('GB', '1990-01-01')],
      }),
      emigrant({
        citizenship_events: [
          italianByBirth('1925-04-02'),
          naturalised('GB', '1985-01-01'),
          reacquired('1995-01-01'),
        ],
      }),
    ]),
    'not_eligible',
    ['LOSS-1', 'LOSS-10', 'LOSS-6', 'REACQ-6'],
  ),
  lawCase(
    'LOSS-6: and one born after it',
    line([
      aPerson('a', 'female', '1996-01-01', 'GB', {
        parents: childOf('f'),
        citizenship_events: [bornWith('GB', '1996-01-01')],
      }),
      emigrant({
        citizenship_events: [
          italianByBirth('1925-04-02'),
          naturalised('GB', '1985-01-01'),
          reacquired('1995-01-01'),
        ],
      }),
    ]),
    'eligible',
    ['LOSS-6', 'TRANS-1'],
  ),
  lawCase(
    'LOSS-9, ENG-5: a child born before the mother’s renunciation keeps',
    line([
      aPerson('a', 'female', '1996-04-04', 'GB', {
        parents: childOf('m'),
        citizenship_events: [bornWith('GB', '1996-04-04')],
        residences: [lived('GB', '1996-04-04', undefined, ['m'])],
      }),
      aPerson('m', 'female', '1968-02-02', 'IT', {
        citizenship_events: [
          italianByBirth('1968-02-02'),
          naturalised('GB', '1994-05-05'),
          renounced('1997-03-03'),
        ],
      }),
    ]),
    'eligible',
    ['TRANS-2', 'LOSS-9', 'ENG-5'],
  ),
  lawCase(
    'LOSS-3, LOSS-9: a father who had both from birth and renounced of age',
    line([
      aPerson('a', 'male', '1985-01-01', 'GB', {
        parents: childOf('p'),
        citizenship_events: [bornWith('GB', '1985-01-01')],
      }),
      aPerson('p', 'male', '1950-01-05', 'GB', {
        parents: childOf('f'),
        citizenship_events: [bornWith('GB', '1950-01-05'), renounced('1972-01-01')],
      }),
      emigrant(),
    ]),
    'not_eligible',
    ['LOSS-9', 'LOSS-10', 'LOSS-3'],
  ),
  lawCase(
    'LOSS-1: whether the acquisition was wanted is asked',
    line([away('BR', [{ ...naturalised('BR', '1980-01-01'), voluntary: null }])]),
    'needs_information',
    ['LOSS-1', 'LOSS-2', 'ENG-1'],
    { asks: '/persons/0/citizenship_events/1/voluntary' },
  ),
  lawCase(
    'LOSS-1: in which way it was acquired is asked',
    line([away('BR', [{ date: '1980-01-01', type: 'acquired', citizenship: 'BR', how: null }])]),
    'needs_information',
    ['LOSS-1', 'ENG-1'],
    { asks: '/persons/0/citizenship_events/1/how' },
  ),
  lawCase(
    'LOSS-1, LOSS-8: on which side of 16 August 1992 is asked',
    line([away('BR', [naturalised('BR', null)])]),
    'needs_information',
    ['LOSS-1', 'LOSS-8', 'ENG-1'],
    { asks: '/persons/0/citizenship_events/1/date' },
  ),
  lawCase(
    'LOSS-1: where somebody lived is asked',
    line([
      {
        ...away('GB', [naturalised('GB', '1985-01-01')]),
        residences: [],
        completeness: { residences: false },
      },
    ]),
    'needs_information',
    ['LOSS-1', 'ENG-1'],
    { asks: '/persons/0/residences' },
  ),
  lawCase(
    'LOSS-8, U-4: Dutch on the last day of the Convention',
    line([away('NL', [naturalised('NL', '2010-06-03')])]),
    'needs_information',
    ['LOSS-8', 'U-4'],
    { review: 'U-4' },
  ),
  lawCase(
    'LOSS-8: Dutch on the day after',
    line([away('NL', [naturalised('NL', '2010-06-04')])]),
    'eligible',
    ['LOSS-8'],
  ),
  lawCase(
    'LOSS-8: the United Kingdom was never bound',
    line([away('GB', [naturalised('GB', '1995-02-02')])]),
    'eligible',
    ['LOSS-8'],
  ),
];

const british = aPerson('h', 'male', '1920-01-01', 'GB', {
  citizenship_events: [bornWith('GB', '1920-01-01')],
});
const bride = (wedding: string, stated: boolean) =>
  aPerson('m', 'female', '1926-01-01', 'IT', {
    citizenship_events: [
      italianByBirth('1926-01-01'),
      ...(stated
        ? [
            {
              date: wedding,
              type: 'acquired' as const,
              citizenship: 'GB',
              how: 'marriage_automatic' as const,
              voluntary: false,
            },
          ]
        : []),
    ],
  });
const sonOfBride = (born: string, wedding: string, stated: boolean) =>
  line(
    [
      aPerson('a', 'male', born, 'GB', {
        parents: childOf('h', 'm'),
        citizenship_events: [bornWith('GB', born)],
      }),
      bride(wedding, stated),
      british,
    ],
    [aWedding('m', 'h', wedding)],
  );

const brides = [true, false].flatMap((stated) => {
  const how = stated ? 'her British citizenship is stated' : 'it is not stated';
  return [
    lawCase(
      `REACQ-9: married on 1 January 1948, ${how}`,
      sonOfBride('1950-03-03', '1948-01-01', stated),
      'eligible',
      ['REACQ-9', 'LOSS-7', 'TRANS-2'],
    ),
    lawCase(
      `REACQ-9: married the day before, ${how}`,
      sonOfBride('1950-03-03', '1947-12-31', stated),
      'needs_information',
      ['REACQ-9', 'LOSS-7'],
      { review: 'REACQ-9' },
    ),
    lawCase(
      `LOSS-7: her child born in 1947, ${how}`,
      sonOfBride('1947-03-03', '1946-12-31', stated),
      'not_eligible',
      ['LOSS-7', 'LOSS-10'],
    ),
  ];
});

const wives = [
  lawCase(
    'LOSS-7, LOSS-1: married in 1949 she kept, naturalised in 1955 she lost',
    line(
      [
        aPerson('a', 'female', '1926-01-01', 'IT', {
          citizenship_events: [italianByBirth('1926-01-01'), naturalised('GB', '1955-01-01')],
          residences: [lived('GB', '1949-01-01')],
        }),
        british,
      ],
      [aWedding('a', 'h', '1949-01-01')],
    ),
    'not_eligible',
    ['LOSS-1'],
  ),
  lawCase(
    'TRANS-9, LOSS-11: the only line is a wife whose husband became British',
    line(
      [child('1960-03-03'), naturalisedEmigrant('1958-03-03'), britishMother()],
      [aWedding('f', 'm', '1949-09-10')],
    ),
    'needs_information',
    ['TRANS-9', 'LOSS-11', 'LOSS-1'],
    { review: 'TRANS-9' },
  ),
  lawCase(
    'LOSS-11: the Italian wife of a man who became British keeps, and says why',
    line(
      [child('1960-03-03'), naturalisedEmigrant('1958-03-03'), italianMother],
      [aWedding('f', 'm', '1950-01-01')],
    ),
    'eligible',
    ['LOSS-11', 'TRANS-2', 'LOSS-1'],
  ),
];

export const lineCases: readonly LawCase[] = [
  ...before1948,
  ...unusualBirths,
  ...losses,
  ...brides,
  ...wives,
];
