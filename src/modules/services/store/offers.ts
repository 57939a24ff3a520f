import type { CivilDate } from '#kernel/civil-date.ts';
import { query, type Tx } from '#platform/database/database.ts';
import type { Offer } from '../domain/offer.ts';

const columns = [
  'office_id',
  'service_id',
  'switched_on',
  'first_bookable_on',
  'news_on',
  'hold_minutes',
  'notice_hours',
  'absences',
  'absence_months',
  'pause_days',
  'without_entry',
] as const;

interface Row {
  office_id: string;
  service_id: string;
  switched_on: boolean;
  first_bookable_on: string | null;
  news_on: string | null;
  hold_minutes: number;
  notice_hours: number;
  absences: number | null;
  absence_months: number;
  pause_days: number;
  without_entry: boolean;
}

function offerOf(row: Row): Offer {
  return {
    officeId: row.office_id,
    serviceId: row.service_id,
    switchedOn: row.switched_on,
    firstBookableOn: row.first_bookable_on as CivilDate | null,
    newsOn: row.news_on as CivilDate | null,
    holdMinutes: row.hold_minutes,
    noticeHours: row.notice_hours,
    withoutEntry: row.without_entry,
    absences:
      row.absences === null
        ? null
        : { most: row.absences, months: row.absence_months, pauseDays: row.pause_days },
  };
}

export async function findOffer(tx: Tx, officeId: string, serviceId: string): Promise<Offer | undefined> {
  const row = await tx.first(
    query
      .selectFrom('services.offer')
      .select(columns)
      .where('office_id', '=', officeId)
      .where('service_id', '=', serviceId),
    'find-offer',
  );
  return row && offerOf(row);
}

export async function listOffers(tx: Tx, officeId: string): Promise<Offer[]> {
  const rows = await tx.all(
    query.selectFrom('services.offer').select(columns).where('office_id', '=', officeId),
  );
  return rows.map(offerOf);
}

export async function saveOffer(tx: Tx, offer: Offer): Promise<void> {
  const values = {
    switched_on: offer.switchedOn,
    first_bookable_on: offer.firstBookableOn,
    news_on: offer.newsOn,
    hold_minutes: offer.holdMinutes,
    notice_hours: offer.noticeHours,
    without_entry: offer.withoutEntry,
    absences: offer.absences?.most ?? null,
    ...(offer.absences === null
      ? {}
      : { absence_months: offer.absences.months, pause_days: offer.absences.pauseDays }),
  };
  await tx.change(
    query
      .insertInto('services.offer')
      .values({ office_id: offer.officeId, service_id: offer.serviceId, ...values })
      .onConflict((conflict) => conflict.columns(['office_id', 'service_id']).doUpdateSet(values)),
  );
}
