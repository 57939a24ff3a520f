import type { CivilDate } from '#kernel/civil-date.ts';
import type { Cents } from '#kernel/money.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { announce } from '#platform/outbox/announce.ts';
import { sumsOf } from '../domain/day-sums.ts';
import { findClosing, insertClosing, lockTill } from '../store/closings.ts';
import { listReceipts } from '../store/receipts.ts';
import { type AtTheTill, tillTopicOf, todayOf } from './at-the-till.ts';

export type ClosingRefusal =
  | { readonly code: 'day_closed' }
  /** A day that has not begun. */
  | { readonly code: 'not_yet' }
  /** Somebody has asked to void a receipt and nobody has decided. */
  | { readonly code: 'void_pending' }
  /** The terminal says another sum, and no reason is given. */
  | { readonly code: 'difference'; readonly total: Cents }
  | KeyReused;

/** Closes a day (chiusura di cassa): the receipts' sum against the terminal's, a difference with its reason. */
export async function closeDay(
  deps: Deps,
  { as, actor, officeId }: AtTheTill,
  { day, terminal, reason, key }: { day: CivilDate; terminal: Cents; reason: string; key: string },
): Promise<Outcome<{ day: CivilDate }, ClosingRefusal>> {
  const at = deps.now();
  return deps.db.transaction(as, (tx) =>
    once<{ day: CivilDate }, ClosingRefusal>(
      tx,
      { scope: actor.id, key, wish: { officeId, day, terminal, reason }, at },
      async () => {
        if (day > todayOf(deps, officeId)) return refused({ code: 'not_yet' });
        await lockTill(tx, officeId);
        if ((await findClosing(tx, officeId, day)) !== undefined) return refused({ code: 'day_closed' });
        const taken = await listReceipts(tx, officeId, day);
        if (taken.some((receipt) => receipt.state === 'void_requested'))
          return refused({ code: 'void_pending' });
        const { receipts, voided, total } = sumsOf(taken);
        const differs = terminal !== total;
        if (differs && reason === '') return refused({ code: 'difference', total });
        await insertClosing(tx, {
          officeId,
          day,
          closedAt: at,
          closedBy: actor.id,
          receipts,
          voided,
          total,
          terminal,
          differenceReason: differs ? reason : null,
        });
        await record(tx, {
          type: 'till.closed',
          subject: { kind: 'till', id: `${officeId} ${day}` },
          actor,
          at,
          officeId,
          facts: { receipts, voided, total_cents: total, terminal_cents: terminal },
        });
        await announce(tx, tillTopicOf(officeId));
        return granted({ day });
      },
    ),
  );
}
