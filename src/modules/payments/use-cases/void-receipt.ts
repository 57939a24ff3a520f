import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { announce } from '#platform/outbox/announce.ts';
import { isReceiptId, type Receipt } from '../domain/receipt.ts';
import { type ReceiptEvent, type ReceiptState, receiptLifecycle } from '../domain/receipt-lifecycle.ts';
import { findClosing, lockTill } from '../store/closings.ts';
import { findReceipt, saveVoiding } from '../store/receipts.ts';
import { type AtTheTill, receiptEvent, tillTopicOf, todayOf } from './at-the-till.ts';

export type VoidingRefusal =
  | { readonly code: 'no_such_receipt' }
  /** Somebody has asked or decided already. */
  | { readonly code: 'not_now'; readonly state: ReceiptState }
  /** A receipt is voided on its own day only. */
  | { readonly code: 'not_today' }
  | { readonly code: 'day_closed' }
  /** Four eyes: who asked cannot decide. */
  | { readonly code: 'same_official' }
  | KeyReused;

type Voiding = Outcome<{ state: ReceiptState }, VoidingRefusal>;

/** Asks to void a receipt (richiesta di annullo), with the reason. */
export function requestVoid(
  deps: Deps,
  till: AtTheTill,
  { id, reason, key }: { id: string; reason: string; key: string },
): Promise<Voiding> {
  const at = deps.now();
  return atTheReceipt(
    deps,
    till,
    { id, key, event: 'request_void', wish: { reason } },
    async (tx, receipt, state) => {
      if (receipt.day !== todayOf(deps, till.officeId)) return refused({ code: 'not_today' });
      await saveVoiding(tx, receipt, state, { reason, requested: { at, by: till.actor.id }, decided: null });
      await record(tx, receiptEvent('receipt.void-requested', till, receipt, at));
      return granted({ state });
    },
  );
}

/** Another official decides: the receipt is void (annullata), or stands as it was. */
export function decideVoid(
  deps: Deps,
  till: AtTheTill,
  { id, approve, key }: { id: string; approve: boolean; key: string },
): Promise<Voiding> {
  const at = deps.now();
  const event = approve ? 'approve_void' : 'refuse_void';
  return atTheReceipt(deps, till, { id, key, event, wish: {} }, async (tx, receipt, state) => {
    if (receipt.voidRequestedBy === till.actor.id) return refused({ code: 'same_official' });
    await saveVoiding(tx, receipt, state, {
      reason: null,
      requested: approve ? 'as_before' : null,
      decided: approve ? { at, by: till.actor.id } : null,
    });
    await record(
      tx,
      receiptEvent(approve ? 'receipt.voided' : 'receipt.void-refused', till, receipt, at, {
        requested_by: receipt.voidRequestedBy,
      }),
    );
    return granted({ state });
  });
}

function atTheReceipt(
  deps: Deps,
  { as, actor, officeId }: AtTheTill,
  { id, key, event, wish }: { id: string; key: string; event: ReceiptEvent; wish: object },
  change: (tx: Tx, receipt: Receipt, next: ReceiptState) => Promise<Voiding>,
): Promise<Voiding> {
  if (!isReceiptId(id)) return Promise.resolve(refused({ code: 'no_such_receipt' }));
  return deps.db.transaction(as, (tx) =>
    once<{ state: ReceiptState }, VoidingRefusal>(
      tx,
      { scope: actor.id, key, wish: { id, event, ...wish }, at: deps.now() },
      async () => {
        await lockTill(tx, officeId);
        const receipt = await findReceipt(tx, officeId, id);
        if (receipt === undefined) return refused({ code: 'no_such_receipt' });
        const next = receiptLifecycle.next(receipt.state, event);
        if (!next.ok) return refused({ code: 'not_now', state: receipt.state });
        if ((await findClosing(tx, officeId, receipt.day)) !== undefined)
          return refused({ code: 'day_closed' });
        const outcome = await change(tx, receipt, next.value);
        if (outcome.ok) await announce(tx, tillTopicOf(officeId));
        return outcome;
      },
    ),
  );
}
