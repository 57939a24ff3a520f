import type { CivilDate } from '#kernel/civil-date.ts';
import type { Cents } from '#kernel/money.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { type FeeId, feeFor, feeIds } from '#modules/tariff/public.ts';
import type { ReceiptLine } from './receipt.ts';

/** How often a fee is taken. */
export interface WantedFee {
  readonly feeId: string;
  readonly quantity: number;
}

export type FeesRefusal =
  | { readonly code: 'no_fees' }
  | { readonly code: 'no_such_fee'; readonly feeId: string }
  | { readonly code: 'quantity'; readonly feeId: string };

/** Documents first, because most people come for them; then the articles in their order. */
const inOrder = feeIds.toSorted((one, other) => {
  const [first, second] = [/^\d/.test(one), /^\d/.test(other)];
  if (first !== second) return first ? 1 : -1;
  return first ? one.localeCompare(other, 'en', { numeric: true }) : 0;
});

/** The fees that can be taken on a day: those with an amount above nothing in force. */
export function takeableFees(day: CivilDate): { readonly feeId: FeeId; readonly unit: Cents }[] {
  return inOrder.flatMap((feeId) => {
    const unit = amountOn(feeId, day);
    return unit === undefined || unit === 0 ? [] : [{ feeId, unit }];
  });
}

function amountOn(feeId: FeeId, day: CivilDate): Cents | undefined {
  try {
    return feeFor(feeId, day).amount;
  } catch {
    return undefined;
  }
}

/** The lines of a receipt by the tariff of the day (tariffa consolare, D.Lgs. 71/2011, table); each fee on one line. */
export function priceFees(
  wanted: readonly WantedFee[],
  day: CivilDate,
): Outcome<{ lines: ReceiptLine[]; total: Cents }, FeesRefusal> {
  const takeable = new Map<string, { feeId: FeeId; unit: Cents }>(
    takeableFees(day).map((fee) => [fee.feeId, fee]),
  );
  const quantities = new Map<string, number>();
  for (const { feeId, quantity } of wanted) {
    if (!takeable.has(feeId)) return refused({ code: 'no_such_fee', feeId });
    const sum = (quantities.get(feeId) ?? 0) + quantity;
    if (!Number.isInteger(quantity) || quantity < 1 || sum > 99) return refused({ code: 'quantity', feeId });
    quantities.set(feeId, sum);
  }
  const lines = [...quantities].map(([id, quantity]): ReceiptLine => {
    const { feeId, unit } = takeable.get(id) as { feeId: FeeId; unit: Cents };
    return { feeId, quantity, unit, amount: (unit * quantity) as Cents };
  });
  if (lines.length === 0) return refused({ code: 'no_fees' });
  return granted({ lines, total: lines.reduce((sum, line) => sum + line.amount, 0) as Cents });
}
