import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Locale } from '#kernel/locale.ts';
import type { Deps } from '#platform/deps.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import type { OfficeChange } from '../domain/office-change.ts';
import { type AnswerRefusal, acceptOffer, refuseOffer } from '../use-cases/answer-offer.ts';
import { findOwn, findOwnOffer } from '../use-cases/see-own.ts';
import { appointmentOut, appointmentSchema } from './api-schemas.ts';

const tags = ['appointments'];
const params = z.strictObject({ change_id: z.uuid().max(36) });
const instant = z.iso.datetime({ offset: true }).max(40);

const changeSchema = z.strictObject({
  appointment_change_id: z.uuid().max(36),
  kind: z.enum(['offered', 'cancelled']).describe('Another time is offered, or its people choose anew'),
  office_id: z.string().max(80),
  service_id: z.string().max(80),
  people: z.int().min(1).max(20),
  was_at: instant,
  reason: z.string().max(500).describe('In the language asked for'),
  priority_until: instant.describe('Until then places that are not public yet can be booked, once'),
  priority_used: z.boolean(),
});

const statuses: Record<AnswerRefusal['code'], { status: number; title: string }> = {
  no_such_offer: { status: 404, title: 'There is no such offer' },
  lapsed: { status: 410, title: 'The time to answer is over' },
  over: { status: 409, title: 'This offer no longer waits for an answer' },
};

/** What an office did to one's appointments, and the answer to another time that it offers. */
export function offerApi(deps: Deps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', citizensOnly);

    app.get(
      '/api/v1/appointment-changes/:change_id',
      {
        schema: {
          tags,
          operationId: 'see-appointment-change',
          summary: 'What the office did to an appointment, and why',
          params,
          response: { 200: changeSchema },
        },
      },
      async (request, reply) => {
        const found = await findOwnOffer(deps, citizenOf(request).accountId, request.params.change_id);
        return found === undefined ? reply.notFound() : changeOut(found.change, request.locale);
      },
    );

    for (const [noun, operationId, summary, answer] of [
      ['acceptance', 'accept-offer', 'Accept the time that the office offers', acceptOffer],
      ['refusal', 'refuse-offer', 'Refuse the time that the office offers', refuseOffer],
    ] as const) {
      app.post(
        `/api/v1/appointment-changes/:change_id/${noun}`,
        {
          schema: {
            tags,
            operationId,
            summary,
            description: 'Doing it again gives the same answer.',
            params,
            response: { 200: appointmentSchema },
          },
        },
        async (request, reply) => {
          const { accountId } = citizenOf(request);
          const found = await findOwnOffer(deps, accountId, request.params.change_id);
          if (found === undefined) return sendAnswerRefusal(reply, { code: 'no_such_offer' });
          const outcome = await answer(deps, found.link);
          if (!outcome.ok) return sendAnswerRefusal(reply, outcome.refusal);
          const appointment = await findOwn(deps, accountId, outcome.value.id);
          return appointment === undefined ? reply.notFound() : appointmentOut(appointment);
        },
      );
    }
  };
}

function sendAnswerRefusal(reply: FastifyReply, { code }: AnswerRefusal): FastifyReply {
  return sendProblem(reply, { ...statuses[code], code });
}

function changeOut(change: OfficeChange, locale: Locale): z.output<typeof changeSchema> {
  return {
    appointment_change_id: change.id,
    kind: change.kind,
    office_id: change.officeId,
    service_id: change.serviceId,
    people: change.people,
    was_at: change.wasAt.toString(),
    reason: change.reason[locale],
    priority_until: change.priorityUntil.toString(),
    priority_used: change.priorityUsedAt !== null,
  };
}
