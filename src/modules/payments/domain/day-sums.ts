import type { Cents } from '#kernel/money.ts';
import type { FeeId } from '#modules/tariff/public.ts';
import type { PaymentMeans, Receipt } from './receipt.ts';

export interface FeeSum {
  readonly feeId: FeeId;
  readonly quantity: number;
  readonly amount: Cents;
}

/** What a day has brought in, by fee and by means; void receipts bring nothing. */
export interface DaySums {
  readonly receipts: number;
  readonly voided: number;
  readonly total: Cents;
  readonly byFee: readonly FeeSum[];
  readonly byMeans: readonly { readonly means: PaymentMeans; readonly amount: Cents }[];
}

type Counted = Pick<Receipt, 'state' | 'total' | 'means' | 'lines'>;

/** The sums of a day's receipts (riepilogo di cassa); a voiding that is not decided counts as money taken. */
export function sumsOf(receipts: readonly Counted[]): DaySums {
  const valid = receipts.filter((receipt) => receipt.state !== 'void');
  const byFee = new Map<FeeId, { quantity: number; amount: number }>();
  for (const line of valid.flatMap((receipt) => receipt.lines)) {
    const sum = byFee.get(line.feeId) ?? { quantity: 0, amount: 0 };
    byFee.set(line.feeId, { quantity: sum.quantity + line.quantity, amount: sum.amount + line.amount });
  }
  const byMeans = new Map<PaymentMeans, number>();
  for (const { means, total } of valid) byMeans.set(means, (byMeans.get(means) ?? 0) + total);
  return {
    receipts: valid.length,
    voided: receipts.length - valid.length,
    total: valid.reduce((sum, receipt) => sum + receipt.total, 0) as Cents,
    byFee: [...byFee]
      .map(([feeId, { quantity, amount }]) => ({ feeId, quantity, amount: amount as Cents }))
      .sort((one, other) => one.feeId.localeCompare(other.feeId, 'en', { numeric: true })),
    byMeans: [...byMeans].map(([means, amount]) => ({ means, amount: amount as Cents })),
  };
}
