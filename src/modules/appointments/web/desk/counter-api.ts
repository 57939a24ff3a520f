import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { atOffice, officeParams, servedOfficeOnly } from '#modules/offices/public.ts';
import {
  receiptSchema,
  sendReceipt,
  sendTillRefusal,
  takeFees,
  takingBody,
} from '#modules/payments/public.ts';
import type { Deps } from '#platform/deps.ts';
import { idempotencyHeader } from '#platform/web/api-schemas.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { type ArrivalRefusal, findArrivals } from '../../use-cases/find-arrival.ts';
import { handleAppointment, seeExpected } from '../../use-cases/serve-day.ts';
import { appointmentOut, appointmentSchema } from '../api-schemas.ts';
import { sendDeskRefusal } from './api-refusals.ts';

const tags = ['counter'];
const base = '/api/v1/desk/offices/:office_id';
const appointmentParams = officeParams.extend({ appointment_id: z.uuid().max(36) });

const arrivalsAnswer = z.strictObject({
  items: z
    .array(
      z.strictObject({
        appointment: appointmentSchema,
        not_today: z.enum(['other_day', 'state']).nullable().describe('Why they cannot check in now'),
      }),
    )
    .max(1000),
  next: z.string().max(200).nullable(),
});

const arrivalProblems: Record<ArrivalRefusal['code'], { status: number; title: string }> = {
  forged: { status: 422, title: 'The code is not one of ours' },
  other_office: { status: 409, title: 'The appointment is at another office' },
  gone: { status: 404, title: 'The office has no such appointment' },
  nobody: { status: 404, title: 'Nobody of today answers to this' },
};

/** Arriving and paying, for the programs of an office's officials. */
export function counterApi(deps: Deps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', servedOfficeOnly);

    app.get(
      `${base}/arrivals`,
      {
        schema: {
          tags,
          operationId: 'find-arrivals',
          summary: 'Who stands at the door: by scanned code, short code or name',
          params: officeParams,
          querystring: z.strictObject({ code: z.string().trim().min(1).max(400) }),
          response: { 200: arrivalsAnswer },
        },
      },
      async (request, reply) => {
        const outcome = await findArrivals(deps, atOffice(request), request.query.code);
        if (!outcome.ok) {
          const { code } = outcome.refusal;
          return sendProblem(reply, { ...arrivalProblems[code], code });
        }
        return {
          items: outcome.value.map(({ appointment, notToday }) => ({
            appointment: appointmentOut(appointment),
            not_today: notToday?.code ?? null,
          })),
          next: null,
        };
      },
    );

    app.post(
      `${base}/appointments/:appointment_id/check-in`,
      {
        schema: {
          tags,
          operationId: 'check-in',
          summary: 'Somebody has arrived and their identity document was checked',
          params: appointmentParams,
          headers: idempotencyHeader,
          response: { 200: appointmentSchema },
        },
      },
      async (request, reply) => {
        const { appointment_id: id } = request.params;
        const serving = atOffice(request);
        const key = request.headers['idempotency-key'];
        const outcome = await handleAppointment(deps, serving, { id, handling: 'check_in', key });
        if (!outcome.ok) return sendDeskRefusal(reply, outcome.refusal);
        const appointment = await seeExpected(deps, serving, id);
        return appointment === undefined ? reply.notFound() : appointmentOut(appointment);
      },
    );

    app.post(
      `${base}/appointments/:appointment_id/receipts`,
      {
        schema: {
          tags,
          operationId: 'take-fees-of-appointment',
          summary: 'Take fees of somebody on the day list and issue the receipt',
          params: appointmentParams,
          headers: idempotencyHeader,
          body: takingBody,
          response: { 201: receiptSchema },
        },
      },
      async (request, reply) => {
        const { appointment_id: id } = request.params;
        const serving = atOffice(request);
        const appointment = await seeExpected(deps, serving, id);
        if (appointment === undefined) return reply.notFound();
        const { body } = request;
        const outcome = await takeFees(deps, serving, {
          payerName: body.payer_name,
          terminalReference: body.terminal_reference,
          fees: body.fees.map((fee) => ({ feeId: fee.fee_id, quantity: fee.quantity })),
          locale: body.language,
          appointmentId: id,
          accountId: appointment.accountId,
          key: request.headers['idempotency-key'],
        });
        if (!outcome.ok) return sendTillRefusal(reply, outcome.refusal);
        return sendReceipt(deps, reply, serving, outcome.value.id, 201);
      },
    );
  };
}
