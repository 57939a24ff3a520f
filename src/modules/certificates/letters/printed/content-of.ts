import type { CivilDate } from '#kernel/civil-date.ts';
import type { PartialDate } from '#kernel/partial-date.ts';
import type {
  Address,
  Bond,
  CivilAct,
  HouseholdMember,
  MunicipalityCode,
  OtherParty,
  Place,
  RegistryRecord,
} from '#modules/registry/public.ts';
import type { CertificateContent, Printed, PrintedTable, Statement } from '../../domain/content.ts';
import type { Duty } from '../../domain/exemptions.ts';
import type { KindId } from '../../domain/kinds.ts';
import type { CertificateLanguage } from '../../domain/languages.ts';
import { bondOf, isEmptyAct } from '../../domain/rules/rule.ts';
import { printedDe } from './de.ts';
import { printedIt } from './it.ts';
import { printedSl } from './sl.ts';
import { joined, type PrintedTexts } from './texts.ts';
import { townNames } from './town-names.ts';

export interface Town {
  readonly name: string;
  readonly province: string;
}
/** The municipality of a code; nothing for one that no longer exists. */
export type TownOf = (code: MunicipalityCode) => Town | undefined;

const texts: Readonly<Record<CertificateLanguage, PrintedTexts>> = {
  it: printedIt,
  de: printedDe,
  sl: printedSl,
};

/** Everything of one language: its sentences, and how it writes days, places and people. */
function writerIn(language: CertificateLanguage, townOf: TownOf) {
  const words = texts[language];
  const countries = new Intl.DisplayNames(language, { type: 'region' });
  const town = (code: MunicipalityCode) => {
    const name = townOf(code)?.name ?? code;
    return language === 'it' ? name : (townNames[language][code] ?? name);
  };
  const day = (date: PartialDate) => words.day(...(date.split('-') as [string, string?, string?]));
  const dayIf = (date: PartialDate | undefined) => (date === undefined ? undefined : day(date));
  const place = ({ country, municipality, name, province }: Place) =>
    country === 'IT'
      ? words.province(
          municipality === undefined ? name : (townNames[language]?.[municipality] ?? name),
          province,
        )
      : `${name} (${countries.of(country) ?? country})`;
  const placeIf = (each: Place | undefined) => (each === undefined ? undefined : place(each));
  const name = ({ familyName, givenName }: { familyName?: string; givenName?: string }) =>
    joined(' ', familyName, givenName) || words.unknown;
  const born = (birth: { on: PartialDate; place: Place } | undefined) =>
    birth === undefined ? undefined : `${place(birth.place)}, ${day(birth.on)}`;
  const partner = (party: OtherParty | undefined) =>
    joined(', ', name(party ?? {}), party?.birth && born(party.birth)) || words.unknown;
  const act = (each: CivilAct | undefined): string | undefined =>
    each === undefined || isEmptyAct(each)
      ? undefined
      : `${words.act({
          number: each.number,
          part: each.part,
          series: each.series,
          year: each.year === undefined ? undefined : String(each.year),
          municipality: each.municipality === undefined ? undefined : town(each.municipality),
        })}.`;
  const address = (each: Address | undefined, fallback: string): string =>
    words.address({
      street: each === undefined ? words.noStreet : joined(' ', each.street, each.number) || words.noStreet,
      staircase: each?.staircase,
      flat: each?.flat,
      locality: each?.country === 'IT' ? each.locality : undefined,
      postCode: each?.postCode,
      town:
        each === undefined || each.country === 'IT'
          ? townWithProvince(each?.municipality ?? fallback)
          : joined(', ', each.locality, countries.of(each.country) ?? each.country),
    });
  const townWithProvince = (code: MunicipalityCode) => words.province(town(code), townOf(code)?.province);
  return { words, town, day, dayIf, place, placeIf, name, born, partner, act, address, townWithProvince };
}
type Writer = ReturnType<typeof writerIn>;

type Sentences = (record: RegistryRecord, write: Writer) => (string | undefined)[];

const present = ({ addresses }: RegistryRecord) => addresses.at(-1);
const addressOf = (record: RegistryRecord, write: Writer) =>
  write.address(present(record), record.enrolment.municipality);
const municipalityOf = (record: RegistryRecord, write: Writer) =>
  write.townWithProvince(record.enrolment.municipality);

function marriageOf(bond: Bond | undefined, write: Writer): (string | undefined)[] {
  if (bond === undefined) return [];
  return [
    write.words.marriage(write.placeIf(bond.place), write.dayIf(bond.on), write.partner(bond.partner)),
    write.act(bond.act),
  ];
}

function endOf({ maritalStatus: status }: RegistryRecord, write: Writer): string | undefined {
  if (status?.state !== 'widowed' && status?.state !== 'divorced') return undefined;
  return write.words.marriageEnded(write.dayIf(status.endedOn), status.state);
}

function unionOf({ sex, maritalStatus }: RegistryRecord, bond: Bond | undefined, write: Writer) {
  if (bond === undefined || maritalStatus?.state !== 'civil_union') return [];
  return [
    write.words.union(sex, write.placeIf(bond.place), write.dayIf(bond.on), write.partner(bond.partner)),
    write.act(bond.act),
  ];
}

const stateOf = (record: RegistryRecord, write: Writer) => {
  const { maritalStatus: status, sex } = record;
  return status === undefined ? write.words.unknown : write.words.states[status.state](sex);
};

const sentences: Readonly<Record<KindId, Sentences>> = {
  residence: (record, write) => [
    write.words.residence(
      record.sex,
      municipalityOf(record, write),
      addressOf(record, write),
      write.day(record.enrolment.since),
    ),
  ],
  family_status: (record, write) => [write.words.household(addressOf(record, write))],
  family_and_civil_status: (record, write) => [write.words.household(addressOf(record, write))],
  family_relationships: (record, write) => [write.words.household(addressOf(record, write))],
  aire_family_status: (record, write) => [write.words.aireHousehold(municipalityOf(record, write))],
  birth: ({ sex, birth }, write) => [
    write.words.birth(sex, write.place(birth.place), write.day(birth.on)),
    write.act(birth.act),
  ],
  marriage: (record, write) => [...marriageOf(bondOf(record), write), endOf(record, write)],
  civil_union: (record, write) => unionOf(record, bondOf(record), write),
  cohabitation_contract: ({ cohabitationContract: contract }, write) => [
    contract?.stipulatedOn === undefined
      ? undefined
      : write.words.contract(
          write.day(contract.stipulatedOn),
          write.partner(contract.partner),
          write.dayIf(contract.registeredOn),
          contract.municipality === undefined ? undefined : write.town(contract.municipality),
        ),
  ],
  citizenship: ({ sex }, write) => [write.words.citizenship(sex)],
  existence: (_record, write) => [write.words.existence],
  civil_status: (record, write) => {
    const state = record.maritalStatus?.state;
    const bond = bondOf(record);
    const married = state === 'married' || state === 'widowed' || state === 'divorced';
    return [
      write.words.civilStatus(stateOf(record, write)),
      ...(married ? [...marriageOf(bond, write), endOf(record, write)] : unionOf(record, bond, write)),
    ];
  },
  free_status: (record, write) => [write.words.freeStatus(stateOf(record, write))],
  facility_residence: (record, write) => [
    record.enrolment.register === 'resident' && record.enrolment.facility !== undefined
      ? write.words.facility(record.sex, record.enrolment.facility.name, addressOf(record, write))
      : undefined,
  ],
  aire_residence: (record, write) => [
    write.words.aireResidence(record.sex, municipalityOf(record, write), addressOf(record, write)),
  ],
  political_rights: (_record, write) => [write.words.politicalRights],
  electoral_roll: ({ sex, electoral }, write) => [
    electoral?.roll === undefined
      ? undefined
      : write.words.electoralRoll(
          sex,
          write.townWithProvince(electoral.roll.municipality),
          electoral.roll.section,
        ),
  ],
};

/** The columns that each statement of the family has beside the name and the birth. */
const familyColumns: Readonly<Partial<Record<KindId, readonly ('relation' | 'state')[]>>> = {
  family_status: [],
  aire_family_status: ['relation'],
  family_relationships: ['relation'],
  family_and_civil_status: ['state'],
};

function cellOf(
  member: HouseholdMember,
  column: 'name' | 'born' | 'relation' | 'state',
  write: Writer,
): string {
  switch (column) {
    case 'name':
      return write.name(member);
    case 'born':
      return write.born(member.birth) ?? write.words.unknown;
    case 'relation':
      return write.words.relations[member.relation](member.sex);
    case 'state':
      return member.maritalStatus === undefined
        ? write.words.unknown
        : write.words.states[member.maritalStatus](member.sex);
  }
}

/** What a certificate about a record says, in Italian and, where asked for, beside it in the second language. */
export function contentOf(
  record: RegistryRecord,
  asked: {
    readonly kinds: readonly KindId[];
    readonly language: CertificateLanguage;
    readonly duty: Duty;
    readonly dataOf: CivilDate;
  },
  townOf: TownOf,
): CertificateContent {
  const { kinds, language, duty, dataOf } = asked;
  const italian = writerIn('it', townOf);
  const second = language === 'it' ? undefined : writerIn(language, townOf);
  const both = (say: (write: Writer) => string): Printed =>
    second === undefined ? { it: say(italian) } : { it: say(italian), other: say(second) };
  const statement = (kind: KindId): Statement => {
    const inItalian = sentences[kind](record, italian);
    const inSecond = second && sentences[kind](record, second);
    const columns = familyColumns[kind];
    const table: PrintedTable | undefined =
      columns === undefined
        ? undefined
        : {
            head: (['name', 'born', ...columns] as const).map((column) =>
              both(({ words }) => words.columns[column]),
            ),
            rows: (record.household?.members ?? []).map((member) =>
              (['name', 'born', ...columns] as const).map((column) =>
                both((write) => cellOf(member, column, write)),
              ),
            ),
          };
    return {
      kind,
      title: both(({ words }) => words.titles[kind]),
      sentences: inItalian.flatMap((it, index) => {
        const other = inSecond?.[index];
        if (it === undefined) return [];
        return [other === undefined ? { it } : { it, other }];
      }),
      ...(table === undefined ? {} : { table }),
    };
  };
  const { municipality } = record.enrolment;
  return {
    language,
    duty,
    dataOf,
    municipality: {
      code: municipality,
      name: both((write) => write.town(municipality)),
      province: townOf(municipality)?.province ?? '',
    },
    personId: record.id,
    person: [
      { label: both(({ words }) => words.personLabels.name), value: italian.name(record) },
      {
        label: both(({ words }) => words.personLabels.born),
        value: italian.born(record.birth) ?? italian.words.unknown,
      },
      ...(record.taxCode === undefined
        ? []
        : [{ label: both(({ words }) => words.personLabels.taxCode), value: record.taxCode }]),
    ],
    statements: kinds.map(statement),
  };
}

/** The heading of a certificate: its kind, or that it holds several. */
export function titleOf({ statements, language }: CertificateContent): Printed {
  const [first] = statements;
  if (first !== undefined && statements.length === 1) return first.title;
  return language === 'it'
    ? { it: printedIt.cumulative }
    : { it: printedIt.cumulative, other: texts[language].cumulative };
}
