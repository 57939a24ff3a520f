import { type CivilDate, civilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { municipalOfficeId } from '#kernel/municipal-office.ts';
import type { NewOfficial, NewPerson } from '#modules/identity/public.ts';

/** Everybody in the demonstration is invented; first and family names are chosen so that nobody takes them for real. */
export const demoPassword = 'gatti verdi sul tram 12';

/** The offices with full agendas, in different time zones. */
export const demoOffices = [
  'manchester',
  'london',
  'buenos-aires',
  'new-york',
  'melbourne',
  'zurich',
] as const;

interface Town {
  readonly officeId: string;
  readonly country: string;
  readonly place: string;
  readonly prefix: string;
}

const towns: readonly Town[] = [
  { officeId: 'manchester', country: 'GB', place: 'Leeds', prefix: '+4477009' },
  { officeId: 'london', country: 'GB', place: 'London', prefix: '+4477009' },
  { officeId: 'buenos-aires', country: 'AR', place: 'Buenos Aires', prefix: '+5491155' },
  { officeId: 'new-york', country: 'US', place: 'New York', prefix: '+1212555' },
  { officeId: 'melbourne', country: 'AU', place: 'Melbourne', prefix: '+614915' },
  { officeId: 'zurich', country: 'CH', place: 'Zürich', prefix: '+417955' },
];

const givenNames = [
  'Ada',
  'Bruno',
  'Carla',
  'Dario',
  'Elsa',
  'Furio',
  'Gilda',
  'Ivo',
  'Lia',
  'Mino',
  'Nora',
  'Otto',
];
const familyNames = [
  'Prova',
  'Esempio',
  'Finta',
  'Campione',
  'Modello',
  'Saggio',
  'Bozza',
  'Abbozzo',
  'Schizzo',
  'Traccia',
];

/** An id that is the same at each fresh start. */
function fixedId(kind: number, index: number): string {
  return `00000000-0000-4000-8000-${String(kind).padStart(4, '0')}${String(index).padStart(8, '0')}`;
}

function bornOn(index: number): CivilDate {
  return civilDate(
    `${1945 + ((index * 7) % 55)}-${String(1 + ((index * 5) % 12)).padStart(2, '0')}-${String(1 + ((index * 11) % 28)).padStart(2, '0')}`,
  );
}

/** Citizens of an office: the first two are printed with their passwords, the others fill the agendas. */
export function demoCitizens(perOffice: number): NewPerson[] {
  return towns.flatMap(({ officeId, country, place, prefix }, town) =>
    Array.from({ length: perOffice }, (_, index): NewPerson => {
      const number = town * perOffice + index;
      const givenName = givenNames[number % givenNames.length] ?? 'Ada';
      const familyName = familyNames[Math.floor(number / givenNames.length) % familyNames.length] ?? 'Prova';
      const locale: Locale = index % 2 === 0 ? 'it' : 'en';
      return {
        id: fixedId(1, number),
        givenName,
        familyName: index < 2 ? familyName : `${familyName} ${roman(index)}`,
        bornOn: bornOn(number),
        email:
          index < 2
            ? `${givenName}.${officeId}@persone.example`.toLowerCase()
            : `persona.${number}@persone.example`,
        mobile: `${prefix}${String(number).padStart(5, '0')}`,
        country,
        place,
        officeId,
        locale,
      };
    }),
  );
}

function roman(number: number): string {
  const parts: [number, string][] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = number;
  return parts
    .map(([value, sign]) => {
      const times = Math.floor(rest / value);
      rest -= times * value;
      return sign.repeat(times);
    })
    .join('');
}

/** The municipalities whose desk the demonstration opens: certificates in German and in Slovene, and a great city. */
const demoMunicipalities = ['A952', 'D324', 'H501'];

/** For each municipality one who administers it and one at the counter. */
const municipalOfficials: readonly NewOfficial[] = demoMunicipalities.flatMap(
  (code, index): NewOfficial[] => {
    const officeId = municipalOfficeId(code);
    const first = 2 * (demoOffices.length + index) + 1;
    return [
      {
        id: fixedId(2, first),
        givenName: 'Silvano',
        familyName: 'Facsimile',
        email: `responsabile.${officeId}@ufficio.example`,
        locale: 'it',
        roles: [{ officeId, role: 'office_admin' }],
        totpSecret: secretOf(first),
      },
      {
        id: fixedId(2, first + 1),
        givenName: 'Amelia',
        familyName: 'Segnaposto',
        email: `anagrafe.${officeId}@ufficio.example`,
        locale: 'it',
        roles: [{ officeId, role: 'operator' }],
        totpSecret: secretOf(first + 1),
      },
    ];
  },
);

/** Officials: one of the ministry, and for each office and municipality one who administers it and one at the counter. */
export const demoOfficials: readonly NewOfficial[] = [
  {
    id: fixedId(2, 0),
    givenName: 'Minerva',
    familyName: 'Modello',
    email: 'ministero@ufficio.example',
    locale: 'it',
    ministry: true,
    roles: [],
    totpSecret: secretOf(0),
  },
  ...demoOffices.flatMap((officeId, index): NewOfficial[] => [
    {
      id: fixedId(2, index * 2 + 1),
      givenName: 'Sergio',
      familyName: 'Campione',
      email: `responsabile.${officeId}@ufficio.example`,
      locale: 'it',
      roles: [{ officeId, role: 'office_admin' }],
      totpSecret: secretOf(index * 2 + 1),
    },
    {
      id: fixedId(2, index * 2 + 2),
      givenName: 'Olga',
      familyName: 'Bozza',
      email: `sportello.${officeId}@ufficio.example`,
      locale: 'en',
      roles: [{ officeId, role: 'operator' }],
      totpSecret: secretOf(index * 2 + 2),
    },
  ]),
  ...municipalOfficials,
  // Who confirms what the first one of the ministry proposes.
  {
    id: fixedId(2, 9000),
    givenName: 'Marta',
    familyName: 'Controprova',
    email: 'ministero.controlli@ufficio.example',
    locale: 'it',
    ministry: true,
    roles: [],
    totpSecret: secretOf(9000),
  },
];

/** A second factor that everybody may know, because nobody real uses it: base 32. */
function secretOf(index: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return Array.from(
    { length: 32 },
    (_, position) => letters[(index * 13 + position * 7 + position * position) % 32],
  ).join('');
}
