import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Principal } from '#platform/database/principal.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { continueIfPaid } from '../../use-cases/continue-paid.ts';
import { giveUp, look } from '../../use-cases/follow-order.ts';
import { type CheckoutRefusal, openCheckout } from '../../use-cases/open-checkout.ts';
import type { PaymentDeps } from '../../use-cases/payment-deps.ts';
import { seeOrder, seeOwnOrders } from '../../use-cases/see-orders.ts';
import { startContribution } from '../../use-cases/start-contribution.ts';
import { idempotencyHeader } from '../api-schemas.ts';
import * as schemas from './api-schemas.ts';

const tags = ['payments'];

const refusals: Record<CheckoutRefusal['code'] | 'key_reused', { status: number; title: string }> = {
  no_such_payment: { status: 404, title: 'There is no such payment' },
  not_now: { status: 409, title: 'The payment is in another state' },
  opening: { status: 409, title: 'A checkout is being opened: try again in some seconds' },
  away: { status: 503, title: 'pagoPA does not answer: try again later' },
  not_available: { status: 409, title: 'Nothing can be paid online here' },
  pagopa_refuses: { status: 409, title: 'pagoPA does not accept the payment' },
  key_reused: { status: 422, title: 'This idempotency key was used for another request' },
};

function sendRefusal(
  reply: FastifyReply,
  refusal: { readonly code: keyof typeof refusals; readonly fault?: string },
): FastifyReply {
  const { code, fault } = refusal;
  return sendProblem(reply, { ...refusals[code], code, ...(fault === undefined ? {} : { detail: fault }) });
}

/** A payment as the API answers it. */
export async function sendPayment(
  deps: PaymentDeps,
  reply: FastifyReply,
  as: Principal,
  id: string,
  status: 200 | 201 = 200,
): Promise<FastifyReply> {
  const view = await seeOrder(deps, as, id);
  return view === undefined ? reply.notFound() : reply.code(status).send(schemas.paymentOut(view));
}

/** A person's own payments for machines: the same use cases as the pages. */
export function ownPaymentApi(deps: PaymentDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', citizensOnly);
    const one = '/api/v1/payments/:payment_id';

    app.get(
      '/api/v1/payments',
      {
        schema: {
          tags,
          operationId: 'list-payments',
          summary: 'My online payments, the newest first',
          response: { 200: schemas.paymentsAnswer },
        },
      },
      async (request) => ({
        items: (await seeOwnOrders(deps, citizenOf(request).accountId)).map(schemas.lineOut),
        next: null,
      }),
    );

    app.get(
      one,
      {
        schema: {
          tags,
          operationId: 'see-payment',
          summary: 'One payment; pagoPA is asked where it may have been paid',
          params: schemas.paymentParams,
          response: { 200: schemas.paymentSchema },
        },
      },
      async (request, reply) => {
        const { accountId } = citizenOf(request);
        const id = request.params.payment_id;
        await look(deps, { orderId: id, accountId });
        return sendPayment(deps, reply, { kind: 'citizen', accountId }, id);
      },
    );

    app.post(
      '/api/v1/payments/contributions',
      {
        schema: {
          tags,
          operationId: 'order-contribution',
          summary: 'Order the contribution for an application of citizenship',
          headers: idempotencyHeader,
          body: schemas.contributionBody,
          response: { 201: schemas.paymentSchema },
        },
      },
      async (request, reply) => {
        const { accountId } = citizenOf(request);
        const { given_name: givenName, family_name: familyName, tax_code: taxCode, language } = request.body;
        const outcome = await startContribution(deps, {
          accountId,
          givenName,
          familyName,
          taxCode: taxCode ?? null,
          locale: language,
          key: request.headers['idempotency-key'],
        });
        if (!outcome.ok) return sendRefusal(reply, outcome.refusal);
        return sendPayment(deps, reply, { kind: 'citizen', accountId }, outcome.value.id, 201);
      },
    );

    app.post(
      `${one}/checkouts`,
      {
        schema: {
          tags,
          operationId: 'open-checkout',
          summary: 'Open a checkout of pagoPA, or go on with the one that is open',
          description: 'Safe to repeat: an open checkout is answered again.',
          params: schemas.paymentParams,
          response: { 201: schemas.checkoutSchema },
        },
      },
      async (request, reply) => {
        const { accountId } = citizenOf(request);
        const orderId = request.params.payment_id;
        const opened = await openCheckout(deps, { orderId, accountId });
        if (opened.ok) return reply.code(201).send({ checkout_url: opened.value.url });
        await continueIfPaid(deps, orderId);
        return sendRefusal(reply, opened.refusal);
      },
    );

    app.post(
      `${one}/cancellation`,
      {
        schema: {
          tags,
          operationId: 'cancel-payment',
          summary: 'Give a payment up',
          params: schemas.paymentParams,
          response: { 200: schemas.paymentSchema },
        },
      },
      async (request, reply) => {
        const { accountId } = citizenOf(request);
        const orderId = request.params.payment_id;
        const outcome = await giveUp(deps, { orderId, accountId });
        if (!outcome.ok) return sendRefusal(reply, outcome.refusal);
        return sendPayment(deps, reply, { kind: 'citizen', accountId }, orderId);
      },
    );
  };
}
