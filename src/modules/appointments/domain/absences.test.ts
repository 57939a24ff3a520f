import { describe, expect, test } from 'vitest';
import { pausedUntil } from './absences.ts';

const rule = { most: 2, months: 6, pauseDays: 30 };
const on = (day: string) => Temporal.Instant.from(`${day}T10:00:00Z`);
const at = { now: on('2026-11-24'), zone: 'Europe/London' };

describe('a pause after absences', () => {
  test('BK-13: begins with as many absences as the office has set, and runs from the last one', () => {
    expect(pausedUntil(rule, [on('2026-11-10')], at)).toBeUndefined();
    expect(pausedUntil(rule, [on('2026-11-10'), on('2026-09-01')], at)).toBe('2026-12-10');
  });

  test('BK-13: is over after its days', () => {
    const missed = [on('2026-11-10'), on('2026-09-01')];
    expect(pausedUntil(rule, missed, { ...at, now: on('2026-12-09') })).toBe('2026-12-10');
    expect(pausedUntil(rule, missed, { ...at, now: on('2026-12-10') })).toBeUndefined();
  });

  test('BK-13: forgets what lies further back, and there is none without a rule', () => {
    expect(pausedUntil(rule, [on('2026-11-10'), on('2026-05-23')], at)).toBeUndefined();
    expect(pausedUntil(null, [on('2026-11-10'), on('2026-09-01')], at)).toBeUndefined();
  });
});
