import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Cents } from '#kernel/money.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { sumsOf } from '../domain/day-sums.ts';
import { aClerk, aTaking } from '../testing.ts';
import { todayOf } from './at-the-till.ts';
import { closeDay } from './close-day.ts';
import { seeTillDay } from './see-till.ts';
import { takeFees } from './take-fees.ts';
import { decideVoid, requestVoid } from './void-receipt.ts';

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('take' as const), who: fc.nat(2), slip: fc.nat(6) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ask' as const), who: fc.nat(2), nth: fc.nat(8) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      who: fc.nat(2),
      nth: fc.nat(8),
      approve: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), who: fc.nat(2), off: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sleep' as const) }) },
);

test('PA-2: after any sequence the day’s money is equal to the receipts, and no number is missing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const deps = await testDeps(testClock('2026-11-24T09:00:00Z'));
      const clerks = [aClerk(), aClerk(), aClerk()];
      const clerk = (index: number) => clerks[index] ?? aClerk();
      const ids: string[] = [];
      const days = new Set<CivilDate>();
      const key = () => crypto.randomUUID();
      for (const each of steps) {
        const today = todayOf(deps, 'manchester');
        days.add(today);
        switch (each.do) {
          case 'take': {
            const taking = aTaking({ terminalReference: `SLIP-${each.slip}` });
            const outcome = await takeFees(deps, clerk(each.who), taking);
            if (outcome.ok) ids.push(outcome.value.id);
            break;
          }
          case 'ask':
            await requestVoid(deps, clerk(each.who), {
              id: ids[each.nth] ?? '',
              reason: 'prova',
              key: key(),
            });
            break;
          case 'decide': {
            const { approve } = each;
            await decideVoid(deps, clerk(each.who), { id: ids[each.nth] ?? '', approve, key: key() });
            break;
          }
          case 'close': {
            const { sums } = await seeTillDay(deps, clerk(each.who), today);
            const terminal = (sums.total + each.off) as Cents;
            await closeDay(deps, clerk(each.who), { day: today, terminal, reason: 'prova', key: key() });
            break;
          }
          case 'sleep':
            deps.clock.forward({ hours: 24 });
        }
      }
      let counted = 0;
      for (const day of days) {
        const { receipts, sums, closing } = await seeTillDay(deps, clerk(0), day);
        counted += receipts.length;
        expect(sums).toEqual(sumsOf(receipts));
        if (closing !== undefined) {
          expect(closing.total).toBe(sums.total);
          expect(closing.receipts).toBe(sums.receipts);
        }
        for (const receipt of receipts)
          expect(receipt.total).toBe(receipt.lines.reduce((sum, line) => sum + line.amount, 0));
      }
      const { rows } = await deps.store.owner.query<{ gapless: boolean; alone: number }>(
        `select coalesce(max(number), 0) = count(*) as gapless,
           (count(*) filter (where void_decided_by = void_requested_by))::int as alone from payments.receipt`,
      );
      expect(rows).toEqual([{ gapless: true, alone: 0 }]);
      expect(counted).toBe(ids.length);
    }),
    { numRuns: 12 },
  );
}, 60_000);
