import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Tx } from '#platform/database/database.ts';
import { balancesOf } from '../domain/ledger.ts';
import type { PaymentOrder } from '../domain/order.ts';
import { paying } from '../online.testing.ts';
import { checkOrder, hearOfPayment } from './check-notice.ts';
import { continueIfPaid } from './continue-paid.ts';
import { comeBack, expireOrder, giveUp } from './follow-order.ts';
import { followPayments } from './online-jobs.ts';
import { openCheckout } from './open-checkout.ts';
import { asPayments, type PaymentDeps } from './payment-deps.ts';
import { refundEntry } from './refund.ts';
import { seeLedgerDay, seeOrder } from './see-orders.ts';

class Killed extends Error {}

/** The round goes on with the other orders and tells at its end what broke off. */
function wasKilled(error: unknown): boolean {
  return error instanceof AggregateError ? error.errors.every(wasKilled) : error instanceof Killed;
}

/** The same payments in a process that is killed at its nth transaction: the work of it is undone, what pagoPA did stays. */
function killedAfter(deps: PaymentDeps, transactions: number): PaymentDeps {
  let left = transactions;
  return {
    ...deps,
    db: {
      ...deps.db,
      transaction: (as, work) =>
        deps.db.transaction(as, async (tx) => {
          const result = await work(tx);
          left -= 1;
          if (left < 0) throw new Killed('killed before the commit');
          return result;
        }),
    },
  };
}

const which = fc.nat(5);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('open' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('pay' as const),
      which,
      fault: fc.option(fc.constantFrom('digest' as const, 'amount' as const, 'seen-before' as const), {
        freq: 6,
      }),
      late: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('return' as const),
      how: fc.constantFrom('ok', 'cancel', 'error'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('told' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('round' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('give_up' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('expire' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('module_cannot' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pagopa_down' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 90 }) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
const plain = (each: Step) => ({ step: each, killed: null });
const [open, back, giveUpNow] = [
  plain({ do: 'open' }),
  plain({ do: 'return', how: 'cancel' }),
  plain({ do: 'give_up' }),
];
const payFirst = plain({ do: 'pay', which: 0, fault: null, late: false });
const paySecond = plain({ do: 'pay', which: 1, fault: null, late: false });
/** How far somebody has come before anything may happen: most money is lost where two checkouts are open. */
const beginning = fc.constantFrom(
  [open],
  [open, back, open],
  [open, back, open, payFirst],
  [open, back, open, payFirst, paySecond],
  [open, giveUpNow],
  [open, payFirst],
);
const middle = fc.array(fc.record({ step, killed: fc.option(fc.nat(4), { freq: 3 }) }), {
  minLength: 2,
  maxLength: 10,
});
const story = fc.tuple(beginning, middle).map(([first, then]) => [...first, ...then]);

/** What a module does when it is paid: a line in its own table, in the transaction of the payments. */
const thing = (tx: Tx, order: PaymentOrder) =>
  tx.sql('insert into platform.outbox (topic) values ($1)', [`thing:${order.id}`]);

async function play(
  deps: PaymentDeps,
  world: Awaited<ReturnType<typeof paying>>['world'],
  order: PaymentOrder,
  carts: string[],
  each: Step,
) {
  const own = { orderId: order.id, accountId: order.accountId ?? '' };
  switch (each.do) {
    case 'open': {
      const opened = await openCheckout(deps, own);
      if (opened.ok) carts.push(opened.value.url.split('/').at(-1) ?? '');
      return;
    }
    case 'pay': {
      const cart = carts[each.which % Math.max(1, carts.length)];
      if (cart === undefined) return;
      world.pay(cart, {
        shownAfterMs: each.late ? 120_000 : 0,
        ...(each.fault === null ? {} : { stampFault: each.fault }),
      });
      return;
    }
    case 'return':
      await comeBack(deps, { ...own, how: each.how as 'ok' });
      return;
    case 'told': {
      const cart = world.kept.carts[carts[each.which] ?? ''];
      if (cart !== undefined) await hearOfPayment(deps, cart.nav);
      return;
    }
    case 'round':
      return followPayments(deps);
    case 'give_up':
      await giveUp(deps, own);
      return;
    case 'expire':
      return expireOrder(deps, order.id);
    case 'module_cannot':
      await deps.db.transaction(asPayments, (tx) => refundEntry(tx, order.id, deps.now()));
      return;
    case 'pagopa_down':
      world.failNext('find-stamp', 'status-500', 3);
      world.failNext('mbd', 'lost-answer');
      return;
    case 'wait':
      return;
  }
}

test('PA-1: whatever happens in whatever order, no thing without payment, none twice, no payment without thing or refund', async () => {
  const seen = { things: 0, refunds: 0, twice: 0 };
  await fc.assert(
    fc.asyncProperty(story, async (steps) => {
      const {
        deps,
        world,
        order: place,
      } = await paying(async (tx, paid) => {
        await thing(tx, paid);
        return 'continued';
      });
      const order = await place();
      const carts: string[] = [];
      for (const { step: each, killed } of steps) {
        if (each.do === 'wait') deps.clock.forward({ minutes: each.minutes });
        const process = killed === null ? deps : killedAfter(deps, killed);
        try {
          await play(process, world, order, carts, each);
        } catch (error) {
          if (!wasKilled(error)) throw error;
        }
      }
      // In the end pagoPA answers, and the clock has gone on until nothing is left to do.
      while (world.takeFault('find-stamp') !== undefined);
      while (world.takeFault('mbd') !== undefined);
      for (let round = 0; round < 4; round += 1) {
        deps.clock.forward({ hours: 7 });
        await followPayments(deps);
      }
      await checkOrder(deps, order.id);
      await continueIfPaid(deps, order.id);

      const view = await seeOrder(deps, asPayments, order.id);
      if (view === undefined) throw new Error('The order is gone');
      const { rows } = await deps.store.owner.query<{ things: number }>(
        'select count(*)::int as things from platform.outbox where topic = $1',
        [`thing:${order.id}`],
      );
      const things = rows[0]?.things ?? 0;
      const numbers = new Set(view.notices.map((notice) => notice.noticeNumber));
      const proven = Object.values(world.kept.notices).filter(
        (notice) => numbers.has(notice.nav) && notice.paidAt !== undefined,
      );
      const received = view.notices.filter((notice) => notice.state === 'paid');
      const doubtful = view.notices.filter((notice) => notice.state !== 'paid' && notice.problem !== null);
      // Every payment is known, or stands in the list of what officials check (a stamp that was sold twice).
      expect(received.length + doubtful.length).toBe(proven.length);
      expect(things).toBeLessThanOrEqual(1);
      const good = received.filter(
        (notice) => !view.refunds.some((refund) => refund.number === notice.number),
      );
      // One payment at most keeps its money, and where it does there is the thing; all others go back.
      expect(good.length).toBeLessThanOrEqual(1);
      if (view.order.state === 'paid') expect([good.length, things]).toEqual([1, 1]);
      else expect(good.length).toBe(0);
      if (things === 1) expect(view.order.paidAt).not.toBeNull();
      expect(view.refunds.length).toBe(received.length - good.length);
      seen.things += things;
      seen.refunds += view.refunds.length;
      seen.twice += received.length > 1 ? 1 : 0;

      // The ledger balances, holds nothing in suspense, and its days add up to what pagoPA took.
      const balances = balancesOf(view.lines);
      expect(balances.suspended).toBe(0);
      expect(0 - balances.pagopa).toBe(
        view.lines.filter((line) => line.what === 'received').reduce((sum, line) => sum + line.amount, 0),
      );
      expect(balances.revenue).toBe(good.length * view.order.amount);
      expect(balances.refunds).toBe(view.refunds.reduce((sum, refund) => sum + refund.amount, 0));
      const days = [...new Set(view.lines.map((line) => line.day))];
      const ofDays = await Promise.all(days.map((day) => seeLedgerDay(deps, asPayments, day)));
      expect(ofDays.reduce((sum, each) => sum + each.received, 0)).toBe(0 - balances.pagopa);
    }),
    {
      numRuns: Number(process.env['PAYMENT_RUNS'] ?? 30),
      ...(process.env['PAYMENT_RUNS'] === undefined ? {} : { seed: Date.now() }),
    },
  );
  expect(Math.min(seen.things, seen.refunds, seen.twice), 'the stories reach every end').toBeGreaterThan(0);
}, 120_000);
