import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import { granted, type Outcome, refused } from './outcome.ts';

/** Reads a mobile number into its international form (`+44…`), a national one after a country. */
export function parseMobileNumber(
  raw: string,
  country?: string,
): Outcome<string, { code: 'not_a_mobile' | 'country_prefix_missing' }> {
  const typed = raw.trim().replace(/^00/, '+');
  if (!typed.startsWith('+') && country === undefined) return refused({ code: 'country_prefix_missing' });
  const number = parsePhoneNumberFromString(typed, {
    defaultCountry: (country ?? 'IT') as CountryCode,
    extract: false,
  });
  if (number === undefined || !number.isValid() || number.ext !== undefined) {
    return refused({ code: 'not_a_mobile' });
  }
  return granted(number.number);
}
