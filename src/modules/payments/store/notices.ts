import type { Cents } from '#kernel/money.ts';
import type { Tx } from '#platform/database/database.ts';
import type { NoticeState } from '../domain/notice-lifecycle.ts';
import type { Notice, NoticeProblem, Return, Stamp } from '../domain/order.ts';

interface Row {
  order_id: string;
  number: number;
  state: string;
  notice_number: string | null;
  opened_at: Temporal.Instant;
  checkout_url: string | null;
  returned: string | null;
  next_check_at: Temporal.Instant | null;
  checks: number;
  paid_at: Temporal.Instant | null;
  receipt_reference: string | null;
  payment_provider: string | null;
  problem: string | null;
}

const columns = `order_id, number, state, notice_number, opened_at, checkout_url, returned, next_check_at, checks, paid_at,
  receipt_reference, payment_provider, problem`;

function noticeOf(row: Row): Notice {
  return {
    orderId: row.order_id,
    number: row.number,
    state: row.state as NoticeState,
    noticeNumber: row.notice_number,
    openedAt: row.opened_at,
    checkoutUrl: row.checkout_url,
    returned: row.returned as Return | null,
    nextCheckAt: row.next_check_at,
    checks: row.checks,
    paidAt: row.paid_at,
    receiptReference: row.receipt_reference,
    paymentProvider: row.payment_provider,
    problem: row.problem as NoticeProblem | null,
  };
}

export async function takeNoticeSerial(tx: Tx): Promise<number> {
  const [row] = await tx.sql<{ serial: number }>("select nextval('payments.notice_serial') as serial");
  if (row === undefined) throw new Error('No serial for a notice');
  return row.serial;
}

/** Begins a notice of an order: it has its place before anybody outside is asked. */
export async function insertNotice(
  tx: Tx,
  {
    orderId,
    number,
    noticeNumber,
    openedAt,
  }: Pick<Notice, 'orderId' | 'number' | 'noticeNumber' | 'openedAt'>,
): Promise<void> {
  await tx.sql(
    `insert into payments.notice (order_id, number, state, notice_number, opened_at) values ($1, $2, 'opening', $3, $4)`,
    [orderId, number, noticeNumber, openedAt],
  );
}

export async function listNotices(tx: Tx, orderId: string): Promise<Notice[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from payments.notice where order_id = $1 order by number`,
    [orderId],
    'notices-of-order',
  );
  return rows.map(noticeOf);
}

export async function findNotice(tx: Tx, orderId: string, number: number): Promise<Notice | undefined> {
  const [row] = await tx.sql<Row>(
    `select ${columns} from payments.notice where order_id = $1 and number = $2`,
    [orderId, number],
    'notice',
  );
  return row && noticeOf(row);
}

export async function findByNoticeNumber(tx: Tx, noticeNumber: string): Promise<Notice | undefined> {
  const [row] = await tx.sql<Row>(`select ${columns} from payments.notice where notice_number = $1`, [
    noticeNumber,
  ]);
  return row && noticeOf(row);
}

/** Writes a notice anew, but for its key. */
export async function saveNotice(tx: Tx, notice: Notice): Promise<void> {
  await tx.sql(
    `update payments.notice set state = $3, notice_number = $4, checkout_url = $5, returned = $6, next_check_at = $7,
       checks = $8, paid_at = $9, receipt_reference = $10, payment_provider = $11, problem = $12,
       opened_at = $13
     where order_id = $1 and number = $2`,
    [
      notice.orderId,
      notice.number,
      notice.state,
      notice.noticeNumber,
      notice.checkoutUrl,
      notice.returned,
      notice.nextCheckAt,
      notice.checks,
      notice.paidAt,
      notice.receiptReference,
      notice.paymentProvider,
      notice.problem,
      notice.openedAt,
    ],
    'save-notice',
  );
}

/** The notices of which pagoPA is to be asked now. */
export async function listToCheck(
  tx: Tx,
  now: Temporal.Instant,
  count: number,
): Promise<Pick<Notice, 'orderId' | 'number'>[]> {
  const rows = await tx.sql<{ order_id: string; number: number }>(
    `select order_id, number from payments.notice where next_check_at <= $1 order by next_check_at limit $2`,
    [now, count],
  );
  return rows.map((row) => ({ orderId: row.order_id, number: row.number }));
}

interface StampRow {
  iubd: string;
  order_id: string;
  number: number;
  bought_at: Temporal.Instant;
  document_hash: string;
  amount_cents: number;
  provider: string;
}

function stampOf(row: StampRow): Stamp {
  return {
    iubd: row.iubd,
    boughtAt: row.bought_at,
    documentHash: row.document_hash,
    amount: row.amount_cents as Cents,
    provider: row.provider,
  };
}

/** Keeps a stamp; false where its number was seen before, for whatever notice. */
export async function insertStamp(
  tx: Tx,
  { orderId, number }: Pick<Notice, 'orderId' | 'number'>,
  stamp: Stamp,
  xml: string,
): Promise<boolean> {
  const rows = await tx.sql(
    `insert into payments.stamp (iubd, order_id, number, bought_at, document_hash, amount_cents, provider, xml)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (iubd) do nothing returning iubd`,
    [stamp.iubd, orderId, number, stamp.boughtAt, stamp.documentHash, stamp.amount, stamp.provider, xml],
  );
  return rows.length === 1;
}

/** The usable stamp of an order: the one bought under the notice with which it was paid. */
export async function findStampOf(tx: Tx, orderId: string): Promise<Stamp | undefined> {
  const [row] = await tx.sql<StampRow>(
    `select s.iubd, s.order_id, s.number, s.bought_at, s.document_hash, s.amount_cents, s.provider
     from payments.stamp s join payments.payment_order o on o.id = s.order_id and o.document_hash = s.document_hash
     where s.order_id = $1 and s.amount_cents = o.amount_cents
       and not exists (select 1 from payments.refund r where r.order_id = s.order_id and r.number = s.number)
     order by s.number limit 1`,
    [orderId],
  );
  return row && stampOf(row);
}

export async function findStampXml(tx: Tx, orderId: string, iubd: string): Promise<string | undefined> {
  const [row] = await tx.sql<{ xml: string }>(
    'select xml from payments.stamp where order_id = $1 and iubd = $2',
    [orderId, iubd],
  );
  return row?.xml;
}

/** The number of the notice with which an order is paid: the paid one whose money does not go back. */
export async function findPaidNumber(tx: Tx, orderId: string): Promise<number> {
  const [row] = await tx.sql<{ number: number }>(
    `select number from payments.notice n where order_id = $1 and state = 'paid' and not exists (
       select 1 from payments.refund r where r.order_id = n.order_id and r.number = n.number)`,
    [orderId],
  );
  if (row === undefined) throw new Error('A paid order has no paid notice');
  return row.number;
}
