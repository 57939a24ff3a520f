import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type CivilDate, dayAt, parseCivilDate } from '#kernel/civil-date.ts';
import { drawChart } from '#platform/charts/draw-chart.ts';
import { isFileSpan, usualFileSpan } from '../../../domain/file-report.ts';
import type { CaseFileDeps } from '../../../use-cases/case-file-deps.ts';
import { seeFileReport } from '../../../use-cases/see-file-report.ts';
import { filesDeskWords } from '../../words/files-desk.ts';
import { handlingOf, type OfficeParams, officeOf } from '../handling.ts';
import { sendSheet } from './export-lines.ts';
import { chartOf, fileCharts, reportPage, weeksSheet } from './report-page.ts';

interface Route {
  Params: OfficeParams;
  Querystring: { from?: string; until?: string };
}

/** The report on files: page, charts, tables to download. */
export function fileReportRoutes(app: FastifyInstance, deps: CaseFileDeps): void {
  const path = '/desk/offices/:office/files/reports';
  const report = (request: FastifyRequest<Route>) =>
    seeFileReport(deps, handlingOf(request), spanOf(deps, request).span);
  app.get<Route>(path, async (request, reply) => show(deps, request, reply));
  for (const kind of ['csv', 'xlsx'] as const) {
    app.get<Route>(`${path}.${kind}`, async (request, reply) =>
      sendSheet(reply, kind, weeksSheet(await report(request), request.locale, true), request.locale),
    );
  }
  for (const kind of fileCharts) {
    app.get<Route>(`${path}/charts/${kind}.svg`, async (request, reply) =>
      reply
        .type('image/svg+xml; charset=utf-8')
        .header('cache-control', 'private, no-store')
        .send(await drawChart(chartOf(await report(request), kind, request.locale))),
    );
  }
}

interface AskedSpan {
  readonly span: { readonly from: CivilDate; readonly until: CivilDate };
  readonly typed: { readonly from: string; readonly until: string };
  readonly isWrong: boolean;
}

function spanOf(deps: CaseFileDeps, request: FastifyRequest<Route>): AskedSpan {
  const usual = usualFileSpan(dayAt(deps.now(), officeOf(request).timeZone));
  const typed = {
    from: String(request.query.from ?? usual.from),
    until: String(request.query.until ?? usual.until),
  };
  const from = parseCivilDate(typed.from);
  const until = parseCivilDate(typed.until);
  if (!from.ok || !until.ok || !isFileSpan(from.value, until.value))
    return { span: usual, typed, isWrong: true };
  return { span: { from: from.value, until: until.value }, typed, isWrong: false };
}

async function show(
  deps: CaseFileDeps,
  request: FastifyRequest<Route>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { span, typed, isWrong } = spanOf(deps, request);
  return reportPage(request, reply, {
    report: await seeFileReport(deps, handlingOf(request), span),
    procedures: deps.procedures.withForm,
    typed,
    problems: isWrong ? { until: filesDeskWords[request.locale].reports.span } : {},
  });
}
