import type { Locale } from '#kernel/locale.ts';
import { feeFor } from '#modules/tariff/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { type Actor, record } from '#platform/event-log/record.ts';
import { moneyDay } from '../domain/money-day.ts';
import { feeOfKind, type OrderKind, type Payer, type PaymentOrder, type Purpose } from '../domain/order.ts';
import { orderLasts } from '../domain/watch.ts';
import { findLiveOrder, insertOrder } from '../store/orders.ts';
import { orderEvent } from './payment-deps.ts';

interface Ordering {
  readonly accountId: string;
  readonly purpose: Purpose;
  /** Path, without the language, of the page to which the person goes on. */
  readonly returnTo: string;
  readonly locale: Locale;
  readonly at: Temporal.Instant;
  /** The office whose officials see the order; without one it is the ministry's. */
  readonly officeId?: string;
  readonly payableUntil?: Temporal.Instant;
}

export interface StampOrdering extends Ordering {
  /** e.bollo needs tax code and address of everybody. */
  readonly payer: Payer & { readonly taxCode: string; readonly email: string };
  /** Base64 of the SHA-256 of the document: 44 characters. */
  readonly documentHash: string;
}

/**
 * Orders a digital stamp for a document (imposta di bollo, DPR 642/1972). While an order for the same purpose lives,
 * that one is answered: asking again orders nothing twice.
 */
export function orderStamp(tx: Tx, { documentHash, ...ordering }: StampOrdering): Promise<PaymentOrder> {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(documentHash))
    throw new Error('A stamp is bought for a SHA-256 in base64');
  return place(tx, 'stamp_duty', documentHash, ordering);
}

/** Orders the contribution for an application or declaration of citizenship (L. 91/1992 art. 9-bis). */
export function orderContribution(
  tx: Tx,
  ordering: Ordering & { readonly payer: Payer },
): Promise<PaymentOrder> {
  return place(tx, 'citizenship_contribution', null, ordering);
}

async function place(
  tx: Tx,
  kind: OrderKind,
  documentHash: string | null,
  ordering: Ordering & { readonly payer: Payer },
): Promise<PaymentOrder> {
  const { at, purpose, accountId } = ordering;
  const known = await findLiveOrder(tx, purpose, true);
  if (known !== undefined) return known;
  const feeId = feeOfKind[kind];
  const order: PaymentOrder = {
    id: crypto.randomUUID(),
    kind,
    officeId: ordering.officeId ?? null,
    accountId,
    purpose,
    amount: feeFor(feeId, moneyDay(at)).amount,
    feeId,
    payer: ordering.payer,
    documentHash,
    returnTo: ordering.returnTo,
    locale: ordering.locale,
    state: 'created',
    createdAt: at,
    payableUntil: ordering.payableUntil ?? at.add(orderLasts),
    paidAt: null,
    continuedAt: null,
  };
  await insertOrder(tx, order);
  const actor: Actor = { kind: 'citizen', id: accountId };
  const facts = { kind, amount_cents: order.amount, purpose: purpose.kind };
  await record(tx, orderEvent('payment.ordered', order, actor, at, facts));
  return order;
}
