import { describe, expect, test } from 'vitest';
import { answerAfter, safePath } from './identity-web.ts';

describe('answers of the doors', () => {
  test('ID-7: an answer that was found quickly waits, one that took long does not wait longer', async () => {
    const untilAnswer = answerAfter(60);
    const quick = performance.now();
    await untilAnswer(quick);
    expect(performance.now() - quick).toBeGreaterThanOrEqual(60);
    const late = performance.now();
    await untilAnswer(late - 60);
    expect(performance.now() - late).toBeLessThan(60);
  });

  test('ID-7: the way on is a path of this site', () => {
    expect(safePath('/appointments?day=2026-12-01')).toBe('/appointments?day=2026-12-01');
    for (const evil of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'x',
      '',
      '/a\r\nb',
      undefined,
    ]) {
      expect(safePath(evil)).toBeUndefined();
    }
  });
});
