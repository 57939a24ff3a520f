import type { CivilDate } from '#kernel/civil-date.ts';
import { withoutOmocode } from '#kernel/tax-code.ts';
import type { Person } from './account.ts';
import { foldName } from './person-key.ts';

/** Who somebody is by a digital identity (identità digitale, art. 64 CAD): what the provider vouches for. */
export interface StrongIdentity {
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: CivilDate;
  readonly taxCode: string;
}

/** How surely a digital identity is proven (livello di sicurezza). */
export type StrongLevel = 1 | 2 | 3;
/** What is asked of everybody who comes by a digital identity. */
export const levelAsked: StrongLevel = 2;

/** How long a provider may take to answer, and a browser to come in with the answer. */
export const requestFor = { minutes: 15 } as const;
export const arrivalFor = { minutes: 30 } as const;

/** How long the messages are kept (DPCM 24 October 2014, art. 13 c. 2). */
export const registerFor = { months: 24 } as const;

/** By what an account and a digital identity were found to be one person's. */
export type ConnectedHow = 'new_account' | 'both_sign_ins' | 're_entry';

/** One tax code however it is written: letters in the place of digits tell namesakes apart, not persons. */
export function sameTaxCode(one: string, other: string): boolean {
  return withoutOmocode(one) === withoutOmocode(other);
}

/**
 * Whether an account may be this person's: by its tax code where it names one, else by names and date of birth. Providers
 * state all given names, people often one.
 */
export function maybeSamePerson(account: Person, identity: StrongIdentity): boolean {
  if (account.taxCode !== null) return sameTaxCode(account.taxCode, identity.taxCode);
  const [ours, theirs] = [foldName(account.givenName), foldName(identity.givenName)];
  return (
    account.bornOn === identity.bornOn &&
    foldName(account.familyName) === foldName(identity.familyName) &&
    (ours.startsWith(theirs) || theirs.startsWith(ours))
  );
}
