import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { aClosure, anAgenda, aWindow } from '../testing.ts';
import { type Closure, type ExtraWindow, type WeeklyWindow, wantedSlots } from './agenda.ts';

const monday = civilDate('2026-11-30');

function slotsOn(
  day: CivilDate,
  zone: string,
  {
    weekly = [],
    extra = [],
    closures = [],
    minutes = 30,
  }: { weekly?: WeeklyWindow[]; extra?: ExtraWindow[]; closures?: Closure[]; minutes?: number },
) {
  return wantedSlots({ agenda: anAgenda({ minutes }), weekly, extra, closures }, day, zone);
}

const closed = aClosure();

describe('the hours that a template makes', () => {
  test('BK-13: as many as fit whole between the hours, with a place for each desk', () => {
    const slots = slotsOn(monday, 'Europe/London', {
      weekly: [aWindow({ starts: '09:00', ends: '10:45', desks: 3 })],
    });
    expect(slots.map((slot) => slot.startsAt.toString())).toEqual([
      '2026-11-30T09:00:00Z',
      '2026-11-30T09:30:00Z',
      '2026-11-30T10:00:00Z',
    ]);
    expect(slots.every((slot) => slot.capacity === 3)).toBe(true);
  });

  test('BK-13: only on their day of the week and within their validity', () => {
    const window = aWindow({ fromOn: civilDate('2026-11-24'), untilOn: civilDate('2026-11-30') });
    expect(slotsOn(monday, 'UTC', { weekly: [window] })).toHaveLength(6);
    expect(slotsOn(civilDate('2026-12-01'), 'UTC', { weekly: [window] })).toEqual([]);
    expect(slotsOn(civilDate('2026-11-23'), 'UTC', { weekly: [window] })).toEqual([]);
    expect(slotsOn(civilDate('2026-12-07'), 'UTC', { weekly: [window] })).toEqual([]);
  });

  test('BK-13: a closure takes the week’s hours away, an extra opening of the day stands', () => {
    const extra = { id: 'e', day: monday, starts: '15:00', ends: '16:00', desks: 1 };
    const slots = slotsOn(monday, 'UTC', { weekly: [aWindow()], extra: [extra], closures: [closed] });
    expect(slots.map((slot) => slot.startsAt.toString())).toEqual([
      '2026-11-30T15:00:00Z',
      '2026-11-30T15:30:00Z',
    ]);
  });

  test('BK-16: closing part of a day takes the hours that it touches, and leaves the others', () => {
    const closures = [aClosure({ hours: { starts: '09:45', ends: '10:30' } })];
    const slots = slotsOn(monday, 'UTC', { weekly: [aWindow({ starts: '09:00', ends: '11:30' })], closures });
    expect(slots.map((slot) => slot.startsAt.toString().slice(11, 16))).toEqual(['09:00', '10:30', '11:00']);
  });

  test('BK-16: fewer desks leave the other places of each hour', () => {
    const weekly = [aWindow({ starts: '09:00', ends: '10:00', desks: 3 })];
    const capacities = (closures: Closure[]) =>
      slotsOn(monday, 'UTC', { weekly, closures }).map((slot) => slot.capacity);
    expect(capacities([aClosure({ desks: 1 })])).toEqual([2, 2]);
    expect(capacities([aClosure({ desks: 1, hours: { starts: '09:30', ends: '12:00' } })])).toEqual([3, 2]);
    expect(capacities([aClosure({ desks: 1 }), aClosure({ desks: 2 })])).toEqual([]);
  });

  test('BK-1: hours are the office’s, on both sides of a change of the clock', () => {
    const sunday = aWindow({ weekday: 7, starts: '09:00', ends: '09:30' });
    const start = (day: string) =>
      slotsOn(civilDate(day), 'Europe/London', { weekly: [sunday] })[0]?.startsAt.toString();
    expect(start('2026-10-18')).toBe('2026-10-18T08:00:00Z');
    expect(start('2026-10-25')).toBe('2026-10-25T09:00:00Z');
  });

  test('BK-1: an hour that the clock leaps over does not exist', () => {
    const night = aWindow({ weekday: 7, starts: '00:30', ends: '03:00' });
    const slots = slotsOn(civilDate('2027-03-28'), 'Europe/London', { weekly: [night] });
    expect(slots.map((slot) => slot.startsAt.toString())).toEqual([
      '2027-03-28T00:30:00Z',
      '2027-03-28T01:00:00Z',
      '2027-03-28T01:30:00Z',
    ]);
  });

  test('BK-13: never overlap, whatever the template', () => {
    const windows = fc.array(
      fc
        .record({
          weekday: fc.constant(1),
          from: fc.integer({ min: 0, max: 22 }),
          length: fc.integer({ min: 1, max: 6 }),
          desks: fc.integer({ min: 1, max: 5 }),
        })
        .map(({ from, length, desks }) =>
          aWindow({
            starts: `${String(from).padStart(2, '0')}:00`,
            ends: `${String(Math.min(from + length, 23)).padStart(2, '0')}:30`,
            desks,
          }),
        ),
      { minLength: 1, maxLength: 1 },
    );
    fc.assert(
      fc.property(windows, fc.integer({ min: 5, max: 90 }), (weekly, minutes) => {
        const slots = slotsOn(monday, 'America/Argentina/Buenos_Aires', { weekly, minutes });
        for (const [index, slot] of slots.entries()) {
          const next = slots[index + 1];
          if (next !== undefined)
            expect(Temporal.Instant.compare(slot.endsAt, next.startsAt)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});
