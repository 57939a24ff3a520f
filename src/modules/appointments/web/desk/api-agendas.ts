import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { atOffice, officeParams } from '#modules/offices/public.ts';
import { findService } from '#modules/services/public.ts';
import type { Deps } from '#platform/deps.ts';
import { daySent, idempotencyHeader, listOf, timeOfDay } from '#platform/web/api-schemas.ts';
import type { Agenda, ExtraWindow, WeeklyWindow } from '../../domain/agenda.ts';
import { seeAgenda, seeAgendas } from '../../use-cases/see-agenda.ts';
import type { Serving } from '../../use-cases/serve-day.ts';
import { setUpAgenda } from '../../use-cases/set-up-agenda.ts';
import { sendDeskRefusal } from './api-refusals.ts';

const tags = ['agendas'];
const base = '/api/v1/desk/offices/:office_id/agendas';
export const agendaParams = officeParams.extend({ agenda_id: z.uuid().max(36) });

const settings = {
  name: z.string().trim().min(1).max(80),
  service_ids: z
    .array(z.string().max(80))
    .min(1)
    .max(100)
    .refine((ids) => ids.every((id) => findService(id) !== undefined), 'no_such_service')
    .describe('The services that it serves'),
  minutes: z.int().min(5).max(240).describe('Length of an appointment'),
  days_ahead: z.int().min(1).max(92).describe('So many days before, places appear'),
  published_at_time: timeOfDay.describe('When places appear, HH:MM in the zone of the office'),
};
const agendaBody = z.strictObject(settings).meta({
  examples: [
    {
      name: 'Passaporti',
      service_ids: ['passport'],
      minutes: 15,
      days_ahead: 30,
      published_at_time: '18:00',
    },
  ],
});
const changedBody = z.strictObject({
  ...settings,
  ended_on: daySent.nullable().optional().describe('From this day it makes no places; null: it goes on'),
});

const hours = { starts: timeOfDay, ends: timeOfDay, desks: z.int().min(1).max(50) };
const day = z.iso.date();
const weekday = z.int().min(1).max(7).describe('1 is Monday');
const id = z.uuid().max(36);

const agendaSummary = z.strictObject({
  agenda_id: id,
  name: z.string().max(80),
  service_ids: z.array(z.string().max(80)).max(100),
  minutes: settings.minutes,
  days_ahead: settings.days_ahead,
  published_at_time: timeOfDay,
  ended_on: day.nullable(),
});

export const agendaSchema = agendaSummary.extend({
  weekly_windows: z
    .array(z.strictObject({ window_id: id, weekday, ...hours, from_on: day, until_on: day.nullable() }))
    .max(1000),
  extra_windows: z.array(z.strictObject({ window_id: id, day, ...hours })).max(1000),
});

function summaryOut(agenda: Agenda): z.output<typeof agendaSummary> {
  return {
    agenda_id: agenda.id,
    name: agenda.name,
    service_ids: [...agenda.serviceIds],
    minutes: agenda.minutes,
    days_ahead: agenda.daysAhead,
    published_at_time: agenda.publishedAtTime,
    ended_on: agenda.endedOn,
  };
}

const hoursOut = ({ id: window_id, starts, ends, desks }: WeeklyWindow | ExtraWindow) => ({
  window_id,
  starts,
  ends,
  desks,
});

/** An agenda of the office as it is now, with its hours. */
export async function sendAgenda(
  deps: Deps,
  reply: FastifyReply,
  serving: Serving,
  agendaId: string,
): Promise<FastifyReply> {
  const found = await seeAgenda(deps, serving, agendaId);
  if (found === undefined) return sendDeskRefusal(reply, { code: 'no_such_agenda' });
  const answer: z.output<typeof agendaSchema> = {
    ...summaryOut(found.agenda),
    weekly_windows: found.weekly.map((window) => ({
      ...hoursOut(window),
      weekday: window.weekday,
      from_on: window.fromOn,
      until_on: window.untilOn,
    })),
    extra_windows: found.extra.map((window) => ({ ...hoursOut(window), day: window.day })),
  };
  return reply.send(answer);
}

function settingsOf(body: z.output<typeof agendaBody>) {
  return {
    name: body.name,
    serviceIds: body.service_ids,
    minutes: body.minutes,
    daysAhead: body.days_ahead,
    publishedAtTime: body.published_at_time,
  };
}

/** The agendas of an office, for the programs of those who set it up. */
export function agendaApi(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();

  app.get(
    base,
    {
      schema: {
        tags,
        operationId: 'list-agendas',
        summary: 'The agendas of an office',
        params: officeParams,
        response: { 200: listOf(agendaSummary, 1000) },
      },
    },
    async (request) => ({
      items: (await seeAgendas(deps, atOffice(request))).map(summaryOut),
      next: null,
    }),
  );

  app.post(
    base,
    {
      schema: {
        tags,
        operationId: 'make-agenda',
        summary: 'Make an agenda; its hours come after',
        params: officeParams,
        headers: idempotencyHeader,
        body: agendaBody,
        response: { 201: agendaSchema },
      },
    },
    async (request, reply) => {
      const who = { ...atOffice(request), key: request.headers['idempotency-key'] };
      const made = await setUpAgenda(deps, who, {
        ...settingsOf(request.body),
        officeId: who.officeId,
        endedOn: null,
      });
      if (!made.ok) return sendDeskRefusal(reply, made.refusal);
      reply.header('location', `/api/v1/desk/offices/${who.officeId}/agendas/${made.value.id}`);
      return sendAgenda(deps, reply.code(201), who, made.value.id);
    },
  );

  app.get(
    `${base}/:agenda_id`,
    {
      schema: {
        tags,
        operationId: 'see-agenda',
        summary: 'An agenda with its hours',
        params: agendaParams,
        response: { 200: agendaSchema },
      },
    },
    async (request, reply) => sendAgenda(deps, reply, atOffice(request), request.params.agenda_id),
  );

  app.put(
    `${base}/:agenda_id`,
    {
      schema: {
        tags,
        operationId: 'change-agenda',
        summary: 'Change the settings of an agenda, or end it; places already given stay',
        params: agendaParams,
        headers: idempotencyHeader,
        body: changedBody,
        response: { 200: agendaSchema },
      },
    },
    async (request, reply) => {
      const who = { ...atOffice(request), key: request.headers['idempotency-key'] };
      const found = await seeAgenda(deps, who, request.params.agenda_id);
      if (found === undefined) return sendDeskRefusal(reply, { code: 'no_such_agenda' });
      const { ended_on: endedOn = found.agenda.endedOn } = request.body;
      const changed = await setUpAgenda(deps, who, {
        ...found.agenda,
        ...settingsOf(request.body),
        endedOn,
      });
      return changed.ok
        ? sendAgenda(deps, reply, who, changed.value.id)
        : sendDeskRefusal(reply, changed.refusal);
    },
  );
}
