import type { Tx } from '#platform/database/database.ts';
import type { CaseFileState } from '../domain/case-file-lifecycle.ts';
import type { FileSearch } from '../domain/file-search.ts';

/** A file with a form as a line of a desk's list. */
export interface FileLine {
  readonly id: string;
  readonly procedure: string;
  readonly personName: string | null;
  readonly state: CaseFileState;
  readonly submittedAt: Temporal.Instant;
  readonly takenBy: string | null;
  readonly waitingSince: Temporal.Instant | null;
  readonly waitedDays: number;
  readonly sentAt: Temporal.Instant | null;
  readonly closedAt: Temporal.Instant | null;
  readonly municipalityId: string | null;
  readonly protocolYear: number;
  readonly protocolNumber: number;
  readonly version: number;
}

const columns = `f.id, f.procedure, f.person_name as "personName", f.state, f.submitted_at as "submittedAt",
  f.taken_by as "takenBy", f.waiting_since as "waitingSince", f.waited_days as "waitedDays", f.sent_at as "sentAt",
  f.closed_at as "closedAt", f.municipality_id as "municipalityId", f.protocol_year as "protocolYear",
  f.protocol_number as "protocolNumber", f.version`;

/** Where a page begins: behind this line. */
export interface After {
  readonly at: Temporal.Instant;
  readonly id: string;
}

/** Which files of an office are listed. */
export interface FileFilter {
  readonly states: readonly CaseFileState[];
  readonly procedure?: string | undefined;
  readonly takenBy?: string | undefined;
  /** Sent at this instant or before. */
  readonly sentBefore?: Temporal.Instant | undefined;
  /** For each procedure: due where it was sent, days of waiting left out, at this instant or before. */
  readonly dueWhereSentBefore?:
    | readonly {
        readonly procedure: string;
        readonly before: Temporal.Instant;
        readonly waitedAtMost: number;
      }[]
    | undefined;
}

/** The files of a list, oldest first; each state is read from its own end of the index. */
export async function listFilesOf(
  tx: Tx,
  officeId: string,
  filter: FileFilter,
  { after, most }: { readonly after: After | undefined; readonly most: number },
): Promise<FileLine[]> {
  const values: unknown[] = [officeId, [...filter.states], most];
  const put = (value: unknown) => `$${values.push(value)}`;
  const conditions = ['f.office_id = $1', 'f.state = s.state', 'f.protocol_number is not null'];
  if (filter.procedure !== undefined) conditions.push(`f.procedure = ${put(filter.procedure)}`);
  if (filter.takenBy !== undefined) conditions.push(`f.taken_by = ${put(filter.takenBy)}::uuid`);
  if (filter.sentBefore !== undefined) conditions.push(`f.submitted_at <= ${put(filter.sentBefore)}`);
  if (after !== undefined) {
    conditions.push(`(f.submitted_at, f.id) > (${put(after.at)}::timestamptz, ${put(after.id)}::uuid)`);
  }
  if (filter.dueWhereSentBefore !== undefined) {
    const each = filter.dueWhereSentBefore.map(
      ({ procedure, before, waitedAtMost }) =>
        `(f.procedure = ${put(procedure)} and f.submitted_at + least(f.waited_days, ${put(waitedAtMost)}::int) * interval '1 day' <= ${put(before)}::timestamptz)`,
    );
    conditions.push(each.length === 0 ? 'false' : `(${each.join(' or ')})`);
  }
  return tx.sql<FileLine>(
    `select l.* from unnest($2::text[]) as s (state) cross join lateral (
       select ${columns} from case_files.case_file f where ${conditions.join(' and ')}
       order by f.submitted_at, f.id limit $3) l
     order by l."submittedAt", l.id limit $3`,
    values,
  );
}

/** Files that are over, the latest first. */
export async function listClosedFiles(
  tx: Tx,
  officeId: string,
  filter: Pick<FileFilter, 'procedure' | 'takenBy'>,
  { after, most }: { readonly after: After | undefined; readonly most: number },
): Promise<FileLine[]> {
  const values: unknown[] = [officeId, most];
  const put = (value: unknown) => `$${values.push(value)}`;
  const conditions = ['f.office_id = $1', 'f.protocol_number is not null', 'f.closed_at is not null'];
  if (filter.procedure !== undefined) conditions.push(`f.procedure = ${put(filter.procedure)}`);
  if (filter.takenBy !== undefined) conditions.push(`f.taken_by = ${put(filter.takenBy)}::uuid`);
  if (after !== undefined) {
    conditions.push(`(f.closed_at, f.id) < (${put(after.at)}::timestamptz, ${put(after.id)}::uuid)`);
  }
  return tx.sql<FileLine>(
    `select ${columns} from case_files.case_file f where ${conditions.join(' and ')}
     order by f.closed_at desc, f.id desc limit $2`,
    values,
  );
}

/** Whether a word of the table begins with another. */
const beginsWith = (column: string, parameter: string) =>
  `${column} >= ${parameter} and ${column} < ${parameter} || U&'\\FFFF'`;

/** The files that a search finds: by protocol number the one, by beginnings of words in the order of the longest. */
export async function findFiles(
  tx: Tx,
  officeId: string,
  search: FileSearch,
  most: number,
): Promise<FileLine[]> {
  if (search.by === 'protocol') {
    return tx.sql<FileLine>(
      `select ${columns} from case_files.case_file f
       where f.office_id = $1 and f.protocol_year = $2 and f.protocol_number = $3`,
      [officeId, search.year, search.number],
      'find-file-by-protocol',
    );
  }
  const others = search.words.slice(1).map(
    (_, index) =>
      ` and exists (select 1 from case_files.file_word o where o.office_id = $1 and o.case_file_id = w.case_file_id
         and ${beginsWith('o.word', `$${index + 4}::text`)})`,
  );
  return tx.sql<FileLine>(
    // Of the words that fit, so many are looked at: whoever typed too little is asked for more.
    `with found as materialized (
       select distinct on (w.case_file_id) w.case_file_id as id from (
         select word, case_file_id from case_files.file_word w
         where w.office_id = $1 and ${beginsWith('w.word', '$3::text')}${others.join('')}
         order by word, case_file_id limit 500) w)
     select ${columns} from found join case_files.case_file f on f.office_id = $1 and f.id = found.id
     order by f.closed_at is not null, f.submitted_at desc, f.id limit $2`,
    [officeId, most, ...search.words],
  );
}

/** How many files of an office are in a state, as far as it is worth counting. */
export async function countFilesIn(
  tx: Tx,
  officeId: string,
  states: readonly CaseFileState[],
  { atMost, takenBy, sentBefore }: { atMost: number; takenBy?: string; sentBefore?: Temporal.Instant },
): Promise<number> {
  const values: unknown[] = [officeId, [...states], atMost];
  const put = (value: unknown) => `$${values.push(value)}`;
  const more = [
    takenBy === undefined ? '' : ` and f.taken_by = ${put(takenBy)}::uuid`,
    sentBefore === undefined ? '' : ` and f.submitted_at <= ${put(sentBefore)}`,
  ].join('');
  const [row] = await tx.sql<{ count: number }>(
    `select least(sum(l.count), $3)::int as count from unnest($2::text[]) as s (state) cross join lateral (
       select count(*) as count from (select 1 from case_files.case_file f
         where f.office_id = $1 and f.state = s.state and f.protocol_number is not null${more} limit $3) counted) l`,
    values,
  );
  return row?.count ?? 0;
}

/** The oldest file that nobody has in charge, kept from everybody else who asks at the same time. */
export async function lockOldestFile(tx: Tx, officeId: string): Promise<string | undefined> {
  const [row] = await tx.sql<{ id: string }>(
    `select id from case_files.case_file where office_id = $1 and state = 'submitted' and protocol_number is not null
     order by submitted_at, id limit 1 for update skip locked`,
    [officeId],
    'lock-oldest-file',
  );
  return row?.id;
}

/** Who has open files of an office in hand, and how many of each kind, as far as it is worth counting. */
export async function listHoldersOf(
  tx: Tx,
  officeId: string,
  atMost: number,
): Promise<{ officialId: string; state: CaseFileState; count: number; oldest: Temporal.Instant | null }[]> {
  return tx.sql(
    // From one holder to the next along the index, not through all that they hold.
    `with recursive holder (id) as (
       (select taken_by from case_files.case_file f where f.office_id = $1 and f.taken_by is not null
          and f.protocol_number is not null order by taken_by limit 1)
       union all
       select (select f.taken_by from case_files.case_file f where f.office_id = $1 and f.taken_by > holder.id
          and f.protocol_number is not null order by f.taken_by limit 1) from holder where holder.id is not null)
     select holder.id as "officialId", s.state, l.count::int, l.oldest from holder
     cross join unnest(array['in_progress', 'waiting_for_person', 'verification_failed', 'sent_to_municipality']) as s (state)
     cross join lateral (select count(*) as count, min(held.submitted_at) as oldest from (
       select f.submitted_at from case_files.case_file f where f.office_id = $1 and f.taken_by = holder.id
         and f.state = s.state and f.protocol_number is not null order by f.submitted_at limit $2) held) l
     where holder.id is not null and l.count > 0`,
    [officeId, atMost],
  );
}
