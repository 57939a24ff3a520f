import type { CivilDate } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { PartialDate } from '#kernel/partial-date.ts';
import { isBefore } from './correction.ts';
import type { PersonContent } from './person-content.ts';
import type { Enrolment, OpenProcedure, RegistryRecord, Standing, StrikingReason } from './record.ts';

interface StrikingRule {
  readonly why: Extract<Standing, { state: 'struck' }>['why'];
  readonly register: Enrolment['register'] | 'both';
  readonly source: string;
  /** Only for those who are not Italian citizens. */
  readonly foreigners?: true;
  /** The procedure that must be open, because the law wants checks and a notice before. */
  readonly after?: OpenProcedure['kind'];
}

const residents = 'DPR 223/1989 art. 11 c. 1';
const aire = 'L. 470/1988 art. 4 c. 1';

/** Why a record is struck from the registry (motivo di cancellazione), each with what the law wants for it. */
export const strikingRules: Readonly<Record<StrikingReason, StrikingRule>> = {
  death: { why: 'death', register: 'both', source: `${residents} lett. a; ${aire}` },
  presumed_death: { why: 'death', register: 'both', source: `${residents} lett. a; ${aire}` },
  moved_abroad: { why: 'emigration', register: 'resident', source: `${residents} lett. b`, foreigners: true },
  untraceable: {
    why: 'untraceable',
    register: 'resident',
    source: `${residents} lett. c; L. 241/1990 artt. 7 e 8`,
    after: 'untraceability',
  },
  untraceable_at_census: { why: 'untraceable', register: 'resident', source: `${residents} lett. c` },
  dwelling_not_declared: {
    why: 'other',
    register: 'resident',
    source: `${residents} lett. c; art. 7 c. 3`,
    foreigners: true,
  },
  presumed_untraceable: { why: 'untraceable', register: 'aire', source: `${aire} lett. d` },
  citizenship_lost: { why: 'other', register: 'aire', source: aire },
};

export const strikingReasons = Object.keys(strikingRules) as StrikingReason[];

export type StrikingRefusal =
  /** the reason is one of the other register */
  | { readonly code: 'other_register' }
  /** an Italian who moves abroad passes to the AIRE (L. 470/1988 art. 2), and no citizen declares the dwelling again */
  | { readonly code: 'is_italian' }
  /** nobody is untraceable before the checks of a procedure of which notice was given */
  | { readonly code: 'no_untraceability_procedure' }
  | { readonly code: 'before_birth' };

type Struckable = Pick<RegistryRecord, 'birth' | 'citizenships' | 'enrolment' | 'openProcedures'>;

/** Why a record may not be struck for a reason; nothing where it may. */
export function strikingRefusal(
  { birth, citizenships, enrolment, openProcedures }: Struckable,
  reason: StrikingReason,
  on: CivilDate,
): StrikingRefusal | undefined {
  const { register, foreigners, after } = strikingRules[reason];
  if (register !== 'both' && register !== enrolment.register) return { code: 'other_register' };
  if (foreigners && citizenships.some(({ of }) => of === 'IT')) return { code: 'is_italian' };
  if (after !== undefined && !openProcedures.some(({ kind }) => kind === after))
    return { code: 'no_untraceability_procedure' };
  return isBefore(on, birth.on) ? { code: 'before_birth' } : undefined;
}

/**
 * What is left of somebody who is no longer enrolled: no household, no address that still runs, no procedure that
 * anybody could still close, and no place in a roll (DPR 223/1967 art. 32).
 */
export function withoutPlace(content: PersonContent, on: CivilDate): PersonContent {
  const { membership: _membership, facilityId: _facility, electoral: _roll, ...rest } = content;
  const last = content.addresses.at(-1);
  const ends = last !== undefined && last.until === undefined && !isBefore(on, last.from ?? on);
  return {
    ...rest,
    openProcedures: [],
    addresses: ends
      ? [...content.addresses.slice(0, -1), { ...last, until: on as CivilDate & PartialDate }]
      : content.addresses,
  };
}

/** Strikes a record from the registry from a day on (cancellazione anagrafica). */
export function strike(
  content: PersonContent,
  reason: StrikingReason,
  on: CivilDate,
): Outcome<PersonContent, StrikingRefusal> {
  const refusal = strikingRefusal(content, reason, on);
  if (refusal !== undefined) return refused(refusal);
  const { why } = strikingRules[reason];
  return granted({
    ...withoutPlace(content, on),
    standing: { state: 'struck', why, reason, on: on as CivilDate & PartialDate },
  });
}
