import { addDays, type CivilDate, plainDate } from '#kernel/civil-date.ts';
import type { Text } from '#kernel/locale.ts';

/** A calendar of an office (agenda): which services it serves and how its places appear. */
export interface Agenda {
  readonly officeId: string;
  readonly id: string;
  readonly name: string;
  readonly serviceIds: readonly string[];
  /** Length of an appointment in minutes. */
  readonly minutes: number;
  /** New places appear so many days ahead … */
  readonly daysAhead: number;
  /** … at this time of the office's day, `HH:MM`. */
  readonly publishedAtTime: string;
  readonly endedOn: CivilDate | null;
}

/** Desks open every week on a day (1 Monday to 7 Sunday) from a time to a time (`HH:MM`, the office's). */
export interface WeeklyWindow {
  readonly id: string;
  readonly weekday: number;
  readonly starts: string;
  readonly ends: string;
  readonly desks: number;
  readonly fromOn: CivilDate;
  readonly untilOn: CivilDate | null;
}

/** Days on which nobody is served (chiusura), or fewer people are: of one agenda, or of the whole office. */
export interface Closure {
  readonly id: string;
  readonly agendaId: string | null;
  readonly fromOn: CivilDate;
  readonly untilOn: CivilDate;
  /** Only these hours of each day (`HH:MM`, the office’s); without them the whole day. */
  readonly hours: { readonly starts: string; readonly ends: string } | null;
  /** How many desks are closed; without a number all of them. */
  readonly desks: number | null;
  /** A public holiday (festività) of Italy or of the country. */
  readonly holiday: boolean;
  readonly reason: Text;
}

/** An opening on one day beyond the weekly ones (apertura straordinaria). */
export interface ExtraWindow {
  readonly id: string;
  readonly day: CivilDate;
  readonly starts: string;
  readonly ends: string;
  readonly desks: number;
}

export interface Template {
  readonly agenda: Agenda;
  readonly weekly: readonly WeeklyWindow[];
  readonly extra: readonly ExtraWindow[];
  readonly closures: readonly Closure[];
}

/** An hour of the agenda as the template wants it. */
export interface WantedSlot {
  readonly day: CivilDate;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly capacity: number;
  readonly publishedAt: Temporal.Instant;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function covers(closure: Closure, day: CivilDate): boolean {
  return closure.fromOn <= day && day <= closure.untilOn;
}

/** Whether nobody at all is served on the days of a closure. */
function isWhole(closure: Closure): boolean {
  return closure.hours === null && closure.desks === null;
}

/** How many desks closures take away from an hour of a day. */
function desksClosed(closures: readonly Closure[], day: CivilDate, minute: number, length: number): number {
  return closures
    .filter(
      (each) =>
        covers(each, day) &&
        !isWhole(each) &&
        (each.hours === null ||
          (minutesOf(each.hours.starts) < minute + length && minute < minutesOf(each.hours.ends))),
    )
    .reduce((sum, each) => sum + (each.desks ?? Number.POSITIVE_INFINITY), 0);
}

function windowsOn(template: Template, day: CivilDate): { starts: string; ends: string; desks: number }[] {
  const { agenda, weekly, extra, closures } = template;
  if (agenda.endedOn !== null && day >= agenda.endedOn) return [];
  const closed = closures.some((each) => isWhole(each) && covers(each, day));
  const weekday = plainDate(day).dayOfWeek;
  const regular = closed
    ? []
    : weekly.filter(
        (each) =>
          each.weekday === weekday && each.fromOn <= day && (each.untilOn === null || day <= each.untilOn),
      );
  // An opening made for this very day stands also where the week or a closure says otherwise.
  return [...regular, ...extra.filter((each) => each.day === day)];
}

/** The moment from which the places of a day can be seen: so many days before, at the stated time. */
function publicationOf(agenda: Agenda, day: CivilDate, zone: string): Temporal.Instant {
  return plainDate(addDays(day, -agenda.daysAhead))
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(agenda.publishedAtTime) })
    .toInstant();
}

/**
 * The hours that a template makes on a day, in the office's zone. Where the clock goes back, wall time stands for its
 * first occurrence; hours that the clock leaps over do not exist.
 */
export function wantedSlots(template: Template, day: CivilDate, zone: string): WantedSlot[] {
  const { agenda } = template;
  const published = publicationOf(agenda, day, zone);
  const capacities = new Map<number, number>();
  for (const window of windowsOn(template, day)) {
    const end = minutesOf(window.ends);
    for (let minute = minutesOf(window.starts); minute + agenda.minutes <= end; minute += agenda.minutes) {
      capacities.set(minute, (capacities.get(minute) ?? 0) + window.desks);
    }
  }
  return [...capacities]
    .sort(([one], [other]) => one - other)
    .flatMap(([minute, desks]) => {
      const capacity = desks - desksClosed(template.closures, day, minute, agenda.minutes);
      if (capacity <= 0) return [];
      const wall = plainDate(day).toPlainDateTime(
        Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 }),
      );
      const start = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
      if (!start.toPlainDateTime().equals(wall)) return [];
      const startsAt = start.toInstant();
      return [
        {
          day,
          startsAt,
          endsAt: startsAt.add({ minutes: agenda.minutes }),
          capacity,
          publishedAt: published,
        },
      ];
    });
}

/** The closure that takes a whole day from an agenda, if there is one. */
export function closureOn(
  closures: readonly Closure[],
  agendaId: string,
  day: CivilDate,
): Closure | undefined {
  return closures.find(
    (each) => isWhole(each) && (each.agendaId === null || each.agendaId === agendaId) && covers(each, day),
  );
}
