import { countryCodes } from '#kernel/country.ts';
import type { FormQuestion } from '#modules/case-files/public.ts';
import { say } from './say.ts';

/** States whose addresses have no postcode: nobody there is asked for one. */
const withoutPostcode = new Set(
  (
    'AE AG AO AW BF BI BJ BO BS BW BZ CD CF CG CI CK CM DJ DM ER FJ GA GD GH GM GN GQ GY HK KI KM KN KP LY ML MO MR ' +
    'MW NR NU QA RW SB SC SL SR ST SY TD TF TG TK TO TV UG VU YE ZW'
  ).split(' '),
);

/** Where an address names a part of the State, and what people there call it. */
const parts = {
  state: ['AU', 'BR', 'IN', 'MX', 'MY', 'NG', 'US', 'VE'],
  province: [
    'AR',
    'BE',
    'CA',
    'CN',
    'CR',
    'CU',
    'EC',
    'ES',
    'ID',
    'KR',
    'NL',
    'PA',
    'PH',
    'TH',
    'TR',
    'VN',
    'ZA',
  ],
  county: ['EE', 'GB', 'HR', 'HU', 'IE', 'KE', 'LR', 'LT', 'NO', 'RO', 'SE', 'TW'],
  canton: ['CH'],
} as const;

/** The names under which a part of the State is asked for. */
export const partsOfState = ['state', 'province', 'county', 'canton'] as const;

/** The address abroad (indirizzo estero), with the parts that addresses of that State have. */
export const addressQuestions: readonly FormQuestion[] = [
  {
    name: 'country',
    kind: 'country',
    known: 'country',
    autocomplete: 'country',
    label: say('Stato', 'Country'),
  },
  {
    name: 'place',
    kind: 'text',
    known: 'place',
    autocomplete: 'address-level2',
    label: say('Città o località', 'Town or city'),
    hint: say('Da qui si vede quale ufficio è il tuo.', 'This tells which office is yours.'),
  },
  {
    name: 'street',
    kind: 'text',
    autocomplete: 'address-line1',
    label: say('Via o piazza', 'Street'),
    hint: say('Come la scrivono lì, senza il numero.', 'As it is written there, without the number.'),
  },
  {
    name: 'house_number',
    kind: 'text',
    longest: 20,
    label: say('Numero o nome della casa', 'House number or name'),
  },
  {
    name: 'flat',
    kind: 'text',
    longest: 60,
    optional: true,
    autocomplete: 'address-line2',
    label: say('Appartamento, scala, piano', 'Flat, staircase, floor'),
  },
  {
    name: 'postcode',
    kind: 'text',
    longest: 20,
    autocomplete: 'postal-code',
    label: say('Codice postale', 'Postcode'),
    when: { name: 'country', is: countryCodes.filter((code) => !withoutPostcode.has(code)) },
  },
  {
    name: 'state',
    kind: 'text',
    longest: 60,
    autocomplete: 'address-level1',
    label: say('Stato della federazione', 'State'),
    when: { name: 'country', is: parts.state },
  },
  {
    name: 'province',
    kind: 'text',
    longest: 60,
    autocomplete: 'address-level1',
    label: say('Provincia', 'Province'),
    when: { name: 'country', is: parts.province },
  },
  {
    name: 'county',
    kind: 'text',
    longest: 60,
    optional: true,
    autocomplete: 'address-level1',
    label: say('Contea', 'County'),
    when: { name: 'country', is: parts.county },
  },
  {
    name: 'canton',
    kind: 'text',
    longest: 60,
    autocomplete: 'address-level1',
    label: say('Cantone', 'Canton'),
    when: { name: 'country', is: parts.canton },
  },
  {
    name: 'care_of',
    kind: 'text',
    optional: true,
    label: say('Presso', 'Care of'),
    hint: say('Solo se sulla cassetta c’è un altro nome.', 'Only if another name is on the letter box.'),
  },
];
