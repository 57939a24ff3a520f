import type { Locale } from './locale.ts';

declare const cents: unique symbol;
/** Euro cents, whole. */
export type Cents = number & { readonly [cents]: true };

export function euro(amount: number): Cents {
  const value = Math.round(amount * 100);
  if (!Number.isSafeInteger(value) || Math.abs(value - amount * 100) > 1e-6)
    throw new Error(`Not an amount: ${amount}`);
  return value as Cents;
}

const tags: Record<Locale, string> = { it: 'it-IT', en: 'en-GB' };

/** `116,00 €` in Italian, `€116.00` in English. */
export function formatEuro(amount: Cents, locale: Locale): string {
  return new Intl.NumberFormat(tags[locale], { style: 'currency', currency: 'EUR' }).format(amount / 100);
}
