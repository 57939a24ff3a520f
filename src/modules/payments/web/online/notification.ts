import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { readPaymentMessage, writePaymentAnswer } from '#platform/pagopa/send-rt.ts';
import { hearOfPayment } from '../../use-cases/check-notice.ts';
import { continueIfPaid } from '../../use-cases/continue-paid.ts';
import type { PaymentDeps } from '../../use-cases/payment-deps.ts';

/**
 * Where pagoPA's node says that a notice was paid (paSendRTV2, SOAP). Anybody could say so: the message is taken for a
 * hint to ask pagoPA ourselves, and proves nothing.
 */
export function paymentNotificationRoutes(deps: PaymentDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addContentTypeParser(
      ['text/xml', 'application/xml', 'application/soap+xml'],
      { parseAs: 'string', bodyLimit: 200_000 },
      (_request, body, done) => done(null, body),
    );
    app.post('/api/pagopa/receipts', { schema: { hide: true } }, async (request, reply) => {
      const message = readPaymentMessage(request.body);
      reply.type('text/xml; charset=utf-8');
      if (message === undefined) return reply.send(writePaymentAnswer('PAA_SINTASSI_XSD'));
      const notice = await hearOfPayment(deps, message.noticeNumber);
      if (notice === undefined) return reply.send(writePaymentAnswer('PAA_PAGAMENTO_SCONOSCIUTO'));
      await continueIfPaid(deps, notice.orderId);
      return reply.send(writePaymentAnswer());
    });
  };
}
