import { type CivilDate, dayAt, laterDay } from '#kernel/civil-date.ts';
import { findOffice } from '#modules/offices/public.ts';
import { findOffer, type Offer } from '#modules/services/public.ts';
import { lookTogether } from '#platform/batch/look-together.ts';
import type { Deps } from '#platform/deps.ts';
import { type Day, horizonOf, type OpenSlot, statusOfDays } from '../domain/availability.ts';
import { listAgendasOf, listClosures } from '../store/agendas.ts';
import { countDays, findFirstFreeDay, listOpenSlots } from '../store/slots.ts';
import { topicOf } from './topics.ts';

/** What somebody who looks for a place sees of a service of an office. */
export interface Availability {
  readonly zone: string;
  readonly today: CivilDate;
  readonly horizon: CivilDate;
  readonly offer: Offer;
  readonly days: readonly Day[];
  /** The first day with a free place, wherever it is. */
  readonly firstFree: CivilDate | undefined;
  /** Topics that change when these places do. */
  readonly topics: readonly string[];
}

const visitor = { kind: 'visitor' } as const;

/** The days of a service at an office that somebody looks at. */
export interface DaysQuestion {
  readonly officeId: string;
  readonly serviceId: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
}

export type SeeDays = (question: DaysQuestion) => Promise<Availability | undefined>;

/** The days for everybody who looks at them: crowds ask for the same month, as before an opening, and share a look. */
export function availabilityBoard(deps: Deps): SeeDays {
  return lookTogether(
    (question: DaysQuestion) => seeDays(deps, question),
    ({ officeId, serviceId, from, until }) => `${officeId} ${serviceId} ${from} ${until}`,
  );
}

/** The days of a span with their places, or nothing where the office does not give appointments for the service. */
export async function seeDays(
  { db, now }: Deps,
  { officeId, serviceId, from, until }: DaysQuestion,
): Promise<Availability | undefined> {
  const office = findOffice(officeId);
  if (office === undefined) return undefined;
  const zone = office.timeZone;
  const instant = now();
  const today = dayAt(instant, zone);
  const horizon = horizonOf(today);
  return db.transaction(visitor, async (tx) => {
    const offer = await findOffer(tx, officeId, serviceId);
    if (offer === undefined || !offer.switchedOn) return undefined;
    const agendas = await listAgendasOf(tx, officeId, serviceId);
    const ids = agendas.map((agenda) => agenda.id);
    const earliest = instant.add({ hours: offer.noticeHours });
    const closures = await listClosures(tx, officeId, today);
    const counts = await countDays(tx, officeId, ids, { from, until, now: instant, earliest });
    const firstFree =
      offer.firstBookableOn === null
        ? undefined
        : await findFirstFreeDay(tx, officeId, ids, {
            from: laterDay(offer.firstBookableOn, today),
            until: horizon,
            now: instant,
            earliest,
          });
    const facts = { agendas, closures, counts, firstBookableOn: offer.firstBookableOn, zone, now: instant };
    return {
      zone,
      today,
      horizon,
      offer,
      days: statusOfDays(from, until, facts),
      firstFree,
      topics: ids.map((id) => topicOf(officeId, id)),
    };
  });
}

/** The hours of a day that can be booked now. */
export async function seeHours(
  { db, now }: Deps,
  { officeId, serviceId, day }: { officeId: string; serviceId: string; day: CivilDate },
): Promise<OpenSlot[]> {
  const office = findOffice(officeId);
  if (office === undefined) return [];
  const instant = now();
  const today = dayAt(instant, office.timeZone);
  return db.transaction(visitor, async (tx) => {
    const offer = await findOffer(tx, officeId, serviceId);
    if (offer === undefined || !offer.switchedOn || offer.firstBookableOn === null) return [];
    if (day < offer.firstBookableOn || day < today || day > horizonOf(today)) return [];
    const agendas = await listAgendasOf(tx, officeId, serviceId);
    return listOpenSlots(
      tx,
      officeId,
      agendas.map((agenda) => agenda.id),
      { day, now: instant, earliest: instant.add({ hours: offer.noticeHours }) },
    );
  });
}
