import type { Tx } from '#platform/database/database.ts';
import type { CaseFile } from '../domain/case-file.ts';
import type { CaseFileState } from '../domain/case-file-lifecycle.ts';
import { leastAnswers, type UsualTime } from '../domain/terms.ts';

/** A file as a line of a list. */
export type QueueLine = Pick<
  CaseFile,
  | 'officeId'
  | 'id'
  | 'procedure'
  | 'serviceId'
  | 'personName'
  | 'email'
  | 'state'
  | 'submittedAt'
  | 'takenBy'
  | 'waitingSince'
  | 'waitedDays'
  | 'answers'
>;

/** The plain requests that an office still has to deal with, the oldest first. */
export async function listOpenOf(tx: Tx, officeId: string, atMost: number): Promise<QueueLine[]> {
  const rows = await tx.sql<Record<string, unknown>>(
    `select office_id as "officeId", id, procedure, service_id as "serviceId", person_name as "personName", email, state,
       submitted_at as "submittedAt", taken_by as "takenBy", waiting_since as "waitingSince", waited_days as "waitedDays", answers
     from case_files.case_file
     where office_id = $1 and state in ('submitted', 'in_progress', 'waiting_for_person') and protocol_number is null
     order by submitted_at, id limit $2`,
    [officeId, atMost],
    'case-file-queue',
  );
  return rows as unknown as QueueLine[];
}

/** How many plain requests of an office are in each open state. */
export async function countOpenOf(tx: Tx, officeId: string): Promise<Partial<Record<CaseFileState, number>>> {
  const rows = await tx.sql<{ state: CaseFileState; count: number }>(
    `select state, count(*)::int as count from case_files.case_file
     where office_id = $1 and state in ('submitted', 'in_progress', 'waiting_for_person') and protocol_number is null
     group by state`,
    [officeId],
    'case-file-counts',
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** The oldest request that nobody has in charge, kept from everybody else who asks at the same time. */
export async function lockOldest(tx: Tx, officeId: string): Promise<string | undefined> {
  const [row] = await tx.sql<{ id: string }>(
    `select id from case_files.case_file where office_id = $1 and state = 'submitted' and protocol_number is null
     order by submitted_at, id limit 1 for update skip locked`,
    [officeId],
    'case-file-oldest',
  );
  return row?.id;
}

/** Which place a waiting file has in the queue of its office: the first is 1. */
export async function countBefore(
  tx: Tx,
  { officeId, id, submittedAt, protocol }: Pick<CaseFile, 'officeId' | 'id' | 'submittedAt' | 'protocol'>,
): Promise<number> {
  const [row] = await tx.sql<{ count: number }>(
    `select count(*)::int as count from case_files.case_file
     where office_id = $1 and state = 'submitted' and (submitted_at, id) <= ($2, $3)
       and (protocol_number is null) = $4`,
    [officeId, submittedAt, id, protocol === null],
    'case-file-position',
  );
  return row?.count ?? 0;
}

/** How long the answers of an office to a kind of request took since an instant; nothing where there were too few. */
export async function findUsualTime(
  tx: Tx,
  officeId: string,
  procedure: string,
  since: Temporal.Instant,
): Promise<UsualTime | undefined> {
  const [row] = await tx.sql<{ count: number; early: number | null; late: number | null }>(
    `select count(*)::int as count,
       ceil(extract(epoch from percentile_cont(0.25) within group (order by closed_at - submitted_at)) / 86400)::int as early,
       ceil(extract(epoch from percentile_cont(0.75) within group (order by closed_at - submitted_at)) / 86400)::int as late
     from (select closed_at, submitted_at from case_files.case_file
       where office_id = $1 and procedure = $2 and closed_at > $3
         and state in ('answered', 'closed_with_correction', 'defined', 'rejected')
       -- The latest tell enough, and as many are read however large the office is.
       order by closed_at desc limit 500) latest`,
    [officeId, procedure, since],
    'case-file-usual-time',
  );
  if (row === undefined || row.count < leastAnswers) return undefined;
  return { from: Math.max(1, row.early ?? 1), until: Math.max(1, row.late ?? 1) };
}
