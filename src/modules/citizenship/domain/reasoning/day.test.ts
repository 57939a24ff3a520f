import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstReaching, plusMonths, toDay, toIso } from './day.ts';

const anyDay = fc.integer({ min: toDay('1800-01-01'), max: toDay('2100-12-31') });

describe('civil days', () => {
  test('agree with the calendar of the platform', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (day, months) => {
        const reference = Temporal.PlainDate.from('1970-01-01').add({ days: day });
        expect(toIso(day)).toBe(reference.toString());
        expect(toDay(reference.toString())).toBe(day);
        expect(toIso(plusMonths(day, months))).toBe(reference.add({ months }).toString());
      }),
    );
  });

  test('the first day that reaches a term is the first', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 300 }), (target, months) => {
        const first = firstReaching(target, months);
        expect(plusMonths(first, months)).toBeGreaterThanOrEqual(target);
        expect(plusMonths(first - 1, months)).toBeLessThan(target);
      }),
    );
  });
});
