import type { CivilDate } from '#kernel/civil-date.ts';
import { defineLifecycle } from '#kernel/lifecycle.ts';
import type { Locale } from '#kernel/locale.ts';

export type AccountState = 'pending' | 'active' | 'blocked' | 'closed';
export type AccountEvent = 'activate' | 'block' | 'lift_block' | 'close';

/** The life of an account (utenza): active once the code of one contact was entered. */
export const accountLifecycle = defineLifecycle<AccountState, AccountEvent>({
  pending: { activate: 'active', block: 'blocked' },
  active: { close: 'closed' },
  blocked: { lift_block: 'active' },
  closed: {},
});

export type ContactKind = 'email' | 'mobile';
export const contactKinds = ['email', 'mobile'] as const satisfies readonly ContactKind[];

export function otherKind(kind: ContactKind): ContactKind {
  return kind === 'email' ? 'mobile' : 'email';
}

/** What a person says of themself when they register. */
export interface Person {
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: CivilDate;
  readonly birthPlace: string | null;
  readonly taxCode: string | null;
}

export interface Account extends Person {
  readonly id: string;
  readonly state: AccountState;
  /** The responsible office (sede competente); none in Italy and where no office is known. */
  readonly officeId: string | null;
  readonly country: string;
  readonly place: string;
  readonly personKey: string;
  readonly locale: Locale;
}

/** How long an account waits for its first code before it is erased. */
export const pendingFor = { hours: 7 * 24 } as const;
