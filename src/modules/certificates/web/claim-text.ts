import { countryName } from '#kernel/country.ts';
import type { Locale } from '#kernel/locale.ts';
import type { Claim } from '../domain/verification.ts';
import { verifyWords } from './words/verify.ts';

/** A fact of a proof as part of a sentence; one that this version does not know stands as its code. */
export function claimText([code, ...values]: Claim, locale: Locale): string {
  const sentences: Readonly<Record<string, string>> = verifyWords[locale].claims;
  const name = code === 'resident_in' && values.length > 1 ? 'resident_in_since' : code;
  const shown = code === 'resident_abroad' ? values.map((each) => countryName(each, locale)) : values;
  return (sentences[name] ?? code).replace(/\{(\d)\}/g, (_, index: string) => shown[Number(index)] ?? '');
}
