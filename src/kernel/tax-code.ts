import { belfioreConnector } from '@marketto/belfiore-connector-embedded';
import { CheckDigitizer, Matcher, Parser, Validator } from '@marketto/codice-fiscale-utils';
import type { CivilDate } from './civil-date.ts';
import { granted, type Outcome, refused } from './outcome.ts';

const parser = new Parser(belfioreConnector);
const validator = new Validator(belfioreConnector);

export type TaxCodeRefusal = { readonly code: 'not_a_tax_code' | 'other_birth_date' | 'other_name' };

/** Reads an Italian tax code (codice fiscale) and compares it with the person; omocodes are as good as any. */
export async function parseTaxCode(
  raw: string,
  person: { givenName: string; familyName: string; bornOn: CivilDate },
): Promise<Outcome<string, TaxCodeRefusal>> {
  const read = await parseTaxCodeAlone(raw);
  if (!read.ok) return read;
  const check = validator.codiceFiscale(read.value);
  if (!check.matchBirthDate(person.bornOn)) return refused({ code: 'other_birth_date' });
  if (!check.matchLastName(person.familyName) || !check.matchFirstName(person.givenName)) {
    return refused({ code: 'other_name' });
  }
  return read;
}

/** Reads a tax code of which nothing else is known: its shape, date, place and check character. */
export async function parseTaxCodeAlone(
  raw: string,
): Promise<Outcome<string, { readonly code: 'not_a_tax_code' }>> {
  const code = raw.replace(/\s/g, '').toUpperCase();
  if (!/^[A-Z0-9]{16}$/.test(code)) return refused({ code: 'not_a_tax_code' });
  return (await validator.codiceFiscale(code).valid) ? granted(code) : refused({ code: 'not_a_tax_code' });
}

const shape = new RegExp(`^(?:${Matcher.CODICE_FISCALE})$`, 'u');

/**
 * What is wrong with a tax code at first sight: its shape, its check character, and the person as far as they are known.
 * Whether the place in it ever existed takes a look into the list of places, which `parseTaxCode` does.
 */
export function taxCodeFault(
  code: string,
  person: { givenName?: string; familyName?: string; bornOn?: string } = {},
): TaxCodeRefusal['code'] | undefined {
  if (!shape.test(code) || CheckDigitizer.checkDigit(code) !== code.at(-1)) return 'not_a_tax_code';
  const check = validator.codiceFiscale(code);
  if (person.bornOn && !check.matchBirthDate(person.bornOn)) return 'other_birth_date';
  if (person.familyName && !check.matchLastName(person.familyName)) return 'other_name';
  if (person.givenName && !check.matchFirstName(person.givenName)) return 'other_name';
  return undefined;
}

/** The code before letters took the place of digits to tell namesakes apart (omocodia). */
export function withoutOmocode(taxCode: string): string {
  return parser.cfDeomocode(taxCode);
}

/** What a tax code says of its person (DM 23 December 1976): hints, because it is made once and never again. */
export interface TaxCodeContent {
  readonly familyLetters: string;
  readonly givenLetters: string;
  readonly sex: 'M' | 'F';
  /** The code has two digits of the year alone. */
  readonly yearOfCentury: number;
  readonly month: number;
  readonly day: number;
  readonly place: {
    /** Land-registry code of the municipality, or of the State for births abroad. */
    readonly code: string;
    readonly name?: string;
    /** ISO 3166-1 alpha-2, for births abroad. */
    readonly country?: string;
  };
}

/** Reads what a code says; nothing where it is no code. Letters in the place of digits (omocodia) are read as digits. */
export async function readTaxCode(raw: string): Promise<TaxCodeContent | undefined> {
  const read = await parseTaxCodeAlone(raw);
  if (!read.ok) return undefined;
  const code = parser.cfDeomocode(read.value);
  const sex = parser.cfToGender(code);
  const month = parser.cfToBirthMonth(code);
  const day = parser.cfToBirthDay(code);
  if (sex === null || month === null || day === null) return undefined;
  const place = await parser.cfToBirthPlace(code, false);
  return {
    familyLetters: code.slice(0, 3),
    givenLetters: code.slice(3, 6),
    sex,
    yearOfCentury: Number(code.slice(6, 8)),
    month: month + 1,
    day,
    place: {
      code: code.slice(11, 15),
      ...(place !== null && { name: place.name }),
      ...(place !== null && 'iso3166' in place && place.iso3166 !== undefined && { country: place.iso3166 }),
    },
  };
}

/** The three letters that a name has in a tax code; none for names in other than Latin letters. */
export function taxCodeLetters(part: 'family' | 'given', name: string): string | undefined {
  return (part === 'family' ? parser.lastNameToCf(name) : parser.firstNameToCf(name)) ?? undefined;
}
