import { describe, expect, test } from 'vitest';
import { type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { aClosure, anAgenda } from '../testing.ts';
import { type DayCount, type DayStatus, type MonthFacts, statusOfDays } from './availability.ts';

const now = Temporal.Instant.from('2026-11-24T09:00:00Z');
const agenda = anAgenda({ id: 'a' });
const day = civilDate('2026-12-01');

function count(change: Partial<DayCount>): DayCount {
  return { agendaId: 'a', day, capacity: 0, free: 0, pending: 0, tooLate: 0, publishedAt: null, ...change };
}

function statusOn(asked: CivilDate, change: Partial<MonthFacts> = {}): DayStatus | undefined {
  const facts = {
    agendas: [agenda],
    closures: [],
    counts: [],
    firstBookableOn: civilDate('2026-11-01'),
    zone: 'Europe/London',
    now,
  };
  return statusOfDays(asked, asked, { ...facts, ...change })[0]?.status;
}

describe('what a day says', () => {
  const tomorrow = Temporal.Instant.from('2026-11-25T09:00:00Z');
  const closure = aClosure({ fromOn: day, untilOn: day });

  test.each<[string, DayCount[], DayStatus]>([
    ['how many places are free', [count({ capacity: 4, free: 3 })], { kind: 'free', places: 3 }],
    [
      'places of two agendas together',
      [count({ capacity: 4, free: 1 }), count({ agendaId: 'b', capacity: 2, free: 2 })],
      { kind: 'free', places: 3 },
    ],
    ['that all are taken, and some may come back', [count({ capacity: 4, pending: 1 })], { kind: 'held' }],
    ['that all are taken for good', [count({ capacity: 4 })], { kind: 'full' }],
    [
      'when its places appear',
      [count({ publishedAt: tomorrow })],
      { kind: 'not_published', publishedAt: tomorrow },
    ],
    ['that it is too late', [count({ tooLate: 4 })], { kind: 'too_late' }],
    ['that the office has no hours', [], { kind: 'no_hours' }],
  ])('BK-1: %s', (_, counts, expected) => {
    expect(statusOn(day, { counts })).toEqual(expected);
  });

  test('BK-1: why the office is closed, but a free place beats a closure', () => {
    expect(statusOn(day, { closures: [closure] })).toEqual({
      kind: 'closed',
      reason: closure.reason,
      holiday: false,
    });
    expect(statusOn(day, { closures: [closure], counts: [count({ capacity: 1, free: 1 })] })).toEqual({
      kind: 'free',
      places: 1,
    });
  });

  test('BK-1: a closed day says so even where appointments were already given on it', () => {
    const counts = [count({ capacity: 2 })];
    expect(statusOn(day, { closures: [closure], counts })).toMatchObject({ kind: 'closed' });
  });

  test('BK-1: fewer desks, or some hours closed, do not close the day', () => {
    const closures = [
      aClosure({ fromOn: day, untilOn: day, desks: 1 }),
      aClosure({ fromOn: day, untilOn: day, hours: { starts: '09:00', ends: '10:00' } }),
    ];
    expect(statusOn(day, { closures })).toEqual({ kind: 'no_hours' });
  });

  test('BK-14: that the free places are too few for the family', () => {
    expect(statusOn(day, { counts: [count({ capacity: 4, tooFew: 2 })] })).toEqual({
      kind: 'too_few',
      places: 2,
    });
  });

  test('BK-1: three months ahead and not a day more', () => {
    expect(statusOn(civilDate('2027-02-24'))).toEqual({ kind: 'no_hours' });
    expect(statusOn(civilDate('2027-02-25'))).toEqual({ kind: 'beyond_horizon' });
  });

  test('BK-1: past days, in the office’s zone', () => {
    const late = Temporal.Instant.from('2026-11-24T23:30:00Z');
    expect(statusOn(civilDate('2026-11-24'), { now: late, zone: 'Europe/Rome' })).toEqual({ kind: 'past' });
    expect(statusOn(civilDate('2026-11-24'), { now: late, zone: 'Europe/London' })).toEqual({
      kind: 'no_hours',
    });
  });

  test('OF-2: a service that opens later says from when', () => {
    const firstOn = civilDate('2026-12-15');
    expect(statusOn(day, { firstBookableOn: firstOn })).toEqual({ kind: 'not_open', firstOn });
    expect(statusOn(day, { firstBookableOn: null })).toEqual({ kind: 'not_open', firstOn: null });
  });
});
