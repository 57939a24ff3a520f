import { type CivilDate, dayAt, laterDay } from '#kernel/civil-date.ts';
import { findOffice } from '#modules/offices/public.ts';
import { findOffer, type Offer } from '#modules/services/public.ts';
import { lookTogether } from '#platform/batch/look-together.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { type Day, type DayCount, horizonOf, type OpenSlot, statusOfDays } from '../domain/availability.ts';
import { farAway, startsThatFit } from '../domain/party.ts';
import { listAgendasOf, listClosures } from '../store/agendas.ts';
import { listFreeHours } from '../store/party-hours.ts';
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

/** For whom places are looked for: how many people together, and whether they see places that are not public yet. */
export interface Wish {
  readonly people?: number;
  readonly priority?: boolean;
}

const isPlain = ({ people = 1, priority = false }: Wish) => people === 1 && !priority;

/** The days of a service at an office that somebody looks at. */
export interface DaysQuestion extends Wish {
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
    ({ officeId, serviceId, from, until, people = 1, priority = false }) =>
      `${officeId} ${serviceId} ${from} ${until} ${people} ${priority}`,
  );
}

/** The days of a span with their places, or nothing where the office does not give appointments for the service. */
export async function seeDays(
  { db, now }: Deps,
  { officeId, serviceId, from, until, ...wish }: DaysQuestion,
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
    const counted = await countDays(tx, officeId, ids, { from, until, now: instant, earliest });
    const opensOn = offer.firstBookableOn === null ? null : laterDay(offer.firstBookableOn, today);
    const starts =
      isPlain(wish) || opensOn === null
        ? undefined
        : await findStarts(tx, officeId, ids, wish, {
            from: opensOn,
            until: horizon,
            now: instant,
            earliest,
          });
    const counts = starts === undefined ? counted : forParty(counted, starts);
    const firstFree =
      starts !== undefined
        ? starts[0]?.day
        : opensOn === null
          ? undefined
          : await findFirstFreeDay(tx, officeId, ids, {
              from: opensOn,
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
  { officeId, serviceId, day, ...wish }: { officeId: string; serviceId: string; day: CivilDate } & Wish,
): Promise<OpenSlot[]> {
  const office = findOffice(officeId);
  if (office === undefined) return [];
  const instant = now();
  const today = dayAt(instant, office.timeZone);
  return db.transaction(visitor, async (tx) => {
    const offer = await findOffer(tx, officeId, serviceId);
    if (offer === undefined || !offer.switchedOn || offer.firstBookableOn === null) return [];
    if (day < offer.firstBookableOn || day < today || day > horizonOf(today)) return [];
    const ids = (await listAgendasOf(tx, officeId, serviceId)).map((agenda) => agenda.id);
    const span = { now: instant, earliest: instant.add({ hours: offer.noticeHours }) };
    return isPlain(wish)
      ? listOpenSlots(tx, officeId, ids, { day, ...span })
      : findStarts(tx, officeId, ids, wish, { from: day, until: day, ...span });
  });
}

/** The hours at which people together can begin, in their order. */
async function findStarts(
  tx: Tx,
  officeId: string,
  agendaIds: readonly string[],
  { people = 1, priority = false }: Wish,
  span: { from: CivilDate; until: CivilDate; now: Temporal.Instant; earliest: Temporal.Instant },
): Promise<(OpenSlot & { readonly day: CivilDate })[]> {
  const publishedBy = priority ? farAway : span.now;
  return startsThatFit(await listFreeHours(tx, officeId, agendaIds, { ...span, publishedBy }), people);
}

/** What a day counts for people together: the free places of the hours at which they can begin, and what is too few. */
function forParty(
  counts: readonly DayCount[],
  starts: readonly { readonly day: CivilDate; readonly free: number }[],
): DayCount[] {
  const byDay = Map.groupBy(starts, (start) => start.day);
  const days = Map.groupBy(counts, (count) => count.day);
  return [...days].flatMap(([day, ofDay]) => {
    const fitting = (byDay.get(day) ?? []).reduce((sum, start) => sum + start.free, 0);
    return ofDay.map((count, index) => ({
      ...count,
      free: index === 0 ? fitting : 0,
      tooFew: fitting === 0 ? count.free : 0,
      publishedAt: fitting > 0 ? null : count.publishedAt,
    }));
  });
}
