import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { CivilDate } from '#kernel/civil-date.ts';
import { officialsOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import type { PaymentDeps } from '../../use-cases/payment-deps.ts';
import { decideRefund, payBack, type RefundRefusal, refundDoubtful } from '../../use-cases/refund.ts';
import { seeDeskOrders, seeLedgerDay } from '../../use-cases/see-orders.ts';
import { idempotencyHeader } from '../api-schemas.ts';
import { sendPayment } from './api.ts';
import * as schemas from './api-schemas.ts';
import { deciderOf } from './desk.ts';

const tags = ['payments'];
const base = '/api/v1/desk/payments';

const refusals: Record<RefundRefusal['code'], { status: number; title: string }> = {
  no_such_payment: { status: 404, title: 'There is no such payment' },
  not_now: { status: 409, title: 'The payment is in another state' },
  no_such_refund: { status: 404, title: 'There is no such refund' },
  key_reused: { status: 422, title: 'This idempotency key was used for another request' },
};

function sendRefusal(reply: FastifyReply, { code }: RefundRefusal): FastifyReply {
  return sendProblem(reply, { ...refusals[code], code });
}

/** Online payments for the programs of officials. */
export function deskPaymentApi(deps: PaymentDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', officialsOnly);
    app.get(
      base,
      {
        schema: {
          tags,
          operationId: 'list-desk-payments',
          summary: 'The online payments of my offices, the newest first, or the one with a notice number',
          querystring: schemas.deskQuery,
          response: { 200: schemas.paymentsAnswer },
        },
      },
      async (request) => {
        const { filter, notice_number: notice } = request.query;
        const orders = await seeDeskOrders(deps, deciderOf(request).as, { filter, notice });
        return { items: orders.map(schemas.lineOut), next: null };
      },
    );
    app.get(
      `${base}/:payment_id`,
      {
        schema: {
          tags,
          operationId: 'see-desk-payment',
          summary: 'One online payment',
          params: schemas.paymentParams,
          response: { 200: schemas.paymentSchema },
        },
      },
      async (request, reply) => sendPayment(deps, reply, deciderOf(request).as, request.params.payment_id),
    );
    app.get(
      '/api/v1/desk/payment-days/:day',
      {
        schema: {
          tags,
          operationId: 'see-payment-day',
          summary: 'What the ledger says of a day',
          params: schemas.dayParams,
          response: { 200: schemas.dayAnswer },
        },
      },
      async (request) => {
        const { day } = request.params;
        const sums = await seeLedgerDay(deps, deciderOf(request).as, day as CivilDate);
        return {
          day,
          payments: sums.payments,
          received_cents: sums.received,
          earned_cents: sums.earned,
          refund_entered_cents: sums.refundEntered,
          refund_paid_cents: sums.refundPaid,
        };
      },
    );
    refundApi(plain, deps);
  };
}

function refundApi(plain: FastifyInstance, deps: PaymentDeps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  app.post(
    `${base}/:payment_id/refund-entries`,
    {
      schema: {
        tags,
        operationId: 'enter-refund',
        summary: 'Enter a paid payment for refund',
        params: schemas.paymentParams,
        headers: idempotencyHeader,
        body: schemas.refundBody,
        response: { 200: schemas.paymentSchema },
      },
    },
    async (request, reply) => {
      const decider = deciderOf(request);
      const orderId = request.params.payment_id;
      const outcome = await decideRefund(deps, decider, {
        orderId,
        reason: request.body.reason,
        key: request.headers['idempotency-key'],
      });
      return outcome.ok ? sendPayment(deps, reply, decider.as, orderId) : sendRefusal(reply, outcome.refusal);
    },
  );
  app.post(
    `${base}/:payment_id/notices/:number/refund-entries`,
    {
      schema: {
        tags,
        operationId: 'enter-refund-of-notice',
        summary: 'Enter what was paid on a doubtful notice for refund',
        params: schemas.refundParams,
        headers: idempotencyHeader,
        body: schemas.refundBody,
        response: { 200: schemas.paymentSchema },
      },
    },
    async (request, reply) => {
      const decider = deciderOf(request);
      const { payment_id: orderId, number } = request.params;
      const outcome = await refundDoubtful(deps, decider, {
        orderId,
        number,
        reason: request.body.reason,
        key: request.headers['idempotency-key'],
      });
      return outcome.ok ? sendPayment(deps, reply, decider.as, orderId) : sendRefusal(reply, outcome.refusal);
    },
  );
  app.post(
    `${base}/:payment_id/refunds/:number/payout`,
    {
      schema: {
        tags,
        operationId: 'pay-back',
        summary: 'Note that a refund has been paid back',
        params: schemas.refundParams,
        headers: idempotencyHeader,
        body: schemas.payoutBody,
        response: { 200: schemas.paymentSchema },
      },
    },
    async (request, reply) => {
      const decider = deciderOf(request);
      const { payment_id: orderId, number } = request.params;
      const outcome = await payBack(deps, decider, {
        orderId,
        number,
        reference: request.body.reference,
        key: request.headers['idempotency-key'],
      });
      return outcome.ok ? sendPayment(deps, reply, decider.as, orderId) : sendRefusal(reply, outcome.refusal);
    },
  );
}
