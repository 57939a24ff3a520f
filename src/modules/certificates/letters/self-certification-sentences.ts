import { countryName } from '#kernel/country.ts';
import type { PartialDate } from '#kernel/partial-date.ts';
import type {
  Address,
  HouseholdMember,
  MaritalStatus,
  RegistryRecord,
  Relation,
} from '#modules/registry/public.ts';
import { childrenOf, isAttributed, type StatementId } from '../domain/self-certification.ts';

/** Names of municipalities by their code, as far as they are needed. */
export type MunicipalityNames = ReadonlyMap<string, string>;

/** `7/3/1951`, `3/1951` or `1951`: as much as the record has. */
export function italianDate(date: PartialDate): string {
  return date
    .split('-')
    .map((part) => String(Number(part)))
    .reverse()
    .join('/');
}

export function fullName({
  givenName,
  familyName,
}: Pick<RegistryRecord, 'givenName' | 'familyName'>): string {
  return [givenName, familyName].filter(Boolean).join(' ');
}

const inPlace = ({ name, province, country }: RegistryRecord['birth']['place']) =>
  country === 'IT'
    ? `a ${name}${province === undefined ? '' : ` (${province})`}`
    : `a ${name} (${countryName(country, 'it')})`;

/** Where and when somebody was born, with the ending of their sex. */
export function bornPhrase({ sex, birth }: Pick<RegistryRecord, 'sex' | 'birth'>): string {
  return `${sex === 'F' ? 'nata' : 'nato'} ${inPlace(birth.place)} il ${italianDate(birth.on)}`;
}

/** An address on one line. */
export function addressLine(address: Address, names: MunicipalityNames): string {
  const { street, number, staircase, flat, postCode, locality, municipality, country } = address;
  const town = (municipality && names.get(municipality)) ?? locality ?? '';
  const place = [postCode, town].filter(Boolean).join(' ');
  return [
    [street, number].filter(Boolean).join(' '),
    staircase && `scala ${staircase}`,
    flat && `interno ${flat}`,
    place,
    country === 'IT' ? undefined : countryName(country, 'it'),
  ]
    .filter(Boolean)
    .join(', ');
}

type Sex = RegistryRecord['sex'];
const both = (sex: Sex, masculine: string, feminine: string) => (sex === 'F' ? feminine : masculine);

const maritalWords: Record<MaritalStatus['state'], (sex: Sex) => string> = {
  single: (sex) => both(sex, 'celibe', 'nubile'),
  married: (sex) => both(sex, 'coniugato', 'coniugata'),
  widowed: (sex) => both(sex, 'vedovo', 'vedova'),
  divorced: () => 'di stato libero, per divorzio',
  civil_union: (sex) => both(sex, 'unito civilmente', 'unita civilmente'),
  union_dissolved: () => 'di stato libero, per scioglimento dell’unione civile',
  union_ended_by_death: () => 'di stato libero, per decesso della parte dell’unione civile',
};

const relationWords: Record<Relation, (sex: Sex) => string> = {
  holder: (sex) => both(sex, 'intestatario della scheda', 'intestataria della scheda'),
  spouse: () => 'coniuge',
  civil_partner: (sex) => both(sex, 'unito civilmente', 'unita civilmente'),
  child: (sex) => both(sex, 'figlio', 'figlia'),
  parent: (sex) => both(sex, 'padre', 'madre'),
  sibling: (sex) => both(sex, 'fratello', 'sorella'),
  grandchild: () => 'nipote',
  grandparent: (sex) => both(sex, 'nonno', 'nonna'),
  child_in_law: (sex) => both(sex, 'genero', 'nuora'),
  parent_in_law: (sex) => both(sex, 'suocero', 'suocera'),
  stepchild: (sex) => both(sex, 'figlio del coniuge', 'figlia del coniuge'),
  cohabitant: () => 'convivente',
  other_relative: () => 'altro parente',
  no_longer_admitted: () => 'componente della famiglia',
};

const member = (each: HouseholdMember) =>
  `${fullName(each)}, ${bornPhrase(each)} (${relationWords[each.relation](each.sex)})`;

type Sentence = (record: RegistryRecord, names: MunicipalityNames) => readonly string[];

/** What each statement says, in the first person that the declaration speaks in; further lines are a list. */
export const sentences: Record<StatementId, Sentence> = {
  birth: (record) => [`di essere ${bornPhrase(record)}`],
  residence({ enrolment, addresses }, names) {
    const now = addresses.at(-1);
    const address = now === undefined ? '' : addressLine(now, names);
    const where = enrolment.register === 'aire' ? 'di risiedere all’estero, in' : 'di essere residente in';
    return [`${where} ${address}`];
  },
  citizenship: ({ citizenships }) =>
    citizenships
      .filter(isAttributed)
      .map(({ of }) =>
        of === 'stateless'
          ? 'di essere apolide'
          : of === 'IT'
            ? 'di avere la cittadinanza italiana'
            : `di avere la cittadinanza dello Stato: ${countryName(of, 'it')}`,
      ),
  political_rights: () => ['di godere dei diritti civili e politici'],
  marital_status: ({ maritalStatus, sex }) =>
    maritalStatus === undefined ? [] : [`di essere ${maritalWords[maritalStatus.state](sex)}`],
  family: ({ household }) => [
    'che la propria famiglia anagrafica è composta da:',
    ...(household?.members ?? []).map(member),
  ],
  existence: () => ['di essere in vita'],
  children: (record) => [
    'di essere genitore di:',
    ...childrenOf(record).map((child) => `${fullName(child)}, ${bornPhrase(child)}`),
  ],
  aire: ({ enrolment, sex }, names) => [
    `di essere ${both(sex, 'iscritto', 'iscritta')} all’anagrafe degli italiani residenti all’estero (AIRE) del comune di ${names.get(enrolment.municipality) ?? enrolment.municipality} dal ${italianDate(enrolment.since)}`,
  ],
  tax_code: ({ taxCode }) => [`di avere il codice fiscale ${taxCode}`],
  marriage_act({ maritalStatus }, names) {
    if (maritalStatus === undefined || !('bond' in maritalStatus) || maritalStatus.bond === undefined)
      return [];
    const { on, place, act, partner } = maritalStatus.bond;
    const written = [
      act?.number && `n. ${act.number}`,
      act?.part && `parte ${act.part}`,
      act?.series && `serie ${act.series}`,
      act?.year && `anno ${act.year}`,
      act?.municipality && `comune di ${names.get(act.municipality) ?? act.municipality}`,
    ].filter(Boolean);
    const isUnion = maritalStatus.state.startsWith('civil') || maritalStatus.state.startsWith('union');
    return [
      [
        isUnion ? 'di avere costituito un’unione civile' : 'di avere contratto matrimonio',
        on && `il ${italianDate(on)}`,
        place && inPlace(place),
        partner && `con ${fullName(partner)}`,
        written.length > 0 && `(atto ${written.join(', ')})`,
      ]
        .filter(Boolean)
        .join(' '),
    ];
  },
};

/** The codes of municipalities that the sentences name. */
export function municipalitiesIn({ addresses, enrolment, maritalStatus }: RegistryRecord): string[] {
  const act = maritalStatus && 'bond' in maritalStatus ? maritalStatus.bond?.act?.municipality : undefined;
  return [addresses.at(-1)?.municipality, enrolment.municipality, act].filter((code) => code !== undefined);
}
