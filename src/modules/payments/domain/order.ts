import type { Locale } from '#kernel/locale.ts';
import type { Cents } from '#kernel/money.ts';
import type { FeeId } from '#modules/tariff/public.ts';
import { type NoticeState, noticeLifecycle } from './notice-lifecycle.ts';
import type { OrderState } from './order-lifecycle.ts';
import type { RefundState } from './refund-lifecycle.ts';

export const orderKinds = ['stamp_duty', 'citizenship_contribution'] as const;
/** What is paid: stamp duty by a digital stamp (marca da bollo digitale), or the contribution of L. 91/1992 art. 9-bis. */
export type OrderKind = (typeof orderKinds)[number];

/** The fee of the tariff behind each kind. */
export const feeOfKind: Record<OrderKind, FeeId> = {
  stamp_duty: 'stamp_duty',
  citizenship_contribution: 'citizenship_contribution',
};

/** Who pays (debitore), as pagoPA wants to know it. */
export interface Payer {
  readonly givenName: string;
  readonly familyName: string;
  /** Absent for who has none: e.bollo needs one, a contribution does not. */
  readonly taxCode: string | null;
  readonly email: string | null;
  /** Province of residence (sigla); who lives abroad has that of the ministry, `RM`. */
  readonly province: string;
}

/** For what an order is paid: the module that ordered it knows the kind and the id. */
export interface Purpose {
  readonly kind: string;
  readonly id: string;
}

/** A payment order (posizione debitoria). */
export interface PaymentOrder {
  readonly id: string;
  readonly kind: OrderKind;
  readonly officeId: string | null;
  readonly accountId: string | null;
  readonly purpose: Purpose;
  readonly amount: Cents;
  readonly feeId: FeeId;
  readonly payer: Payer;
  /** SHA-256 of the document, base64: the stamp is good for that document alone. */
  readonly documentHash: string | null;
  /** Path of the page to which the person goes on. */
  readonly returnTo: string;
  readonly locale: Locale;
  readonly state: OrderState;
  readonly createdAt: Temporal.Instant;
  readonly payableUntil: Temporal.Instant;
  readonly paidAt: Temporal.Instant | null;
  readonly continuedAt: Temporal.Instant | null;
}

export const returns = ['ok', 'cancel', 'error'] as const;
/** How the browser came back from pagoPA. */
export type Return = (typeof returns)[number];

/** What an answer of pagoPA had that cannot be. */
export const noticeProblems = [
  'signature',
  'digest',
  'amount',
  'seen_before',
  'malformed',
  'notice',
  'outcome',
] as const;
export type NoticeProblem = (typeof noticeProblems)[number];

/** A notice under which an order can be paid (avviso di pagamento). */
export interface Notice {
  readonly orderId: string;
  readonly number: number;
  readonly state: NoticeState;
  readonly noticeNumber: string | null;
  readonly openedAt: Temporal.Instant;
  readonly checkoutUrl: string | null;
  readonly returned: Return | null;
  readonly nextCheckAt: Temporal.Instant | null;
  readonly checks: number;
  readonly paidAt: Temporal.Instant | null;
  readonly receiptReference: string | null;
  readonly paymentProvider: string | null;
  readonly problem: NoticeProblem | null;
}

/** A digital revenue stamp that was bought (marca da bollo digitale). */
export interface Stamp {
  /** Identifier of the stamp (IUBD). */
  readonly iubd: string;
  readonly boughtAt: Temporal.Instant;
  readonly documentHash: string;
  readonly amount: Cents;
  readonly provider: string;
}

export const refundReasons = [
  'paid_after_end',
  'paid_twice',
  'stamp_unusable',
  'cannot_continue',
  'office_decision',
] as const;
/** Why money goes back. */
export type RefundReason = (typeof refundReasons)[number];

/** Money that goes back (rimborso). */
export interface Refund {
  readonly orderId: string;
  readonly number: number;
  readonly state: RefundState;
  readonly why: RefundReason;
  readonly reason: string | null;
  readonly amount: Cents;
  readonly enteredAt: Temporal.Instant;
  readonly paidBackAt: Temporal.Instant | null;
  readonly reference: string | null;
}

/** Whether pagoPA has answered what cannot be about a notice that is not known to be paid. */
export function isDoubtful({ state, problem }: Pick<Notice, 'state' | 'problem'>): boolean {
  return problem !== null && noticeLifecycle.allows(state, 'pay');
}

/** Whether the money of a refund is what had paid the order: not what came twice, or apart from it. */
export function paysTheOrder(
  { paidAt }: Pick<PaymentOrder, 'paidAt'>,
  notice: Pick<Notice, 'paidAt'> | undefined,
  { why }: Pick<Refund, 'why'>,
): boolean {
  if (why === 'paid_twice' || why === 'stamp_unusable' || !paidAt || !notice?.paidAt) return false;
  return Temporal.Instant.compare(paidAt, notice.paidAt) === 0;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text from an address can be the id of an order at all. */
export function isOrderId(raw: string): boolean {
  return uuid.test(raw);
}
