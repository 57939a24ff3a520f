import { type CivilDate, dayAt, laterDay } from '#kernel/civil-date.ts';
import { findOffice } from '#modules/offices/public.ts';
import { findOffer } from '#modules/services/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { type Appointment, isAppointmentId, membersIn } from '../domain/appointment.ts';
import { horizonOf } from '../domain/availability.ts';
import { displaceableStates, displacedFrom } from '../domain/displaced.ts';
import { farAway, type PartyHour, seatParty, startsThatFit } from '../domain/party.ts';
import { listAgendasOf } from '../store/agendas.ts';
import { listCrowdedHours, listDisplaceable } from '../store/displaced.ts';
import { listMembers, lockUnit } from '../store/parties.ts';
import { listFreeHours } from '../store/party-hours.ts';
import type { Serving } from './serve-day.ts';

/** An appointment that an agenda has no room for any more, with those who come together with it. */
export interface Displaced {
  /** The appointment by which it is named, and where it is now. */
  readonly id: string;
  readonly slotId: number;
  readonly members: readonly Appointment[];
  /** Other hours at which all of them fit, the nearest first. */
  readonly alternatives: readonly PartyHour[];
  /** The one that is left to them when all before them in the list get theirs. */
  readonly proposed: number | undefined;
}

/** How many other hours are offered to choose from. */
const mostAlternatives = 6;

/** Who has to be moved or told, because a day was closed or has fewer desks, each with a proposal. */
export async function listDisplaced(deps: Deps, { as, officeId }: Serving): Promise<Displaced[]> {
  const now = deps.now();
  const from = dayAt(now, findOffice(officeId)?.timeZone ?? 'UTC');
  return deps.db.transaction(as, async (tx) => {
    const hours = await listCrowdedHours(tx, officeId, { from, now });
    const inHours = await listDisplaceable(
      tx,
      officeId,
      hours.map((hour) => hour.slotId),
    );
    const displaced = displacedFrom(hours, inHours);
    const units = [...Map.groupBy(displaced, (each) => each.partyId ?? each.id).values()];
    const known = new Map<string, PartyHour[]>();
    const reserved = new Map<number, number>();
    const seen: Displaced[] = [];
    for (const [first] of units) {
      if (first === undefined) continue;
      const members = await membersOf(tx, first);
      const all = known.get(first.serviceId) ?? (await findFreeHours(tx, officeId, first.serviceId, now));
      known.set(first.serviceId, all);
      // What is proposed to those before is not proposed twice.
      const left = all.map((hour) => ({ ...hour, free: hour.free - (reserved.get(hour.id) ?? 0) }));
      const alternatives = startsThatFit(left, members.length, mostAlternatives);
      const proposed = alternatives[0]?.id;
      const seats = proposed === undefined ? [] : (seatParty(left, proposed, members.length) ?? []);
      for (const { slotId, places } of seats) reserved.set(slotId, (reserved.get(slotId) ?? 0) + places);
      seen.push({ id: first.id, slotId: first.slotId, members, alternatives, proposed });
    }
    return seen;
  });
}

/** One appointment with the hours at which its people could come instead. */
export async function seeAlternatives(
  deps: Deps,
  { as, officeId }: Serving,
  id: string,
): Promise<Displaced | undefined> {
  if (!isAppointmentId(id)) return undefined;
  const now = deps.now();
  return deps.db.transaction(as, async (tx) => {
    const unit = await lockUnit(tx, officeId, id);
    const appointment = unit?.members.find((member) => member.id === id);
    if (unit === undefined || appointment === undefined) return undefined;
    const members = membersIn(unit, displaceableStates);
    const hours = await findFreeHours(tx, officeId, appointment.serviceId, now);
    const alternatives = startsThatFit(hours, Math.max(1, members.length), mostAlternatives);
    return { id, slotId: appointment.slotId, members, alternatives, proposed: alternatives[0]?.id };
  });
}

async function membersOf(tx: Tx, first: Appointment): Promise<readonly Appointment[]> {
  if (first.partyId === null) return [first];
  const members = await listMembers(tx, first.officeId, first.partyId);
  return membersIn({ party: null, members }, displaceableStates);
}

/** The free hours of a service from now to the horizon, those that are not public yet included. */
async function findFreeHours(
  tx: Tx,
  officeId: string,
  serviceId: string,
  now: Temporal.Instant,
): Promise<PartyHour[]> {
  const offer = await findOffer(tx, officeId, serviceId);
  if (offer === undefined) return [];
  const today: CivilDate = dayAt(now, findOffice(officeId)?.timeZone ?? 'UTC');
  const agendas = await listAgendasOf(tx, officeId, serviceId);
  return listFreeHours(
    tx,
    officeId,
    agendas.map((agenda) => agenda.id),
    {
      from: laterDay(offer.firstBookableOn ?? today, today),
      until: horizonOf(today),
      publishedBy: farAway,
      earliest: now.add({ hours: offer.noticeHours }),
    },
  );
}
