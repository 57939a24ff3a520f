import type { FormQuestion } from '#modules/case-files/public.ts';
import { say } from './say.ts';

/** The relationships that are registered today, with their code in table 5 of the national registry (parentela). */
export const relationships = [
  { value: 'spouse', code: '2', label: say('Marito o moglie', 'Husband or wife') },
  { value: 'civil_partner', code: '28', label: say('Unito civilmente', 'Civil partner') },
  { value: 'child', code: '3', label: say('Figlio o figlia', 'Son or daughter') },
  { value: 'parent', code: '6', label: say('Padre o madre', 'Father or mother') },
  { value: 'sibling', code: '9', label: say('Fratello o sorella', 'Brother or sister') },
  { value: 'grandchild', code: '4', label: say('Nipote di nonno', 'Grandchild') },
  { value: 'grandparent', code: '7', label: say('Nonno o nonna', 'Grandparent') },
  { value: 'child_in_law', code: '16', label: say('Genero o nuora', 'Son-in-law or daughter-in-law') },
  { value: 'parent_in_law', code: '17', label: say('Suocero o suocera', 'Father-in-law or mother-in-law') },
  { value: 'cohabitant', code: '23', label: say('Convivente', 'Partner who lives with me') },
  { value: 'other_relative', code: '13', label: say('Un altro parente', 'Another relative') },
] as const;

export type Relationship = (typeof relationships)[number]['value'];

export function codeOfRelationship(value: string): string | undefined {
  return relationships.find((each) => each.value === value)?.code;
}

/** The first questions about a person, in the words of whoever answers. */
export const familyName: FormQuestion = {
  name: 'family_name',
  kind: 'text',
  label: say('Cognome', 'Family name'),
  hint: say('Come sul documento, accenti compresi.', 'As on the document, accents included.'),
};

export const givenName: FormQuestion = {
  name: 'given_name',
  kind: 'text',
  label: say('Nome', 'Given names'),
  hint: say('Tutti i nomi che sono sul documento.', 'All the names that are on the document.'),
};

export const sex: FormQuestion = {
  name: 'sex',
  kind: 'choice',
  label: say('Sesso, come nei registri', 'Sex, as in the registers'),
  choices: [
    { value: 'F', label: say('Femmina', 'Female') },
    { value: 'M', label: say('Maschio', 'Male') },
  ],
};

export const bornOn: FormQuestion = {
  name: 'born_on',
  kind: 'date',
  must: 'past',
  label: say('Data di nascita', 'Date of birth'),
};

export const taxCode: FormQuestion = {
  name: 'tax_code',
  kind: 'tax_code',
  optional: true,
  label: say('Codice fiscale italiano', 'Italian tax code'),
  hint: say('Se non ce l’hai, lascia vuoto.', 'If there is none, leave it empty.'),
};

export const italyOrAbroad = [
  { value: 'italy', label: say('In Italia', 'In Italy') },
  { value: 'abroad', label: say('All’estero', 'Abroad') },
];

export const yesNoUnknown = [
  { value: 'yes', label: say('Sì', 'Yes') },
  { value: 'no', label: say('No', 'No') },
  { value: 'unknown', label: say('Non lo so', 'I do not know') },
];
