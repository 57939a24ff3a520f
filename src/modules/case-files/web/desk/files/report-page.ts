import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatShortDay } from '#kernel/moment.ts';
import type { Chart } from '#platform/charts/draw-chart.ts';
import type { Sheet } from '#platform/sheets/sheets.ts';
import { problemSummary, textField } from '#platform/web/form/fields.ts';
import { submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import type { FormProcedure } from '../../../domain/procedure.ts';
import type { NamedFileReport } from '../../../use-cases/see-file-report.ts';
import { filesDeskWords } from '../../words/files-desk.ts';
import { officeOf } from '../handling.ts';
import { filesPath } from './paths.ts';

export interface ReportPage {
  readonly report: NamedFileReport;
  readonly procedures: readonly FormProcedure[];
  readonly typed: { readonly from: string; readonly until: string };
  readonly problems: Readonly<Record<string, string>>;
}

/** How the files of an office came and went: charts, and every number of them in a table. */
export function reportPage(request: FastifyRequest, reply: FastifyReply, page: ReportPage): FastifyReply {
  const { locale } = request;
  const words = filesDeskWords[locale];
  const say = words.reports;
  const { report, typed, problems } = page;
  const office = officeOf(request);
  const path = localized(locale, `${filesPath(office.id)}/reports`);
  const span = `from=${report.from}&until=${report.until}`;
  const listed = Object.entries(problems).map(([name, text]) => ({ name, text }));
  const weeks = report.weeks.length;
  const chart = (kind: string, alt: string) =>
    html`<p class="chart"><img src="${path}/charts/${kind}.svg?${span}" alt="${alt}" width="920" height="400"></p>`;
  const day = (name: 'from' | 'until') =>
    textField({
      name,
      label: say[name],
      type: 'date',
      value: typed[name],
      problem: problems[name],
      width: 'medium',
    });
  return reply.page({
    title: say.title,
    section: 'desk',
    status: listed.length > 0 ? 422 : 200,
    hasProblems: listed.length > 0,
    breadcrumb: [
      { label: words.desk, path: '/desk' },
      { label: words.title, path: filesPath(office.id) },
      { label: say.title },
    ],
    main: html`<h1>${say.title}</h1><p class="lead">${say.lead(office.name[locale])}</p>
${problemSummary(webWords[locale].problems.summaryTitle, listed)}
<form method="get" action="${path}" class="form"><div class="field-row">${day('from')}${day('until')}</div>${submitButton(say.show)}</form>
<h2>${say.byWeek}</h2>${chart('flow', say.flowChart(weeks))}${table(say.byWeek, weeksSheet(report, locale, false), say.none)}
<p class="actions"><a class="btn btn-outline-primary" href="${path}.csv?${span}">${say.csv}</a> <a class="btn btn-outline-primary" href="${path}.xlsx?${span}">${say.xlsx}</a></p>
<h2>${say.queue}</h2>${chart('queue', say.queueChart(weeks))}
<h2>${say.times}</h2><p>${say.timesHint}</p>${
      report.procedures.length === 0
        ? html`<p>${say.empty}</p>`
        : html`${table(say.times, timesSheet(page, locale), say.none)}<h2>${say.clerks}</h2>${table(say.clerks, clerksSheet(report, locale), say.none)}`
    }`,
  });
}

function table(name: string, { columns, rows }: Sheet, none: string): Html {
  const [first, ...others] = columns;
  return html`<section class="wide-table" aria-label="${name}" tabindex="0"><table><thead><tr><th scope="col">${first}</th>${others.map((column) => html`<th scope="col" class="amount">${column}</th>`)}</tr></thead><tbody>${rows.map(
    ([label, ...values]) =>
      html`<tr><th scope="row">${label}</th>${values.map((value) => html`<td class="amount">${value ?? none}</td>`)}</tr>`,
  )}</tbody></table></section>`;
}

/** The weeks as a table; days as people write them on pages, as the calendar does in files. */
export function weeksSheet({ weeks }: NamedFileReport, locale: Locale, forFile: boolean): Sheet {
  const say = filesDeskWords[locale].reports;
  return {
    name: say.title,
    columns: [say.week, say.received, say.defined, say.rejected, say.cancelled, say.open],
    rows: weeks.map((each) => [
      forFile ? each.week : formatShortDay(each.week as CivilDate, locale),
      each.received,
      each.defined,
      each.rejected,
      each.cancelled,
      each.open,
    ]),
  };
}

function timesSheet({ report, procedures }: ReportPage, locale: Locale): Sheet {
  const say = filesDeskWords[locale].reports;
  return {
    name: say.times,
    columns: [
      say.procedure,
      say.closed,
      say.median,
      say.most,
      say.withOffice,
      say.withPerson,
      say.withMunicipality,
      say.term,
    ],
    rows: report.procedures.map((each) => {
      const procedure = procedures.find(({ id }) => id === each.procedure);
      const term = procedure?.term ?? null;
      return [
        procedure?.form.title[locale] ?? each.procedure,
        each.closed,
        each.medianDays,
        each.mostDays,
        each.officeDays,
        each.personDays,
        each.municipalityDays,
        term === null ? say.noTerm : say.termDays(term.days, term.law),
      ];
    }),
  };
}

function clerksSheet({ clerks, names }: NamedFileReport, locale: Locale): Sheet {
  const say = filesDeskWords[locale].reports;
  return {
    name: say.clerks,
    columns: [say.clerk, say.closed, say.median],
    rows: clerks.map((each) => [
      names.get(each.officialId) ?? each.officialId.slice(0, 8),
      each.closed,
      each.medianDays,
    ]),
  };
}

export const fileCharts = ['flow', 'queue'] as const;
export type FileChart = (typeof fileCharts)[number];

/** `24/11`, short enough to stand under a bar. */
function underBar(day: string): string {
  const [, month, date] = day.split('-');
  return `${Number(date)}/${Number(month)}`;
}

export function chartOf({ weeks }: NamedFileReport, kind: FileChart, locale: Locale): Chart {
  const say = filesDeskWords[locale].reports;
  const categories = weeks.map(({ week }) => underBar(week));
  if (kind === 'queue')
    return {
      categories,
      unit: say.files,
      bars: [{ name: say.open, colour: '#0066cc', values: weeks.map(({ open }) => open) }],
    };
  return {
    categories,
    unit: say.files,
    bars: [
      { name: say.defined, colour: '#00713e', values: weeks.map(({ defined }) => defined) },
      { name: say.rejected, colour: '#b3002d', values: weeks.map(({ rejected }) => rejected) },
      { name: say.cancelled, colour: '#a66300', values: weeks.map(({ cancelled }) => cancelled) },
    ],
    line: { name: say.received, colour: '#17324d', values: weeks.map(({ received }) => received) },
  };
}
