import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { atOffice, officeParams } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { daySent, idempotencyHeader, inBothLanguages, listOf, timeOfDay } from '#platform/web/api-schemas.ts';
import type { Closure } from '../../domain/agenda.ts';
import { seeClosures } from '../../use-cases/see-agenda.ts';
import { closeDays, reopenDays } from '../../use-cases/set-up-agenda.ts';
import { sendDeskRefusal } from './api-refusals.ts';

const tags = ['closures'];
const base = '/api/v1/desk/offices/:office_id/closures';
const id = z.uuid().max(36);

const closureBody = z
  .strictObject({
    from_on: daySent,
    until_on: daySent,
    hours: z
      .strictObject({ starts: timeOfDay, ends: timeOfDay })
      .refine(({ starts, ends }) => starts < ends, { message: 'order', path: ['ends'] })
      .nullable()
      .default(null)
      .describe('Only these hours of each day; null: whole days'),
    desks: z.int().min(1).max(50).nullable().default(null).describe('So many desks fewer; null: all'),
    agenda_id: id.nullable().default(null).describe('Of one agenda only; null: of the whole office'),
    reason: inBothLanguages(200),
  })
  .refine(({ from_on: from, until_on: until }) => from <= until, {
    message: 'date_order',
    path: ['until_on'],
  })
  .meta({
    examples: [
      {
        from_on: '2026-12-24',
        until_on: '2026-12-24',
        hours: { starts: '12:00', ends: '14:00' },
        desks: 2,
        reason: { it: 'Formazione del personale', en: 'Staff training' },
      },
    ],
  });

const closureSchema = z.strictObject({
  closure_id: id,
  from_on: z.iso.date(),
  until_on: z.iso.date(),
  hours: z.strictObject({ starts: timeOfDay, ends: timeOfDay }).nullable(),
  desks: z.int().min(1).max(50).nullable(),
  agenda_id: id.nullable(),
  holiday: z.boolean(),
  reason: z.strictObject({ it: z.string().max(200), en: z.string().max(200) }),
  given: z.int().min(0).max(1_000_000).describe('Appointments that are given on its days'),
});

function closureOut({ closure, given }: { closure: Closure; given: number }): z.output<typeof closureSchema> {
  return {
    closure_id: closure.id,
    from_on: closure.fromOn,
    until_on: closure.untilOn,
    hours: closure.hours === null ? null : { starts: closure.hours.starts, ends: closure.hours.ends },
    desks: closure.desks,
    agenda_id: closure.agendaId,
    holiday: closure.holiday,
    reason: { ...closure.reason },
    given,
  };
}

/** Closed days and hours of an office, and fewer desks. */
export function closureApi(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();

  app.get(
    base,
    {
      schema: {
        tags,
        operationId: 'list-closures',
        summary: 'Closures that are not over, with the appointments given on their days',
        params: officeParams,
        response: { 200: listOf(closureSchema, 1000) },
      },
    },
    async (request) => ({
      items: (await seeClosures(deps, atOffice(request))).map(closureOut),
      next: null,
    }),
  );

  app.post(
    base,
    {
      schema: {
        tags,
        operationId: 'close-days',
        summary: 'Close days or hours, or have fewer desks',
        description: 'Who has an appointment then waits in the list of displacements.',
        params: officeParams,
        headers: idempotencyHeader,
        body: closureBody,
        response: { 201: z.strictObject({ closure_id: id }) },
      },
    },
    async (request, reply) => {
      const who = { ...atOffice(request), key: request.headers['idempotency-key'] };
      const { from_on: fromOn, until_on: untilOn, agenda_id: agendaId, hours, desks, reason } = request.body;
      const closed = await closeDays(deps, who, {
        id: crypto.randomUUID(),
        agendaId,
        fromOn,
        untilOn,
        hours,
        desks,
        holiday: false,
        reason,
      });
      return closed.ok
        ? reply.code(201).send({ closure_id: closed.value.id })
        : sendDeskRefusal(reply, closed.refusal);
    },
  );

  app.delete(
    `${base}/:closure_id`,
    {
      schema: {
        tags,
        operationId: 'reopen-days',
        summary: 'Take a closure back: its hours make places again',
        params: officeParams.extend({ closure_id: id }),
        headers: idempotencyHeader,
        response: { 204: z.null().describe('The days are open again') },
      },
    },
    async (request, reply) => {
      const who = { ...atOffice(request), key: request.headers['idempotency-key'] };
      const reopened = await reopenDays(deps, who, request.params.closure_id);
      return reopened.ok ? reply.code(204).send(null) : sendDeskRefusal(reply, reopened.refusal);
    },
  );
}
