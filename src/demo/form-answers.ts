import type { FormAnswers } from '#modules/case-files/public.ts';
import type { NewPerson } from '#modules/identity/public.ts';

/** What is particular about a form of the demonstration. */
export interface DemoForm {
  /** How many family members move along. */
  readonly family?: number;
  readonly bornAbroad?: boolean;
}

interface Given extends DemoForm {
  readonly municipality: string;
  /** Since when the person lives at the new address. */
  readonly since: string;
  readonly address: Record<string, string>;
}

/** An address as the offices of the demonstration know it. */
export function addressOfDemo({ country, place }: NewPerson): Record<string, string> {
  return { country, place, street: 'Specimen Avenue', house_number: '17', postcode: 'ZZ1 1ZZ' };
}

const about = ({ givenName, familyName, bornOn, email }: NewPerson) => ({
  given_name: givenName,
  family_name: familyName,
  born_on: bornOn,
  birth_place: 'Bolzano',
  document_kind: 'passport',
  document_number: 'YA0000000',
  document_expires_on: '2031-05-31',
  email,
  mobile: '+447911123456',
  declares: 'all_true',
});

const men = new Set(['Bruno', 'Dario', 'Furio', 'Ivo', 'Mino', 'Otto']);

const relatives = [
  { relationship: 'spouse', given_name: 'Leo', sex: 'M', born_on: '1984-09-09' },
  { relationship: 'child', given_name: 'Mia', sex: 'F', born_on: '2019-03-03' },
] as const;

/** Family members with invented names, everybody born in Bolzano. */
function family({ familyName }: NewPerson, count: number, withRegistration: boolean) {
  return relatives.slice(0, count).map(({ sex, ...each }) => ({
    ...each,
    family_name: familyName,
    birth_place: 'Bolzano',
    ...(withRegistration
      ? {
          sex,
          member_born_in: 'italy',
          document_number: 'YA0000001',
          document_expires_on: '2030-05-31',
        }
      : {}),
  }));
}

/** A registration with AIRE of somebody who left Italy, or who was born where they live. */
export function registration(
  person: NewPerson,
  { municipality, since, address, ...form }: Given,
): FormAnswers {
  const { family: count = 0, bornAbroad = false } = form;
  const married = count > 0;
  return {
    ...about(person),
    ...address,
    stay: 'long',
    sex: men.has(person.givenName) ? 'M' : 'F',
    italian_by: 'birth',
    other_citizenships: 'no',
    arrived_on: since,
    ...(bornAbroad
      ? {
          reason: 'born_abroad',
          born_in: 'abroad',
          birth_country: person.country,
          birth_place: person.place,
          birth_registered: 'no',
          tie: 'ancestor_birth',
          tie_municipality: municipality,
          tie_person: 'Nonno della dimostrazione',
          arrived_on: person.bornOn,
        }
      : {
          reason: 'moved_from_italy',
          born_in: 'italy',
          birth_municipality: municipality,
          last_municipality: municipality,
          last_address: 'Via dell’Esempio 5',
        }),
    marital_status: married ? 'married' : 'single',
    ...(married
      ? {
          spouse_family_name: person.familyName,
          spouse_given_name: 'Leo',
          married_on: '2015-06-20',
          married_in: 'Bolzano',
          married_in_country: 'IT',
          marriage_registered: 'yes',
          marriage_municipality: municipality,
        }
      : {}),
    family_with_me: count > 0 ? 'yes' : 'no',
    ...(count > 0 ? { family: family(person, count, true) } : {}),
  };
}

/** A move inside the district. */
export function movedHouse(person: NewPerson, { municipality, since, address, ...form }: Given): FormAnswers {
  const { family: count = 0 } = form;
  return {
    ...about(person),
    ...address,
    moved_on: since,
    aire_municipality: municipality,
    family_with_me: count > 0 ? 'yes' : 'no',
    ...(count > 0 ? { family: family(person, count, false) } : {}),
  };
}
