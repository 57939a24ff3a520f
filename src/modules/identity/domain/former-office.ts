/**
 * How long the office of a closed account is remembered for a new registration: the term of the declaration of a new
 * residence abroad (L. 470/1988, art. 6 commi 1 e 3: novanta giorni).
 */
export const formerOfficeFor = { hours: 90 * 24 } as const;

/** What a new address means for somebody who closed the account and registered anew. */
export type AddressMeaning = 'change_of_address' | 'aire_registration' | 'return_to_italy';

/** A move inside the old district is a change of address, one to another district an AIRE registration there. */
export function meaningOfAddress({
  formerOfficeId,
  officeId,
  country,
}: {
  readonly formerOfficeId: string | null;
  readonly officeId: string | null;
  readonly country: string;
}): AddressMeaning | undefined {
  if (formerOfficeId === null) return undefined;
  if (country === 'IT') return 'return_to_italy';
  if (officeId === null) return undefined;
  return officeId === formerOfficeId ? 'change_of_address' : 'aire_registration';
}
