import type { CivilDate } from '#kernel/civil-date.ts';
import type { Cents } from '#kernel/money.ts';
import type { Tx } from '#platform/database/database.ts';
import type { LedgerAccount, LedgerLine, LedgerWhat } from '../domain/ledger.ts';
import type { Notice, Refund, RefundReason } from '../domain/order.ts';

interface LineRow {
  order_id: string;
  number: number;
  what: string;
  day: string;
  at: Temporal.Instant;
  from_account: string;
  to_account: string;
  amount_cents: number;
}

function lineOf(row: LineRow): LedgerLine {
  return {
    orderId: row.order_id,
    number: row.number,
    what: row.what as LedgerWhat,
    day: row.day as CivilDate,
    at: row.at,
    from: row.from_account as LedgerAccount,
    to: row.to_account as LedgerAccount,
    amount: row.amount_cents as Cents,
  };
}

const lineColumns = 'order_id, number, what, day, at, from_account, to_account, amount_cents';

export async function insertLine(tx: Tx, line: LedgerLine): Promise<void> {
  await tx.sql(
    `insert into payments.ledger_line (${lineColumns}) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [line.orderId, line.number, line.what, line.day, line.at, line.from, line.to, line.amount],
    'insert-ledger-line',
  );
}

export async function listLinesOfDay(tx: Tx, day: CivilDate): Promise<LedgerLine[]> {
  const rows = await tx.sql<LineRow>(
    `select ${lineColumns} from payments.ledger_line where day = $1 order by id`,
    [day],
  );
  return rows.map(lineOf);
}

export async function listLinesOf(tx: Tx, orderId: string): Promise<LedgerLine[]> {
  const rows = await tx.sql<LineRow>(
    `select ${lineColumns} from payments.ledger_line where order_id = $1 order by id`,
    [orderId],
  );
  return rows.map(lineOf);
}

interface RefundRow {
  order_id: string;
  number: number;
  state: string;
  why: string;
  reason: string | null;
  amount_cents: number;
  entered_at: Temporal.Instant;
  paid_back_at: Temporal.Instant | null;
  reference: string | null;
}

const refundColumns =
  'order_id, number, state, why, reason, amount_cents, entered_at, paid_back_at, reference';

function refundOf(row: RefundRow): Refund {
  return {
    orderId: row.order_id,
    number: row.number,
    state: row.state as Refund['state'],
    why: row.why as RefundReason,
    reason: row.reason,
    amount: row.amount_cents as Cents,
    enteredAt: row.entered_at,
    paidBackAt: row.paid_back_at,
    reference: row.reference,
  };
}

export async function insertRefund(
  tx: Tx,
  refund: Omit<Refund, 'state' | 'paidBackAt' | 'reference'> & { readonly enteredBy: string | null },
): Promise<void> {
  await tx.sql(
    `insert into payments.refund (order_id, number, state, why, reason, amount_cents, entered_at, entered_by)
     values ($1, $2, 'due', $3, $4, $5, $6, $7)`,
    [
      refund.orderId,
      refund.number,
      refund.why,
      refund.reason,
      refund.amount,
      refund.enteredAt,
      refund.enteredBy,
    ],
  );
}

export async function listRefundsOf(tx: Tx, orderId: string): Promise<Refund[]> {
  const rows = await tx.sql<RefundRow>(
    `select ${refundColumns} from payments.refund where order_id = $1 order by number`,
    [orderId],
  );
  return rows.map(refundOf);
}

export async function savePaidBack(
  tx: Tx,
  { orderId, number }: Pick<Notice, 'orderId' | 'number'>,
  { at, by, reference }: { at: Temporal.Instant; by: string; reference: string },
): Promise<void> {
  await tx.sql(
    `update payments.refund set state = 'paid_back', paid_back_at = $3, paid_back_by = $4, reference = $5
     where order_id = $1 and number = $2`,
    [orderId, number, at, by, reference],
  );
}
