import type { Dated } from '#kernel/in-force.ts';
import type { Text } from '#kernel/locale.ts';
import type { Cents } from '#kernel/money.ts';

/** `derived`: computed after the rule of L. 208/2015; `not_confirmed`: no official page seen. */
export const feeStatuses = ['confirmed', 'derived', 'not_confirmed'] as const;
export type FeeStatus = (typeof feeStatuses)[number];

/** An amount with the days for which its source speaks. */
export interface DatedFee extends Dated<Cents> {
  readonly status: FeeStatus;
  /** What the amount is made of, where it has parts. */
  readonly parts?: readonly { readonly title: Text; readonly amount: Cents }[];
}

/** What a fee pays for, and its amounts through time. */
export interface FeeTitle {
  readonly title: Text;
  readonly amounts: readonly DatedFee[];
}
