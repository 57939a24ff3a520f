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

/** Marriage and civil union, from the first possible day to the oath. */
type Application = Partial<Facts['application']>;
type Union = Facts['unions'][number];

const spouse = (more: Partial<PersonFacts> = {}) =>
  aPerson('s', 'male', '1985-02-02', 'IT', {
    citizenship_events: [italianByBirth('1985-02-02')],
    residences: [lived('GB', '2012-01-01')],
    ...more,
  });
const applicant = (more: Partial<PersonFacts> = {}) =>
  aPerson('a', 'female', '1988-03-03', 'GB', {
    citizenship_events: [bornWith('GB', '1988-03-03')],
    residences: [lived('GB', '1988-03-03')],
    ...more,
  });
const wed = (more: Partial<Union> = {}) =>
  aWedding('a', 's', '2023-06-10', { same_address: true, transcribed_in_italy_on: '2023-09-01', ...more });
const complete: Application = {
  filed_on: '2026-06-10',
  office: { kind: 'ministry_portal', country: 'GB' },
  documents_complete: true,
  language: { certificate: 'CILS', level: 'B1' },
  convictions: [],
  criminal_records: [{ country: 'GB', issued_on: '2026-03-20' }],
};
const filed = (
  application: Application,
  unions: Union[] = [wed()],
  persons: PersonFacts[] = [applicant(), spouse()],
) => aFamily('marriage', persons, { unions, application: { ...complete, ...application } });
const unfiled = (unions: Union[]) => {
  const { filed_on: _on, criminal_records: _records, ...application } = complete;
  return aFamily('marriage', [applicant(), spouse()], { unions, application });
};
const early: Application = {
  filed_on: '2024-12-10',
  criminal_records: [{ country: 'GB', issued_on: '2024-11-20' }],
};
const child = (...parents: string[]) =>
  aPerson('k', 'female', '2024-01-01', 'GB', { parents: childOf(...parents) });
const brazilian = (italianOn: string) =>
  spouse({
    born: { date: '1985-02-02', country: 'BR' },
    citizenship_events: [
      bornWith('BR', '1985-02-02'),
      { date: italianOn, type: 'acquired', citizenship: 'IT', how: 'residence_grant' },
    ],
  });

const terms = [
  lawCase('MARR-5: not filed yet, and three years have passed', unfiled([wed()]), 'eligible', [
    'MARR-2',
    'MARR-5',
  ]),
  lawCase(
    'MARR-5: not filed yet, and it is too early',
    unfiled([wed({ date: '2024-06-10', transcribed_in_italy_on: '2024-09-01' })]),
    'not_eligible',
    ['MARR-5'],
  ),
  lawCase(
    'MARR-5: a wedding on 29 February ends its term on the 28th',
    {
      ...filed({ filed_on: '2027-02-28', criminal_records: [{ country: 'GB', issued_on: '2027-01-01' }] }, [
        wed({ date: '2024-02-29', transcribed_in_italy_on: '2024-09-01' }),
      ]),
      as_of: '2027-03-01',
    },
    'eligible',
    ['MARR-5'],
  ),
  lawCase(
    'MARR-5: when it was filed is asked',
    filed({ filed_on: null }),
    'needs_information',
    ['MARR-5', 'ENG-1'],
    { asks: '/application/filed_on' },
  ),
  lawCase(
    'MARR-4: a day before 18 months',
    filed({ ...early, filed_on: '2024-12-09' }, [wed()], [applicant(), spouse(), child('a', 's')]),
    'not_eligible',
    ['MARR-4', 'MARR-5'],
  ),
  lawCase(
    'MARR-4: a child adopted by both',
    filed(
      early,
      [wed()],
      [
        applicant(),
        spouse(),
        aPerson('k', 'female', '2015-01-01', 'GB', {
          parents: [
            { id: 'a', kind: 'adoption', established_on: '2024-01-01' },
            { id: 's', kind: 'adoption', established_on: '2024-01-01' },
          ],
        }),
      ],
    ),
    'eligible',
    ['MARR-4'],
  ),
  lawCase(
    'MARR-3: the spouse became Italian before the wedding, which starts the term',
    filed({}, [wed()], [applicant(), brazilian('2020-06-11')]),
    'eligible',
    ['MARR-3', 'MARR-5'],
  ),
  lawCase(
    'MARR-3: the spouse became Italian after it',
    filed({}, [wed()], [applicant(), brazilian('2023-06-11')]),
    'not_eligible',
    ['MARR-3', 'MARR-5'],
  ),
];

const bond = [
  lawCase(
    'MARR-7: divorced before the filing',
    filed({}, [wed({ ended: { date: '2026-01-01', how: 'divorce' } })]),
    'not_eligible',
    ['MARR-7'],
  ),
  lawCase(
    'MARR-7: separated on the day of the decree',
    filed({ decree: { adopted_on: '2026-10-01' } }, [
      wed({ ended: { date: '2026-10-01', how: 'legal_separation' } }),
    ]),
    'not_eligible',
    ['MARR-7'],
  ),
  lawCase(
    'MARR-7: separated on the day after it',
    filed({ decree: { adopted_on: '2026-10-01' } }, [
      wed({ ended: { date: '2026-10-02', how: 'legal_separation' } }),
    ]),
    'eligible',
    ['MARR-7'],
  ),
  lawCase(
    'MARR-6: celebrated in Italy, nothing is to be transcribed',
    filed({}, [aWedding('a', 's', '2023-06-10', { country: 'IT', same_address: true })]),
    'eligible',
    ['MARR-6'],
  ),
  lawCase(
    'MARR-18, MARR-6: a union that no Italian register knows',
    filed({}, [
      {
        id: 'u',
        kind: 'civil_union',
        partners: ['a', 's'],
        date: '2023-06-10',
        country: 'GB',
        same_address: true,
      },
    ]),
    'not_eligible',
    ['MARR-18', 'MARR-6'],
  ),
  lawCase(
    'MARR-9: whether they live together is asked',
    filed({}, [wed({ same_address: null })]),
    'needs_information',
    ['MARR-9', 'ENG-1'],
    { asks: '/unions/0/same_address' },
  ),
  lawCase(
    'MARR-9: whether the reason is documented is asked',
    filed({}, [wed({ same_address: false, separate_address_reason_documented: null })]),
    'needs_information',
    ['MARR-9', 'ENG-1'],
    { asks: '/unions/0/separate_address_reason_documented' },
  ),
  lawCase(
    'MARR-21: the spouse renounced on the day before the filing',
    filed(
      {},
      [wed()],
      [
        applicant(),
        spouse({
          citizenship_events: [
            italianByBirth('1985-02-02'),
            bornWith('GB', '1985-02-02'),
            { date: '2026-06-09', type: 'renounced', citizenship: 'IT', how: 'renunciation_declaration' },
          ],
        }),
      ],
    ),
    'not_eligible',
    ['MARR-21', 'LOSS-9'],
  ),
  lawCase(
    'MARR-1: the applicant is Italian already',
    filed({}, [wed()], [applicant({ citizenship_events: [italianByBirth('1988-03-03')] }), spouse()]),
    'not_eligible',
    ['MARR-1'],
  ),
  lawCase(
    'ENG-1: an open question is not asked where a conviction bars anyway',
    filed({ convictions: [{ court_country: 'GB', offence: 'ordinary', penalty_imposed_months: 13 }] }, [
      wed({ transcribed_in_italy_on: null }),
    ]),
    'not_eligible',
    ['MARR-10'],
  ),
];

const abroad = (citizenships: PersonFacts['citizenship_events']) =>
  applicant({
    citizenship_events: citizenships,
    residences: [lived('FR', '1988-03-03', '2000-01-01'), lived('GB', '2000-01-01')],
  });

const person = [
  lawCase(
    'MARR-10: an Italian offence of up to 35 months',
    filed({ convictions: [{ court_country: 'IT', offence: 'ordinary', statutory_maximum_months: 35 }] }),
    'eligible',
    ['MARR-10'],
  ),
  lawCase(
    'MARR-10: exactly three years',
    filed({ convictions: [{ court_country: 'IT', offence: 'ordinary', statutory_maximum_months: 36 }] }),
    'needs_information',
    ['MARR-10'],
    { review: 'MARR-10' },
  ),
  lawCase(
    'MARR-10: exactly three years, and a foreign sentence that bars anyway',
    filed({
      convictions: [
        { court_country: 'IT', offence: 'ordinary', statutory_maximum_months: 36 },
        { court_country: 'GB', offence: 'ordinary', penalty_imposed_months: 13 },
      ],
    }),
    'not_eligible',
    ['MARR-10'],
  ),
  lawCase(
    'MARR-10: a political offence judged in Italy counts',
    filed({ convictions: [{ court_country: 'IT', offence: 'political', statutory_maximum_months: 48 }] }),
    'not_eligible',
    ['MARR-10'],
  ),
  lawCase(
    'MARR-10: how long the sentence was is asked',
    filed({ convictions: [{ court_country: 'GB', offence: 'ordinary' }] }),
    'needs_information',
    ['MARR-10', 'ENG-1'],
    { asks: '/application/convictions/0/penalty_imposed_months' },
  ),
  lawCase(
    'MARR-11: the level is not stated',
    filed({ language: { certificate: 'CELI' } }),
    'needs_information',
    ['MARR-11', 'ENG-1'],
    { asks: '/application/language/level' },
  ),
  lawCase(
    'MARR-11: neither body nor level is known',
    filed({ language: { certificate: null, level: null } }),
    'needs_information',
    ['MARR-11', 'ENG-1'],
    { asks: '/application/language/certificate' },
  ),
  lawCase(
    'MARR-11: a known A2 of an unknown body is not enough',
    filed({ language: { certificate: null, level: 'A2' } }),
    'not_eligible',
    ['MARR-11'],
  ),
  lawCase(
    'MARR-12: whether there is an exemption is asked',
    filed({ language: { certificate: 'none', exemption: null } }),
    'needs_information',
    ['MARR-12', 'MARR-11', 'ENG-1'],
    { asks: '/application/language/exemption' },
  ),
  lawCase(
    'MARR-12: a family permit does not exempt',
    filed({ language: { certificate: 'none', exemption: 'family_permit' } }),
    'not_eligible',
    ['MARR-11', 'MARR-12'],
  ),
  lawCase(
    'MARR-12: a long-term permit issued by Italy does',
    filed({ language: { certificate: 'none', exemption: 'eu_long_term_permit_issued_by_italy' } }),
    'eligible',
    ['MARR-12'],
  ),
  lawCase(
    'MARR-12: the integration agreement does',
    filed({ language: { certificate: 'none', exemption: 'integration_agreement' } }),
    'eligible',
    ['MARR-12'],
  ),
  lawCase(
    'MARR-13: six months from the last day of February',
    filed({ filed_on: '2026-08-29', criminal_records: [{ country: 'GB', issued_on: '2026-02-28' }] }),
    'not_eligible',
    ['MARR-13'],
  ),
  lawCase(
    'MARR-13: when it was issued is asked',
    filed({ criminal_records: [{ country: 'GB', issued_on: null }] }),
    'needs_information',
    ['MARR-13', 'ENG-1'],
    { asks: '/application/criminal_records/0/issued_on' },
  ),
  lawCase(
    'MARR-13: left before 14, with the citizenship kept',
    filed({}, [wed()], [abroad([bornWith('FR', '1988-03-03'), naturalised('GB', '2010-01-01')]), spouse()]),
    'not_eligible',
    ['MARR-13'],
  ),
  lawCase(
    'MARR-13: left before 14, with the citizenship lost',
    filed(
      {},
      [wed()],
      [
        abroad([
          bornWith('FR', '1988-03-03'),
          naturalised('GB', '2010-01-01'),
          { date: '2011-01-01', type: 'lost', citizenship: 'FR', how: 'operation_of_law' },
        ]),
        spouse(),
      ],
    ),
    'eligible',
    ['MARR-13'],
  ),
];

const oath = (notified: string | undefined, on?: string | null) => {
  const facts = filed(
    {
      filed_on: '2023-11-10',
      criminal_records: [{ country: 'GB', issued_on: '2023-09-20' }],
      decree: { adopted_on: '2025-12-01', ...(notified && { notified_on: notified }) },
      ...(on !== undefined && { oath_on: on }),
    },
    [wed({ date: '2019-06-10', transcribed_in_italy_on: '2019-09-01' })],
  );
  return { ...facts, application: { ...facts.application, route: 'marriage_oath' as const } };
};

const oaths = [
  lawCase('MARR-15: six months from 31 August end in February', oath('2026-08-31'), 'eligible', ['MARR-15'], {
    deadline: '2027-02-28',
  }),
  lawCase('MARR-15: the term passed without an oath', oath('2026-01-15'), 'not_eligible', ['MARR-15'], {
    deadline: '2026-07-15',
  }),
  lawCase(
    'MARR-15: the term passed, and whether the oath was taken is asked',
    oath('2026-01-15', null),
    'needs_information',
    ['MARR-15', 'ENG-1'],
    { asks: '/application/oath_on' },
  ),
  lawCase(
    'MARR-16: an oath makes a citizen from the day after',
    oath('2026-01-15', '2026-03-01'),
    'eligible',
    ['MARR-15', 'MARR-16'],
  ),
  lawCase(
    'MARR-16: an oath makes a citizen, also where the day of the notification is not told',
    oath(undefined, '2026-03-01'),
    'eligible',
    ['MARR-16'],
  ),
];

export const marriageCases: readonly LawCase[] = [...terms, ...bond, ...person, ...oaths];
