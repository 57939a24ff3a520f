import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { granted, type Outcome, refused } from './outcome.ts';

/**
 * Reads a telephone number of any kind into its international form (`+44…`), a national one after a country. Whether it
 * has been given out nobody can say who does not call it: its length has to be possible.
 */
export function parsePhoneNumber(
  raw: string,
  country?: string,
): Outcome<string, { code: 'not_a_phone' | 'country_prefix_missing' }> {
  const typed = raw.trim().replace(/^00/, '+');
  if (!typed.startsWith('+') && country === undefined) return refused({ code: 'country_prefix_missing' });
  const number = parsePhoneNumberFromString(typed, {
    ...(country === undefined ? {} : { defaultCountry: country as CountryCode }),
    extract: false,
  });
  if (number === undefined || !number.isPossible() || number.ext !== undefined)
    return refused({ code: 'not_a_phone' });
  return granted(number.number);
}
