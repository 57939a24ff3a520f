import { z } from 'zod';
import { noticeLifecycle } from '../../domain/notice-lifecycle.ts';
import type { PaymentOrder } from '../../domain/order.ts';
import { orderKinds, refundReasons } from '../../domain/order.ts';
import { orderLifecycle } from '../../domain/order-lifecycle.ts';
import type { OrderView } from '../../domain/order-view.ts';
import { refundLifecycle } from '../../domain/refund-lifecycle.ts';
import { deskFilters } from '../../use-cases/see-orders.ts';

const uuid = z.uuid().max(36);
const moment = z.iso.datetime({ offset: true }).max(40);
const cents = z.int().min(0).max(2_000_000_000);
const states = z.enum(orderLifecycle.states as [string, ...string[]]);

export const paymentParams = z.strictObject({ payment_id: uuid });
export const refundParams = z.strictObject({
  payment_id: uuid,
  number: z.coerce.number().int().min(1).max(9999),
});
export const dayParams = z.strictObject({ day: z.iso.date() });
export const deskQuery = z.strictObject({
  filter: z.enum(deskFilters).default('all'),
  notice_number: z.string().min(1).max(60).optional(),
});

const line = {
  payment_id: uuid,
  kind: z.enum(orderKinds),
  state: states,
  amount_cents: cents,
  created_at: moment,
  payable_until: moment,
  paid_at: moment.optional(),
};

const lineSchema = z.strictObject(line);

export const paymentsAnswer = z.strictObject({
  items: z.array(lineSchema).max(200),
  next: z.string().max(200).nullable(),
});

export const paymentSchema = z.strictObject({
  ...line,
  document_hash: z.string().length(44).optional().describe('SHA-256 of the document, base64'),
  notices: z
    .array(
      z.strictObject({
        notice_number: z
          .string()
          .regex(/^\d{18}$/)
          .optional(),
        state: z.enum(noticeLifecycle.states as [string, ...string[]]),
        receipt_reference: z
          .string()
          .max(100)
          .optional()
          .describe('IUR of the receipt, or IUBD of the stamp'),
      }),
    )
    .max(1000),
  stamp: z
    .strictObject({ iubd: z.string().max(35), bought_at: moment, document_hash: z.string().length(44) })
    .optional(),
  refunds: z
    .array(
      z.strictObject({
        number: z.int().min(1).max(9999),
        state: z.enum(refundLifecycle.states as [string, ...string[]]),
        why: z.enum(refundReasons),
        amount_cents: cents,
      }),
    )
    .max(1000),
});

export const contributionBody = z.strictObject({
  given_name: z.string().trim().min(1).max(100),
  family_name: z.string().trim().min(1).max(100),
  tax_code: z
    .string()
    .regex(/^[A-Z]{6}[A-Z0-9]{10}$/)
    .max(16)
    .optional(),
  language: z.enum(['it', 'en']).default('it').describe('Language of the pages and of the receipt'),
});

export const checkoutSchema = z.strictObject({
  checkout_url: z.url().max(2000).describe('Where the payer’s browser goes on'),
});

export const refundBody = z.strictObject({ reason: z.string().trim().min(1).max(500) });
export const payoutBody = z.strictObject({
  reference: z.string().trim().min(1).max(60).describe('Number of the treasury’s payment order'),
});

export const dayAnswer = z.strictObject({
  day: z.iso.date(),
  payments: z.int().min(0).max(1_000_000),
  received_cents: cents,
  earned_cents: cents,
  refund_entered_cents: cents,
  refund_paid_cents: cents,
});

export function lineOut(order: PaymentOrder): z.output<typeof lineSchema> {
  return {
    payment_id: order.id,
    kind: order.kind,
    state: order.state,
    amount_cents: order.amount,
    created_at: order.createdAt.toString(),
    payable_until: order.payableUntil.toString(),
    ...(order.paidAt === null ? {} : { paid_at: order.paidAt.toString() }),
  };
}

export function paymentOut({ order, notices, stamp, refunds }: OrderView): z.output<typeof paymentSchema> {
  return {
    ...lineOut(order),
    ...(order.documentHash === null ? {} : { document_hash: order.documentHash }),
    notices: notices.map((notice) => ({
      ...(notice.noticeNumber === null ? {} : { notice_number: notice.noticeNumber }),
      state: notice.state,
      ...(notice.receiptReference === null ? {} : { receipt_reference: notice.receiptReference }),
    })),
    ...(stamp === undefined
      ? {}
      : {
          stamp: {
            iubd: stamp.iubd,
            bought_at: stamp.boughtAt.toString(),
            document_hash: stamp.documentHash,
          },
        }),
    refunds: refunds.map(({ number, state, why, amount }) => ({ number, state, why, amount_cents: amount })),
  };
}
