import type { CivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import type { Cents } from '#kernel/money.ts';
import type { FeeId } from '#modules/tariff/public.ts';
import type { ReceiptState } from './receipt-lifecycle.ts';

/** How fees are paid at the counter (mezzo di pagamento). */
export const paymentMeans = ['debit_card'] as const;
export type PaymentMeans = (typeof paymentMeans)[number];

/** One fee on a receipt, at the amount in force on its day. */
export interface ReceiptLine {
  readonly feeId: FeeId;
  readonly quantity: number;
  readonly unit: Cents;
  readonly amount: Cents;
}

/** A receipt for fees taken at the counter (ricevuta dei diritti consolari). */
export interface Receipt {
  readonly officeId: string;
  readonly id: string;
  /** Numbers of an office begin with 1 each year and have no gap. */
  readonly year: number;
  readonly number: number;
  readonly day: CivilDate;
  readonly issuedAt: Temporal.Instant;
  readonly issuedBy: string;
  readonly payerName: string;
  readonly accountId: string | null;
  readonly appointmentId: string | null;
  readonly means: PaymentMeans;
  /** What the terminal printed on its slip. */
  readonly terminalReference: string;
  readonly total: Cents;
  readonly locale: Locale;
  readonly state: ReceiptState;
  readonly voidReason: string | null;
  readonly voidRequestedBy: string | null;
  readonly lines: readonly ReceiptLine[];
}

/** `12/2026`, as it stands on the paper. */
export function receiptNumberOf({ number, year }: Pick<Receipt, 'number' | 'year'>): string {
  return `${number}/${year}`;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text from an address can be the id of a receipt at all. */
export function isReceiptId(raw: string): boolean {
  return uuid.test(raw);
}

/** The reference on the slip without blanks and in capitals; nothing where it cannot be one. */
export function parseTerminalReference(raw: string): string | undefined {
  const reference = raw.replace(/\s+/g, '').toUpperCase();
  return /^[A-Z0-9-]{4,30}$/.test(reference) ? reference : undefined;
}
