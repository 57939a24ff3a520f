import Holidays from 'date-holidays';
import { addDays, type CivilDate, plainDate } from '#kernel/civil-date.ts';
import { holidayRegionOf, type Office } from '#modules/offices/public.ts';
import { type Holiday, joinHolidays } from '../domain/holiday.ts';

/** The public holidays of a country, and of a region of it, between two days. */
function holidaysOf(
  country: string,
  region: string | undefined,
  from: CivilDate,
  until: CivilDate,
): Holiday[] {
  // A country that the package does not know has none of its own here; the office adds them by hand.
  const calendar = region === undefined ? new Holidays(country) : new Holidays(country, region);
  const years = [...new Set([plainDate(from).year, plainDate(until).year])];
  return years.flatMap((year) => {
    const inEnglish = new Map(
      calendar.getHolidays(year, 'en').map((each) => [`${each.date} ${each.rule}`, each.name]),
    );
    return calendar
      .getHolidays(year, 'it')
      .filter((each) => each.type === 'public' || each.type === 'bank')
      .flatMap((each) => {
        const name = {
          it: each.name.replace('(substitute day)', '(giorno sostitutivo)').slice(0, 200),
          en: (inEnglish.get(`${each.date} ${each.rule}`) ?? each.name).slice(0, 200),
        };
        return daysOf(each.date.slice(0, 10) as CivilDate, each.start, each.end).map((day) => ({
          day,
          name,
          countries: [country],
        }));
      })
      .filter(({ day }) => from <= day && day <= until);
  });
}

/** A holiday may last several days; one that begins in the evening counts from its first day. */
function daysOf(first: CivilDate, start: Date, end: Date): CivilDate[] {
  const count = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

/** The public holidays of Italy and of the country, and region, in which an office stands. */
export function holidaysFor(
  office: Pick<Office, 'id' | 'country'>,
  from: CivilDate,
  until: CivilDate,
): Holiday[] {
  return joinHolidays([
    holidaysOf('IT', undefined, from, until),
    holidaysOf(office.country, holidayRegionOf(office.id), from, until),
  ]);
}
