import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Locale } from '#kernel/locale.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { idempotencyHeader } from '#platform/web/api-schemas.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { type ConfirmRefusal, confirmAppointment } from '../use-cases/confirm-appointment.ts';
import { type ResendRefusal, resendLetter } from '../use-cases/resend-letter.ts';
import { appointmentParams } from './api-schemas.ts';
import { appointmentWords } from './words/words.ts';

const tags = ['appointments'];

const statuses: Record<(ResendRefusal | ConfirmRefusal)['code'], { status: number; title: string }> = {
  no_such_appointment: { status: 404, title: 'There is no such appointment' },
  not_held: { status: 409, title: 'The appointment waits for no confirmation' },
  too_often: { status: 429, title: 'The letter was sent five times' },
  lapsed: { status: 410, title: 'The time to confirm is over: the place went back to others' },
  cancelled: { status: 410, title: 'The appointment is cancelled' },
  other_time_offered: { status: 409, title: 'The office has offered another time since' },
  key_reused: { status: 422, title: 'This idempotency key was used for another request' },
};

/** The sentence of the page, where the page has one. */
function sentenceOf(code: keyof typeof statuses, locale: Locale): string | undefined {
  const { confirm } = appointmentWords[locale];
  const sentences: Partial<Record<keyof typeof statuses, string>> = {
    no_such_appointment: confirm.unknownText,
    lapsed: confirm.lapsedText,
    cancelled: confirm.cancelledText,
    other_time_offered: confirm.otherTimeText,
  };
  return sentences[code];
}

function refuse(reply: FastifyReply, { code }: ResendRefusal | ConfirmRefusal): FastifyReply {
  const detail = sentenceOf(code, reply.request.locale);
  return sendProblem(reply, { ...statuses[code], code, ...(detail === undefined ? {} : { detail }) });
}

/** The letter about a held place: sent again, and answered. */
export function letterApi(deps: Deps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();

    app.post(
      '/api/v1/appointments/:appointment_id/letters',
      {
        preHandler: citizensOnly,
        schema: {
          tags,
          operationId: 'resend-letter',
          summary: 'Send the letter about a held place again, five times at most',
          params: appointmentParams,
          headers: idempotencyHeader,
          response: { 202: z.strictObject({}) },
        },
      },
      async (request, reply) => {
        const sent = await resendLetter(deps, {
          id: request.params.appointment_id,
          accountId: citizenOf(request).accountId,
          key: request.headers['idempotency-key'],
        });
        return sent.ok ? reply.code(202).send({}) : refuse(reply, sent.refusal);
      },
    );

    app.post(
      '/api/v1/appointments/:appointment_id/confirmation',
      {
        schema: {
          tags,
          operationId: 'confirm-appointment',
          summary: 'Confirm a held place with the secret of the letter',
          description:
            'Needs no sign-in: office and token stand in the link of the letter. Doing it again is no fault.',
          params: appointmentParams,
          body: z
            .strictObject({ office_id: z.string().max(80), token: z.string().max(200) })
            .meta({ examples: [{ office_id: 'manchester', token: 'from-the-link-of-the-letter' }] }),
          response: { 200: z.strictObject({ appointment_id: z.uuid().max(36) }) },
        },
      },
      async (request, reply) => {
        const { office_id: officeId, token } = request.body;
        if (findOffice(officeId) === undefined) return refuse(reply, { code: 'no_such_appointment' });
        const id = request.params.appointment_id;
        const confirmed = await confirmAppointment(deps, { officeId, id, token });
        return confirmed.ok ? { appointment_id: id } : refuse(reply, confirmed.refusal);
      },
    );
  };
}
