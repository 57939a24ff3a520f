import type { Locale } from '#kernel/locale.ts';
import { kindWords } from './words/kinds.ts';
import { verifyWords } from './words/verify.ts';

/** Names of everything that is sealed, which the browser needs, too, to show a QR code without asking us. */
export function kindNames(locale: Locale): Readonly<Record<string, string>> {
  const { certificate, proof } = verifyWords[locale];
  const names = Object.entries(kindWords[locale].kinds).map(([id, { name }]) => [
    id,
    `${certificate}: ${name}`,
  ]);
  return { ...Object.fromEntries(names), certificate, proof };
}

/** The name of what a QR code calls by its code. */
export function kindNameOf(subject: string, locale: Locale): string {
  return kindNames(locale)[subject] ?? verifyWords[locale].certificate;
}
