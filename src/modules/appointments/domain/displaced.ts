import type { Appointment } from './appointment.ts';

/** An hour in which more places are given than the template now wants (chiusura, meno sportelli). */
export interface CrowdedHour {
  readonly slotId: number;
  /** How many people have to be moved or told. */
  readonly excess: number;
}

/** How many people an office may still ask to come at another time. */
export const displaceableStates = ['held', 'booked', 'in_charge'] as const;

function unitOf(appointment: Appointment): string {
  return appointment.partyId ?? appointment.id;
}

/**
 * Whose appointments an agenda has no room for any more: in each hour those who booked last, a party always together.
 * Answers their appointments in these hours, in the order of the hours.
 */
export function displacedFrom(
  hours: readonly CrowdedHour[],
  appointments: readonly Appointment[],
): Appointment[] {
  const leaving = new Set<string>();
  const inHour = Map.groupBy(appointments, (each) => each.slotId);
  for (const { slotId, excess } of hours) {
    const here = (inHour.get(slotId) ?? []).toSorted(
      (one, other) =>
        Temporal.Instant.compare(other.createdAt, one.createdAt) || (one.id < other.id ? 1 : -1),
    );
    let left = excess - here.filter((each) => leaving.has(unitOf(each))).length;
    for (const each of here) {
      if (left <= 0) break;
      if (leaving.has(unitOf(each))) continue;
      leaving.add(unitOf(each));
      left -= here.filter((other) => unitOf(other) === unitOf(each)).length;
    }
  }
  return appointments.filter((each) => leaving.has(unitOf(each)));
}
