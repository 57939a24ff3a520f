import { type PagopaSimulator, startPagopa } from '#demo/pagopa/start.ts';
import type { Tx } from '#platform/database/database.ts';
import { connectPagopa, type Pagopa } from '#platform/pagopa/pagopa.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import type { PaymentOrder } from './domain/order.ts';
import { aStampOrder } from './testing.ts';
import { openCheckout } from './use-cases/open-checkout.ts';
import type { Continuation } from './use-cases/payment-deps.ts';
import { orderStamp, type StampOrdering } from './use-cases/place-order.ts';

let simulator: Promise<PagopaSimulator> | undefined;
let clock = () => Temporal.Now.instant();

/** pagoPA of the demonstration, one for a worker; each test begins with nothing known to it. */
export async function testPagopa(now: () => Temporal.Instant): Promise<PagopaSimulator> {
  clock = now;
  simulator ??= startPagopa({ now: () => clock(), checkoutOrigin: 'http://localhost:3000' });
  return simulator;
}

/** Payments with a pagoPA that answers, and with what a module does when it is paid. */
export async function paying(continuation?: Continuation) {
  const base = await testDeps(testClock('2026-11-24T09:00:00Z'));
  const { world, options } = await testPagopa(base.now);
  const continued: string[] = [];
  const goOn: Continuation =
    continuation ??
    (async (_tx: Tx, order: PaymentOrder) => {
      continued.push(order.id);
      return 'continued';
    });
  const pagopa: Pagopa = connectPagopa({ ...options, timeoutMs: 2000, pauseMs: 1 });
  const deps = {
    ...base,
    pagopa,
    continuations: { certificate: goOn, contribution: async () => 'continued' as const },
  };
  const order = (change: Partial<StampOrdering> = {}) => {
    const wish = aStampOrder(base.now(), change);
    return base.db.transaction({ kind: 'citizen', accountId: wish.accountId }, (tx) => orderStamp(tx, wish));
  };
  const checkout = async ({ id, accountId }: PaymentOrder) => {
    const opened = await openCheckout(deps, { orderId: id, accountId: accountId ?? '' });
    if (!opened.ok) throw new Error(opened.refusal.code);
    return opened.value.url.split('/').at(-1) ?? '';
  };
  return { deps, world, continued, order, checkout };
}
