import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import type { Cents } from '#kernel/money.ts';
import { parseAmount } from './closing.ts';
import { sumsOf } from './day-sums.ts';
import { keptUntil } from './kept.ts';
import { priceFees, takeableFees } from './price-fees.ts';
import { parseTerminalReference, type Receipt } from './receipt.ts';
import { receiptLifecycle } from './receipt-lifecycle.ts';

const today = civilDate('2026-11-24');

describe('fees at the counter', () => {
  test('PA-2: cost what the tariff of the day says, by article', () => {
    const priced = priceFees(
      [
        { feeId: '24', quantity: 1 },
        { feeId: '71', quantity: 3 },
      ],
      today,
    );
    expect(priced).toEqual({
      ok: true,
      value: {
        lines: [
          { feeId: '24', quantity: 1, unit: 2000, amount: 2000 },
          { feeId: '71', quantity: 3, unit: 1000, amount: 3000 },
        ],
        total: 5000,
      },
    });
    const before = priceFees([{ feeId: '7-bis', quantity: 1 }], civilDate('2024-12-31'));
    expect(before.ok && before.value.total).toBe(30_000);
  });

  test('PA-2: the same fee twice is one line', () => {
    const twice = [
      { feeId: '71', quantity: 1 },
      { feeId: '71', quantity: 2 },
    ];
    const priced = priceFees(twice, today);
    expect(priced.ok && priced.value.lines.map((line) => line.quantity)).toEqual([3]);
  });

  test('PA-2: what is free, unknown or not in force that day is not taken', () => {
    for (const feeId of ['benefit_of_law_contribution', 'nothing', '__proto__'])
      expect(priceFees([{ feeId, quantity: 1 }], today)).toEqual({
        ok: false,
        refusal: { code: 'no_such_fee', feeId },
      });
    expect(priceFees([{ feeId: '18', quantity: 1 }], civilDate('2020-01-01'))).toMatchObject({
      refusal: { code: 'no_such_fee' },
    });
    expect(priceFees([], today)).toEqual({ ok: false, refusal: { code: 'no_fees' } });
    for (const quantity of [0, -1, 1.5, 100, Number.NaN])
      expect(priceFees([{ feeId: '24', quantity }], today)).toMatchObject({
        refusal: { code: 'quantity' },
      });
  });

  test('PA-2: a total is always the sum of its lines', () => {
    const fees = takeableFees(today).map((fee) => fee.feeId);
    const wanted = fc.array(
      fc.record({ feeId: fc.constantFrom(...fees), quantity: fc.integer({ min: 1, max: 9 }) }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(wanted, (list) => {
        const priced = priceFees(list, today);
        if (!priced.ok) throw new Error(priced.refusal.code);
        const { lines, total } = priced.value;
        expect(total).toBe(lines.reduce((sum, line) => sum + line.unit * line.quantity, 0));
        expect(new Set(lines.map((line) => line.feeId)).size).toBe(lines.length);
      }),
    );
  });
});

describe('the day’s sums', () => {
  const receipt = (
    state: Receipt['state'],
    amount: number,
    feeId: 'passport' | '24' | '71' | '7' = '24',
  ) => ({
    state,
    total: amount as Cents,
    means: 'debit_card' as const,
    lines: [{ feeId, quantity: 1, unit: amount as Cents, amount: amount as Cents }],
  });

  test('PA-2: count what stands and leave out what is void', () => {
    const sums = sumsOf([
      receipt('issued', 2000),
      receipt('void', 9000),
      receipt('void_requested', 1000, '71'),
    ]);
    expect(sums).toEqual({
      receipts: 2,
      voided: 1,
      total: 3000,
      byFee: [
        { feeId: '24', quantity: 1, amount: 2000 },
        { feeId: '71', quantity: 1, amount: 1000 },
      ],
      byMeans: [{ means: 'debit_card', amount: 3000 }],
    });
  });

  test('PA-2: by fee and by means they are the same money', () => {
    const any = fc.record({
      state: fc.constantFrom(...receiptLifecycle.states),
      amount: fc.integer({ min: 1, max: 100_000 }),
      feeId: fc.constantFrom('passport', '24', '71', '7'),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (list) => {
        const sums = sumsOf(list.map(({ state, amount, feeId }) => receipt(state, amount, feeId as '24')));
        const added = (parts: readonly { amount: number }[]) =>
          parts.reduce((sum, part) => sum + part.amount, 0);
        expect(added(sums.byFee)).toBe(sums.total);
        expect(added(sums.byMeans)).toBe(sums.total);
      }),
    );
  });
});

describe('what is typed at the till', () => {
  test.each([
    ['348', 34_800],
    ['348,5', 34_850],
    ['348.05', 34_805],
    ['1.234,50', 123_450],
    ['1,234.50', 123_450],
    ['€ 1 234,50', 123_450],
    ['0', 0],
  ])('PA-2: %s is an amount', (raw, cents) => {
    expect(parseAmount(raw)).toBe(cents);
  });

  test.each(['', 'abc', '-5', '1,234,5', '12,345,67', '3,4567', '1e5', '999999999999'])(
    'PA-2: %s is none',
    (raw) => {
      expect(parseAmount(raw)).toBeUndefined();
    },
  );

  test('PA-2: the slip’s number is known again however it is typed', () => {
    expect(parseTerminalReference(' ab 12-3f ')).toBe('AB12-3F');
    for (const raw of ['', 'abc', 'a_b_c_d', 'x'.repeat(31), 'ab12;drop'])
      expect(parseTerminalReference(raw)).toBeUndefined();
  });
});

test('ID-10: the proof of a payment is kept for ten years, also from a leap day', () => {
  expect(keptUntil(civilDate('2026-11-24'))).toBe('2036-11-24');
  expect(keptUntil(civilDate('2028-02-29'))).toBe('2038-02-28');
});
