import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { isReportSpan, missedShare, mondayOf, usualSpan, weeksBetween } from './office-report.ts';

const day = civilDate;

describe('BO-5: the span of a report', () => {
  test('weeks begin on Monday, the first one possibly before the span', () => {
    expect(mondayOf(day('2026-11-29'))).toBe('2026-11-23');
    expect(weeksBetween(day('2026-11-25'), day('2026-12-07'))).toEqual([
      '2026-11-23',
      '2026-11-30',
      '2026-12-07',
    ]);
  });

  test('is the last eight weeks where nobody asks for another', () => {
    const span = usualSpan(day('2026-11-25'));
    expect(span).toEqual({ from: '2026-10-05', until: '2026-11-29' });
    expect(weeksBetween(span.from, span.until)).toHaveLength(8);
  });

  test('is in order and no longer than 53 weeks', () => {
    expect(isReportSpan(day('2026-11-25'), day('2026-11-25'))).toBe(true);
    expect(isReportSpan(day('2026-11-25'), day('2026-11-24'))).toBe(false);
    expect(isReportSpan(day('2025-11-25'), day('2026-11-30'))).toBe(true);
    expect(isReportSpan(day('2025-11-25'), day('2026-12-01'))).toBe(false);
  });

  test('nobody expected is no share of no-shows, not one of nothing', () => {
    expect(missedShare({ served: 0, missed: 0 })).toBeNull();
    expect(missedShare({ served: 2, missed: 1 })).toBe(33);
  });
});
