import type { CivilDate } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { PartialDate } from '#kernel/partial-date.ts';
import type { AddressAbroad } from './consular-entry.ts';
import { isBefore } from './correction.ts';
import { afterMove } from './electoral.ts';
import type { Membership, PersonContent } from './person-content.ts';
import type { Enrolment, MunicipalityCode } from './record.ts';

type InAire = Extract<Enrolment, { register: 'aire' }>;

/** Reasons of an AIRE registration in the registry's own codes (motivo iscrizione AIRE), with what the record says. */
export const aireReasons = {
  C01: 'expatriation',
  C02: 'born_abroad',
  C03: 'transfer_from_other_municipality',
  C04: 'untraceable_abroad',
  C05: 'citizenship_acquired',
} as const satisfies Record<string, InAire['why']>;
export type AireReason = keyof typeof aireReasons;

export const aireInitiatives = [
  'consulate',
  'interested',
  'ex_officio',
  'civil_registrar',
  'registry',
] as const;
/** On whose initiative somebody is registered (iniziativa dell'iscrizione). */
export type AireInitiative = (typeof aireInitiatives)[number];

export type AbroadRefusal =
  | { readonly code: 'addresses_overlap' }
  /** the municipality has the person in its AIRE already */
  | { readonly code: 'already_in_aire' }
  /** a change of address abroad is for people in AIRE */
  | { readonly code: 'not_in_aire' }
  /** the family to be joined is in no AIRE household of this municipality */
  | { readonly code: 'no_aire_household' };

/** Where somebody lives abroad, and the consular office that answers for it. */
export interface NewAddressAbroad {
  readonly address: Omit<AddressAbroad, 'from' | 'until'>;
  readonly consulate: string;
}

/** Registration with AIRE (iscrizione AIRE, L. 470/1988 art. 2): the residence is abroad from now on. */
export function registerInAire(
  content: PersonContent,
  {
    municipality,
    reason,
    to,
    membership,
  }: {
    readonly municipality: MunicipalityCode;
    readonly reason: AireReason;
    readonly to: NewAddressAbroad;
    /** The household abroad, where it is another one. */
    readonly membership?: Membership;
  },
  on: CivilDate,
): Outcome<PersonContent, AbroadRefusal> {
  const { enrolment } = content;
  if (enrolment.register === 'aire' && enrolment.municipality === municipality)
    return refused({ code: 'already_in_aire' });
  const day = on as CivilDate & PartialDate;
  const moved = enrolment.municipality !== municipality;
  const { facilityId: _facility, electoral: roll, ...rest } = content;
  // Who emigrates stays in the roll of the municipality of AIRE (L. 470/1988 art. 5; DPR 223/1967 art. 11).
  const electoral = moved ? afterMove(roll, on) : roll;
  return withAddress(
    {
      ...rest,
      ...(membership && { membership }),
      ...(electoral && { electoral }),
      enrolment: {
        register: 'aire',
        municipality,
        since: day,
        why: aireReasons[reason],
        ...(reason === 'C01' && { expatriatedOn: day }),
        consulate: to.consulate,
        beforeJoining: false,
      },
    },
    to,
    day,
  );
}

/** A change of address abroad (variazione dell'indirizzo estero, L. 470/1988 art. 6). */
export function moveAbroad(
  content: PersonContent,
  to: NewAddressAbroad,
  on: CivilDate,
): Outcome<PersonContent, AbroadRefusal> {
  const { enrolment } = content;
  if (enrolment.register !== 'aire') return refused({ code: 'not_in_aire' });
  return withAddress(
    { ...content, enrolment: { ...enrolment, consulate: to.consulate } },
    to,
    on as CivilDate & PartialDate,
  );
}

function withAddress(
  content: PersonContent,
  { address }: NewAddressAbroad,
  day: PartialDate,
): Outcome<PersonContent, AbroadRefusal> {
  const last = content.addresses.at(-1);
  for (const limit of [last?.from, last?.until])
    if (limit !== undefined && isBefore(day, limit)) return refused({ code: 'addresses_overlap' });
  return granted({
    ...content,
    addresses: [
      ...content.addresses.slice(0, -1),
      ...(last === undefined ? [] : [{ ...last, until: last.until ?? day }]),
      { ...address, from: day },
    ],
  });
}
