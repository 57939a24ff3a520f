import type { Person } from './account.ts';
import { withoutOmocode } from './tax-code.ts';

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
