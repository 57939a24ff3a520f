import { type CivilDate, dayAt, laterDay } from '#kernel/civil-date.ts';
import { findOffice } from '#modules/offices/public.ts';
import { listOffers } from '#modules/services/public.ts';
import type { Deps } from '#platform/deps.ts';
import { horizonOf } from '../domain/availability.ts';
import { listAgendasOf } from '../store/agendas.ts';
import { findFirstFreeDay } from '../store/slots.ts';

/** A service that an office gives appointments for now (servizio prenotabile). */
export interface Opening {
  readonly serviceId: string;
  /** The first day with a free place; nothing where the next three months have none. */
  readonly firstFree: CivilDate | undefined;
  /** Days from today until then. */
  readonly waitDays: number | undefined;
}

/** What can be booked at an office now, and how long one waits for it. */
export async function seeOpenings({ db, now }: Deps, officeId: string): Promise<Opening[]> {
  const office = findOffice(officeId);
  if (office === undefined) return [];
  const instant = now();
  const today = dayAt(instant, office.timeZone);
  return db.transaction({ kind: 'visitor' }, async (tx) => {
    const openings: Opening[] = [];
    for (const offer of await listOffers(tx, officeId)) {
      if (!offer.switchedOn || offer.firstBookableOn === null) continue;
      const agendas = await listAgendasOf(tx, officeId, offer.serviceId);
      if (agendas.length === 0) continue;
      const firstFree = await findFirstFreeDay(
        tx,
        officeId,
        agendas.map((agenda) => agenda.id),
        {
          from: laterDay(offer.firstBookableOn, today),
          until: horizonOf(today),
          now: instant,
          earliest: instant.add({ hours: offer.noticeHours }),
        },
      );
      const waitDays = firstFree && Temporal.PlainDate.from(today).until(firstFree).days;
      openings.push({ serviceId: offer.serviceId, firstFree, waitDays });
    }
    return openings;
  });
}
