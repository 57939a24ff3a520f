import { withoutOmocode } from '#kernel/tax-code.ts';
import type { Person } from './account.ts';

/** A name without accents, case, spaces and signs: `D'Amico Niccolò` and `DAMICO NICCOLO` are one. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** What makes two accounts the same person: the tax code where there is one, else name and date of birth. */
export function personIdentity(
  person: Pick<Person, 'givenName' | 'familyName' | 'bornOn' | 'taxCode'>,
): string {
  return person.taxCode === null
    ? `name:${foldName(person.familyName)}|${foldName(person.givenName)}|${person.bornOn}`
    : `tax-code:${withoutOmocode(person.taxCode)}`;
}

/** The keyed hash under which bookings of one person are recognised, whatever account they come from. */
export function personKeyOf(
  keys: { hash(purpose: string, value: string): string },
  person: Parameters<typeof personIdentity>[0],
): string {
  return keys.hash('person', personIdentity(person));
}
