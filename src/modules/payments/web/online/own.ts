import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { findOffice } from '#modules/offices/public.ts';
import { renderPdf } from '#platform/pdf/render-pdf.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { type Return, returns } from '../../domain/order.ts';
import { orderPaper } from '../../letters/order-paper.ts';
import { receiptPaper } from '../../letters/receipt-paper.ts';
import { continueIfPaid } from '../../use-cases/continue-paid.ts';
import { comeBack, giveUp, look } from '../../use-cases/follow-order.ts';
import { openCheckout } from '../../use-cases/open-checkout.ts';
import type { PaymentDeps } from '../../use-cases/payment-deps.ts';
import { seeOrder, seeOwnOrders, seeStampXml } from '../../use-cases/see-orders.ts';
import { seeOwnReceipt, seeOwnReceipts } from '../../use-cases/see-own-receipts.ts';
import { onlineWords } from '../words/online.ts';
import { contributionRoutes } from './contribution.ts';
import { ownPaymentsPage } from './list-page.ts';
import { type PaymentPage, paymentPage } from './payment-page.ts';

interface OrderRoute {
  Params: { id: string };
  Querystring: { returned?: string };
}

/** A person's own payments. */
export function ownPaymentRoutes(deps: PaymentDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('preHandler', citizensOnly);
    app.get('/payments', async (request, reply) => {
      const { accountId } = citizenOf(request);
      const orders = await seeOwnOrders(deps, accountId);
      return ownPaymentsPage(request, reply, { orders, receipts: await seeOwnReceipts(deps, accountId) });
    });
    contributionRoutes(app, deps);

    app.get<OrderRoute>('/payments/:id', async (request, reply) => {
      const { accountId } = citizenOf(request);
      await look(deps, { orderId: request.params.id, accountId });
      const returned = returns.find((each) => each === request.query.returned);
      return show(deps, request, reply, { returned });
    });

    app.post<OrderRoute>('/payments/:id/checkouts', async (request, reply) => {
      const { accountId } = citizenOf(request);
      const opened = await openCheckout(deps, { orderId: request.params.id, accountId });
      if (opened.ok) return reply.redirect(opened.value.url, 303);
      const { refusal } = opened;
      if (refusal.code === 'no_such_payment') return reply.notFound();
      await continueIfPaid(deps, request.params.id);
      const words = onlineWords[request.locale];
      const fault = refusal.code === 'pagopa_refuses' ? words.faults[refusal.fault] : '';
      return show(deps, request, reply, { problem: words.problem[refusal.code](fault) });
    });

    app.post<OrderRoute>('/payments/:id/cancellation', async (request, reply) => {
      const { accountId } = citizenOf(request);
      const outcome = await giveUp(deps, { orderId: request.params.id, accountId });
      if (outcome.ok) return reply.seeOther(`/payments/${request.params.id}`);
      if (outcome.refusal.code === 'no_such_payment') return reply.notFound();
      return show(deps, request, reply, { problem: onlineWords[request.locale].giveUpNotNow });
    });

    app.get<{ Params: { id: string; how: string } }>('/payments/:id/return/:how', async (request, reply) => {
      const { id, how } = request.params;
      const returned: Return | undefined = returns.find((each) => each === how);
      const { accountId } = citizenOf(request);
      const order = returned && (await comeBack(deps, { orderId: id, accountId, how: returned }));
      if (order === undefined) return reply.notFound();
      const goesOn = order.state === 'paid' && order.returnTo !== '/payments';
      return reply.seeOther(goesOn ? order.returnTo : `/payments/${id}?returned=${how}`);
    });

    paperRoutes(app, deps);
  };
}

function paperRoutes(app: FastifyInstance, deps: PaymentDeps): void {
  app.get<OrderRoute>('/payments/:id/receipt.pdf', async (request, reply) => {
    const view = await seeOrder(deps, asOwner(request), request.params.id);
    const paper = view && orderPaper(view);
    return paper === undefined ? reply.notFound() : sendPdf(reply, await renderPdf(paper));
  });

  app.get<OrderRoute>('/payments/:id/stamp.xml', async (request, reply) => {
    const xml = await seeStampXml(deps, asOwner(request), request.params.id);
    if (xml === undefined) return reply.notFound();
    return reply
      .type('application/xml')
      .header('content-disposition', 'attachment; filename="marca-da-bollo.xml"')
      .send(xml);
  });

  app.get<OrderRoute>('/payments/counter-receipts/:id/receipt.pdf', async (request, reply) => {
    const receipt = await seeOwnReceipt(deps, citizenOf(request).accountId, request.params.id);
    const office = receipt && findOffice(receipt.officeId);
    if (receipt === undefined || office === undefined) return reply.notFound();
    return sendPdf(reply, await renderPdf(receiptPaper(receipt, office)));
  });
}

function sendPdf(reply: FastifyReply, pdf: Uint8Array): FastifyReply {
  return reply
    .type('application/pdf')
    .header('content-disposition', 'inline; filename="ricevuta.pdf"')
    .send(pdf);
}

const asOwner = (request: FastifyRequest) =>
  ({ kind: 'citizen', accountId: citizenOf(request).accountId }) as const;

async function show(
  deps: PaymentDeps,
  request: FastifyRequest<OrderRoute>,
  reply: FastifyReply,
  page: Pick<PaymentPage, 'returned' | 'problem'>,
): Promise<FastifyReply> {
  const view = await seeOrder(deps, asOwner(request), request.params.id);
  if (view === undefined) return reply.notFound();
  return paymentPage(request, reply, {
    view,
    checkoutOrigins: deps.pagopa?.checkoutOrigins ?? [],
    ...page,
  });
}
