import type { CivilDate } from '#kernel/civil-date.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { noOutcomes, type OfficeReport, weeksBetween } from '../domain/office-report.ts';
import { countOffered, countOutcomes } from '../store/report.ts';
import type { Serving } from './serve-day.ts';

/** What an office has offered, given, served and missed between two days of its calendar. */
export async function seeReport(
  { db }: Deps,
  { as, officeId }: Pick<Serving, 'as' | 'officeId'>,
  { from, until }: { from: CivilDate; until: CivilDate },
): Promise<OfficeReport> {
  const zone = findOffice(officeId)?.timeZone ?? 'UTC';
  const span = { officeId, zone, from, until };
  return db.transaction(as, async (tx) => {
    const [outcomes, offered] = [await countOutcomes(tx, span), await countOffered(tx, span)];
    const weeks = new Map(outcomes.flatMap((row) => (row.week === null ? [] : [[row.week, row]])));
    const all = outcomes.find((row) => row.week === null && row.serviceId === null) ?? noOutcomes;
    return {
      from,
      until,
      weeks: weeksBetween(from, until).map((week) => ({
        ...noOutcomes,
        ...weeks.get(week),
        week,
        offered: offered.get(week) ?? 0,
      })),
      services: outcomes.flatMap((row) =>
        row.serviceId === null ? [] : [{ ...row, serviceId: row.serviceId }],
      ),
      total: { ...all, offered: [...offered.values()].reduce((sum, count) => sum + count, 0) },
    };
  });
}
