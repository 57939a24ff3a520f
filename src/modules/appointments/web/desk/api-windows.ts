import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { atOffice } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { daySent, idempotencyHeader, timeOfDay } from '#platform/web/api-schemas.ts';
import { closeExtra, closeWeekly, openExtra, openWeekly } from '../../use-cases/set-up-agenda.ts';
import { agendaParams, agendaSchema, sendAgenda } from './api-agendas.ts';
import { sendDeskRefusal } from './api-refusals.ts';

const tags = ['agendas'];
const agenda = '/api/v1/desk/offices/:office_id/agendas/:agenda_id';
const windowParams = agendaParams.extend({ window_id: z.uuid().max(36) });

const hours = { starts: timeOfDay, ends: timeOfDay, desks: z.int().min(1).max(50) };
const inOrder = ({ starts, ends }: { starts: string; ends: string }) => starts < ends;
const order = { message: 'order', path: ['ends'] };

const weeklyBody = z
  .strictObject({
    weekday: z.int().min(1).max(7).describe('1 is Monday'),
    ...hours,
    from_on: daySent,
    until_on: daySent.nullable().default(null),
  })
  .refine(inOrder, order)
  .refine(({ from_on: from, until_on: until }) => until === null || from <= until, {
    message: 'date_order',
    path: ['until_on'],
  })
  .meta({ examples: [{ weekday: 1, starts: '09:00', ends: '12:30', desks: 3, from_on: '2026-12-07' }] });
const extraBody = z
  .strictObject({ day: daySent, ...hours })
  .refine(inOrder, order)
  .meta({ examples: [{ day: '2026-12-12', starts: '09:00', ends: '13:00', desks: 2 }] });

/** The hours of an agenda: every week, and on single days. */
export function windowApi(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();

  app.post(
    `${agenda}/weekly-windows`,
    {
      schema: {
        tags,
        operationId: 'open-weekly-window',
        summary: 'Open desks every week at some hours',
        params: agendaParams,
        headers: idempotencyHeader,
        body: weeklyBody,
        response: { 201: agendaSchema },
      },
    },
    async (request, reply) => {
      const who = { ...atOffice(request), key: request.headers['idempotency-key'] };
      const { from_on: fromOn, until_on: untilOn, ...rest } = request.body;
      const window = { ...rest, fromOn, untilOn, id: crypto.randomUUID() };
      const opened = await openWeekly(deps, who, request.params.agenda_id, window);
      return opened.ok
        ? sendAgenda(deps, reply.code(201), who, opened.value.id)
        : sendDeskRefusal(reply, opened.refusal);
    },
  );

  app.post(
    `${agenda}/extra-windows`,
    {
      schema: {
        tags,
        operationId: 'open-extra-window',
        summary: 'Open desks on one day beyond the weekly hours',
        params: agendaParams,
        headers: idempotencyHeader,
        body: extraBody,
        response: { 201: agendaSchema },
      },
    },
    async (request, reply) => {
      const who = { ...atOffice(request), key: request.headers['idempotency-key'] };
      const window = { ...request.body, id: crypto.randomUUID() };
      const opened = await openExtra(deps, who, request.params.agenda_id, window);
      return opened.ok
        ? sendAgenda(deps, reply.code(201), who, opened.value.id)
        : sendDeskRefusal(reply, opened.refusal);
    },
  );

  for (const [noun, operationId, summary, close] of [
    ['weekly-windows', 'end-weekly-window', 'End a weekly opening; places already given stay', closeWeekly],
    ['extra-windows', 'end-extra-window', 'Take an opening of one day back; places given stay', closeExtra],
  ] as const) {
    app.delete(
      `${agenda}/${noun}/:window_id`,
      {
        schema: {
          tags,
          operationId,
          summary,
          params: windowParams,
          headers: idempotencyHeader,
          response: { 204: z.null().describe('These hours make no places any more') },
        },
      },
      async (request, reply) => {
        const who = { ...atOffice(request), key: request.headers['idempotency-key'] };
        const { agenda_id: agendaId, window_id: windowId } = request.params;
        const closed = await close(deps, who, agendaId, windowId);
        return closed.ok ? reply.code(204).send(null) : sendDeskRefusal(reply, closed.refusal);
      },
    );
  }
}
