import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parseCivilDate } from '#kernel/civil-date.ts';
import { formatEuro } from '#kernel/money.ts';
import type { Deps } from '#platform/deps.ts';
import { renderPdf } from '#platform/pdf/render-pdf.ts';
import { typedIn } from '#platform/web/form/read-form.ts';
import { parseAmount } from '../domain/closing.ts';
import { closingPaper } from '../letters/closing-paper.ts';
import { todayOf } from '../use-cases/at-the-till.ts';
import { closeDay } from '../use-cases/close-day.ts';
import { seeTillDay, type TillDay } from '../use-cases/see-till.ts';
import { closingPage } from './closing-page.ts';
import { tillPage } from './till-page.ts';
import { type OfficeParams, officeOf, tillOf, tillPath } from './till-request.ts';
import { paymentWords } from './words/words.ts';

interface DayParams extends OfficeParams {
  readonly day: string;
}

type DayRequest = FastifyRequest<{ Params: DayParams }>;

/** The till: the day's receipts and sums, and the closing. */
export function tillRoutes(app: FastifyInstance, deps: Deps): void {
  const base = '/desk/offices/:office/till';
  const today = (request: FastifyRequest) => todayOf(deps, officeOf(request).id);

  app.get<{ Params: OfficeParams }>(base, async (request, reply) =>
    reply.seeOther(tillPath(request.params.office, today(request))),
  );

  app.get<{ Params: DayParams; Querystring: { done?: string } }>(`${base}/:day`, async (request, reply) => {
    const till = await dayOf(deps, request);
    if (till === undefined) return reply.notFound();
    const done = request.query.done === undefined ? undefined : paymentWords[request.locale].till.closedNow;
    return tillPage(request, reply, { till, today: today(request), done });
  });

  app.get<{ Params: DayParams }>(`${base}/:day/closing`, async (request, reply) => {
    const till = await dayOf(deps, request);
    if (till === undefined) return reply.notFound();
    if (till.closing !== undefined || till.day > today(request))
      return reply.seeOther(tillPath(request.params.office, till.day));
    return closingPage(request, reply, { till, typed: {} });
  });

  app.post<{ Params: DayParams }>(`${base}/:day/closing`, async (request, reply) =>
    closed(deps, request, reply),
  );

  app.get<{ Params: DayParams }>(`${base}/:day/closing.pdf`, async (request, reply) => {
    const till = await dayOf(deps, request);
    if (till === undefined) return reply.notFound();
    if (till.closing === undefined) return reply.seeOther(tillPath(request.params.office, till.day));
    const paper = closingPaper({ ...till, closing: till.closing }, officeOf(request), request.locale);
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${till.day}.pdf"`)
      .send(await renderPdf(paper));
  });
}

async function dayOf(deps: Deps, request: DayRequest): Promise<TillDay | undefined> {
  const day = parseCivilDate(request.params.day);
  return day.ok ? seeTillDay(deps, tillOf(request), day.value) : undefined;
}

async function closed(deps: Deps, request: DayRequest, reply: FastifyReply): Promise<FastifyReply> {
  const till = await dayOf(deps, request);
  if (till === undefined) return reply.notFound();
  const { locale } = request;
  const words = paymentWords[locale];
  const typed = typedIn(request.body);
  const key = /^[\w-]{8,200}$/.test(typed['_key'] ?? '') ? (typed['_key'] ?? '') : crypto.randomUUID();
  const terminal = parseAmount(typed['terminal'] ?? '');
  const reason = (typed['reason'] ?? '').trim();
  const problems = {
    ...(terminal === undefined ? { terminal: words.close.terminalProblem } : {}),
    ...(reason.length > 500 ? { reason: words.close.reasonTooLong } : {}),
  };
  if (terminal === undefined || Object.keys(problems).length > 0)
    return closingPage(request, reply, { till, typed, key, problems });
  const outcome = await closeDay(deps, tillOf(request), { day: till.day, terminal, reason, key });
  if (outcome.ok) return reply.seeOther(`${tillPath(request.params.office, till.day)}?done=closed`);
  const { refusal } = outcome;
  const total = refusal.code === 'difference' ? formatEuro(refusal.total, locale) : '';
  const field = refusal.code === 'difference' ? 'reason' : 'terminal';
  const text = words.closingRefusals[refusal.code](total);
  return closingPage(request, reply, { till, typed, problems: { [field]: text } });
}
