import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activeBy, domicileIn, goodUntil } from './digital-domicile.ts';

const at = Temporal.Instant.from('2026-11-24T09:00:00Z');
const since = Temporal.Instant.from('2025-03-01T00:00:00Z');
const address = (name: string, more: object = {}) => ({
  address: `${name}@pec.example`,
  profession: undefined,
  ended: undefined,
  ...more,
});

describe('the digital domicile', () => {
  test('RG-4: nobody who is not in the index has one', () => {
    expect(domicileIn(undefined, at)).toEqual({ kind: 'none' });
    expect(domicileIn({ since, addresses: [] }, at)).toEqual({ kind: 'none' });
  });

  test('RG-4: the address of the person comes before the one of a profession', () => {
    const addresses = [address('studio', { profession: 'AVVOCATO' }), address('ada')];
    expect(domicileIn({ since, addresses }, at)).toEqual({
      kind: 'active',
      address: 'ada@pec.example',
      since,
    });
    expect(domicileIn({ since, addresses: addresses.slice(0, 1) }, at)).toMatchObject({
      address: 'studio@pec.example',
    });
  });

  test('RG-4: an address counts until the moment in which it ends, and then says why it ended', () => {
    const ends = Temporal.Instant.from('2026-11-24T09:00:00Z');
    const addresses = [address('ada', { ended: { why: 'ex_officio', at: ends } })];
    expect(domicileIn({ since, addresses }, ends.subtract({ seconds: 1 }))).toMatchObject({ kind: 'active' });
    expect(domicileIn({ since, addresses }, ends)).toEqual({ kind: 'ended', why: 'ex_officio', at: ends });
  });

  test('RG-4: elected today, active by one in the morning of tomorrow, in Italian time', () => {
    const cases = [
      ['2026-11-24T09:00:00Z', '2026-11-25T00:00:00Z'],
      ['2026-11-24T22:59:59Z', '2026-11-25T00:00:00Z'],
      ['2026-11-24T23:00:00Z', '2026-11-26T00:00:00Z'],
      ['2026-07-01T12:00:00Z', '2026-07-01T23:00:00Z'],
      // The nights in which the clocks change.
      ['2026-03-28T12:00:00Z', '2026-03-29T00:00:00Z'],
      ['2026-10-24T12:00:00Z', '2026-10-24T23:00:00Z'],
    ] as const;
    for (const [elected, active] of cases)
      expect(activeBy(Temporal.Instant.from(elected)).toString(), elected).toBe(active);
  });

  test('RG-4: an answer is asked for again after the next one in the morning, never later than a day', () => {
    expect(goodUntil(Temporal.Instant.from('2026-11-24T23:30:00Z')).toString()).toBe('2026-11-25T00:00:00Z');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        const asked = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
        const hours = asked.until(goodUntil(asked)).total('hours');
        expect(hours).toBeGreaterThan(0);
        expect(hours).toBeLessThanOrEqual(25);
      }),
    );
  });
});
