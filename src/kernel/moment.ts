import type { CivilDate } from './civil-date.ts';
import type { Locale } from './locale.ts';

const tags: Record<Locale, string> = { it: 'it-IT', en: 'en-GB' };
const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: Locale, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale} ${key} ${options.timeZone ?? ''}`;
  const known = formats.get(name) ?? new Intl.DateTimeFormat(tags[locale], options);
  formats.set(name, known);
  return known;
}

/** Days already written out: a month page and a rush of bookings ask for the same few again and again. */
const writtenDays = new Map<string, string>();
const mostWrittenDays = 4000;

/** `martedì 1 dicembre 2026`, `Tuesday 1 December 2026`. */
export function formatDay(day: CivilDate, locale: Locale): string {
  const name = `${locale} ${day}`;
  const known = writtenDays.get(name);
  if (known !== undefined) return known;
  const text = writeDay(day, locale);
  if (writtenDays.size >= mostWrittenDays) writtenDays.clear();
  writtenDays.set(name, text);
  return text;
}

function writeDay(day: CivilDate, locale: Locale): string {
  return format(locale, 'day', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
    .format(Date.parse(`${day}T12:00:00Z`))
    .replace(',', '');
}

/** `1 dicembre 2026`. */
export function formatShortDay(day: CivilDate, locale: Locale): string {
  return format(locale, 'short', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${day}T12:00:00Z`),
  );
}

/** `dicembre 2026` of any day in the month. */
export function formatMonth(day: CivilDate, locale: Locale): string {
  return format(locale, 'month', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${day}T12:00:00Z`),
  );
}

/** `9:30` in a zone. */
export function formatTime(instant: Temporal.Instant, zone: string, locale: Locale): string {
  return format(locale, 'time', {
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(instant.epochMilliseconds);
}

/** `martedì 1 dicembre 2026, ore 9:30` and `Tuesday 1 December 2026, 9:30` in a zone. */
export function formatMoment(instant: Temporal.Instant, zone: string, locale: Locale): string {
  const day = instant.toZonedDateTimeISO(zone).toPlainDate().toString() as CivilDate;
  const time = formatTime(instant, zone, locale);
  return `${formatDay(day, locale)}, ${locale === 'it' ? `ore ${time}` : time}`;
}

/** `dicembre` of the number of a month. */
export function monthName(month: number, locale: Locale): string {
  const day = `2000-${String(month).padStart(2, '0')}-01`;
  return format(locale, 'month-name', { month: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${day}T12:00:00Z`),
  );
}
