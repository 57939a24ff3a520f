import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, civilDate } from '#kernel/civil-date.ts';
import { locales } from '#kernel/locale.ts';
import { type FeeId, feeFor, feeHistory, feeIds } from './tariff.ts';

const today = civilDate('2026-11-24');
const cents = (id: FeeId, day = today) => feeFor(id, day).amount;

describe('the consular tariff', () => {
  test('OF-3: a passport costs 116 euro, booklet and contribution together', () => {
    const { amount, parts } = feeFor('passport', today);
    expect(amount).toBe(11_600);
    expect(parts.map((part) => part.amount)).toEqual([4_250, 7_350]);
  });

  test('OF-3: an identity card costs 21.95 euro, and 27.11 when the old one is lost', () => {
    expect(cents('identity_card')).toBe(2_195);
    expect(cents('identity_card_replaced')).toBe(2_711);
  });

  test('OF-3: recognition by descent costs 600 euro since 2025, 300 the day before', () => {
    expect(cents('7-bis', civilDate('2024-12-31'))).toBe(30_000);
    expect(cents('7-bis', civilDate('2025-01-01'))).toBe(60_000);
  });

  test('OF-3: renunciation costs 50 euro since 2025, 41 before, and the contribution of 250', () => {
    expect(cents('4b', civilDate('2024-12-31'))).toBe(4_100);
    expect(cents('4b')).toBe(5_000);
    expect(cents('citizenship_contribution')).toBe(25_000);
  });

  test('OF-3: the declaration for a minor is free since 2026', () => {
    expect(cents('benefit_of_law_contribution', civilDate('2025-12-31'))).toBe(25_000);
    expect(cents('benefit_of_law_contribution', civilDate('2026-01-01'))).toBe(0);
  });

  test('OF-3: what belongs to an application after marriage adds up as its page says', () => {
    const list: FeeId[] = ['24', '69', '71', '71', '72A', '8'];
    expect(list.reduce((sum, id) => sum + cents(id), 0)).toBe(9_200);
    expect(cents('stamp_duty')).toBe(1_600);
  });

  test('a day before the first source is an error, not a guess', () => {
    expect(() => feeFor('7-bis', civilDate('2010-01-01'))).toThrow('No value in force');
    expect(() => feeFor('benefit_of_law_contribution', civilDate('2025-05-23'))).toThrow();
  });

  test('every fee has a name in every language, a source, and an amount today', () => {
    for (const id of feeIds) {
      const fee = feeFor(id, today);
      for (const locale of locales) expect(fee.title[locale].length, id).toBeGreaterThan(3);
      expect(fee.source, id).not.toBe('');
      expect(fee.article === null, id).toBe(!/^\d/.test(id));
    }
  });

  test('from its first day on, a fee has exactly one amount on every day, and parts add up', () => {
    fc.assert(
      fc.property(fc.constantFrom(...feeIds), fc.nat(9_000), (id, days) => {
        const history = feeHistory(id);
        const day = addDays(history[0]?.from ?? today, days);
        const inForce = history.filter(
          ({ from, until }) => from <= day && (until === undefined || day <= until),
        );
        expect(inForce).toHaveLength(1);
        const { parts, amount } = feeFor(id, day);
        if (parts.length > 0) expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(amount);
      }),
    );
  });
});
