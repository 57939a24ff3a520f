import type { CivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import type { Cents } from '#kernel/money.ts';
import type { FeeId } from '#modules/tariff/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { PaymentMeans, Receipt } from '../domain/receipt.ts';
import type { ReceiptState } from '../domain/receipt-lifecycle.ts';

interface Row {
  office_id: string;
  id: string;
  year: number;
  number: number;
  day: string;
  issued_at: Temporal.Instant;
  issued_by: string;
  payer_name: string;
  account_id: string | null;
  appointment_id: string | null;
  means: string;
  terminal_reference: string;
  total_cents: number;
  locale: string;
  state: string;
  void_reason: string | null;
  void_requested_by: string | null;
  lines: { fee_id: string; quantity: number; unit_cents: number; amount_cents: number }[];
}

const columns = `r.office_id, r.id, r.year, r.number, r.day, r.issued_at, r.issued_by, r.payer_name, r.account_id,
  r.appointment_id, r.means, r.terminal_reference, r.total_cents, r.locale, r.state, r.void_reason, r.void_requested_by,
  (select json_agg(json_build_object('fee_id', l.fee_id, 'quantity', l.quantity, 'unit_cents', l.unit_cents,
     'amount_cents', l.amount_cents) order by l.position)
   from payments.receipt_line l where l.office_id = r.office_id and l.receipt_id = r.id) as lines`;

function receiptOf(row: Row): Receipt {
  return {
    officeId: row.office_id,
    id: row.id,
    year: row.year,
    number: row.number,
    day: row.day as CivilDate,
    issuedAt: row.issued_at,
    issuedBy: row.issued_by,
    payerName: row.payer_name,
    accountId: row.account_id,
    appointmentId: row.appointment_id,
    means: row.means as PaymentMeans,
    terminalReference: row.terminal_reference,
    total: row.total_cents as Cents,
    locale: row.locale as Locale,
    state: row.state as ReceiptState,
    voidReason: row.void_reason,
    voidRequestedBy: row.void_requested_by,
    lines: row.lines.map((line) => ({
      feeId: line.fee_id as FeeId,
      quantity: line.quantity,
      unit: line.unit_cents as Cents,
      amount: line.amount_cents as Cents,
    })),
  };
}

/** The next number of an office and year. Others wait for it until this transaction ends: a number is never left out. */
export async function takeReceiptNumber(tx: Tx, officeId: string, year: number): Promise<number> {
  const [row] = await tx.sql<{ last: number }>(
    `insert into payments.receipt_number as n (office_id, year, last) values ($1, $2, 1)
     on conflict (office_id, year) do update set last = n.last + 1 returning last`,
    [officeId, year],
    'take-receipt-number',
  );
  if (row === undefined) throw new Error('No number for a receipt');
  return row.last;
}

export async function insertReceipt(tx: Tx, receipt: Receipt): Promise<void> {
  await tx.sql(
    `insert into payments.receipt (office_id, id, year, number, day, issued_at, issued_by, payer_name, account_id,
       appointment_id, means, terminal_reference, total_cents, locale, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      receipt.officeId,
      receipt.id,
      receipt.year,
      receipt.number,
      receipt.day,
      receipt.issuedAt,
      receipt.issuedBy,
      receipt.payerName,
      receipt.accountId,
      receipt.appointmentId,
      receipt.means,
      receipt.terminalReference,
      receipt.total,
      receipt.locale,
      receipt.state,
    ],
    'insert-receipt',
  );
  const { lines } = receipt;
  await tx.sql(
    `insert into payments.receipt_line (office_id, receipt_id, position, fee_id, quantity, unit_cents, amount_cents)
     select $1, $2, position, fee_id, quantity, unit, amount
     from unnest($3::text[], $4::int[], $5::int[], $6::int[]) with ordinality as l (fee_id, quantity, unit, amount, position)`,
    [
      receipt.officeId,
      receipt.id,
      lines.map((line) => line.feeId),
      lines.map((line) => line.quantity),
      lines.map((line) => line.unit),
      lines.map((line) => line.amount),
    ],
    'insert-receipt-lines',
  );
}

/** The receipt that a slip of the terminal has paid for on a day, unless it is void. */
export async function findBySlip(
  tx: Tx,
  officeId: string,
  day: CivilDate,
  terminalReference: string,
): Promise<Receipt | undefined> {
  const [row] = await tx.sql<Row>(
    `select ${columns} from payments.receipt r
     where r.office_id = $1 and r.day = $2 and r.terminal_reference = $3 and r.state <> 'void'`,
    [officeId, day, terminalReference],
    'receipt-by-slip',
  );
  return row && receiptOf(row);
}

export async function findReceipt(tx: Tx, officeId: string, id: string): Promise<Receipt | undefined> {
  const [row] = await tx.sql<Row>(
    `select ${columns} from payments.receipt r where r.office_id = $1 and r.id = $2`,
    [officeId, id],
    'receipt',
  );
  return row && receiptOf(row);
}

/** A day's receipts in the order of their numbers. */
export async function listReceipts(tx: Tx, officeId: string, day: CivilDate): Promise<Receipt[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from payments.receipt r where r.office_id = $1 and r.day = $2 order by r.number`,
    [officeId, day],
    'receipts-of-day',
  );
  return rows.map(receiptOf);
}

/** The receipts for appointments, each with its number and whether it stands. */
export async function listByAppointment(
  tx: Tx,
  officeId: string,
  appointmentIds: readonly string[],
): Promise<Receipt[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from payments.receipt r
     where r.office_id = $1 and r.appointment_id = any ($2::uuid[]) order by r.number`,
    [officeId, appointmentIds],
    'receipts-of-appointments',
  );
  return rows.map(receiptOf);
}

/** Writes what an event has made of a receipt's validity. */
export async function saveVoiding(
  tx: Tx,
  { officeId, id }: Pick<Receipt, 'officeId' | 'id'>,
  state: ReceiptState,
  voiding: {
    readonly reason: string | null;
    readonly requested: { readonly at: Temporal.Instant; readonly by: string } | 'as_before' | null;
    readonly decided: { readonly at: Temporal.Instant; readonly by: string } | null;
  },
): Promise<void> {
  const { reason, requested, decided } = voiding;
  const asBefore = requested === 'as_before';
  await tx.sql(
    `update payments.receipt set state = $3,
       void_reason = case when $4 then void_reason else $5::text end,
       void_requested_at = case when $4 then void_requested_at else $6::timestamptz end,
       void_requested_by = case when $4 then void_requested_by else $7::uuid end,
       void_decided_at = $8, void_decided_by = $9
     where office_id = $1 and id = $2`,
    [
      officeId,
      id,
      state,
      asBefore,
      reason,
      asBefore ? null : (requested?.at ?? null),
      asBefore ? null : (requested?.by ?? null),
      decided?.at ?? null,
      decided?.by ?? null,
    ],
  );
}

/** Takes an account off the receipts that bear it; answers the last day among them. */
export async function unlinkAccount(
  tx: Tx,
  accountId: string,
): Promise<{ count: number; lastDay: CivilDate | null }> {
  const rows = await tx.sql<{ day: string }>(
    'update payments.receipt set account_id = null where account_id = $1 returning day',
    [accountId],
  );
  const days = rows.map((row) => row.day as CivilDate).sort();
  return { count: rows.length, lastDay: days.at(-1) ?? null };
}

/** The receipts of the counter that bear an account, the newest first. */
export async function listReceiptsOf(tx: Tx, accountId: string): Promise<Receipt[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from payments.receipt r where r.account_id = $1 order by r.issued_at desc limit 200`,
    [accountId],
  );
  return rows.map(receiptOf);
}

export async function findReceiptOf(tx: Tx, accountId: string, id: string): Promise<Receipt | undefined> {
  const [row] = await tx.sql<Row>(
    `select ${columns} from payments.receipt r where r.account_id = $1 and r.id = $2`,
    [accountId, id],
  );
  return row && receiptOf(row);
}
