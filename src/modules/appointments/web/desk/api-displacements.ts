import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { atOffice, officeParams } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { idempotencyHeader, inBothLanguages, listOf } from '#platform/web/api-schemas.ts';
import { changeByOffice } from '../../use-cases/change-by-office.ts';
import { type Displaced, listDisplaced, seeAlternatives } from '../../use-cases/see-displaced.ts';
import { appointmentOut, appointmentSchema } from '../api-schemas.ts';
import { sendDeskRefusal } from './api-refusals.ts';
import { usualAnswerHours } from './changes.ts';

const tags = ['displacements'];
const base = '/api/v1/desk/offices/:office_id';
const id = z.uuid().max(36);
const slotId = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
const instant = z.iso.datetime({ offset: true }).max(40);
const appointmentParams = officeParams.extend({ appointment_id: id });

const displacedSchema = z.strictObject({
  appointment_id: id,
  slot_id: slotId,
  appointments: z.array(appointmentSchema).max(50).describe('Everybody who comes together'),
  alternatives: z
    .array(z.strictObject({ slot_id: slotId, starts_at: instant, ends_at: instant }))
    .max(20)
    .describe('Other hours at which all of them fit, the nearest first'),
  proposed_slot_id: slotId.nullable().describe('Left to them when all before them get theirs'),
});

const decisionBody = z
  .strictObject({
    from_slot_id: slotId.describe('Where the appointment was when the decision was taken'),
    to_slot_id: slotId.nullable().describe('The hour that is offered; null cancels'),
    only_this: z.boolean().default(false).describe('Cancels this one alone of those who come together'),
    reason: inBothLanguages(500),
    answer_hours: z.int().min(1).max(336).default(Number(usualAnswerHours)),
  })
  .meta({
    examples: [
      { from_slot_id: 812, to_slot_id: 840, reason: { it: 'Guasto al sistema', en: 'System failure' } },
    ],
  });

function displacedOut(displaced: Displaced): z.output<typeof displacedSchema> {
  return {
    appointment_id: displaced.id,
    slot_id: displaced.slotId,
    appointments: displaced.members.map(appointmentOut),
    alternatives: displaced.alternatives.map((hour) => ({
      slot_id: hour.id,
      starts_at: hour.startsAt.toString(),
      ends_at: hour.endsAt.toString(),
    })),
    proposed_slot_id: displaced.proposed ?? null,
  };
}

/** Who has lost their hour, for the programs of those who set up the office. */
export function displacementApi(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  app.get(
    `${base}/displacements`,
    {
      schema: {
        tags,
        operationId: 'list-displacements',
        summary: 'Who has to be moved or told, because hours were closed or have fewer desks',
        params: officeParams,
        response: { 200: listOf(displacedSchema, 10_000) },
      },
    },
    async (request) => ({
      items: (await listDisplaced(deps, atOffice(request))).map(displacedOut),
      next: null,
    }),
  );
}

/** Changing an appointment already given (variazione d’ufficio): another time is offered, or it is cancelled. */
export function officeChangeApi(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();

  app.get(
    `${base}/appointments/:appointment_id/alternatives`,
    {
      schema: {
        tags,
        operationId: 'see-alternatives',
        summary: 'The hours at which the people of an appointment could come instead',
        params: appointmentParams,
        response: { 200: displacedSchema },
      },
    },
    async (request, reply) => {
      const seen = await seeAlternatives(deps, atOffice(request), request.params.appointment_id);
      return seen === undefined
        ? sendDeskRefusal(reply, { code: 'no_such_appointment' })
        : displacedOut(seen);
    },
  );

  app.post(
    `${base}/appointments/:appointment_id/office-changes`,
    {
      schema: {
        tags,
        operationId: 'change-by-office',
        summary: 'Offer another time, or cancel; everybody concerned is told once, with the reason',
        params: appointmentParams,
        headers: idempotencyHeader,
        body: decisionBody,
        response: { 201: z.strictObject({ kind: z.enum(['offered', 'cancelled']) }) },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const changed = await changeByOffice(deps, atOffice(request), {
        id: request.params.appointment_id,
        fromSlotId: body.from_slot_id,
        toSlotId: body.to_slot_id,
        onlyThis: body.only_this,
        reason: body.reason,
        answerHours: body.answer_hours,
        key: request.headers['idempotency-key'],
      });
      return changed.ok
        ? reply.code(201).send({ kind: changed.value.kind })
        : sendDeskRefusal(reply, changed.refusal);
    },
  );
}
