import type { CivilDate } from '#kernel/civil-date.ts';
import { fold } from '#kernel/fold.ts';
import { defineLifecycle } from '#kernel/lifecycle.ts';
import type { PartialDate } from '#kernel/partial-date.ts';
import { withoutOmocode } from '#kernel/tax-code.ts';
import type { Address, Citizenship, MaritalStatus, MunicipalityCode, PersonId, Place } from './record.ts';

export type ConsularState = 'waiting_for_municipality' | 'registered_with_aire' | 'ended';
export type ConsularEvent = 'confirm_aire' | 'leave';

/**
 * The life of an entry in the consular register (schedario consolare, D.Lgs. 71/2011 art. 8): the office enters the
 * person when it sends the declaration to the municipality; only the municipality's confirmation makes it AIRE.
 */
export const consularLifecycle = defineLifecycle<ConsularState, ConsularEvent>({
  waiting_for_municipality: { confirm_aire: 'registered_with_aire', leave: 'ended' },
  registered_with_aire: { leave: 'ended' },
  ended: {},
});

export const leavingReasons = [
  'moved',
  'returned_to_italy',
  'deceased',
  'untraceable',
  'citizenship_lost',
  'refused_by_municipality',
  'entered_by_mistake',
] as const;

/** Why somebody leaves the register of an office (L. 470/1988 art. 4). */
export type LeavingReason = (typeof leavingReasons)[number];

/** An address abroad (indirizzo all'estero), since when it is known. */
export type AddressAbroad = Omit<Address, 'municipality' | 'changedExOfficio'>;

/** What the consulate knows of a person. */
export interface ConsularData {
  readonly familyName?: string;
  readonly givenName?: string;
  readonly sex?: 'M' | 'F';
  readonly birth: { readonly on: PartialDate; readonly place?: Place };
  readonly taxCode?: string;
  readonly citizenships: readonly Citizenship[];
  readonly maritalStatus?: MaritalStatus['state'];
  /** In the order of their beginning; the last one is the present one. */
  readonly addresses: readonly [AddressAbroad, ...AddressAbroad[]];
  /** The municipality of AIRE: asked while waiting, confirmed afterwards. */
  readonly municipality?: MunicipalityCode;
}

/** Somebody's entry in the register of an office. */
export interface ConsularEntry extends ConsularData {
  readonly officeId: string;
  readonly id: string;
  readonly accountId: string | null;
  readonly personId: PersonId | null;
  readonly state: ConsularState;
  readonly enteredAt: Temporal.Instant;
  /** What it rests on: a file of the platform, or an act. */
  readonly source: string;
  readonly aireSince: CivilDate | null;
  readonly aireSource: string | null;
  readonly endedAt: Temporal.Instant | null;
  readonly why: LeavingReason | null;
  readonly movedTo: string | null;
  readonly revision: number;
}

/** Which of the three somebody has (CF-10): an account, an entry in the consular register, AIRE. */
export interface ConsularStanding {
  readonly account: true;
  readonly consularRegister?: {
    readonly officeId: string;
    readonly since: Temporal.Instant;
    readonly state: Exclude<ConsularState, 'ended'>;
  };
  readonly aire?: { readonly municipalityId: MunicipalityCode; readonly since: PartialDate };
}

/** What makes two entries the same person: the tax code where there is one, else names, day and place of birth. */
export function personKeyOf({
  taxCode,
  familyName,
  givenName,
  birth,
}: Pick<ConsularData, 'taxCode' | 'familyName' | 'givenName' | 'birth'>): string {
  return taxCode === undefined
    ? `name:${fold(familyName ?? '')}|${fold(givenName ?? '')}|${birth.on}|${fold(birth.place?.name ?? '')}`
    : `tax-code:${withoutOmocode(taxCode)}`;
}

/** The present address. */
export function addressOf({ addresses }: Pick<ConsularData, 'addresses'>): AddressAbroad {
  return addresses.at(-1) ?? addresses[0];
}
