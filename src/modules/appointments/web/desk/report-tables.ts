import type { Locale } from '#kernel/locale.ts';
import { formatShortDay } from '#kernel/moment.ts';
import { findService } from '#modules/services/public.ts';
import type { Chart } from '#platform/charts/draw-chart.ts';
import type { Sheet } from '#platform/sheets/sheets.ts';
import type { OfficeReport, Outcomes } from '../../domain/office-report.ts';
import { deskWords } from './words/words.ts';

/** Appointments that have not ended yet. */
export function stillOpen({ booked, served, missed, cancelled }: Outcomes): number {
  return booked - served - missed - cancelled;
}

const columnsOf = (locale: Locale) => {
  const words = deskWords[locale].report;
  return [
    words.booked,
    words.served,
    words.missed,
    words.cancelled,
    words.open,
    words.walkIns,
    words.waitDays,
    words.counterMinutes,
  ];
};

function cellsOf(outcomes: Outcomes): (number | null)[] {
  return [
    outcomes.booked,
    outcomes.served,
    outcomes.missed,
    outcomes.cancelled,
    stillOpen(outcomes),
    outcomes.walkIns,
    outcomes.waitDays,
    outcomes.counterMinutes,
  ];
}

/** The weeks of a report as a table; days as people write them on pages, as the calendar does in files. */
export function weeksTable({ weeks, total }: OfficeReport, locale: Locale, forFile: boolean): Sheet {
  const words = deskWords[locale].report;
  return {
    name: words.title,
    columns: [words.week, words.offered, ...columnsOf(locale)],
    rows: [
      ...weeks.map((week) => [
        forFile ? week.week : formatShortDay(week.week, locale),
        week.offered,
        ...cellsOf(week),
      ]),
      ...(forFile ? [] : [[words.total, total.offered, ...cellsOf(total)]]),
    ],
  };
}

/** The services of a report as a table. */
export function servicesTable({ services }: OfficeReport, locale: Locale): Sheet {
  const words = deskWords[locale].report;
  return {
    name: words.byService,
    columns: [words.service, ...columnsOf(locale)],
    rows: services.map((service) => [
      findService(service.serviceId)?.title[locale] ?? service.serviceId,
      ...cellsOf(service),
    ]),
  };
}

/** `24/11`, short enough to stand under a bar. */
function underBar(day: string): string {
  const [, month, date] = day.split('-');
  return `${Number(date)}/${Number(month)}`;
}

export const chartKinds = ['outcomes', 'waiting'] as const;
export type ChartKind = (typeof chartKinds)[number];

export function chartOf({ weeks }: OfficeReport, kind: ChartKind, locale: Locale): Chart {
  const words = deskWords[locale].report;
  const categories = weeks.map((week) => underBar(week.week));
  if (kind === 'waiting') {
    return {
      categories,
      unit: words.days,
      bars: [{ name: words.waitDays, colour: '#0066cc', values: weeks.map((week) => week.waitDays) }],
    };
  }
  return {
    categories,
    unit: words.places,
    bars: [
      { name: words.served, colour: '#00713e', values: weeks.map((week) => week.served) },
      { name: words.missed, colour: '#b3002d', values: weeks.map((week) => week.missed) },
      { name: words.cancelled, colour: '#a66300', values: weeks.map((week) => week.cancelled) },
      { name: words.open, colour: '#8fb5dd', values: weeks.map(stillOpen) },
    ],
    line: { name: words.offered, colour: '#17324d', values: weeks.map((week) => week.offered) },
  };
}
