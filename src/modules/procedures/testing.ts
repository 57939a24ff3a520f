import {
  documentsFor,
  type FormAnswers,
  type FormFacts,
  type FormProcedure,
} from '#modules/case-files/public.ts';

/** Ada moved from Trieste to Leeds, alone. */
export const adaMoves: FormAnswers = {
  stay: 'long',
  reason: 'moved_from_italy',
  family_name: 'Inventata',
  given_name: 'Ada',
  sex: 'F',
  born_on: '1980-02-03',
  born_in: 'italy',
  birth_place: 'Trieste',
  document_kind: 'passport',
  document_number: 'YA1234567',
  document_expires_on: '2031-02-03',
  italian_by: 'birth',
  other_citizenships: 'no',
  birth_municipality: 'L424',
  marital_status: 'single',
  last_municipality: 'L424',
  last_address: 'Via dell’Esempio 3',
  arrived_on: '2026-10-15',
  country: 'GB',
  place: 'Leeds',
  street: 'Sample Road',
  house_number: '12',
  postcode: 'LS1 1AA',
  family_with_me: 'no',
  email: 'ada.inventata@posta.example',
  mobile: '+447911123456',
  declares: 'all_true',
};

/** Ada with husband and two children, of whom the younger was born in Leeds. */
export const adaWithFamily: FormAnswers = {
  ...adaMoves,
  marital_status: 'married',
  spouse_family_name: 'Finto',
  spouse_given_name: 'Bruno',
  married_on: '2010-06-12',
  married_in: 'Gorizia',
  married_in_country: 'IT',
  marriage_registered: 'yes',
  marriage_municipality: 'E098',
  family_with_me: 'yes',
  family: [
    {
      relationship: 'spouse',
      family_name: 'Finto',
      given_name: 'Bruno',
      sex: 'M',
      born_on: '1979-11-20',
      member_born_in: 'italy',
      birth_place: 'Gorizia',
      document_number: 'YA7654321',
      document_expires_on: '2030-11-20',
    },
    {
      relationship: 'child',
      family_name: 'Finto',
      given_name: 'Carla',
      sex: 'F',
      born_on: '2012-04-01',
      member_born_in: 'italy',
      birth_place: 'Trieste',
      document_number: 'CA00001AA',
      document_expires_on: '2028-04-01',
    },
    {
      relationship: 'child',
      family_name: 'Finto',
      given_name: 'Dario',
      sex: 'M',
      born_on: '2026-10-30',
      member_born_in: 'abroad',
      member_birth_country: 'GB',
      birth_place: 'Leeds',
      member_birth_registered: 'no',
      document_number: 'YA1112223',
      document_expires_on: '2029-10-30',
    },
  ],
};

const { last_municipality: _last, last_address: _address, birth_municipality: _act, ...aboutAda } = adaMoves;

/** Elio was born in Leeds to a mother from Trieste and never lived in Italy; his birth is not registered there. */
export const elioBornAbroad: FormAnswers = {
  ...aboutAda,
  reason: 'born_abroad',
  given_name: 'Elio',
  sex: 'M',
  born_on: '2001-05-06',
  born_in: 'abroad',
  birth_country: 'GB',
  birth_place: 'Leeds',
  italian_by: 'birth',
  other_citizenships: 'yes',
  citizenships: [{ citizenship_of: 'GB' }],
  birth_registered: 'no',
  tie: 'ancestor_birth',
  tie_municipality: 'L424',
  tie_person: 'Maria Inventata, 1 marzo 1970',
  arrived_on: '2001-05-06',
};

/** Ada is in AIRE of Trieste and comes from the district of London. */
export const adaFromLondon: FormAnswers = {
  ...aboutAda,
  birth_municipality: 'L424',
  reason: 'from_other_district',
  aire_municipality: 'L424',
  previous_country: 'GB',
  previous_place: 'London',
};

/** Which office answers for the towns of the tests. */
const officesOfTests: Readonly<Record<string, readonly string[]>> = {
  'GB/Leeds': ['manchester'],
  'GB/London': ['london'],
  'GB/England': ['london', 'manchester', 'edinburgh'],
};

/** What checks look at: a form at the office of Manchester, with every document that it asks for. */
export function factsOf(
  { form }: Pick<FormProcedure, 'form'>,
  answers: FormAnswers,
  change: Partial<FormFacts> = {},
): FormFacts {
  return {
    answers,
    documents: documentsFor(form, answers).map(({ path }) => ({ path, name: `${path}.pdf`, readable: true })),
    today: '2026-11-25',
    officeOf: (country, place) => officesOfTests[`${country}/${place}`] ?? [],
    officeId: 'manchester',
    standing: { consularRegister: false, aire: false },
    ...change,
  };
}

/** Ada, in AIRE of Trieste, moves from Sample Road to another street of Leeds with her husband. */
export const adaMovesHouse: FormAnswers = {
  country: 'GB',
  place: 'Leeds',
  street: 'Trial Lane',
  house_number: '3',
  postcode: 'LS2 2BB',
  moved_on: '2026-11-10',
  family_name: 'Inventata',
  given_name: 'Ada',
  born_on: '1980-02-03',
  birth_place: 'Trieste',
  aire_municipality: 'L424',
  document_kind: 'passport',
  document_number: 'YA1234567',
  document_expires_on: '2031-02-03',
  family_with_me: 'yes',
  family: [
    {
      relationship: 'spouse',
      family_name: 'Finto',
      given_name: 'Bruno',
      born_on: '1979-11-20',
      birth_place: 'Gorizia',
    },
  ],
  email: 'ada.inventata@posta.example',
  mobile: '+447911123456',
  declares: 'all_true',
};

/** The same answers without some of them. */
export function without(answers: FormAnswers, ...names: readonly string[]): FormAnswers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name)));
}
