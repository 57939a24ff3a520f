import type { CivilDate } from '#kernel/civil-date.ts';
import type { PartialDate } from '#kernel/partial-date.ts';
import type { Bond, CivilAct, OtherParty, PersonId, RegistryRecord } from '#modules/registry/public.ts';
import type { KindId } from '../kinds.ts';

/** Who asks: what a rule has to know of the person who is signed in. */
export interface Asker {
  readonly personId: PersonId;
  readonly taxCode?: string | undefined;
}

/** One kind of certificate about one person, asked for by somebody on a day. */
export interface Question {
  readonly kind: KindId;
  /** Record of the person whom the certificate is about (intestatario). */
  readonly record: RegistryRecord;
  readonly asker: Asker;
  readonly on: CivilDate;
}

/** Who can remove what stands in the way. */
export type Remover =
  /** the municipality that keeps the record, on request */
  | 'municipality'
  /** nobody: the facts are as they are, or another certificate says them */
  | 'nobody'
  /** the electoral office of the municipality, or time */
  | 'electoral_office'
  /** the other party to the contract, who can ask for it */
  | 'other_party';

/** A blocking condition (condizione bloccante). */
export interface BlockingRule<Id extends string = string> {
  readonly id: Id;
  /** The kinds that it may block. */
  readonly kinds: readonly KindId[];
  readonly removedBy: Remover;
  readonly blocks: (question: Question) => boolean;
}

/** The first day that a date may be, as far as it is known. */
export function earliest(date: PartialDate): string {
  return `${date}${'-01-01'.slice(date.length - 4)}`;
}

/** The last day that a date may be, as far as it is known. */
export function latest(date: PartialDate): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 7) {
    const month = Temporal.PlainYearMonth.from(date);
    return `${date}-${month.daysInMonth}`;
  }
  return date;
}

/** Whether the one date was surely before the other; what is not known is not sure. */
export function surelyBefore(one: PartialDate | undefined, other: PartialDate | undefined): boolean {
  return one !== undefined && other !== undefined && latest(one) < earliest(other);
}

/** Whether somebody born then has surely completed so many years on a day. */
export function hasCompleted(years: number, bornOn: PartialDate, day: CivilDate): boolean {
  return Temporal.PlainDate.from(latest(bornOn)).add({ years }).toString() <= day;
}

const nothing = (value: object | undefined) =>
  value === undefined || Object.values(value).every((each) => each === undefined || each === '');

export function isEmptyAct(act: CivilAct | undefined): boolean {
  return nothing(act);
}

/** Nothing at all is recorded of the event: neither date nor place nor act. */
export function isEmptyEvent(bond: Bond | undefined): boolean {
  return bond === undefined || (bond.on === undefined && bond.place === undefined && isEmptyAct(bond.act));
}

/** Nothing at all is recorded of the other party. */
export function isEmptyParty(party: OtherParty | undefined): boolean {
  return nothing(party);
}

export function bondOf({ maritalStatus }: RegistryRecord): Bond | undefined {
  return maritalStatus !== undefined && 'bond' in maritalStatus ? maritalStatus.bond : undefined;
}
