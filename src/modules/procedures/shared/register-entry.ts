import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { type PartialDate, partialDate } from '#kernel/partial-date.ts';
import {
  answerTo,
  type CaseFile,
  type EntryAnswers,
  entriesOf,
  type FormAnswers,
  protocolText,
} from '#modules/case-files/public.ts';
import type { AddressAbroad, ConsularData } from '#modules/registry/public.ts';
import { partsOfState } from './address.ts';
import { oneself } from './checks.ts';

const given = <Key extends string>(
  key: Key,
  answer: string | undefined,
): { readonly [Name in Key]?: string } =>
  answer === undefined || answer === '' ? {} : ({ [key]: answer } as { readonly [Name in Key]: string });

/** The address abroad of a form, as registers hold it; `since` is the day from which it counts. */
export function addressOf(answers: FormAnswers, since: string): AddressAbroad {
  const answer = (name: string) => answerTo(answers, name);
  const part = partsOfState.map(answer).find((each) => each !== '');
  return {
    country: answer('country'),
    locality: [answer('place'), part].filter(Boolean).join(', '),
    ...given(
      'street',
      [answer('street'), answer('care_of') && `c/o ${answer('care_of')}`].filter(Boolean).join(', '),
    ),
    ...given('number', answer('house_number')),
    ...given('flat', answer('flat')),
    ...given('postCode', answer('postcode')),
    ...(parseCivilDate(since).ok ? { from: partialDate(since) } : {}),
  };
}

const maritalStates = {
  single: 'single',
  married: 'married',
  civil_union: 'civil_union',
  widowed: 'widowed',
  divorced: 'divorced',
  union_dissolved: 'union_dissolved',
  union_ended_by_death: 'union_ended_by_death',
} as const;

const isMaritalState = (raw: string): raw is keyof typeof maritalStates => raw in maritalStates;

function personData(
  person: EntryAnswers,
  place: { readonly country: string; readonly municipality?: string },
): Pick<ConsularData, 'birth' | 'familyName' | 'givenName' | 'sex' | 'taxCode'> {
  const born = person['born_on'] ?? '';
  const { sex } = person;
  return {
    ...given('familyName', person['family_name']),
    ...given('givenName', person['given_name']),
    ...(sex === 'F' || sex === 'M' ? { sex } : {}),
    birth: {
      on: born as CivilDate & PartialDate,
      ...(person['birth_place'] ? { place: { ...place, name: person['birth_place'] } } : {}),
    },
    ...given('taxCode', person['tax_code']),
  };
}

/** The person who sends the form, as the consular register enters them. */
export function applicantData(
  answers: FormAnswers,
  { address, municipality }: { readonly address: AddressAbroad; readonly municipality: string | undefined },
): ConsularData {
  const answer = (name: string) => answerTo(answers, name);
  const bornAbroad = answer('born_in') === 'abroad';
  const status = answer('marital_status');
  const italianFrom = parseCivilDate(answer('italian_from'));
  return {
    ...personData(oneself(answers), {
      country: bornAbroad ? answer('birth_country') : 'IT',
      ...(bornAbroad ? {} : given('municipality', answer('birth_municipality'))),
    }),
    citizenships: [
      { of: 'IT', ...(italianFrom.ok ? { since: partialDate(italianFrom.value) } : {}) },
      ...entriesOf(answers, 'citizenships').flatMap((each) => {
        const from = parseCivilDate(each['citizen_from'] ?? '');
        const of = each['citizenship_of'];
        return of ? [{ of, ...(from.ok ? { since: partialDate(from.value) } : {}) }] : [];
      }),
    ],
    ...(isMaritalState(status) ? { maritalStatus: maritalStates[status] } : {}),
    addresses: [address],
    ...given('municipality', municipality),
  };
}

/** The family members whom a form names, as the consular register enters them: at the same address. */
export function familyData(
  answers: FormAnswers,
  { address, municipality }: { readonly address: AddressAbroad; readonly municipality: string | undefined },
): ConsularData[] {
  return entriesOf(answers, 'family').map((member) => ({
    ...personData(member, {
      country: member['member_born_in'] === 'abroad' ? (member['member_birth_country'] ?? '') : 'IT',
    }),
    citizenships: [{ of: 'IT' }],
    addresses: [address],
    ...given('municipality', member['member_municipality'] || municipality),
  }));
}

/** What an entry rests on, as the register names it. */
export function sourceOf({ protocol, id }: Pick<CaseFile, 'protocol' | 'id'>): string {
  return `Pratica ${protocol === null ? id : protocolText(protocol)}`;
}
