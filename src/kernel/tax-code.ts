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
