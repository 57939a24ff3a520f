import type { Cents } from '#kernel/money.ts';
import type { NoticeProblem, PaymentOrder, Stamp } from './order.ts';

/** Whether something proves a payment, and if it does, whether what was bought serves its purpose. */
export type Verdict =
  | { readonly paid: false; readonly problem: NoticeProblem }
  | {
      readonly paid: true;
      readonly problem: NoticeProblem | null;
      readonly proof: {
        readonly paidAt: Temporal.Instant;
        readonly amount: Cents;
        readonly reference: string;
        readonly provider: string;
        readonly usable: boolean;
      };
    };

/**
 * A stamp under a valid signature proves that money was paid. It is good for one document and one amount alone
 * (Provvedimento Agenzia delle Entrate 19/09/2014): another one is money that goes back.
 */
export function judgeStamp(
  stamp: Stamp,
  { documentHash, amount }: Pick<PaymentOrder, 'documentHash' | 'amount'>,
): Verdict {
  const problem = stamp.documentHash !== documentHash ? 'digest' : stamp.amount !== amount ? 'amount' : null;
  return {
    paid: true,
    problem,
    proof: {
      paidAt: stamp.boughtAt,
      amount: stamp.amount,
      reference: stamp.iubd,
      provider: stamp.provider,
      usable: problem === null,
    },
  };
}

/** A receipt proves a payment where it speaks of our notice, of its whole amount, and says that it went well. */
export function judgeReceipt(
  receipt: {
    readonly reference: string;
    readonly noticeNumber: string;
    readonly outcome: 'OK' | 'KO';
    readonly amount: Cents;
    readonly provider: string;
    readonly paidAt: Temporal.Instant;
  },
  order: Pick<PaymentOrder, 'amount'>,
  noticeNumber: string,
): Verdict {
  if (receipt.noticeNumber !== noticeNumber) return { paid: false, problem: 'notice' };
  if (receipt.outcome !== 'OK') return { paid: false, problem: 'outcome' };
  if (receipt.amount !== order.amount) return { paid: false, problem: 'amount' };
  const { reference, amount, provider, paidAt } = receipt;
  return { paid: true, problem: null, proof: { reference, amount, provider, paidAt, usable: true } };
}
