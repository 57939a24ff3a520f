import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { renderPdf } from '#platform/pdf/render-pdf.ts';
import { readForm, typedIn } from '#platform/web/form/read-form.ts';
import { receiptPaper } from '../letters/receipt-paper.ts';
import { todayOf } from '../use-cases/at-the-till.ts';
import { seeReceipt, seeTillDay } from '../use-cases/see-till.ts';
import { takeFees } from '../use-cases/take-fees.ts';
import { decideVoid, requestVoid, type VoidingRefusal } from '../use-cases/void-receipt.ts';
import { readFees, takingProblem } from './fees-form.ts';
import { type ReceiptPage, receiptPage } from './receipt-page.ts';
import { type TakeFeesPage, takeFeesPage } from './take-fees-page.ts';
import { type OfficeParams, officeOf, tillOf, tillPath } from './till-request.ts';
import { paymentWords } from './words/words.ts';

interface ReceiptParams extends OfficeParams {
  readonly id: string;
}

const voidForm = z.object({ reason: z.string().trim().min(1, 'reason').max(500, 'reason') });

/** Receipts: taking fees without an appointment, seeing, printing, voiding. */
export function receiptRoutes(app: FastifyInstance, deps: Deps): void {
  const base = '/desk/offices/:office/receipts';

  const takePage = (
    request: FastifyRequest,
    reply: FastifyReply,
    page: Pick<TakeFeesPage, 'typed' | 'key' | 'problems'>,
  ) => {
    const { id } = officeOf(request);
    const day = todayOf(deps, id);
    const label = paymentWords[request.locale].receipt.toDay;
    return takeFeesPage(request, reply, {
      ...page,
      day,
      action: `/desk/offices/${id}/receipts`,
      back: { label, path: tillPath(id, day) },
    });
  };

  app.get<{ Params: OfficeParams }>(`${base}/new`, async (request, reply) =>
    takePage(request, reply, { typed: {} }),
  );

  app.post<{ Params: OfficeParams }>(base, async (request, reply) => {
    const { locale } = request;
    const { typed, key, problems, onlySum, ...taking } = readFees(request.body, locale);
    if (onlySum) return takePage(request, reply, { typed, key });
    if (Object.keys(problems).length > 0) return takePage(request, reply, { typed, key, problems });
    const till = tillOf(request);
    const outcome = await takeFees(deps, till, {
      ...taking,
      locale,
      appointmentId: null,
      accountId: null,
      key,
    });
    if (outcome.ok) return reply.seeOther(receiptPath(till.officeId, outcome.value.id));
    const { name, text } = takingProblem(outcome.refusal, locale);
    return takePage(request, reply, { typed, problems: { [name]: text } });
  });

  app.get<{ Params: ReceiptParams; Querystring: { done?: string } }>(
    `${base}/:id`,
    async (request, reply) => {
      const words = paymentWords[request.locale].receipt;
      const sentences: Readonly<Record<string, string>> = {
        issued: words.issued,
        requested: words.requested,
        voided: words.voided,
        refused: words.refused,
      };
      return showReceipt(deps, request, reply, { done: sentences[request.query.done ?? ''] });
    },
  );

  app.get<{ Params: ReceiptParams }>(`${base}/:id/receipt.pdf`, async (request, reply) => {
    const receipt = await seeReceipt(deps, tillOf(request), request.params.id);
    if (receipt === undefined) return reply.notFound();
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${receipt.number}-${receipt.year}.pdf"`)
      .send(await renderPdf(receiptPaper(receipt, officeOf(request))));
  });

  voidingRoutes(app, deps, base);
}

export function receiptPath(officeId: string, id: string): string {
  return `/desk/offices/${officeId}/receipts/${id}?done=issued`;
}

function voidingRoutes(app: FastifyInstance, deps: Deps, base: string): void {
  app.post<{ Params: ReceiptParams }>(`${base}/:id/void-requests`, async (request, reply) => {
    const reading = readForm(voidForm, request.body);
    if (!reading.ok) {
      const problem = paymentWords[request.locale].receipt.reasonMissing;
      return showReceipt(deps, request, reply, {
        reason: { typed: reading.typed['reason'] ?? '', problem },
      });
    }
    const { id } = request.params;
    const outcome = await requestVoid(deps, tillOf(request), {
      id,
      reason: reading.value.reason,
      key: reading.key,
    });
    return afterwards(deps, request, reply, outcome, 'requested');
  });

  for (const [path, approve] of [
    ['voiding', true],
    ['void-refusal', false],
  ] as const) {
    app.post<{ Params: ReceiptParams }>(`${base}/:id/${path}`, async (request, reply) => {
      const { id } = request.params;
      const key = typedIn(request.body)['_key'] ?? '';
      const outcome = await decideVoid(deps, tillOf(request), {
        id,
        approve,
        key: /^[\w-]{8,200}$/.test(key) ? key : crypto.randomUUID(),
      });
      return afterwards(deps, request, reply, outcome, approve ? 'voided' : 'refused');
    });
  }
}

function afterwards(
  deps: Deps,
  request: FastifyRequest<{ Params: ReceiptParams }>,
  reply: FastifyReply,
  outcome: { readonly ok: true } | { readonly ok: false; readonly refusal: VoidingRefusal },
  done: string,
): Promise<FastifyReply> | FastifyReply {
  const { office, id } = request.params;
  if (outcome.ok) return reply.seeOther(`/desk/offices/${office}/receipts/${id}?done=${done}`);
  if (outcome.refusal.code === 'no_such_receipt') return reply.notFound();
  const problem = paymentWords[request.locale].voiding[outcome.refusal.code];
  return showReceipt(deps, request, reply, { problem });
}

async function showReceipt(
  deps: Deps,
  request: FastifyRequest<{ Params: ReceiptParams }>,
  reply: FastifyReply,
  page: Omit<ReceiptPage, 'receipt' | 'dayIsOpen'>,
): Promise<FastifyReply> {
  const till = tillOf(request);
  const receipt = await seeReceipt(deps, till, request.params.id);
  if (receipt === undefined) return reply.notFound();
  const { closing } = await seeTillDay(deps, till, receipt.day);
  const asked = receipt.state === 'void_requested';
  const dayIsOpen = closing === undefined && (asked || receipt.day === todayOf(deps, till.officeId));
  return receiptPage(request, reply, { receipt, dayIsOpen, ...page });
}
