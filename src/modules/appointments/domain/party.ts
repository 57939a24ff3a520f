import { type CivilDate, plainDate } from '#kernel/civil-date.ts';

/** What is known of the other parent's agreement (assenso dell’altro genitore, L. 1185/1967 art. 3). */
export const consents = ['given', 'to_bring', 'sole_parent'] as const;
export type Consent = (typeof consents)[number];

/** Somebody for whom a place is booked beside the person who books (familiare, accompagnatore). */
export interface Companion {
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: CivilDate;
  readonly taxCode: string | null;
  /** For a minor: first and last names of the parents, two where both exercise responsibility. */
  readonly parents: readonly string[];
  readonly consent: Consent | null;
}

/** People who come together (famiglia, gruppo): each has an appointment of their own, the party binds them. */
export interface Party {
  readonly officeId: string;
  readonly id: string;
  readonly serviceId: string;
  readonly accountId: string;
  readonly revision: number;
}

/** Whether somebody is not yet 18 (minore, art. 2 c.c.) on a day. */
export function isMinor(bornOn: CivilDate, day: CivilDate): boolean {
  return plainDate(bornOn).add({ years: 18 }).toString() > day;
}

/** An hour of one agenda with the places that can be given in it. */
export interface PartyHour {
  readonly id: number;
  readonly agendaId: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly free: number;
}

/** Later than the publication of any place: for those who see places that are not public yet. */
export const farAway = Temporal.Instant.from('9999-12-31T00:00:00Z');

export interface Seats {
  readonly slotId: number;
  readonly places: number;
}

type Hours = readonly PartyHour[];

const keyOf = (agendaId: string, instant: Temporal.Instant) => `${agendaId} ${instant.epochMilliseconds}`;

function byStart(hours: Hours): ReadonlyMap<string, PartyHour> {
  return new Map(hours.map((hour) => [keyOf(hour.agendaId, hour.startsAt), hour]));
}

function seatFrom(
  start: PartyHour,
  size: number,
  hours: ReadonlyMap<string, PartyHour>,
): readonly Seats[] | undefined {
  const seats: Seats[] = [];
  let left = size;
  for (
    let hour: PartyHour | undefined = start;
    hour !== undefined && hour.free > 0;
    hour = hours.get(keyOf(hour.agendaId, hour.endsAt))
  ) {
    const places = Math.min(left, hour.free);
    seats.push({ slotId: hour.id, places });
    left -= places;
    if (left === 0) return seats;
  }
  return undefined;
}

/**
 * Where a party of a size sits when it begins at an hour: in it alone where it has room, else also in the hours of the
 * same agenda that follow without a gap. Nothing where it does not fit. The hours come in any order.
 */
export function seatParty(hours: Hours, startId: number, size: number): readonly Seats[] | undefined {
  const start = hours.find((hour) => hour.id === startId);
  return start && seatFrom(start, size, byStart(hours));
}

/** The hours at which a party of a size can begin, in their order; as many as are asked for. */
export function startsThatFit<Hour extends PartyHour>(
  hours: readonly Hour[],
  size: number,
  most = Number.POSITIVE_INFINITY,
): Hour[] {
  const following = byStart(hours);
  const fitting: Hour[] = [];
  for (const hour of hours) {
    if (fitting.length >= most) break;
    if (seatFrom(hour, size, following) !== undefined) fitting.push(hour);
  }
  return fitting;
}
