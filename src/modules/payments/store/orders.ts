import type { Locale } from '#kernel/locale.ts';
import type { Cents } from '#kernel/money.ts';
import type { FeeId } from '#modules/tariff/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { OrderKind, PaymentOrder, Purpose } from '../domain/order.ts';
import { type OrderState, orderLifecycle } from '../domain/order-lifecycle.ts';

interface Row {
  id: string;
  kind: string;
  office_id: string | null;
  account_id: string | null;
  purpose_kind: string;
  purpose_id: string;
  amount_cents: number;
  fee_id: string;
  given_name: string;
  family_name: string;
  tax_code: string | null;
  email: string | null;
  province: string;
  document_hash: string | null;
  return_to: string;
  locale: string;
  state: string;
  created_at: Temporal.Instant;
  payable_until: Temporal.Instant;
  paid_at: Temporal.Instant | null;
  continued_at: Temporal.Instant | null;
}

const columns = `id, kind, office_id, account_id, purpose_kind, purpose_id, amount_cents, fee_id, given_name, family_name,
  tax_code, email, province, document_hash, return_to, locale, state, created_at, payable_until, paid_at, continued_at`;

function orderOf(row: Row): PaymentOrder {
  return {
    id: row.id,
    kind: row.kind as OrderKind,
    officeId: row.office_id,
    accountId: row.account_id,
    purpose: { kind: row.purpose_kind, id: row.purpose_id },
    amount: row.amount_cents as Cents,
    feeId: row.fee_id as FeeId,
    payer: {
      givenName: row.given_name,
      familyName: row.family_name,
      taxCode: row.tax_code,
      email: row.email,
      province: row.province,
    },
    documentHash: row.document_hash,
    returnTo: row.return_to,
    locale: row.locale as Locale,
    state: row.state as OrderState,
    createdAt: row.created_at,
    payableUntil: row.payable_until,
    paidAt: row.paid_at,
    continuedAt: row.continued_at,
  };
}

export async function insertOrder(tx: Tx, order: PaymentOrder): Promise<void> {
  const { payer, purpose } = order;
  await tx.sql(
    `insert into payments.payment_order (id, kind, office_id, account_id, purpose_kind, purpose_id, amount_cents, fee_id,
       given_name, family_name, tax_code, email, province, document_hash, return_to, locale, state, created_at, payable_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      order.id,
      order.kind,
      order.officeId,
      order.accountId,
      purpose.kind,
      purpose.id,
      order.amount,
      order.feeId,
      payer.givenName,
      payer.familyName,
      payer.taxCode,
      payer.email,
      payer.province,
      order.documentHash,
      order.returnTo,
      order.locale,
      order.state,
      order.createdAt,
      order.payableUntil,
    ],
  );
}

export async function findOrder(tx: Tx, id: string): Promise<PaymentOrder | undefined> {
  const [row] = await tx.sql<Row>(
    `select ${columns} from payments.payment_order where id = $1`,
    [id],
    'payment-order',
  );
  return row && orderOf(row);
}

/** The order, until the end of the transaction nobody else's to change. */
export async function lockOrder(tx: Tx, id: string): Promise<PaymentOrder | undefined> {
  const [row] = await tx.sql<Row>(
    `select ${columns} from payments.payment_order where id = $1 for update`,
    [id],
    'lock-payment-order',
  );
  return row && orderOf(row);
}

const live: readonly OrderState[] = ['created', 'cart_opened', 'cancelled', 'failed', 'paid'];

/** The order for a purpose that lives, if there is one; two at once take turns. */
export async function findLiveOrder(
  tx: Tx,
  { kind, id }: Purpose,
  lock: boolean,
): Promise<PaymentOrder | undefined> {
  if (lock)
    await tx.sql("select pg_advisory_xact_lock(hashtextextended('payment ' || $1 || ' ' || $2, 0))", [
      kind,
      id,
    ]);
  const [row] = await tx.sql<Row>(
    `select ${columns} from payments.payment_order where purpose_kind = $1 and purpose_id = $2 and state = any ($3)`,
    [kind, id, live],
  );
  return row && orderOf(row);
}

export async function listOrdersOf(tx: Tx, accountId: string): Promise<PaymentOrder[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from payments.payment_order where account_id = $1 order by created_at desc limit 200`,
    [accountId],
  );
  return rows.map(orderOf);
}

/** Writes what an event has made of an order. */
export async function saveOrderState(
  tx: Tx,
  id: string,
  state: OrderState,
  paidAt: Temporal.Instant | null = null,
): Promise<void> {
  await tx.sql(
    'update payments.payment_order set state = $2, paid_at = coalesce($3, paid_at) where id = $1',
    [id, state, paidAt],
    'save-order-state',
  );
}

export async function markContinued(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.sql('update payments.payment_order set continued_at = $2 where id = $1', [id, at]);
}

/** Orders that can be paid and whose term is over. */
export async function listExpiring(tx: Tx, now: Temporal.Instant, count: number): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>(
    `select id from payments.payment_order where state = any ($1) and payable_until <= $2
     order by payable_until limit $3`,
    [orderLifecycle.statesAllowing('expire'), now, count],
  );
  return rows.map(({ id }) => id);
}

/** Orders that are paid and with which nobody has gone on. */
export async function listToContinue(tx: Tx, count: number): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>(
    `select id from payments.payment_order where state = 'paid' and continued_at is null order by paid_at limit $1`,
    [count],
  );
  return rows.map(({ id }) => id);
}

/** Takes an account and its address off the orders that bear it; answers their last moments. */
export async function unlinkOrders(tx: Tx, accountId: string): Promise<Temporal.Instant[]> {
  const rows = await tx.sql<{ last: Temporal.Instant }>(
    `update payments.payment_order set account_id = null, email = null where account_id = $1
     returning coalesce(paid_at, created_at) as last`,
    [accountId],
  );
  return rows.map(({ last }) => last);
}

/** Ids of an account's orders that can still be paid. */
export async function listOpenOrdersOf(tx: Tx, accountId: string): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>(
    'select id from payments.payment_order where account_id = $1 and state = any ($2)',
    [accountId, orderLifecycle.statesAllowing('give_up')],
  );
  return rows.map(({ id }) => id);
}

const byFilter = {
  all: 'true',
  to_refund: `exists (select 1 from payments.refund r where r.order_id = o.id and r.state = 'due')`,
  doubtful: `exists (select 1 from payments.notice n where n.order_id = o.id and n.state <> 'paid' and n.problem is not null)
    or (o.state = 'paid' and o.continued_at is null)`,
  open: `o.state in ('created', 'cart_opened', 'cancelled', 'failed')`,
  paid: `o.state = 'paid'`,
} as const;

/** The newest orders for officials, of one sort. */
export async function listForDesk(tx: Tx, filter: keyof typeof byFilter): Promise<PaymentOrder[]> {
  const rows = await tx.sql<Row>(
    `select ${columns} from payments.payment_order o where ${byFilter[filter]} order by o.created_at desc limit 200`,
  );
  return rows.map(orderOf);
}
