import { type TaxCodeContent, taxCodeLetters, withoutOmocode } from '#kernel/tax-code.ts';
import { addressOf, type ConsularEntry } from './consular-entry.ts';
import type { Address, Citizenship, MaritalStatus, Place, RegistryRecord } from './record.ts';
import { type Agreement, comparePlaces, compareTexts } from './same-text.ts';

export const comparedFields = [
  'family_name',
  'given_name',
  'sex',
  'born_on',
  'birth_place',
  'tax_code',
  'citizenships',
  'marital_status',
  'address',
  'municipality',
] as const;
export type ComparedField = (typeof comparedFields)[number];

export const correctors = ['consulate', 'municipality', 'revenue_agency'] as const;
/** Who puts a datum right: in the consular register, in the national registry, in the tax code. */
export type Corrector = (typeof correctors)[number];

/** What one register knows of a person, in the terms of the comparison. */
export interface KnownData {
  readonly familyName?: string | undefined;
  readonly givenName?: string | undefined;
  readonly sex?: 'M' | 'F' | undefined;
  readonly bornOn?: string | undefined;
  readonly birthPlace?: Place | undefined;
  readonly taxCode?: string | undefined;
  readonly citizenships: readonly Citizenship[];
  readonly maritalStatus?: MaritalStatus['state'] | undefined;
  readonly address?: Address | undefined;
  readonly municipality?: string | undefined;
}

export interface ComparedDatum {
  readonly field: ComparedField;
  readonly agreement: Agreement;
  /** Whether what each register says fits the tax code, as far as the code speaks of it: a hint, no proof. */
  readonly fits: { readonly consular?: boolean; readonly registry?: boolean };
  /** Who can put it right; empty where everything agrees. */
  readonly correct: readonly Corrector[];
}

export function knownToConsulate(entry: ConsularEntry): KnownData {
  const { birth, ...rest } = entry;
  return { ...rest, bornOn: birth.on, birthPlace: birth.place, address: addressOf(entry) };
}

export function knownToRegistry(record: RegistryRecord): KnownData {
  const { birth, maritalStatus, addresses, enrolment, ...rest } = record;
  return {
    ...rest,
    bornOn: birth.on,
    birthPlace: birth.place,
    maritalStatus: maritalStatus?.state,
    address: addresses.at(-1),
    municipality: enrolment.municipality,
  };
}

/** Compares consular register, national registry and tax code field by field; a register that is not read is left out. */
export function compareRegisters(
  consular: KnownData | undefined,
  registry: KnownData | undefined,
  code: TaxCodeContent | undefined,
): ComparedDatum[] {
  return comparedFields.map((field) => {
    const agreement =
      consular === undefined || registry === undefined ? 'not_compared' : agree(field, consular, registry);
    const fits = {
      ...fitting('consular', field, consular, code),
      ...fitting('registry', field, registry, code),
    };
    return {
      field,
      agreement,
      fits,
      correct: correctorsOf(agreement, fits, lacking(field, consular, registry)),
    };
  });
}

function agree(field: ComparedField, one: KnownData, other: KnownData): Agreement {
  switch (field) {
    case 'family_name':
      return compareTexts(one.familyName, other.familyName);
    case 'given_name':
      return compareTexts(one.givenName, other.givenName);
    case 'sex':
      return exactly(one.sex, other.sex);
    case 'born_on':
      return compareDates(one.bornOn, other.bornOn);
    case 'birth_place':
      return comparePlaces(one.birthPlace, other.birthPlace);
    case 'tax_code':
      return exactly(
        one.taxCode && withoutOmocode(one.taxCode),
        other.taxCode && withoutOmocode(other.taxCode),
      );
    case 'citizenships':
      return exactly(states(one), states(other));
    case 'marital_status':
      return exactly(one.maritalStatus, other.maritalStatus);
    case 'address':
      return compareAddresses(one.address, other.address);
    case 'municipality':
      return exactly(one.municipality, other.municipality);
  }
}

function states({ citizenships }: KnownData): string | undefined {
  return citizenships.length === 0
    ? undefined
    : [...new Set(citizenships.map((each) => each.of))].sort().join();
}

function exactly(one: string | undefined, other: string | undefined): Agreement {
  if (one === undefined || other === undefined) return 'missing';
  return one === other ? 'same' : 'differs';
}

/** A date of which less is known agrees with any that begins like it. */
function compareDates(one: string | undefined, other: string | undefined): Agreement {
  if (one === undefined || other === undefined) return 'missing';
  if (one === other) return 'same';
  return one.startsWith(other) || other.startsWith(one) ? 'incomplete' : 'differs';
}

function compareAddresses(one: Address | undefined, other: Address | undefined): Agreement {
  if (one === undefined || other === undefined) return 'missing';
  if (one.country !== other.country) return 'differs';
  const line = (address: Address) =>
    [address.street, address.number, address.flat, address.locality ?? address.municipality]
      .filter(Boolean)
      .join(' ');
  return compareTexts(line(one), line(other));
}

function fitting(
  side: 'consular' | 'registry',
  field: ComparedField,
  known: KnownData | undefined,
  code: TaxCodeContent | undefined,
): Partial<Record<'consular' | 'registry', boolean>> {
  const fits = known === undefined || code === undefined ? undefined : fitsCode(field, known, code);
  return fits === undefined ? {} : { [side]: fits };
}

function fitsCode(field: ComparedField, known: KnownData, code: TaxCodeContent): boolean | undefined {
  switch (field) {
    case 'family_name':
      return lettersFit('family', known.familyName, code.familyLetters);
    case 'given_name':
      return lettersFit('given', known.givenName, code.givenLetters);
    case 'sex':
      return known.sex === undefined ? undefined : known.sex === code.sex;
    case 'born_on':
      return dateFits(known.bornOn, code);
    case 'birth_place':
      return placeFits(known.birthPlace, code.place);
    case 'tax_code':
    case 'citizenships':
    case 'marital_status':
    case 'address':
    case 'municipality':
      return undefined;
  }
}

function lettersFit(
  part: 'family' | 'given',
  name: string | undefined,
  letters: string,
): boolean | undefined {
  const expected = name === undefined ? undefined : taxCodeLetters(part, name);
  return expected === undefined ? undefined : expected === letters;
}

function dateFits(
  date: string | undefined,
  { yearOfCentury, month, day }: TaxCodeContent,
): boolean | undefined {
  if (date === undefined) return undefined;
  const [year = '', ...rest] = date.split('-');
  return (
    Number(year) % 100 === yearOfCentury &&
    [month, day].every((part, index) => rest[index] === undefined || Number(rest[index]) === part)
  );
}

function placeFits(
  known: Place | undefined,
  { code, country }: TaxCodeContent['place'],
): boolean | undefined {
  if (known === undefined) return undefined;
  if (known.country === 'IT')
    return known.municipality === undefined ? undefined : known.municipality === code;
  // Codes of States begin with Z; States that are no more have no code of today.
  if (!code.startsWith('Z')) return false;
  return country === undefined ? undefined : country === known.country;
}

interface Lacking {
  readonly consular: boolean;
  readonly registry: boolean;
}

/** Which register knows less of a datum than the other. */
function lacking(
  field: ComparedField,
  consular: KnownData | undefined,
  registry: KnownData | undefined,
): Lacking {
  if (consular === undefined || registry === undefined) return { consular: false, registry: false };
  const [one, other] = [amountOf(field, consular), amountOf(field, registry)];
  return { consular: one < other, registry: other < one };
}

function amountOf(field: ComparedField, known: KnownData): number {
  const value = {
    family_name: known.familyName,
    given_name: known.givenName,
    sex: known.sex,
    born_on: known.bornOn,
    birth_place: known.birthPlace,
    tax_code: known.taxCode,
    citizenships: states(known),
    marital_status: known.maritalStatus,
    address: known.address,
    municipality: known.municipality,
  }[field];
  if (field === 'born_on') return known.bornOn?.length ?? 0;
  return value === undefined ? 0 : 1;
}

/** Whom to ask first: the register that says less, or the one that does not fit the code; else both, and at last the code. */
function correctorsOf(agreement: Agreement, fits: ComparedDatum['fits'], less: Lacking): Corrector[] {
  const misfits = fits.consular === false || fits.registry === false;
  const both = fits.consular !== true && fits.registry !== true;
  switch (agreement) {
    case 'same':
    case 'not_compared':
      return misfits && both ? ['revenue_agency'] : [];
    case 'missing':
    case 'incomplete':
      return [
        ...(less.consular ? (['consulate'] as const) : []),
        ...(less.registry ? (['municipality'] as const) : []),
        ...(misfits && both ? (['revenue_agency'] as const) : []),
      ];
    case 'spelling':
    case 'differs': {
      if (fits.consular === false && fits.registry === true) return ['consulate'];
      if (fits.registry === false && fits.consular === true) return ['municipality'];
      return ['consulate', 'municipality', ...(misfits ? (['revenue_agency'] as const) : [])];
    }
  }
}
