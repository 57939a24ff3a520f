import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Principal } from '#platform/database/principal.ts';
import type { Deps } from '#platform/deps.ts';
import { type LedgerDay, ledgerDayOf } from '../domain/ledger.ts';
import { readNoticeNumber } from '../domain/notice-number.ts';
import { isOrderId, type PaymentOrder } from '../domain/order.ts';
import type { OrderState } from '../domain/order-lifecycle.ts';
import type { OrderView } from '../domain/order-view.ts';
import { listLinesOf, listLinesOfDay, listRefundsOf } from '../store/ledger.ts';
import { findByNoticeNumber, findStampOf, findStampXml, listNotices } from '../store/notices.ts';
import { findOrder, listForDesk, listOrdersOf } from '../store/orders.ts';
import { asPayments } from './payment-deps.ts';

export async function seeOrder(deps: Deps, as: Principal, id: string): Promise<OrderView | undefined> {
  if (!isOrderId(id)) return undefined;
  return deps.db.transaction(as, async (tx) => {
    const order = await findOrder(tx, id);
    if (order === undefined) return undefined;
    return {
      order,
      notices: await listNotices(tx, id),
      stamp: await findStampOf(tx, id),
      refunds: await listRefundsOf(tx, id),
      lines: await listLinesOf(tx, id),
    };
  });
}

/** The signed stamp as it came (XML), for who wants to check it elsewhere. */
export function seeStampXml(deps: Deps, as: Principal, id: string): Promise<string | undefined> {
  return deps.db.transaction(as, async (tx) => {
    const stamp = isOrderId(id) ? await findStampOf(tx, id) : undefined;
    return stamp && findStampXml(tx, id, stamp.iubd);
  });
}

/** What other modules read of an order. */
export interface OrderStanding {
  readonly id: string;
  readonly state: OrderState;
  readonly paidAt: Temporal.Instant | null;
  /** The stamp, once it is bought and good for the document. */
  readonly stamp?: { readonly iubd: string; readonly boughtAt: Temporal.Instant; readonly hash: string };
}

export async function orderStandingIn(tx: Tx, orderId: string): Promise<OrderStanding | undefined> {
  const order = await findOrder(tx, orderId);
  if (order === undefined) return undefined;
  const stamp = await findStampOf(tx, orderId);
  return {
    id: order.id,
    state: order.state,
    paidAt: order.paidAt,
    ...(stamp === undefined
      ? {}
      : { stamp: { iubd: stamp.iubd, boughtAt: stamp.boughtAt, hash: stamp.documentHash } }),
  };
}

/** The state of an order, for the module that ordered it. */
export function orderState({ db }: Pick<Deps, 'db'>, orderId: string): Promise<OrderStanding | undefined> {
  return db.transaction(asPayments, (tx) => orderStandingIn(tx, orderId));
}

export function seeOwnOrders(deps: Deps, accountId: string): Promise<PaymentOrder[]> {
  return deps.db.transaction({ kind: 'citizen', accountId }, (tx) => listOrdersOf(tx, accountId));
}

export const deskFilters = ['all', 'to_refund', 'doubtful', 'open', 'paid'] as const;
export type DeskFilter = (typeof deskFilters)[number];

export interface DeskQuery {
  readonly filter: DeskFilter;
  /** A notice number, as somebody reads it out. */
  readonly notice?: string | undefined;
}

/** The orders that officials see: those of their offices, the ministry all. */
export function seeDeskOrders(
  deps: Deps,
  as: Principal,
  { filter, notice }: DeskQuery,
): Promise<PaymentOrder[]> {
  return deps.db.transaction(as, async (tx) => {
    if (notice === undefined || notice.trim() === '') return listForDesk(tx, filter);
    const number = readNoticeNumber(notice);
    const found = number === undefined ? undefined : await findByNoticeNumber(tx, number);
    const order = found && (await findOrder(tx, found.orderId));
    return order === undefined ? [] : [order];
  });
}

/** What happened to money on a day, by the ledger. */
export function seeLedgerDay(deps: Deps, as: Principal, day: CivilDate): Promise<LedgerDay> {
  return deps.db.transaction(as, async (tx) => ledgerDayOf(await listLinesOfDay(tx, day)));
}
