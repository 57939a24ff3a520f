import type { Principal } from '../database/principal.ts';
import type { Actor } from '../event-log/record.ts';

/** What an official may do at an office: serve the public, or also set up the office. */
export type OfficeRole = 'operator' | 'office_admin';

export interface Citizen {
  readonly kind: 'citizen';
  readonly accountId: string;
  readonly sessionId: string;
  readonly name: string;
  /** The responsible office, where the residence decides one. */
  readonly officeId: string | null;
  /** Whether the first contact was verified: before that there is only "send the code again". */
  readonly active: boolean;
  /** How the session was opened: only a digital identity proves who somebody is. */
  readonly signedInWith: 'password' | 'spid';
  /** How surely (livello di sicurezza): 1 with a password. */
  readonly level: 1 | 2 | 3;
}

export interface Official {
  readonly kind: 'official';
  readonly officialId: string;
  readonly sessionId: string;
  readonly name: string;
  /** An administrator of the whole network (ministry). */
  readonly ministry: boolean;
  readonly roles: readonly { readonly officeId: string; readonly role: OfficeRole }[];
}

/** Who sends a request. */
export type Who = { readonly kind: 'visitor' } | Citizen | Official;

export function principalOf(who: Who): Principal {
  switch (who.kind) {
    case 'visitor':
      return { kind: 'visitor' };
    case 'citizen':
      return { kind: 'citizen', accountId: who.accountId };
    case 'official':
      return who.ministry
        ? { kind: 'ministry', officialId: who.officialId }
        : { kind: 'official', officialId: who.officialId, officeIds: who.roles.map((each) => each.officeId) };
  }
}

export function actorOf(who: Who): Actor {
  switch (who.kind) {
    case 'visitor':
      return { kind: 'visitor' };
    case 'citizen':
      return { kind: 'citizen', id: who.accountId };
    case 'official':
      return { kind: 'official', id: who.officialId };
  }
}

export function mayServe(who: Who, officeId: string): who is Official {
  return who.kind === 'official' && (who.ministry || who.roles.some((each) => each.officeId === officeId));
}

export function mayAdminister(who: Who, officeId: string): who is Official {
  return (
    who.kind === 'official' &&
    (who.ministry || who.roles.some((each) => each.officeId === officeId && each.role === 'office_admin'))
  );
}
