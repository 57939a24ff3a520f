import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type CivilDate, dayAt, parseCivilDate } from '#kernel/civil-date.ts';
import { drawChart } from '#platform/charts/draw-chart.ts';
import type { Deps } from '#platform/deps.ts';
import { csvOf, xlsxOf } from '#platform/sheets/sheets.ts';
import { isReportSpan, usualSpan } from '../../domain/office-report.ts';
import { seeReport } from '../../use-cases/see-report.ts';
import { reportPage } from './report-page.ts';
import { chartKinds, chartOf, weeksTable } from './report-tables.ts';
import { type OfficeParams, officeOf, servingOf } from './serving.ts';
import { deskWords } from './words/words.ts';

interface Route {
  Params: OfficeParams;
  Querystring: { from?: string; until?: string };
}

/** The office's report: page, charts, files. */
export function reportRoutes(app: FastifyInstance, deps: Deps): void {
  const path = '/desk/offices/:office/reports/appointments';
  const report = (request: FastifyRequest<Route>) =>
    seeReport(deps, servingOf(request), readSpan(request, deps.now()).span);

  app.get<Route>(path, async (request, reply) => {
    const { span, typed, problems } = readSpan(request, deps.now());
    return reportPage(request, reply, {
      report: await seeReport(deps, servingOf(request), span),
      typed,
      problems,
    });
  });

  for (const kind of chartKinds) {
    app.get<Route>(`${path}/charts/${kind}.svg`, async (request, reply) =>
      reply
        .type('image/svg+xml; charset=utf-8')
        .send(await drawChart(chartOf(await report(request), kind, request.locale))),
    );
  }

  app.get<Route>(`${path}.csv`, async (request, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${officeOf(request).id}.csv"`)
      .send(csvOf(weeksTable(await report(request), request.locale, true), request.locale)),
  );

  app.get<Route>(`${path}.xlsx`, async (request, reply) =>
    reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename="${officeOf(request).id}.xlsx"`)
      .send(await xlsxOf(weeksTable(await report(request), request.locale, true))),
  );
}

/** The span that is asked for; where it cannot be, the usual one with the reason at the field. */
function readSpan(
  request: FastifyRequest<Route>,
  now: Temporal.Instant,
): {
  span: { from: CivilDate; until: CivilDate };
  typed: { from: string; until: string };
  problems: Record<string, string>;
} {
  const words = deskWords[request.locale].report;
  const usual = usualSpan(dayAt(now, officeOf(request).timeZone));
  const typed = { from: request.query.from ?? usual.from, until: request.query.until ?? usual.until };
  const [from, until] = [parseCivilDate(typed.from), parseCivilDate(typed.until)];
  if (!from.ok || !until.ok) {
    const problems = {
      ...(from.ok ? {} : { from: words.date }),
      ...(until.ok ? {} : { until: words.date }),
    };
    return { span: usual, typed, problems };
  }
  const span = { from: from.value, until: until.value };
  return isReportSpan(span.from, span.until)
    ? { span, typed, problems: {} }
    : { span: usual, typed, problems: { until: words.span } };
}
