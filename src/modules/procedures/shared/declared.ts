import type { DeclaredPerson, FormAnswers } from '#modules/case-files/public.ts';
import type { AddressAbroad, ConsularData } from '#modules/registry/public.ts';
import { applicantData, familyData } from './register-entry.ts';

function declaredOf({ birth, addresses, citizenships, ...person }: ConsularData): DeclaredPerson {
  const { country, locality, street, number, postCode } = addresses.at(-1) ?? addresses[0];
  return {
    ...(person.familyName !== undefined && { familyName: person.familyName }),
    ...(person.givenName !== undefined && { givenName: person.givenName }),
    ...(person.sex !== undefined && { sex: person.sex }),
    ...(person.taxCode !== undefined && { taxCode: person.taxCode }),
    ...(person.maritalStatus !== undefined && { maritalStatus: person.maritalStatus }),
    bornOn: birth.on,
    ...(birth.place !== undefined && { birthPlace: birth.place.name }),
    citizenships: citizenships.map(({ of }) => of),
    country,
    ...(locality !== undefined && { locality }),
    ...(street !== undefined && { street }),
    ...(number !== undefined && { houseNumber: number }),
    ...(postCode !== undefined && { postCode }),
  };
}

/** Everybody whom a form is about in the registry’s terms, the applicant first: the municipality compares and registers. */
export function declaredPeople(answers: FormAnswers, address: AddressAbroad): DeclaredPerson[] {
  const where = { address, municipality: undefined };
  return [applicantData(answers, where), ...familyData(answers, where)].map(declaredOf);
}

/** Those who move: of their citizenships and marital status the form says nothing. */
export function declaredMovers(answers: FormAnswers, address: AddressAbroad): DeclaredPerson[] {
  return declaredPeople(answers, address).map(({ citizenships: _citizenships, ...person }) => person);
}
