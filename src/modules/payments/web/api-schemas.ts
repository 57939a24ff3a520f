import { z } from 'zod';
import type { DayClosing } from '../domain/closing.ts';
import { paymentMeans, type Receipt, receiptNumberOf } from '../domain/receipt.ts';
import { receiptLifecycle } from '../domain/receipt-lifecycle.ts';

const id = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[a-z0-9-]+$/);
const uuid = z.uuid().max(36);
const cents = z.int().min(0).max(2_000_000_000);
const feeId = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[\w-]+$/)
  .describe('An article of the consular tariff, as `7-bis`, or a fee outside the table, as `passport`');

export const officeParams = z.strictObject({ office_id: id });
export const receiptParams = z.strictObject({ office_id: id, receipt_id: uuid });
export const dayParams = z.strictObject({ office_id: id, day: z.iso.date() });
export const dayQuery = z.strictObject({ day: z.iso.date().optional() });
export const idempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .min(8)
    .max(200)
    .regex(/^[\w-]+$/),
});

export const receiptSchema = z.strictObject({
  receipt_id: uuid,
  office_id: id,
  number: z.string().max(20).describe('Without gaps within an office and year, as `12/2026`'),
  day: z.iso.date(),
  issued_at: z.iso.datetime({ offset: true }).max(40),
  payer_name: z.string().max(200),
  appointment_id: uuid.optional(),
  means: z.enum(paymentMeans),
  terminal_reference: z.string().max(30),
  total_cents: cents,
  state: z.enum(receiptLifecycle.states as [string, ...string[]]),
  lines: z
    .array(
      z.strictObject({
        fee_id: feeId,
        quantity: z.int().min(1).max(99),
        unit_cents: cents,
        amount_cents: cents,
      }),
    )
    .max(100),
});

export const receiptsAnswer = z.strictObject({
  items: z.array(receiptSchema).max(10_000),
  next: z.string().max(200).nullable(),
});

export const takingBody = z.strictObject({
  payer_name: z.string().trim().min(1).max(200),
  terminal_reference: z.string().min(4).max(60),
  fees: z
    .array(z.strictObject({ fee_id: feeId, quantity: z.int().min(1).max(99) }))
    .min(1)
    .max(50),
  language: z.enum(['it', 'en']).default('it').describe('Language of the printed receipt'),
});

export const voidBody = z.strictObject({ reason: z.string().trim().min(1).max(500) });
export const decisionBody = z.strictObject({ approved: z.boolean() });

export const closingBody = z.strictObject({
  terminal_cents: cents.describe('What the terminal says it has collected'),
  difference_reason: z.string().trim().max(500).default('').describe('Needed where the two sums differ'),
});

export const closingSchema = z.strictObject({
  office_id: id,
  day: z.iso.date(),
  closed_at: z.iso.datetime({ offset: true }).max(40),
  receipts: z.int().min(0).max(1_000_000),
  voided: z.int().min(0).max(1_000_000),
  total_cents: cents,
  terminal_cents: cents,
  difference_reason: z.string().max(500).optional(),
});

export const closingsAnswer = z.strictObject({
  items: z.array(closingSchema).max(100),
  next: z.string().max(200).nullable(),
});

export function receiptOut(receipt: Receipt): z.output<typeof receiptSchema> {
  return {
    receipt_id: receipt.id,
    office_id: receipt.officeId,
    number: receiptNumberOf(receipt),
    day: receipt.day,
    issued_at: receipt.issuedAt.toString(),
    payer_name: receipt.payerName,
    ...(receipt.appointmentId === null ? {} : { appointment_id: receipt.appointmentId }),
    means: receipt.means,
    terminal_reference: receipt.terminalReference,
    total_cents: receipt.total,
    state: receipt.state,
    lines: receipt.lines.map((line) => ({
      fee_id: line.feeId,
      quantity: line.quantity,
      unit_cents: line.unit,
      amount_cents: line.amount,
    })),
  };
}

export function closingOut(closing: DayClosing): z.output<typeof closingSchema> {
  return {
    office_id: closing.officeId,
    day: closing.day,
    closed_at: closing.closedAt.toString(),
    receipts: closing.receipts,
    voided: closing.voided,
    total_cents: closing.total,
    terminal_cents: closing.terminal,
    ...(closing.differenceReason === null ? {} : { difference_reason: closing.differenceReason }),
  };
}
