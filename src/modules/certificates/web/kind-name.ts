import type { Locale } from '#kernel/locale.ts';
import { verifyWords } from './words/verify.ts';

/** The name of what a QR code calls by its code. */
export function kindNameOf(subject: string, locale: Locale): string {
  return subject === 'proof' ? verifyWords[locale].proof : verifyWords[locale].certificate;
}

/** All names that the browser needs to show a code without asking us. */
export function kindNames(locale: Locale): Readonly<Record<string, string>> {
  return { proof: verifyWords[locale].proof, certificate: verifyWords[locale].certificate };
}
