import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import type { ClerkTimes, ProcedureTimes } from '../domain/file-report.ts';

export interface FileSpan {
  readonly officeId: string;
  readonly zone: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
}

const values = ({ officeId, zone, from, until }: FileSpan) => [officeId, zone, from, until];
const begins = '$3::date::timestamp at time zone $2';
const ends = '($4::date + 1)::timestamp at time zone $2';
const mine = 'f.office_id = $1 and f.protocol_number is not null';

/** Files that were open when the first week of a span began. */
export async function countOpenAt(tx: Tx, officeId: string, at: Temporal.Instant): Promise<number> {
  const [row] = await tx.sql<{ count: number }>(
    `select ((select count(*) from case_files.case_file f
         where ${mine} and f.state in ('submitted', 'in_progress', 'waiting_for_person', 'verification_failed',
           'sent_to_municipality') and f.submitted_at < $2)
       + (select count(*) from case_files.case_file f
         where ${mine} and f.closed_at >= $2 and f.submitted_at < $2))::int as count`,
    [officeId, at],
    'files-open-at',
  );
  return row?.count ?? 0;
}

export async function countReceived(tx: Tx, span: FileSpan): Promise<{ week: string; count: number }[]> {
  return tx.sql(
    `select date_trunc('week', f.submitted_at at time zone $2)::date as week, count(*)::int as count
     from case_files.case_file f where ${mine} and f.submitted_at >= ${begins} and f.submitted_at < ${ends} group by 1`,
    values(span),
    'files-received',
  );
}

export async function countClosed(
  tx: Tx,
  span: FileSpan,
): Promise<{ week: string; state: string; count: number }[]> {
  return tx.sql(
    `select date_trunc('week', f.closed_at at time zone $2)::date as week, f.state, count(*)::int as count
     from case_files.case_file f where ${mine} and f.closed_at >= ${begins} and f.closed_at < ${ends} group by 1, 2`,
    values(span),
    'files-closed',
  );
}

/** A file that the person gave up or that closed with an account tells nothing of how long decisions take. */
const decided = `${mine} and f.closed_at >= ${begins} and f.closed_at < ${ends} and f.state <> 'cancelled_by_user'`;
const days = (expression: string) => `round((extract(epoch from ${expression}) / 86400)::numeric)::int`;

export async function readProcedureTimes(tx: Tx, span: FileSpan): Promise<ProcedureTimes[]> {
  return tx.sql<ProcedureTimes>(
    `with done as (
       select f.id, f.procedure, f.closed_at - f.submitted_at as took from case_files.case_file f where ${decided}),
     spent as (
       select done.id, sum(t.until_at - t.from_at) filter (where t.holder in ('queue', 'office')) as office,
         sum(t.until_at - t.from_at) filter (where t.holder = 'person') as person,
         sum(t.until_at - t.from_at) filter (where t.holder = 'municipality') as municipality
       from done join case_files.turn t on t.office_id = $1 and t.case_file_id = done.id group by done.id)
     select procedure, count(*)::int as closed,
       ${days('percentile_cont(0.5) within group (order by took)')} as "medianDays",
       ${days('percentile_cont(0.9) within group (order by took)')} as "mostDays",
       ${days("avg(coalesce(office, '0'))")} as "officeDays",
       ${days("avg(coalesce(person, '0'))")} as "personDays",
       ${days("avg(coalesce(municipality, '0'))")} as "municipalityDays"
     from done left join spent using (id) group by procedure order by procedure`,
    values(span),
    'file-times',
  );
}

export async function readClerkTimes(tx: Tx, span: FileSpan): Promise<ClerkTimes[]> {
  return tx.sql<ClerkTimes>(
    `select f.taken_by as "officialId", count(*)::int as closed,
       ${days('percentile_cont(0.5) within group (order by f.closed_at - f.submitted_at)')} as "medianDays"
     from case_files.case_file f where ${decided} and f.taken_by is not null group by 1 order by 2 desc, 1`,
    values(span),
    'clerk-times',
  );
}

/** The offices that have open files. */
export async function listOfficesWithFiles(tx: Tx): Promise<string[]> {
  const rows = await tx.sql<{ office: string }>(
    // From one office to the next along the index.
    `with recursive office (id) as (
       (select office_id from case_files.case_file where protocol_number is not null order by office_id limit 1)
       union all
       select (select f.office_id from case_files.case_file f
         where f.office_id > office.id and f.protocol_number is not null order by f.office_id limit 1)
       from office where office.id is not null)
     select id as office from office where id is not null`,
  );
  return rows.map(({ office }) => office);
}
