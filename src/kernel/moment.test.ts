import { describe, expect, test } from 'vitest';
import { civilDate } from './civil-date.ts';
import { formatDay, formatMoment } from './moment.ts';

describe('days and moments as people write them', () => {
  test('OF-12: in both languages', () => {
    expect(formatDay(civilDate('2026-12-01'), 'it')).toBe('martedì 1 dicembre 2026');
    expect(formatDay(civilDate('2026-12-01'), 'en')).toBe('Tuesday 1 December 2026');
  });

  test('BK-1: times are the office’s', () => {
    const instant = Temporal.Instant.from('2026-12-01T09:30:00Z');
    expect(formatMoment(instant, 'Europe/London', 'it')).toBe('martedì 1 dicembre 2026, ore 9:30');
    expect(formatMoment(instant, 'Australia/Melbourne', 'en')).toBe('Tuesday 1 December 2026, 20:30');
  });
});
