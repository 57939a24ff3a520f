import { civilDate, dayAt } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatMoment, formatShortDay } from '#kernel/moment.ts';
import { problemSummary } from '#platform/web/form/fields.ts';
import type { Typed } from '#platform/web/form/read-form.ts';
import type { Html } from '#platform/web/html.ts';
import { webWords } from '#platform/web/words/words.ts';

/** A form as it is shown: what was typed, and a sentence for each field in error. */
export interface FormState {
  readonly typed: Typed;
  readonly problems: Readonly<Record<string, string>>;
  readonly key?: string | undefined;
}

export const emptyForm: FormState = { typed: {}, problems: {} };

/** The sentences for the codes of a reading; a code without a sentence is our fault. */
export function sentences(
  problems: Readonly<Record<string, string>>,
  words: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).map(([name, code]) => {
      const sentence = words[code];
      if (sentence === undefined) throw new Error(`No sentence for the problem ${code}`);
      return [name, sentence];
    }),
  );
}

export function summaryOf(locale: Locale, { problems }: FormState): Html | false {
  return problemSummary(
    webWords[locale].problems.summaryTitle,
    Object.entries(problems).map(([name, text]) => ({ name, text })),
  );
}

export const hasProblems = ({ problems }: FormState): boolean => Object.keys(problems).length > 0;

/** The day of an instant, as people write it. */
export function instantText(at: Temporal.Instant, locale: Locale): string {
  return formatShortDay(dayAt(at, 'Europe/Rome'), locale);
}

/** Day and hour of an instant, with the zone that they are meant in. */
export function momentText(at: Temporal.Instant, locale: Locale): string {
  const moment = formatMoment(at, 'Europe/Rome', locale);
  return locale === 'it' ? `${moment}, ora di Roma` : `on ${moment}, Rome time`;
}

/** A day that the database keeps. */
export function dayText(day: string, locale: Locale): string {
  return formatShortDay(civilDate(day), locale);
}
