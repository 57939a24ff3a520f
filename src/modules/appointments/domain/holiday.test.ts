import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { aClosure, aWindow } from '../testing.ts';
import { type Holiday, joinHolidays, openHolidays } from './holiday.ts';

const christmas = civilDate('2026-12-25');
const monday = civilDate('2026-12-28');
const holiday = (day: Holiday['day'], name: string, country: string): Holiday => ({
  day,
  name: { it: name, en: name },
  countries: [country],
});

describe('the holidays of both countries', () => {
  test('BK-13: one line a day, in order, named by Italy where both keep it', () => {
    const italian = [holiday(christmas, 'Natale', 'IT')];
    const british = [holiday(monday, 'Boxing Day', 'GB'), holiday(christmas, 'Christmas', 'GB')];
    expect(joinHolidays([italian, british])).toEqual([
      { day: christmas, name: { it: 'Natale', en: 'Natale' }, countries: ['IT', 'GB'] },
      { day: monday, name: { it: 'Boxing Day', en: 'Boxing Day' }, countries: ['GB'] },
    ]);
  });

  test('BK-13: proposed only where the office would be open and has not decided yet', () => {
    const holidays = [holiday(monday, 'Boxing Day', 'GB'), holiday(christmas, 'Christmas', 'GB')];
    const windows = [{ ...aWindow({ weekday: 1 }), agenda: { endedOn: null } }];
    const days = (change: Partial<Parameters<typeof openHolidays>[1]> = {}) =>
      openHolidays(holidays, { windows, closures: [], keptOpen: [], ...change }).map((each) => each.day);
    expect(days()).toEqual([monday]);
    expect(days({ keptOpen: [monday] })).toEqual([]);
    expect(days({ closures: [aClosure({ fromOn: christmas, untilOn: monday })] })).toEqual([]);
    expect(days({ closures: [aClosure({ fromOn: monday, untilOn: monday, desks: 1 })] })).toEqual([monday]);
    expect(days({ windows: [{ ...aWindow({ weekday: 1 }), agenda: { endedOn: monday } }] })).toEqual([]);
  });
});
