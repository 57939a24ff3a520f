import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Sheet } from '#platform/sheets/sheets.ts';
import { problemSummary, textField } from '#platform/web/form/fields.ts';
import { submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import { missedShare, type OfficeReport } from '../../domain/office-report.ts';
import { servicesTable, weeksTable } from './report-tables.ts';
import { officeOf } from './serving.ts';
import { deskWords } from './words/words.ts';

export interface ReportPage {
  readonly report: OfficeReport;
  readonly typed: { readonly from: string; readonly until: string };
  readonly problems: Readonly<Record<string, string>>;
}

/** How the appointments of a span went: in short, as charts, and every number in tables beside them. */
export function reportPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { report, typed, problems }: ReportPage,
): FastifyReply {
  const { locale } = request;
  const words = deskWords[locale].report;
  const office = officeOf(request);
  const path = localized(locale, `/desk/offices/${office.id}/reports/appointments`);
  const span = `from=${report.from}&until=${report.until}`;
  const weeks = report.weeks.length;
  const listed = Object.entries(problems).map(([name, text]) => ({ name, text }));
  const chart = (kind: string, alt: string) =>
    html`<p class="chart"><img src="${path}/charts/${kind}.svg?${span}" alt="${alt}" width="920" height="400"></p>`;
  const day = (name: 'from' | 'until') =>
    textField({
      name,
      label: words[name],
      type: 'date',
      value: typed[name],
      problem: problems[name],
      width: 'medium',
    });
  return reply.page({
    title: words.title,
    section: 'desk',
    status: listed.length > 0 ? 422 : 200,
    hasProblems: listed.length > 0,
    breadcrumb: [{ label: deskWords[locale].desk, path: '/desk' }, { label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead(office.name[locale])}</p>
${problemSummary(webWords[locale].problems.summaryTitle, listed)}
<form method="get" action="${path}" class="form"><div class="field-row">${day('from')}${day('until')}</div>${submitButton(words.show)}</form>
<h2>${words.summary}</h2>${report.total.booked === 0 ? html`<p>${words.empty}</p>` : summary(request, report)}
<h2>${words.outcomes}</h2>${chart('outcomes', words.outcomesChart(weeks))}
${tableOf(words.outcomes, weeksTable(report, locale, false), words.none)}
<p class="source">${words.medians}</p>
<p class="actions"><a class="btn btn-outline-primary" href="${path}.csv?${span}">${words.csv}</a> <a class="btn btn-outline-primary" href="${path}.xlsx?${span}">${words.xlsx}</a></p>
<h2>${words.waiting}</h2>${chart('waiting', words.waitingChart(weeks))}
${report.services.length > 0 && html`<h2>${words.byService}</h2>${tableOf(words.byService, servicesTable(report, locale), words.none)}`}`,
  });
}

function summary(request: FastifyRequest, { total }: OfficeReport): Html {
  const words = deskWords[request.locale].report;
  const share = missedShare(total);
  const rows = [
    [words.offered, total.offered],
    [words.booked, total.booked],
    [words.served, total.served],
    [words.missedShare, share === null ? words.none : `${total.missed} (${share} %)`],
    [words.waitDays, total.waitDays ?? words.none],
    [words.counterMinutes, total.counterMinutes ?? words.none],
  ] as const;
  return html`<dl class="summary">${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function tableOf(name: string, { columns, rows }: Sheet, none: string): Html {
  const [first, ...numbers] = columns;
  return html`<section class="wide-table" aria-label="${name}" tabindex="0"><table><thead><tr><th scope="col">${first}</th>${numbers.map((column) => html`<th scope="col" class="amount">${column}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([label, ...values]) =>
      html`<tr><th scope="row">${label}</th>${values.map((value) => html`<td class="amount">${value ?? none}</td>`)}</tr>`,
  )}</tbody></table></section>`;
}
