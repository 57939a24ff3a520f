import type { CivilDate } from '#kernel/civil-date.ts';
import { plainDate } from '#kernel/civil-date.ts';
import type { Text } from '#kernel/locale.ts';
import type { Agenda, Closure, WeeklyWindow } from './agenda.ts';

/** A public holiday (festività, art. 2 L. 260/1949 for those of Italy) that an office may keep. */
export interface Holiday {
  readonly day: CivilDate;
  readonly name: Text;
  /** Whose it is: ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
}

/** Holidays of several countries, one line for each day; the first country gives the name. */
export function joinHolidays(lists: readonly (readonly Holiday[])[]): Holiday[] {
  const byDay = Map.groupBy(lists.flat(), (holiday) => holiday.day);
  return [...byDay.values()]
    .flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      return [{ ...first, countries: [...new Set(same.flatMap((each) => each.countries))] }];
    })
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

/** The holidays about which an office has still to decide: days on which an agenda would be open, not yet settled. */
export function openHolidays(
  holidays: readonly Holiday[],
  {
    windows,
    closures,
    keptOpen,
  }: {
    windows: readonly (WeeklyWindow & { readonly agenda: Pick<Agenda, 'endedOn'> })[];
    closures: readonly Closure[];
    keptOpen: readonly CivilDate[];
  },
): Holiday[] {
  return holidays.filter(({ day }) => {
    const weekday = plainDate(day).dayOfWeek;
    const works = windows.some(
      (each) =>
        each.weekday === weekday &&
        each.fromOn <= day &&
        (each.untilOn === null || day <= each.untilOn) &&
        (each.agenda.endedOn === null || day < each.agenda.endedOn),
    );
    const closed = closures.some(
      (each) =>
        each.agendaId === null &&
        each.hours === null &&
        each.desks === null &&
        each.fromOn <= day &&
        day <= each.untilOn,
    );
    return works && !closed && !keptOpen.includes(day);
  });
}
