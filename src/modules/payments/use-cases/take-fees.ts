import type { Locale } from '#kernel/locale.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { announce } from '#platform/outbox/announce.ts';
import { type FeesRefusal, priceFees, type WantedFee } from '../domain/price-fees.ts';
import { parseTerminalReference, type Receipt, receiptNumberOf } from '../domain/receipt.ts';
import { findClosing, lockTill } from '../store/closings.ts';
import { findBySlip, insertReceipt, takeReceiptNumber } from '../store/receipts.ts';
import { type AtTheTill, receiptEvent, tillTopicOf, todayOf } from './at-the-till.ts';

/** What somebody pays for at the counter, and the slip that the terminal printed. */
export interface Taking {
  readonly payerName: string;
  readonly fees: readonly WantedFee[];
  readonly terminalReference: string;
  readonly locale: Locale;
  readonly appointmentId: string | null;
  readonly accountId: string | null;
  readonly key: string;
}

export type TakingRefusal =
  | FeesRefusal
  | { readonly code: 'terminal_reference' }
  /** The slip has paid for another receipt of the day. */
  | { readonly code: 'slip_used'; readonly number: string }
  | { readonly code: 'day_closed' }
  | KeyReused;

/** Takes fees at the counter (riscossione dei diritti consolari) and issues the receipt with the next number. */
export async function takeFees(
  deps: Deps,
  till: AtTheTill,
  { key, ...taking }: Taking,
): Promise<Outcome<{ id: string }, TakingRefusal>> {
  const { officeId, actor } = till;
  const at = deps.now();
  const day = todayOf(deps, officeId);
  return deps.db.transaction(till.as, (tx) =>
    once<{ id: string }, TakingRefusal>(
      tx,
      { scope: actor.id, key, wish: { officeId, ...taking }, at },
      async () => {
        await lockTill(tx, officeId);
        if ((await findClosing(tx, officeId, day)) !== undefined) return refused({ code: 'day_closed' });
        const priced = priceFees(taking.fees, day);
        if (!priced.ok) return priced;
        const terminalReference = parseTerminalReference(taking.terminalReference);
        if (terminalReference === undefined) return refused({ code: 'terminal_reference' });
        const other = await findBySlip(tx, officeId, day, terminalReference);
        if (other !== undefined) return refused({ code: 'slip_used', number: receiptNumberOf(other) });

        const year = Number(day.slice(0, 4));
        const receipt: Receipt = {
          officeId,
          id: crypto.randomUUID(),
          year,
          number: await takeReceiptNumber(tx, officeId, year),
          day,
          issuedAt: at,
          issuedBy: actor.id,
          payerName: taking.payerName,
          accountId: taking.accountId,
          appointmentId: taking.appointmentId,
          means: 'debit_card',
          terminalReference,
          ...priced.value,
          locale: taking.locale,
          state: 'issued',
          voidReason: null,
          voidRequestedBy: null,
        };
        await insertReceipt(tx, receipt);
        const facts = { number: receiptNumberOf(receipt), total_cents: receipt.total };
        await record(tx, receiptEvent('receipt.issued', till, receipt, at, facts));
        await announce(tx, tillTopicOf(officeId));
        return granted({ id: receipt.id });
      },
    ),
  );
}
