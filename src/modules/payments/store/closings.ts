import type { CivilDate } from '#kernel/civil-date.ts';
import type { Cents } from '#kernel/money.ts';
import type { Tx } from '#platform/database/database.ts';
import type { DayClosing } from '../domain/closing.ts';

interface Row {
  office_id: string;
  day: string;
  closed_at: Temporal.Instant;
  closed_by: string;
  receipts: number;
  voided: number;
  total_cents: number;
  terminal_cents: number;
  difference_reason: string | null;
}

function closingOf(row: Row): DayClosing {
  return {
    officeId: row.office_id,
    day: row.day as CivilDate,
    closedAt: row.closed_at,
    closedBy: row.closed_by,
    receipts: row.receipts,
    voided: row.voided,
    total: row.total_cents as Cents,
    terminal: row.terminal_cents as Cents,
    differenceReason: row.difference_reason,
  };
}

/** Everything that moves the money of an office takes its turn here, until the transaction ends. */
export async function lockTill(tx: Tx, officeId: string): Promise<void> {
  await tx.sql("select pg_advisory_xact_lock(hashtextextended('till ' || $1, 0))", [officeId], 'lock-till');
}

export async function findClosing(tx: Tx, officeId: string, day: CivilDate): Promise<DayClosing | undefined> {
  const [row] = await tx.sql<Row>(
    'select * from payments.day_closing where office_id = $1 and day = $2',
    [officeId, day],
    'day-closing',
  );
  return row && closingOf(row);
}

/** The last closings of an office, the newest first. */
export async function listClosings(tx: Tx, officeId: string, count: number): Promise<DayClosing[]> {
  const rows = await tx.sql<Row>(
    'select * from payments.day_closing where office_id = $1 order by day desc limit $2',
    [officeId, count],
  );
  return rows.map(closingOf);
}

/** Days with receipts that nobody has closed, the oldest first. */
export async function listOpenDays(tx: Tx, officeId: string, before: CivilDate): Promise<CivilDate[]> {
  const rows = await tx.sql<{ day: string }>(
    `select distinct r.day from payments.receipt r
     where r.office_id = $1 and r.day < $2 and r.day >= $2::date - 60 and not exists (
       select 1 from payments.day_closing c where c.office_id = r.office_id and c.day = r.day)
     order by r.day`,
    [officeId, before],
  );
  return rows.map((row) => row.day as CivilDate);
}

export async function insertClosing(tx: Tx, closing: DayClosing): Promise<void> {
  await tx.sql(
    `insert into payments.day_closing
       (office_id, day, closed_at, closed_by, receipts, voided, total_cents, terminal_cents, difference_reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      closing.officeId,
      closing.day,
      closing.closedAt,
      closing.closedBy,
      closing.receipts,
      closing.voided,
      closing.total,
      closing.terminal,
      closing.differenceReason,
    ],
  );
}
