import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Outcomes } from '../domain/office-report.ts';

export interface ReportSpan {
  readonly officeId: string;
  readonly zone: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
}

interface Row {
  week: string | null;
  service_id: string | null;
  booked: number;
  served: number;
  missed: number;
  cancelled: number;
  walk_ins: number;
  wait_days: number | null;
  counter_minutes: number | null;
}

/** Outcomes by week and service: a week or a service that is missing stands for all of them. */
export async function countOutcomes(
  tx: Tx,
  { officeId, zone, from, until }: ReportSpan,
): Promise<(Outcomes & { week: CivilDate | null; serviceId: string | null })[]> {
  const rows = await tx.sql<Row>(
    `with seen as (
       select a.service_id, a.state,
         date_trunc('week', a.starts_at at time zone $2)::date as week,
         (a.starts_at at time zone $2)::date - (a.created_at at time zone $2)::date as wait_days,
         a.created_at = a.checked_in_at as walked_in,
         case when a.state = 'served' then (
           select extract(epoch from min(e.at) - a.checked_in_at) / 60 from platform.event e
           where e.subject_kind = 'appointment' and e.subject_id = a.id::text and e.type = 'appointment.served')
         end as counter_minutes
       from appointments.appointment a
       where a.office_id = $1 and a.state not in ('held', 'lapsed')
         and a.starts_at >= $3::date::timestamp at time zone $2
         and a.starts_at < ($4::date + 1)::timestamp at time zone $2)
     select week, service_id,
       count(*)::int as booked,
       (count(*) filter (where state = 'served'))::int as served,
       (count(*) filter (where state = 'no_show'))::int as missed,
       (count(*) filter (where state in ('cancelled_by_citizen', 'cancelled_by_office')))::int as cancelled,
       (count(*) filter (where walked_in))::int as walk_ins,
       percentile_disc(0.5) within group (order by wait_days) filter (where walked_in is not true) as wait_days,
       round(percentile_cont(0.5) within group (order by counter_minutes))::int as counter_minutes
     from seen group by grouping sets ((week), (service_id), ())`,
    [officeId, zone, from, until],
    'report-outcomes',
  );
  return rows.map((row) => ({
    week: row.week as CivilDate | null,
    serviceId: row.service_id,
    booked: row.booked,
    served: row.served,
    missed: row.missed,
    cancelled: row.cancelled,
    walkIns: row.walk_ins,
    waitDays: row.wait_days,
    counterMinutes: row.counter_minutes,
  }));
}

/** Places of all hours by week. */
export async function countOffered(
  tx: Tx,
  { officeId, from, until }: ReportSpan,
): Promise<Map<CivilDate, number>> {
  const rows = await tx.sql<{ week: string; offered: number }>(
    `select date_trunc('week', s.day)::date as week, sum(s.capacity)::int as offered
     from appointments.agenda g join appointments.slot s on s.office_id = g.office_id and s.agenda_id = g.id
     where g.office_id = $1 and s.day between $2 and $3 group by 1`,
    [officeId, from, until],
    'report-offered',
  );
  return new Map(rows.map((row) => [row.week as CivilDate, row.offered]));
}
