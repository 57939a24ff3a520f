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

const each = (
  name: string,
  facts: Facts,
  verdict: LawCase['verdict'],
  rules: LawCase['rules'],
  deadline?: string,
): LawCase => lawCase(name, facts, verdict, rules, deadline === undefined ? {} : { deadline });

/** Applicant, father born in Italy, grandfather; dual where not said otherwise. */
const applicant = (born: string, more: Partial<PersonFacts> = {}) =>
  aPerson('a', 'female', born, 'GB', {
    parents: childOf('f'),
    citizenship_events: [bornWith('GB', born)],
    residences: [lived('GB', born)],
    ...more,
  });
const dualFather = (more: Partial<PersonFacts> = {}) =>
  aPerson('f', 'male', '1965-03-03', 'GB', {
    parents: childOf('g'),
    citizenship_events: [bornWith('GB', '1965-03-03')],
    residences: [lived('GB', '1965-03-03')],
    ...more,
  });
const grandfather = (more: Partial<PersonFacts> = {}) =>
  aPerson('g', 'male', '1935-01-01', 'IT', {
    citizenship_events: [italianByBirth('1935-01-01'), naturalised('GB', '1994-02-02')],
    residences: [lived('IT', '1935-01-01', '1964-01-01'), lived('GB', '1964-01-01')],
    ...more,
  });
const onlyItalian = { citizenship_events: [italianByBirth('1935-01-01')] };

function descent(
  route: 'descent_letter_c' | 'descent_letter_d' | 'descent_adult_abb' | 'descent_minor',
  persons: PersonFacts[],
  application: Partial<Facts['application']> = {},
  more: Partial<Omit<Facts, 'application'>> = {},
): Facts {
  return aFamily(route, persons, {
    ...more,
    application: { office: { kind: 'consulate', country: 'GB' }, documents_complete: true, ...application },
  });
}
const abb = (application: Partial<Facts['application']>) =>
  descent('descent_adult_abb', [applicant('1999-05-05'), dualFather(), grandfather()], application);
const inItaly = (
  from: string,
  to: string,
  proof: 'historical_certificate' | 'none' = 'historical_certificate',
) => ({
  ...lived('IT', from, to),
  proof,
});
const d = (
  father: Partial<PersonFacts>,
  born = '1999-05-05',
  events: PersonFacts['citizenship_events'] = [],
) =>
  descent('descent_letter_d', [
    applicant(born),
    dualFather({ citizenship_events: [bornWith('GB', '1965-03-03'), ...events], ...father }),
    grandfather(),
  ]);

const descentCases: LawCase[] = [
  each('DESC-A: filed in the last minute', abb({ filed_at: '2025-03-27T23:59:00+01:00' }), 'eligible', [
    'DESC-A',
    'DESC-OLDLAW',
  ]),
  each(
    'DESC-A: 23:30 in London is half past midnight in Rome',
    abb({ filed_at: '2025-03-27T23:30:00Z' }),
    'not_eligible',
    ['DESC-A'],
  ),
  each('DESC-A: 22:59 in London is 23:59 in Rome', abb({ filed_at: '2025-03-27T22:59:00Z' }), 'eligible', [
    'DESC-A',
  ]),
  each(
    'DESC-A, DESC-DOC: filed in time but incomplete',
    abb({ filed_at: '2025-03-10T10:00:00Z', documents_complete: false }),
    'not_eligible',
    ['DESC-A', 'DESC-DOC'],
  ),
  each(
    'DESC-DOC: whether it was complete is asked',
    abb({ filed_at: '2025-03-10T10:00:00Z', documents_complete: null }),
    'needs_information',
    ['DESC-A', 'ENG-1'],
  ),
  each(
    'DESC-ABIS: summoned in time, filed on the day',
    abb({
      filed_at: '2025-09-15T09:00:00Z',
      appointment: { communicated_at: '2025-03-27T12:00:00Z', on: '2025-09-15', addressee: 'a' },
    }),
    'eligible',
    ['DESC-ABIS'],
  ),
  each(
    'DESC-ABIS: filed on another day',
    abb({
      filed_at: '2025-09-16T09:00:00Z',
      appointment: { communicated_at: '2025-03-27T12:00:00Z', on: '2025-09-15', addressee: 'a' },
    }),
    'not_eligible',
    ['DESC-ABIS'],
  ),
  each(
    'DESC-ABIS: the father’s appointment does not count',
    abb({
      filed_at: '2025-09-15T09:00:00Z',
      appointment: { communicated_at: '2025-03-27T12:00:00Z', on: '2025-09-15', addressee: 'f' },
    }),
    'not_eligible',
    ['DESC-ABIS'],
  ),
  each(
    'DESC-ABIS: the appointment is still to come',
    abb({ appointment: { communicated_at: '2025-03-27T12:00:00Z', on: '2027-01-15', addressee: 'a' } }),
    'eligible',
    ['DESC-ABIS'],
    '2027-01-15',
  ),
  each(
    'DESC-B: court action in time',
    abb({ office: { kind: 'court' }, filed_at: '2025-03-27T23:10:00+01:00' }),
    'eligible',
    ['DESC-B'],
  ),
  each(
    'DESC-B: a maternal line before 1948, in court in time',
    descent(
      'descent_adult_abb',
      [
        applicant('1980-05-05'),
        dualFather({
          born: { date: '1940-03-03', country: 'AR' },
          parents: childOf('p', 'n'),
          citizenship_events: [bornWith('AR', '1940-03-03')],
          residences: [],
        }),
        aPerson('n', 'female', '1915-01-01', 'IT', { citizenship_events: [italianByBirth('1915-01-01')] }),
        aPerson('p', 'male', '1912-01-01', 'AR', { citizenship_events: [bornWith('AR', '1912-01-01')] }),
      ],
      { office: { kind: 'court' }, filed_at: '2025-01-10T10:00:00Z' },
    ),
    'eligible',
    ['DESC-B', 'TRANS-3'],
  ),
  each(
    'DESC-ITALY: born in Italy',
    descent('descent_letter_c', [
      applicant('1999-05-05', { born: { date: '1999-05-05', country: 'IT' } }),
      dualFather(),
      grandfather(),
    ]),
    'eligible',
    ['DESC-ITALY'],
  ),
  each(
    'DESC-NOOTHER: no other citizenship and none to be had',
    descent('descent_minor', [
      applicant('2015-05-05', { citizenship_events: [], can_claim_other_citizenship: false }),
      dualFather(),
      grandfather(),
    ]),
    'eligible',
    ['DESC-NOOTHER'],
  ),
  each(
    'DESC-NOOTHER: one that a declaration gives counts as held',
    descent('descent_minor', [
      applicant('2015-05-05', { citizenship_events: [], can_claim_other_citizenship: true }),
      dualFather(),
      grandfather(),
    ]),
    'not_eligible',
    ['DESC-C-1', 'DESC-D-1'],
  ),
  each(
    'DESC-NOOTHER: whether one can be claimed is asked',
    descent('descent_minor', [
      applicant('2015-05-05', { citizenship_events: [], can_claim_other_citizenship: null }),
      dualFather(),
      grandfather(),
    ]),
    'needs_information',
    ['ENG-1'],
  ),
  each(
    'DESC-MINOR: 18 on the day is an adult',
    descent('descent_minor', [applicant('2008-11-22'), dualFather(), grandfather(onlyItalian)]),
    'not_eligible',
    ['DESC-MINOR', 'DESC-ADULT'],
  ),
  each(
    'DESC-MINOR: 18 tomorrow is not',
    descent('descent_minor', [applicant('2008-11-23'), dualFather(), grandfather(onlyItalian)]),
    'eligible',
    ['DESC-MINOR', 'DESC-C-1'],
  ),
  each(
    'DESC-ADULT: an adult by letter c',
    descent('descent_letter_c', [applicant('1999-05-05'), dualFather(), grandfather(onlyItalian)]),
    'eligible',
    ['DESC-C-1', 'DESC-ADULT'],
  ),
  each(
    'DESC-C-2: the grandfather naturalised after the birth',
    descent('descent_letter_c', [applicant('1993-05-05'), dualFather(), grandfather()]),
    'eligible',
    ['DESC-C-2', 'DESC-C-3'],
  ),
  each(
    'DESC-C-3: or the year before it',
    descent('descent_letter_c', [applicant('1995-05-05'), dualFather(), grandfather()]),
    'not_eligible',
    ['DESC-C-1', 'DESC-C-3'],
  ),
  each(
    'U-8: or on that very day',
    descent('descent_letter_c', [applicant('1994-02-02'), dualFather(), grandfather()]),
    'needs_information',
    ['U-8'],
  ),
  each(
    'DESC-C-3: his history is not complete',
    descent('descent_letter_c', [
      applicant('1995-05-05'),
      dualFather(),
      grandfather({ ...onlyItalian, completeness: { citizenship_events: false } }),
    ]),
    'needs_information',
    ['DESC-C-3', 'ENG-1'],
  ),
  each(
    'DESC-C-5: an ascendant born abroad and only Italian',
    descent('descent_letter_c', [
      applicant('1999-05-05'),
      dualFather({ citizenship_events: [], born: { date: '1965-03-03', country: 'FR' } }),
      grandfather(),
    ]),
    'eligible',
    ['DESC-C-1'],
  ),
  each(
    'DESC-C-5: under the decree before its conversion an officer decides',
    descent(
      'descent_letter_c',
      [
        applicant('1999-05-05'),
        dualFather({ citizenship_events: [], born: { date: '1965-03-03', country: 'FR' }, residences: [] }),
        grandfather({ born: { date: '1935-01-01', country: 'FR' }, residences: [] }),
      ],
      {},
      { as_of: '2025-04-15' },
    ),
    'needs_information',
    ['DESC-C-5'],
  ),
  each(
    'CZ-8: before the decree there was no bar',
    descent(
      'descent_letter_c',
      [applicant('1995-05-05'), dualFather(), grandfather()],
      {},
      { as_of: '2025-03-27' },
    ),
    'eligible',
    ['DESC-LINE'],
  ),
  each(
    'U-5: the grandmother who was only Italian is on another branch',
    descent('descent_letter_c', [
      applicant('1999-05-05', { parents: childOf('f', 'm') }),
      dualFather(),
      grandfather(),
      aPerson('m', 'female', '1966-01-01', 'GB', {
        parents: childOf('n'),
        citizenship_events: [bornWith('GB', '1966-01-01'), naturalised('US', '1990-01-01')],
        residences: [lived('US', '1985-01-01')],
      }),
      aPerson('n', 'female', '1940-01-01', 'IT', { citizenship_events: [italianByBirth('1940-01-01')] }),
    ]),
    'needs_information',
    ['U-5'],
  ),
  each(
    'DESC-1948C: a grandmother who was only Italian, her child born in 1947 of a foreigner',
    descent('descent_letter_c', [
      applicant('1980-05-05'),
      dualFather({
        born: { date: '1947-12-31', country: 'AR' },
        parents: childOf('p', 'n'),
        citizenship_events: [bornWith('AR', '1947-12-31')],
        residences: [],
      }),
      aPerson('n', 'female', '1918-01-01', 'IT', { citizenship_events: [italianByBirth('1918-01-01')] }),
      aPerson('p', 'male', '1912-01-01', 'AR', { citizenship_events: [bornWith('AR', '1912-01-01')] }),
    ]),
    'not_eligible',
    ['DESC-1948C', 'TRANS-3'],
  ),
  each(
    'DESC-D-1: two years to the day',
    d({ residences: [inItaly('1990-01-01', '1992-01-01'), lived('GB', '1992-01-01')] }),
    'eligible',
    ['DESC-D-1', 'DESC-D-4'],
  ),
  each(
    'DESC-D-1: a day short',
    d({ residences: [inItaly('1990-01-01', '1991-12-31'), lived('GB', '1992-01-01')] }),
    'not_eligible',
    ['DESC-D-1'],
  ),
  each(
    'DESC-D-1: two spells do not add up',
    d({ residences: [inItaly('1990-01-01', '1991-03-01'), inItaly('1992-01-01', '1993-03-01')] }),
    'not_eligible',
    ['DESC-D-1'],
  ),
  each(
    'DESC-D-1: complete on the birth',
    d({ residences: [inItaly('1997-05-05', '2001-01-01')] }),
    'eligible',
    ['DESC-D-1'],
  ),
  each(
    'DESC-D-1: complete the day after it',
    d({ residences: [inItaly('1997-05-06', '2001-01-01')] }),
    'not_eligible',
    ['DESC-D-1'],
  ),
  each(
    'DESC-D-4: without the certificate',
    d({ residences: [inItaly('1990-01-01', '1995-01-01', 'none')] }),
    'needs_information',
    ['DESC-D-4', 'ENG-1'],
  ),
  each(
    'DESC-D-4: with a history that has gaps',
    d({ residences: [], completeness: { residences: false } }),
    'needs_information',
    ['DESC-D-1', 'ENG-1'],
  ),
  each(
    'DESC-D-2: the years before the grant do not count',
    descent('descent_letter_d', [
      applicant('2012-05-05'),
      dualFather({
        parents: [],
        citizenship_events: [
          bornWith('GB', '1965-03-03'),
          { date: '2011-01-01', type: 'acquired', citizenship: 'IT', how: 'residence_grant' },
        ],
        residences: [inItaly('2000-01-01', '2012-05-05')],
      }),
    ]),
    'not_eligible',
    ['DESC-D-1', 'DESC-D-2'],
  ),
  each(
    'DESC-D-3: a parent who had renounced before the birth',
    descent('descent_letter_d', [
      applicant('1999-05-05'),
      dualFather({
        citizenship_events: [
          bornWith('GB', '1965-03-03'),
          { date: '1998-01-01', type: 'renounced', citizenship: 'IT', how: 'renunciation_declaration' },
        ],
        residences: [inItaly('1980-01-01', '1990-01-01')],
      }),
      grandfather(),
    ]),
    'not_eligible',
    ['DESC-LINE', 'LOSS-9'],
  ),
  each(
    'U-6: lived in Italy before his own recognition',
    d({
      residences: [inItaly('1990-01-01', '1993-01-01')],
      italian_recognition: { letter: 'a', recognised_on: '1996-01-01' },
    }),
    'needs_information',
    ['U-6'],
  ),
  each(
    'U-6: lived there long enough after it',
    d({
      residences: [inItaly('1990-01-01', '1998-06-01')],
      italian_recognition: { letter: 'a', recognised_on: '1996-01-01' },
    }),
    'eligible',
    ['DESC-D-1'],
  ),
  each(
    'TRANS-11: an applicant already recognised is not examined again',
    descent('descent_letter_c', [
      applicant('1999-05-05', {
        parents: [],
        citizenship_events: [italianByBirth('1999-05-05'), bornWith('GB', '1999-05-05')],
      }),
    ]),
    'eligible',
    ['TRANS-11'],
  ),
  each(
    'U-3: the only line is a wife whom no register knows',
    descent(
      'descent_letter_d',
      [
        applicant('1985-05-05', { parents: childOf('m') }),
        aPerson('m', 'female', '1955-01-01', 'BR', {
          citizenship_events: [bornWith('BR', '1955-01-01')],
          residences: [inItaly('1980-01-01', '1984-01-01')],
        }),
        aPerson('h', 'male', '1950-01-01', 'IT', { citizenship_events: [italianByBirth('1950-01-01')] }),
      ],
      {},
      { unions: [aWedding('m', 'h', '1979-01-01')] },
    ),
    'needs_information',
    ['U-3'],
  ),
];

const italianSpouse = aPerson('s', 'male', '1985-02-02', 'IT', {
  citizenship_events: [italianByBirth('1985-02-02')],
  residences: [lived('GB', '2012-01-01')],
});
const wife = aPerson('a', 'female', '1988-03-03', 'GB', {
  citizenship_events: [bornWith('GB', '1988-03-03')],
  residences: [lived('GB', '1988-03-03')],
});
const good: Partial<Facts['application']> = {
  filed_on: '2026-06-10',
  office: { kind: 'ministry_portal', country: 'GB' },
  documents_complete: true,
  language: { certificate: 'CILS', level: 'B1' },
  convictions: [],
  criminal_records: [{ country: 'GB', issued_on: '2026-03-20' }],
};
const wed = (more: Partial<Facts['unions'][number]> = {}) =>
  aWedding('a', 's', '2023-06-10', { same_address: true, transcribed_in_italy_on: '2023-09-01', ...more });
const marriage = (
  application: Partial<Facts['application']> = {},
  union: Facts['unions'] = [wed()],
  persons: PersonFacts[] = [wife, italianSpouse],
) => aFamily('marriage', persons, { unions: union, application: { ...good, ...application } });
const common = (born: string, ...parents: string[]) =>
  aPerson('k', 'female', born, 'GB', {
    parents: childOf(...parents),
    citizenship_events: [bornWith('GB', born)],
  });
const records = [{ country: 'GB', issued_on: '2024-11-20' }];
const decree = { adopted_on: '2026-07-01', notified_on: '2026-07-15' };

const marriageCases: LawCase[] = [
  each(
    'MARR-1: a man who married an Italian woman before 27 April 1983',
    marriage(
      {},
      [wed({ date: '1983-04-26', transcribed_in_italy_on: '1984-01-01' })],
      [
        {
          ...wife,
          sex: 'male',
          born: { date: '1955-01-01', country: 'GB' },
          citizenship_events: [bornWith('GB', '1955-01-01')],
          residences: [lived('GB', '1955-01-01')],
        },
        {
          ...italianSpouse,
          sex: 'female',
          born: { date: '1950-02-02', country: 'IT' },
          citizenship_events: [italianByBirth('1950-02-02')],
        },
      ],
    ),
    'not_eligible',
    ['MARR-1'],
  ),
  each('MARR-5: on the anniversary', marriage(), 'eligible', ['MARR-2', 'MARR-5', 'MARR-14']),
  each('MARR-5: a day early', marriage({ filed_on: '2026-06-09' }), 'not_eligible', ['MARR-5']),
  each(
    'MARR-4: 18 months with a child of both',
    marriage(
      { filed_on: '2024-12-10', criminal_records: records },
      [wed()],
      [wife, italianSpouse, common('2024-01-01', 'a', 's')],
    ),
    'eligible',
    ['MARR-4'],
  ),
  each(
    'MARR-4: a child of one only',
    marriage(
      { filed_on: '2024-12-10', criminal_records: records },
      [wed()],
      [wife, italianSpouse, common('2024-01-01', 'a')],
    ),
    'not_eligible',
    ['MARR-5', 'MARR-4'],
  ),
  each(
    'MARR-6: transcribed after the filing',
    marriage({}, [wed({ transcribed_in_italy_on: '2026-07-01' })]),
    'not_eligible',
    ['MARR-6'],
  ),
  each(
    'MARR-6: whether it is transcribed is asked',
    marriage({}, [wed({ transcribed_in_italy_on: null })]),
    'needs_information',
    ['MARR-6', 'ENG-1'],
  ),
  each(
    'MARR-7: separated before the decree',
    marriage({}, [wed({ ended: { date: '2026-08-01', how: 'legal_separation' } })]),
    'not_eligible',
    ['MARR-7'],
  ),
  each(
    'MARR-7: divorced after the decree',
    marriage({ decree }, [wed({ ended: { date: '2026-08-01', how: 'divorce' } })]),
    'eligible',
    ['MARR-7', 'MARR-15'],
  ),
  each(
    'MARR-8: widowed after the filing',
    marriage(
      {},
      [wed({ ended: { date: '2026-08-01', how: 'death' } })],
      [wife, { ...italianSpouse, died: { date: '2026-08-01' } }],
    ),
    'eligible',
    ['MARR-8'],
  ),
  each(
    'MARR-8: widowed before it',
    marriage(
      {},
      [wed({ ended: { date: '2026-06-09', how: 'death' } })],
      [wife, { ...italianSpouse, died: { date: '2026-06-09' } }],
    ),
    'not_eligible',
    ['MARR-8'],
  ),
  each(
    'MARR-9: apart without a reason',
    marriage({}, [wed({ same_address: false, separate_address_reason_documented: false })]),
    'not_eligible',
    ['MARR-9'],
  ),
  each(
    'MARR-9: apart with a documented reason',
    marriage({}, [wed({ same_address: false, separate_address_reason_documented: true })]),
    'eligible',
    ['MARR-9'],
  ),
  each(
    'MARR-10: exactly one year abroad is no bar',
    marriage({ convictions: [{ court_country: 'GB', offence: 'ordinary', penalty_imposed_months: 12 }] }),
    'eligible',
    ['MARR-10'],
  ),
  each(
    'MARR-10: a political offence abroad is no bar',
    marriage({ convictions: [{ court_country: 'GB', offence: 'political', penalty_imposed_months: 40 }] }),
    'eligible',
    ['MARR-10'],
  ),
  each(
    'MARR-10: more than three years in Italy',
    marriage({ convictions: [{ court_country: 'IT', offence: 'ordinary', statutory_maximum_months: 37 }] }),
    'not_eligible',
    ['MARR-10'],
  ),
  each(
    'MARR-10: against the State, whatever the penalty',
    marriage({
      convictions: [
        { court_country: 'GB', offence: 'against_personality_of_state', penalty_imposed_months: 1 },
      ],
    }),
    'not_eligible',
    ['MARR-10'],
  ),
  each(
    'MARR-11: another body',
    marriage({ language: { certificate: 'other', level: 'C2' } }),
    'not_eligible',
    ['MARR-11'],
  ),
  each(
    'MARR-11: the level is asked',
    marriage({ language: { certificate: 'PLIDA', level: null } }),
    'needs_information',
    ['MARR-11'],
  ),
  each(
    'MARR-12: a permit of another State does not exempt',
    marriage({ language: { certificate: 'none', exemption: 'eu_long_term_permit_other_state' } }),
    'not_eligible',
    ['MARR-11', 'MARR-12'],
  ),
  each(
    'MARR-13: six months to the day',
    marriage({ criminal_records: [{ country: 'GB', issued_on: '2025-12-10' }] }),
    'eligible',
    ['MARR-13'],
  ),
  each(
    'MARR-13: a day older',
    marriage({ criminal_records: [{ country: 'GB', issued_on: '2025-12-09' }] }),
    'not_eligible',
    ['MARR-13'],
  ),
  each(
    'MARR-13: a country lived in at 14',
    marriage(
      {},
      [wed()],
      [
        { ...wife, residences: [lived('FR', '1988-03-03', '2002-03-03'), lived('GB', '2002-03-03')] },
        italianSpouse,
      ],
    ),
    'not_eligible',
    ['MARR-13'],
  ),
  each(
    'MARR-13: left before 14 without its citizenship',
    marriage(
      {},
      [wed()],
      [
        { ...wife, residences: [lived('FR', '1988-03-03', '2002-03-02'), lived('GB', '2002-03-02')] },
        italianSpouse,
      ],
    ),
    'eligible',
    ['MARR-13'],
  ),
  each(
    'MARR-15: six months and a day',
    {
      ...marriage(
        {
          decree: { adopted_on: '2025-12-01', notified_on: '2026-01-15' },
          filed_on: '2023-11-10',
          criminal_records: [{ country: 'GB', issued_on: '2023-09-20' }],
          oath_on: '2026-07-16',
        },
        [wed({ date: '2019-06-10', transcribed_in_italy_on: '2019-09-01' })],
      ),
    },
    'not_eligible',
    ['MARR-15'],
    '2026-07-15',
  ),
  each('MARR-16: the oath still to be taken', marriage({ decree }), 'eligible', ['MARR-15'], '2027-01-15'),
  each(
    'MARR-17: married on 26 April 1983, already Italian',
    marriage(
      {},
      [wed({ date: '1983-04-26' })],
      [
        {
          ...wife,
          born: { date: '1955-01-01', country: 'GB' },
          citizenship_events: [bornWith('GB', '1955-01-01')],
        },
        {
          ...italianSpouse,
          born: { date: '1950-02-02', country: 'IT' },
          citizenship_events: [italianByBirth('1950-02-02')],
        },
      ],
    ),
    'not_eligible',
    ['MARR-17', 'TRANS-8'],
  ),
  each(
    'MARR-18: a civil union not in the Italian registers',
    marriage({}, [
      {
        id: 'w',
        kind: 'civil_union',
        partners: ['a', 's'],
        date: '2023-06-10',
        country: 'GB',
        same_address: true,
      },
    ]),
    'not_eligible',
    ['MARR-18'],
  ),
  each(
    'MARR-21: the spouse is not Italian',
    marriage(
      {},
      [wed()],
      [
        wife,
        {
          ...italianSpouse,
          citizenship_events: [bornWith('BR', '1985-02-02')],
          born: { date: '1985-02-02', country: 'BR' },
        },
      ],
    ),
    'not_eligible',
    ['MARR-21'],
  ),
  each(
    'MARR-IT: living in Italy, two years are enough',
    marriage(
      { filed_on: '2025-06-10', criminal_records: [{ country: 'GB', issued_on: '2025-05-20' }] },
      [wed()],
      [
        { ...wife, residences: [lived('GB', '1988-03-03', '2020-01-01'), lived('IT', '2020-01-01')] },
        italianSpouse,
      ],
    ),
    'eligible',
    ['MARR-IT'],
  ),
];

const baby = (born: string, more: Partial<PersonFacts> = {}) =>
  aPerson('a', 'male', born, 'GB', {
    parents: childOf('m', 'p'),
    citizenship_events: [bornWith('GB', born)],
    residences: [lived('GB', born)],
    ...more,
  });
const italianMother = (more: Partial<PersonFacts> = {}) =>
  aPerson('m', 'female', '1982-01-01', 'AR', {
    citizenship_events: [italianByBirth('1982-01-01'), bornWith('AR', '1982-01-01')],
    residences: [lived('AR', '1982-01-01')],
    ...more,
  });
const britishFather = (more: Partial<PersonFacts> = {}) =>
  aPerson('p', 'male', '1980-01-01', 'GB', { citizenship_events: [bornWith('GB', '1980-01-01')], ...more });
const declares = (
  by: string,
  on: string,
  more: { capacity?: 'parent' | 'guardian' | 'self'; in_person?: boolean } = {},
) => ({
  by,
  on,
  capacity: 'parent' as const,
  ...more,
});
const benefit = (
  declarations: NonNullable<Facts['application']['declarations']>,
  persons: PersonFacts[] = [baby('2025-07-10'), italianMother(), britishFather()],
  more: Partial<Omit<Facts, 'application'>> = {},
  route: 'benefit_of_law' | 'transitional_1ter' = 'benefit_of_law',
) => aFamily(route, persons, { ...more, application: { ...(declarations.length > 0 && { declarations }) } });
const both = (on: string) => [declares('m', on), declares('p', on)];
const recognised = italianMother({
  italian_recognition: { letter: 'a', filed_at: '2017-05-05T10:00:00-03:00', recognised_on: '2019-02-02' },
});

const benefitCases: LawCase[] = [
  each(
    'BEN-3: one parent declared in time, the other never did',
    benefit([declares('m', '2028-07-01')], undefined, { as_of: '2028-08-01' }),
    'not_eligible',
    ['BEN-3'],
  ),
  each(
    'BEN-1: declared on the 18th birthday',
    benefit(both('2026-03-01'), [
      baby('2008-03-01', {
        parents: [
          { id: 'm', kind: 'recognition', established_on: '2026-01-01' },
          { id: 'p', kind: 'birth' },
        ],
      }),
      recognised,
      britishFather(),
    ]),
    'not_eligible',
    ['BEN-1'],
  ),
  each(
    'BEN-4: on the last day',
    benefit(both('2028-07-10'), undefined, { as_of: '2028-08-01' }),
    'eligible',
    ['BEN-4', 'BEN-10'],
    '2028-07-10',
  ),
  each(
    'BEN-4: a day late',
    benefit(both('2028-07-11'), undefined, { as_of: '2028-08-01' }),
    'not_eligible',
    ['BEN-4'],
    '2028-07-10',
  ),
  each(
    'BEN-4: nothing declared and the term is over',
    benefit([], undefined, { as_of: '2028-07-11' }),
    'not_eligible',
    ['BEN-4'],
  ),
  each(
    'BEN-3: one parent declared, the other has to follow within the term',
    benefit([declares('m', '2026-03-01')]),
    'not_eligible',
    ['BEN-3'],
    '2028-07-10',
  ),
  each(
    'BEN-3: the guardian declares',
    benefit([declares('m', '2026-03-01', { capacity: 'guardian' })]),
    'eligible',
    ['BEN-3', 'BEN-10'],
  ),
  each(
    'BEN-7: the second one counts',
    benefit([declares('m', '2026-03-01'), declares('p', '2026-04-01')]),
    'eligible',
    ['BEN-7'],
  ),
  each(
    'BEN-8: the other parent is dead',
    benefit(
      [declares('m', '2026-03-01')],
      [baby('2025-07-10'), italianMother(), britishFather({ died: { date: '2025-08-01' } })],
    ),
    'eligible',
    ['BEN-8', 'BEN-10'],
  ),
  each(
    'BEN-9: not in person',
    benefit([declares('m', '2026-03-01'), declares('p', '2026-03-01', { in_person: false })]),
    'not_eligible',
    ['BEN-9'],
  ),
  each(
    'BEN-1: a child born in Italy is Italian already',
    benefit(both('2026-03-01'), [
      baby('2025-07-10', { born: { date: '2025-07-10', country: 'IT' } }),
      italianMother(),
      britishFather(),
    ]),
    'not_eligible',
    ['BEN-1'],
  ),
  each(
    'BEN-1: a child of an only Italian mother is Italian already',
    benefit(both('2026-03-01'), [
      baby('2025-07-10'),
      italianMother({ citizenship_events: [italianByBirth('1982-01-01')] }),
      britishFather(),
    ]),
    'not_eligible',
    ['BEN-1', 'DESC-C-1'],
  ),
  each(
    'BEN-2: a mother who reacquired is not a citizen by birth',
    benefit(both('2026-03-01'), [
      baby('2025-07-10'),
      italianMother({
        citizenship_events: [
          italianByBirth('1982-01-01'),
          bornWith('AR', '1982-01-01'),
          { date: '2005-01-01', type: 'renounced', citizenship: 'IT', how: 'renunciation_declaration' },
          { date: '2010-01-01', type: 'reacquired', citizenship: 'IT', how: 'reacquisition_residence' },
        ],
      }),
      britishFather(),
    ]),
    'not_eligible',
    ['BEN-2'],
  ),
  each(
    'BEN-6: the foreigner first, then the citizen',
    benefit(
      both('2029-06-01'),
      [
        baby('2025-07-10', {
          parents: [
            { id: 'm', kind: 'recognition', established_on: '2027-01-01' },
            { id: 'p', kind: 'birth' },
          ],
        }),
        italianMother(),
        britishFather(),
      ],
      { as_of: '2029-06-15' },
    ),
    'eligible',
    ['BEN-6'],
    '2030-01-01',
  ),
  each(
    'U-7: born in 2024 without 1-ter',
    benefit(both('2026-03-01'), [baby('2024-07-10'), italianMother(), britishFather()]),
    'needs_information',
    ['U-7'],
  ),
  each(
    'U-7: born in 2024 with 1-ter',
    benefit(both('2026-03-01'), [baby('2024-07-10'), recognised, britishFather()]),
    'eligible',
    ['TRANSIT-2'],
  ),
  each(
    'BEN-4: one year until the end of 2025',
    benefit(both('2025-12-20'), [baby('2024-12-10'), recognised, britishFather()]),
    'not_eligible',
    ['BEN-4'],
    '2025-12-10',
  ),
  each(
    'CZ-8: before 24 May 2025 there was no such route',
    benefit([], [baby('2025-01-10'), italianMother(), britishFather()], { as_of: '2025-05-23' }),
    'not_eligible',
    ['BEN-4'],
  ),
  ...(
    [
      ['TRANSIT-1: born on 25 May 2007', '2007-05-25', 'eligible', ['TRANSIT-1']],
      ['TRANSIT-1: born on 24 May 2007', '2007-05-24', 'not_eligible', ['TRANSIT-1']],
      ['TRANSIT-7: born on 25 May 2025', '2025-05-25', 'not_eligible', ['TRANSIT-7']],
    ] as const
  ).map(([name, born, verdict, rules]) =>
    each(
      name,
      benefit([], [baby(born), recognised, britishFather()], {}, 'transitional_1ter'),
      verdict,
      rules,
    ),
  ),
  each(
    'TRANSIT-3: the last day of the extended term',
    benefit(
      both('2029-05-31'),
      [baby('2012-03-03'), recognised, britishFather()],
      { as_of: '2029-06-05' },
      'transitional_1ter',
    ),
    'eligible',
    ['TRANSIT-3'],
    '2029-05-31',
  ),
  each(
    'TRANSIT-3: a day later',
    benefit(
      both('2029-06-01'),
      [baby('2012-03-03'), recognised, britishFather()],
      { as_of: '2029-06-05' },
      'transitional_1ter',
    ),
    'not_eligible',
    ['TRANSIT-3'],
  ),
  each(
    'TRANSIT-3: the page’s own deadline',
    benefit(
      both('2026-05-31'),
      [baby('2012-03-03'), recognised, britishFather()],
      { rules_profile: 'seed_page' },
      'transitional_1ter',
    ),
    'eligible',
    ['TRANSIT-3'],
    '2026-05-31',
  ),
  each(
    'TRANSIT-4: he declares himself after his 18th birthday',
    benefit(
      [declares('a', '2026-02-01', { capacity: 'self' })],
      [baby('2007-12-01'), recognised, britishFather()],
      {},
      'transitional_1ter',
    ),
    'eligible',
    ['TRANSIT-4'],
  ),
  each(
    'TRANSIT-5: one declaration not in person',
    benefit(
      [declares('m', '2026-03-01'), declares('p', '2026-03-01', { in_person: false })],
      [baby('2012-03-03'), recognised, britishFather()],
      {},
      'transitional_1ter',
    ),
    'not_eligible',
    ['TRANSIT-5'],
  ),
  each(
    'TRANSIT-6: a mother recognised under letter c',
    benefit(
      [],
      [baby('2012-03-03'), italianMother({ italian_recognition: { letter: 'c' } }), britishFather()],
      {},
      'transitional_1ter',
    ),
    'not_eligible',
    ['TRANSIT-6'],
  ),
  each(
    'TRANSIT-2: the letter is asked',
    benefit(
      [],
      [baby('2012-03-03'), italianMother({ italian_recognition: { letter: null } }), britishFather()],
      {},
      'transitional_1ter',
    ),
    'needs_information',
    ['TRANSIT-2', 'ENG-1'],
  ),
];

const former = (more: Partial<PersonFacts> = {}) =>
  aPerson('a', 'male', '1950-03-03', 'IT', {
    citizenship_events: [italianByBirth('1950-03-03'), naturalised('GB', '1985-04-04')],
    residences: [lived('IT', '1950-03-03', '1972-01-01'), lived('GB', '1972-01-01')],
    ...more,
  });
const own = (on: string) => ({ declarations: [declares('a', on, { capacity: 'self' })] });
const reacquires = (
  person: PersonFacts,
  application: Partial<Facts['application']> = {},
  asOf = '2026-11-22',
) => aFamily('reacquisition_art17', [person], { as_of: asOf, application });
const woman = (route: 'reacquisition_women' | 'reacquisition_art17', wedding: string) =>
  aFamily(
    route,
    [
      aPerson('a', 'female', '1928-05-05', 'IT', {
        citizenship_events: [italianByBirth('1928-05-05')],
        residences: [lived('GB', '1950-01-01')],
      }),
      aPerson('h', 'male', '1920-01-01', 'GB', { citizenship_events: [bornWith('GB', '1920-01-01')] }),
    ],
    { unions: [aWedding('a', 'h', wedding)] },
  );

const otherCases: LawCase[] = [
  each(
    'REACQ-1: somebody else declares',
    aFamily('reacquisition_art17', [former(), aPerson('k', 'female', '1980-01-01', 'GB')], {
      application: { declarations: [declares('k', '2026-03-03', { capacity: 'self' })] },
    }),
    'not_eligible',
    ['REACQ-1'],
  ),
  each(
    'REACQ-5: on the first day',
    reacquires(former(), own('2025-07-01')),
    'eligible',
    ['REACQ-5', 'REACQ-6'],
    '2027-12-31',
  ),
  each('REACQ-5: a day too early', reacquires(former(), own('2025-06-30')), 'not_eligible', ['REACQ-5']),
  each('REACQ-5: on the last day', reacquires(former(), own('2027-12-31'), '2028-01-10'), 'eligible', [
    'REACQ-5',
  ]),
  each(
    'REACQ-5: not in person',
    reacquires(former(), {
      declarations: [declares('a', '2026-03-03', { capacity: 'self', in_person: false })],
    }),
    'not_eligible',
    ['REACQ-5'],
  ),
  each(
    'REACQ-2: born abroad, two years in Italy',
    reacquires(
      former({
        born: { date: '1950-03-03', country: 'FR' },
        residences: [lived('IT', '1960-01-01', '1962-01-01'), lived('GB', '1962-01-01')],
      }),
    ),
    'eligible',
    ['REACQ-2'],
  ),
  each(
    'REACQ-2: born abroad, a day less',
    reacquires(
      former({
        born: { date: '1950-03-03', country: 'FR' },
        residences: [lived('IT', '1960-01-01', '1961-12-31'), lived('GB', '1962-01-01')],
      }),
    ),
    'not_eligible',
    ['REACQ-2'],
  ),
  each(
    'REACQ-3: lost by marriage is another declaration',
    woman('reacquisition_art17', '1947-06-14'),
    'not_eligible',
    ['REACQ-3', 'LOSS-7'],
  ),
  each(
    'REACQ-11: naturalised on 16 August 1992, still Italian',
    reacquires(
      former({ citizenship_events: [italianByBirth('1950-03-03'), naturalised('GB', '1992-08-16')] }),
    ),
    'not_eligible',
    ['REACQ-11', 'LOSS-8'],
  ),
  each(
    'REACQ-1: never a citizen',
    reacquires(former({ citizenship_events: [bornWith('GB', '1950-03-03')] })),
    'not_eligible',
    ['REACQ-1'],
  ),
  each('REACQ-8: married on 31 December 1948', woman('reacquisition_women', '1948-12-31'), 'eligible', [
    'REACQ-8',
    'LOSS-7',
  ]),
  each('REACQ-10: married on 1 January 1949', woman('reacquisition_women', '1949-01-01'), 'not_eligible', [
    'REACQ-10',
  ]),
  each(
    'REN-1: an adult with two citizenships abroad',
    aFamily('renunciation', [
      former({ citizenship_events: [italianByBirth('1950-03-03'), naturalised('GB', '1995-01-01')] }),
    ]),
    'eligible',
    ['REN-1', 'REN-2', 'REN-5'],
  ),
  each(
    'REN-1: living in Italy',
    aFamily('renunciation', [
      former({
        citizenship_events: [italianByBirth('1950-03-03'), naturalised('GB', '1995-01-01')],
        residences: [lived('IT', '1950-03-03')],
      }),
    ]),
    'not_eligible',
    ['REN-1'],
  ),
  each(
    'REN-2: a minor',
    aFamily('renunciation', [
      aPerson('a', 'male', '2009-01-01', 'IT', {
        citizenship_events: [italianByBirth('2009-01-01'), bornWith('GB', '2009-01-01')],
        residences: [lived('GB', '2010-01-01')],
      }),
    ]),
    'not_eligible',
    ['REN-2'],
  ),
  each(
    'REN-5: the second citizenship is not proved',
    aFamily('renunciation', [
      former({
        citizenship_events: [italianByBirth('1950-03-03')],
        completeness: { citizenship_events: false },
      }),
    ]),
    'needs_information',
    ['REN-5', 'ENG-1'],
  ),
  each('REN-6: lost in 1985', aFamily('renunciation', [former()]), 'not_eligible', ['REN-6', 'LOSS-1']),
];

export const routeCases: readonly LawCase[] = [
  ...descentCases,
  ...marriageCases,
  ...benefitCases,
  ...otherCases,
];
