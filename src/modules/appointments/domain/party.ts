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

export interface Seats {
  readonly slotId: number;
  readonly places: number;
}

/**
 * Where a party of a size sits when it begins at an hour: in it alone where it has room, else also in the hours of the
 * same agenda that follow without a gap. Nothing where it does not fit. The hours come in any order.
 */
export function seatParty(
  hours: readonly PartyHour[],
  startId: number,
  size: number,
): readonly Seats[] | undefined {
  const start = hours.find((hour) => hour.id === startId);
  if (start === undefined) return undefined;
  const following = new Map(
    hours.filter((hour) => hour.agendaId === start.agendaId).map((hour) => [hour.startsAt.toString(), hour]),
  );
  const seats: Seats[] = [];
  let left = size;
  for (
    let hour: PartyHour | undefined = start;
    hour !== undefined && hour.free > 0;
    hour = following.get(hour.endsAt.toString())
  ) {
    const places = Math.min(left, hour.free);
    seats.push({ slotId: hour.id, places });
    left -= places;
    if (left === 0) return seats;
  }
  return undefined;
}

/** The hours at which a party of a size can begin, in their order. */
export function startsThatFit(hours: readonly PartyHour[], size: number): PartyHour[] {
  return hours.filter((hour) => seatParty(hours, hour.id, size) !== undefined);
}
