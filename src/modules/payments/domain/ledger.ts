import type { CivilDate } from '#kernel/civil-date.ts';
import type { Cents } from '#kernel/money.ts';

export const ledgerAccounts = ['pagopa', 'suspended', 'revenue', 'refunds', 'bank'] as const;
/** Where money stands: at pagoPA, received and not yet earned, earned, owed back, gone back. */
export type LedgerAccount = (typeof ledgerAccounts)[number];

export type LedgerWhat = 'received' | 'earned' | 'refund_entered' | 'refund_paid';

/** A line of the ledger (giornale): an amount that goes from one account to another. */
export interface LedgerLine {
  readonly orderId: string;
  readonly number: number;
  readonly what: LedgerWhat;
  /** The day in Italy. */
  readonly day: CivilDate;
  readonly at: Temporal.Instant;
  readonly from: LedgerAccount;
  readonly to: LedgerAccount;
  readonly amount: Cents;
}

/** The balance of each account after some lines; together they are nothing, because no line makes money. */
export function balancesOf(
  lines: readonly Pick<LedgerLine, 'from' | 'to' | 'amount'>[],
): Record<LedgerAccount, Cents> {
  const sums = Object.fromEntries(ledgerAccounts.map((account) => [account, 0])) as Record<
    LedgerAccount,
    number
  >;
  for (const { from, to, amount } of lines) {
    sums[from] -= amount;
    sums[to] += amount;
  }
  return sums as Record<LedgerAccount, Cents>;
}

/** What happened to money on a day. */
export interface LedgerDay {
  readonly received: Cents;
  readonly earned: Cents;
  readonly refundEntered: Cents;
  readonly refundPaid: Cents;
  readonly payments: number;
}

export function ledgerDayOf(lines: readonly Pick<LedgerLine, 'what' | 'amount'>[]): LedgerDay {
  const of = (what: LedgerWhat) =>
    lines.filter((line) => line.what === what).reduce((sum, line) => sum + line.amount, 0) as Cents;
  return {
    received: of('received'),
    earned: of('earned'),
    refundEntered: of('refund_entered'),
    refundPaid: of('refund_paid'),
    payments: lines.filter((line) => line.what === 'received').length,
  };
}
