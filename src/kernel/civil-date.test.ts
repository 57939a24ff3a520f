import { expect, test } from 'vitest';
import { parseCivilDate } from './civil-date.ts';

test('BK-13: a day that the calendar does not have, or of a year that nobody means, is no date', () => {
  for (const real of ['2026-11-30', '2024-02-29', '1861-03-17', '9998-12-31'])
    expect(parseCivilDate(real)).toEqual({ ok: true, value: real });
  for (const wrong of ['2026-02-30', '2026-13-01', '2025-02-29', '0000-01-01', '9999-12-31', '26-1-1', '']) {
    expect(parseCivilDate(wrong).ok, wrong).toBe(false);
  }
});
