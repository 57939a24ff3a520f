import type { CivilDate } from '#kernel/civil-date.ts';
import { fold } from '#kernel/fold.ts';
import { withoutOmocode } from '#kernel/tax-code.ts';
import type { HouseholdContent, PersonContent } from '../domain/person-content.ts';
import type { OpenProcedure } from '../domain/record.ts';
import type { Version } from '../domain/two-times.ts';

/** The columns of a person's version in the order in which they are written. */
export const personColumns = {
  person_id: 'text',
  number: 'integer',
  valid_from: 'date',
  valid_until: 'date',
  known_from: 'timestamptz',
  known_until: 'timestamptz',
  municipality: 'text',
  consulate: 'text',
  tax_code: 'text',
  base_tax_code: 'text',
  family_name: 'text',
  given_name: 'text',
  name_key: 'text',
  born_on: 'text',
  sex: 'text',
  standing: 'text',
  duplicate_of: 'text',
  certifiability: 'text',
  register: 'text',
  household_id: 'text',
  relation: 'text',
  place: 'smallint',
  facility_id: 'text',
  procedures: 'jsonb',
  content: 'jsonb',
  change_id: 'uuid',
} as const;

export const householdColumns = {
  household_id: 'text',
  number: 'integer',
  valid_from: 'date',
  valid_until: 'date',
  known_from: 'timestamptz',
  known_until: 'timestamptz',
  municipality: 'text',
  consulate: 'text',
  register: 'text',
  certifiable: 'boolean',
  change_id: 'uuid',
} as const;

export type PersonRow = Readonly<Record<keyof typeof personColumns, unknown>>;
export type HouseholdRow = Readonly<Record<keyof typeof householdColumns, unknown>>;

/** The names by which officials find somebody, as they are compared. */
export function nameKey(familyName: string | undefined, givenName: string | undefined): string {
  return fold(`${familyName ?? ''} ${givenName ?? ''}`);
}

/** Letters that take the place of digits (omocodia), where the digits stand. */
const omocode = /^.{6}(\d\d.\d\d.\d\d\d)/;

export function personRow(version: Version<PersonContent>, changeId: string | null = null): PersonRow {
  const {
    id,
    taxCode,
    familyName,
    givenName,
    sex,
    certifiability,
    openProcedures,
    membership,
    facilityId,
    ...rest
  } = version.content;
  const { birth, standing, enrolment } = rest;
  return {
    person_id: id,
    ...times(version),
    municipality: enrolment.municipality,
    consulate: enrolment.register === 'aire' ? (enrolment.consulate ?? null) : null,
    tax_code: taxCode ?? null,
    base_tax_code: taxCode === undefined || omocode.test(taxCode) ? null : withoutOmocode(taxCode),
    family_name: familyName ?? null,
    given_name: givenName ?? null,
    name_key: nameKey(familyName, givenName),
    born_on: birth.on,
    sex,
    standing: standing.state,
    duplicate_of: standing.state === 'duplicate' ? standing.of : null,
    certifiability,
    register: enrolment.register,
    household_id: membership?.householdId ?? null,
    relation: membership?.relation ?? null,
    place: membership?.place ?? null,
    facility_id: facilityId ?? null,
    procedures: openProcedures,
    content: rest,
    change_id: changeId,
  };
}

export function householdRow(
  version: Version<HouseholdContent>,
  changeId: string | null = null,
): HouseholdRow {
  const { id, municipality, consulate, register, certifiable } = version.content;
  return {
    household_id: id,
    ...times(version),
    municipality,
    consulate: consulate ?? null,
    register,
    certifiable,
    change_id: changeId,
  };
}

function times({ number, trueFrom, trueUntil, knownFrom, knownUntil }: Version<unknown>) {
  return {
    number,
    valid_from: trueFrom,
    valid_until: trueUntil,
    known_from: knownFrom.toString(),
    known_until: knownUntil?.toString() ?? null,
  };
}

/** A person's version as the server answers it. */
export interface StoredPerson {
  readonly id: string;
  readonly number: number;
  readonly trueFrom: CivilDate;
  readonly trueUntil: CivilDate | null;
  readonly knownFrom: Temporal.Instant;
  readonly knownUntil: Temporal.Instant | null;
  readonly taxCode: string | null;
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly sex: 'M' | 'F';
  readonly certifiability: PersonContent['certifiability'];
  readonly procedures: OpenProcedure[];
  readonly householdId: string | null;
  readonly relation: NonNullable<PersonContent['membership']>['relation'] | null;
  readonly place: number | null;
  readonly facilityId: string | null;
  readonly content: Omit<PersonContent, 'id'>;
}

export const storedPerson = `p.person_id as id, p.number, p.valid_from as "trueFrom", p.valid_until as "trueUntil",
  p.known_from as "knownFrom", p.known_until as "knownUntil", p.tax_code as "taxCode", p.family_name as "familyName",
  p.given_name as "givenName", p.sex, p.certifiability, p.procedures, p.household_id as "householdId", p.relation,
  p.place, p.facility_id as "facilityId", p.content`;

export function contentOf(row: StoredPerson): PersonContent {
  const { id, taxCode, familyName, givenName, sex, certifiability, procedures, content } = row;
  return {
    ...content,
    id,
    ...(taxCode === null ? {} : { taxCode }),
    ...(familyName === null ? {} : { familyName }),
    ...(givenName === null ? {} : { givenName }),
    sex,
    certifiability,
    openProcedures: procedures,
    ...(row.householdId === null || row.relation === null || row.place === null
      ? {}
      : { membership: { householdId: row.householdId, relation: row.relation, place: row.place } }),
    ...(row.facilityId === null ? {} : { facilityId: row.facilityId }),
  };
}

export function versionOf(row: StoredPerson): Version<PersonContent> {
  const { number, trueFrom, trueUntil, knownFrom, knownUntil } = row;
  return { number, trueFrom, trueUntil, knownFrom, knownUntil, content: contentOf(row) };
}
