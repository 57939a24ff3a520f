import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { isMinor, type PartyHour, seatParty, startsThatFit } from './party.ts';

const nine = Temporal.Instant.from('2026-11-30T09:00:00Z');

function anHour(index: number, free: number, change: Partial<PartyHour> = {}): PartyHour {
  return {
    id: index + 1,
    agendaId: 'a',
    startsAt: nine.add({ minutes: index * 15 }),
    endsAt: nine.add({ minutes: index * 15 + 15 }),
    free,
    ...change,
  };
}

describe('where a family sits', () => {
  test('BK-14: in one hour, where it has room', () => {
    expect(seatParty([anHour(0, 4), anHour(1, 4)], 1, 3)).toEqual([{ slotId: 1, places: 3 }]);
  });

  test('BK-14: else also in the hours that follow', () => {
    expect(seatParty([anHour(1, 1), anHour(0, 2), anHour(2, 5)], 1, 5)).toEqual([
      { slotId: 1, places: 2 },
      { slotId: 2, places: 1 },
      { slotId: 3, places: 2 },
    ]);
  });

  test('BK-14: never across a gap, a full hour or another agenda', () => {
    expect(seatParty([anHour(0, 1), anHour(2, 4)], 1, 2)).toBeUndefined();
    expect(seatParty([anHour(0, 1), anHour(1, 0), anHour(2, 4)], 1, 2)).toBeUndefined();
    expect(seatParty([anHour(0, 1), anHour(1, 4, { agendaId: 'b' })], 1, 2)).toBeUndefined();
    expect(seatParty([anHour(0, 4)], 7, 1)).toBeUndefined();
  });

  test('BK-14: takes exactly as many places as people, never more than are free, whatever the day', () => {
    const day = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 6 }), (frees, size) => {
        const hours = frees.map((free, index) => anHour(index, free));
        for (const start of startsThatFit(hours, size)) {
          const seats = seatParty(hours, start.id, size) ?? [];
          expect(seats.reduce((sum, each) => sum + each.places, 0)).toBe(size);
          for (const { slotId, places } of seats) {
            expect(places).toBeGreaterThan(0);
            expect(places).toBeLessThanOrEqual(frees[slotId - 1] ?? 0);
          }
          expect(seats.map((each) => each.slotId)).toEqual(seats.map((_, index) => start.id + index));
        }
        const fitting = startsThatFit(hours, size).map((hour) => hour.id);
        for (const hour of hours.filter((each) => !fitting.includes(each.id))) {
          const rest = frees.slice(hour.id - 1);
          const run = rest.slice(0, rest.indexOf(0) === -1 ? rest.length : rest.indexOf(0));
          expect(run.reduce((sum, free) => sum + free, 0)).toBeLessThan(size);
        }
      }),
    );
  });
});

describe('who is a minor', () => {
  test('BK-14: until the day before the eighteenth birthday', () => {
    expect(isMinor(civilDate('2008-12-01'), civilDate('2026-11-30'))).toBe(true);
    expect(isMinor(civilDate('2008-12-01'), civilDate('2026-12-01'))).toBe(false);
    expect(isMinor(civilDate('2008-02-29'), civilDate('2026-02-28'))).toBe(false);
  });
});
