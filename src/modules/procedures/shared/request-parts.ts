import { countryName } from '#kernel/country.ts';
import {
  answerTo,
  type EntryAnswers,
  entriesOf,
  type FormAnswers,
  type MunicipalPart,
} from '#modules/case-files/public.ts';
import type { AddressAbroad } from '#modules/registry/public.ts';
import { oneself } from './checks.ts';
import { codeOfRelationship, relationships } from './people.ts';
import { addressOf } from './register-entry.ts';
import { say } from './say.ts';

export type Request = NonNullable<MunicipalPart['request']>;
export type RequestPart = ReturnType<Request>[number];
export type About = Parameters<Request>[1];
type Row = RequestPart['rows'][number];

export function row(it: string, en: string, value: string | undefined): Row[] {
  return value === undefined || value === '' ? [] : [{ label: say(it, en), value }];
}

/** Marital status with the registry’s code (stato civile, table 1). */
const maritalStates: Readonly<Record<string, string>> = {
  single: '1 – celibe/nubile',
  married: '2 – coniugato/a',
  widowed: '3 – vedovo/a',
  divorced: '4 – divorziato/a',
  civil_union: '6 – unito/a civilmente',
  union_dissolved: '7 – libero/a per scioglimento dell’unione',
  union_ended_by_death: '8 – libero/a per decesso dell’unito/a',
};

/** Generalità of one person. */
export function personRows(person: EntryAnswers, place: { readonly country: string }): Row[] {
  const bornIn = [person['birth_place'], place.country === 'IT' ? '' : countryName(place.country, 'it')];
  return [
    ...row('Cognome', 'Family name', person['family_name']),
    ...row('Nome', 'Given names', person['given_name']),
    ...row('Sesso', 'Sex', person['sex']),
    ...row('Data di nascita', 'Date of birth', person['born_on']),
    ...row('Luogo di nascita', 'Place of birth', bornIn.filter(Boolean).join(', ')),
    ...row('Codice fiscale', 'Tax code', person['tax_code']),
    ...row(
      'Documento',
      'Document',
      [person['document_number'], person['document_expires_on']].filter(Boolean).join(', scade il '),
    ),
  ];
}

/** The family, each with the relationship and its code in table 5 (famiglia e legame). */
export function familyParts(answers: FormAnswers, { townName }: About): RequestPart[] {
  return entriesOf(answers, 'family').map((member, index): RequestPart => {
    const relation = relationships.find(({ value }) => value === member['relationship']);
    const country = member['member_born_in'] === 'abroad' ? (member['member_birth_country'] ?? 'IT') : 'IT';
    const town = member['member_municipality'];
    return {
      title: say(`Familiare ${index + 1}`, `Family member ${index + 1}`),
      rows: [
        ...row(
          'Legame',
          'Relationship',
          relation && `${codeOfRelationship(relation.value) ?? ''} – ${relation.label.it}`,
        ),
        ...personRows(member, { country }),
        ...row(
          'Atto di nascita in Italia',
          'Birth record in Italy',
          actWords[member['member_birth_registered'] ?? ''],
        ),
        ...row(
          'Comune di provenienza, se diverso',
          'Municipality of origin, if another',
          town && townName(town),
        ),
      ],
    };
  });
}

export const actWords: Readonly<Record<string, string>> = {
  yes: 'trascritto',
  no: 'da trascrivere: l’atto è tra i documenti',
  unknown: 'non noto a chi dichiara',
};

/** Residenza estera, with the code of the consulate. */
export function residencePart(answers: FormAnswers, since: string, { consulate }: About): RequestPart {
  const address: AddressAbroad = addressOf(answers, since);
  return {
    title: say('Residenza estera', 'Residence abroad'),
    rows: [
      ...row('Stato', 'Country', `${address.country} – ${countryName(address.country, 'it')}`),
      ...row('Località', 'Locality', address.locality),
      ...row(
        'Toponimo e numero',
        'Street and number',
        [address.street, address.number].filter(Boolean).join(', '),
      ),
      ...row('Interno', 'Flat', address.flat),
      ...row('Codice postale', 'Postcode', address.postCode),
      ...row('Dal', 'From', since),
      ...row('Consolato', 'Consulate', [consulate.code, consulate.name].filter(Boolean).join(' – ')),
    ],
  };
}

/** The applicant, marital status included where the form asks for it. */
export function applicantPart(answers: FormAnswers): RequestPart {
  const answer = (name: string) => answerTo(answers, name);
  const country = answer('born_in') === 'abroad' ? answer('birth_country') : 'IT';
  return {
    title: say('Generalità', 'Identity'),
    rows: [
      ...personRows(oneself(answers), { country }),
      ...row('Stato civile', 'Marital status', maritalStates[answer('marital_status')]),
    ],
  };
}
