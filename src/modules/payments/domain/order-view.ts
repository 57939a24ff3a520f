import type { LedgerLine } from './ledger.ts';
import type { Notice, PaymentOrder, Refund, Stamp } from './order.ts';

/** An order with everything that belongs to it. */
export interface OrderView {
  readonly order: PaymentOrder;
  readonly notices: readonly Notice[];
  readonly stamp: Stamp | undefined;
  readonly refunds: readonly Refund[];
  readonly lines: readonly LedgerLine[];
}
