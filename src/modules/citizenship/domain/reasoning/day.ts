import type { CivilDate } from '#kernel/civil-date.ts';

/** A civil day counted from 1 January 1970, so that comparing two days is comparing two numbers. */
export type Day = number;

/** Reads a checked `YYYY-MM-DD` (the proleptic Gregorian calendar, no time zone anywhere). */
export function toDay(iso: string): Day {
  return fromParts(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

export function toIso(day: Day): CivilDate {
  const { year, month, date } = toParts(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as CivilDate;
}

/** The same-numbered day some months later; where the month is too short, its last day (art. 2963 c.c.). */
export function plusMonths(day: Day, months: number): Day {
  if (months === 0 || !Number.isFinite(day)) return day;
  const { year, month, date } = toParts(day);
  const total = year * 12 + (month - 1) + months;
  const [targetYear, targetMonth] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
  return fromParts(targetYear, targetMonth, Math.min(date, daysInMonth(targetYear, targetMonth)));
}

export function plusYears(day: Day, years: number): Day {
  return plusMonths(day, years * 12);
}

/** The first day whose same-numbered day some months later is not before `target`. */
export function firstReaching(target: Day, months: number): Day {
  let day = plusMonths(target, -months) - 3;
  while (plusMonths(day, months) < target) day++;
  return day;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function fromParts(year: number, month: number, date: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function toParts(day: Day): { year: number; month: number; date: number } {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}
