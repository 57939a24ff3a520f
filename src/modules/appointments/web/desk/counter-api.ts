import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { findOffice } from '#modules/offices/public.ts';
import {
  receiptSchema,
  sendReceipt,
  sendTillRefusal,
  takeFees,
  takingBody,
} from '#modules/payments/public.ts';
import type { Deps } from '#platform/deps.ts';
import { officialOf } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { mayServe, principalOf } from '#platform/web/who.ts';
import { type ArrivalRefusal, findArrivals } from '../../use-cases/find-arrival.ts';
import { type HandlingRefusal, handleAppointment, seeExpected } from '../../use-cases/serve-day.ts';
import { appointmentOut, appointmentSchema, idempotencyHeader } from '../api-schemas.ts';

const tags = ['counter'];
const base = '/api/v1/desk/offices/:office_id';
const officeParams = z.strictObject({ office_id: z.string().max(80) });
const appointmentParams = z.strictObject({ office_id: z.string().max(80), appointment_id: z.uuid().max(36) });

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

const handlingProblems: Record<HandlingRefusal['code'], { status: number; title: string }> = {
  no_such_appointment: { status: 404, title: 'There is no such appointment' },
  not_now: { status: 409, title: 'The appointment is in another state' },
  not_yet: { status: 409, title: 'The hour has not begun' },
  key_reused: { status: 422, title: 'This idempotency key was used for another request' },
};

function servingOf(request: FastifyRequest, officeId: string) {
  const official = officialOf(request);
  return {
    as: principalOf(official),
    actor: { kind: 'official', id: official.officialId } as const,
    officeId,
  };
}

/** For another office than one's own there is nothing here. */
async function ownOfficeOnly(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const { office_id: officeId } = request.params as z.output<typeof officeParams>;
  return findOffice(officeId) !== undefined && mayServe(request.who, officeId) ? undefined : reply.notFound();
}

/** Arriving and paying, for the programs of an office's officials. */
export function counterApi(deps: Deps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', ownOfficeOnly);

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
        const outcome = await findArrivals(
          deps,
          servingOf(request, request.params.office_id),
          request.query.code,
        );
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
        const { office_id: officeId, appointment_id: id } = request.params;
        const serving = servingOf(request, officeId);
        const key = request.headers['idempotency-key'];
        const outcome = await handleAppointment(deps, serving, { id, handling: 'check_in', key });
        if (!outcome.ok) {
          const { code } = outcome.refusal;
          return sendProblem(reply, { ...handlingProblems[code], code });
        }
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
        const { office_id: officeId, appointment_id: id } = request.params;
        const serving = servingOf(request, officeId);
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
