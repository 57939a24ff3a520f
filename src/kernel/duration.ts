import type { Locale } from './locale.ts';

const units: Record<Locale, { minutes: [string, string]; hours: [string, string]; and: string }> = {
  it: { minutes: ['minuto', 'minuti'], hours: ['ora', 'ore'], and: ' e ' },
  en: { minutes: ['minute', 'minutes'], hours: ['hour', 'hours'], and: ' and ' },
};

/** `2 ore`, `1 ora e 30 minuti`, `45 minuti`. */
export function formatDuration(minutes: number, locale: Locale): string {
  const { and, ...words } = units[locale];
  const part = (count: number, [one, many]: [string, string]) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  return [...part(Math.floor(minutes / 60), words.hours), ...part(minutes % 60, words.minutes)].join(and);
}
