import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { addDays, type CivilDate, civilDate, dayAt } from '#kernel/civil-date.ts';
import { findOffice } from '#modules/offices/public.ts';
import { findService } from '#modules/services/public.ts';
import type { Deps } from '#platform/deps.ts';
import { idempotencyHeader } from '#platform/web/api-schemas.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import type { BookPlace } from '../use-cases/book-places.ts';
import { cancelAppointment } from '../use-cases/cancel-appointment.ts';
import { moveAppointment } from '../use-cases/move-appointment.ts';
import { type SeeDays, seeHours } from '../use-cases/see-availability.ts';
import { findOwn, listOwn } from '../use-cases/see-own.ts';
import { readAnswers } from './answers-form.ts';
import { bookPartyByApi, isForOneselfAlone } from './api-party.ts';
import { sendRefusal } from './api-refusals.ts';
import {
  appointmentOut,
  appointmentParams,
  appointmentSchema,
  appointmentsAnswer,
  bookingBody,
  cancellationBody,
  dayOut,
  daysAnswer,
  daysQuery,
  heldAnswer,
  hourOut,
  hoursAnswer,
  hoursQuery,
  movingBody,
  placeParams,
} from './api-schemas.ts';

const tags = ['appointments'];
const longestSpan = 92;

/** Appointments for machines: the same use cases as the pages. */
export function appointmentApi(deps: Deps, book: BookPlace, lookAt: SeeDays): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    const path = '/api/v1/offices/:office_id/services/:service_id';

    app.get(
      `${path}/days`,
      {
        schema: {
          tags,
          operationId: 'see-days',
          summary: 'Days with places',
          params: placeParams,
          querystring: daysQuery,
          response: { 200: daysAnswer },
        },
      },
      async (request, reply) => {
        const { office_id: officeId, service_id: serviceId } = request.params;
        const office = findOffice(officeId);
        if (office === undefined || findService(serviceId) === undefined) return reply.notFound();
        const from = civilDate(request.query.from ?? dayAt(deps.now(), office.timeZone));
        const until = civilDate(request.query.until ?? addDays(from, 30));
        if (until < from || addDays(from, longestSpan) < until) return spanProblem(reply);
        const { people } = request.query;
        const seen = await lookAt({ officeId, serviceId, from, until, people });
        if (seen === undefined) return reply.notFound();
        return {
          time_zone: seen.zone,
          ...(seen.firstFree === undefined ? {} : { first_free_on: seen.firstFree }),
          items: seen.days.map((day) => dayOut(day, request.locale)),
        };
      },
    );

    app.get(
      `${path}/hours`,
      {
        schema: {
          tags,
          operationId: 'see-hours',
          summary: 'Hours of a day with places',
          params: placeParams,
          querystring: hoursQuery,
          response: { 200: hoursAnswer },
        },
      },
      async (request, reply) => {
        const { office_id: officeId, service_id: serviceId } = request.params;
        const office = findOffice(officeId);
        if (office === undefined || findService(serviceId) === undefined) return reply.notFound();
        const { people } = request.query;
        const day = request.query.day as CivilDate;
        const slots = await seeHours(deps, { officeId, serviceId, day, people });
        return { time_zone: office.timeZone, items: slots.map(hourOut) };
      },
    );

    await app.register(ownApi(deps, book));
  };
}

function spanProblem(reply: Parameters<typeof sendProblem>[0]) {
  return sendProblem(reply, {
    status: 422,
    code: 'span',
    title: `The days must be in order and at most ${longestSpan} apart`,
  });
}

function ownApi(deps: Deps, book: BookPlace): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', citizensOnly);

    app.get(
      '/api/v1/appointments',
      {
        schema: {
          tags,
          operationId: 'list-appointments',
          summary: 'My appointments',
          response: { 200: appointmentsAnswer },
        },
      },
      async (request) => ({
        items: (await listOwn(deps, citizenOf(request).accountId)).map(appointmentOut),
        next: null,
      }),
    );

    app.get(
      '/api/v1/appointments/:appointment_id',
      {
        schema: {
          tags,
          operationId: 'see-appointment',
          summary: 'One of my appointments',
          params: appointmentParams,
          response: { 200: appointmentSchema },
        },
      },
      async (request, reply) => {
        const appointment = await findOwn(deps, citizenOf(request).accountId, request.params.appointment_id);
        return appointment === undefined ? reply.notFound() : appointmentOut(appointment);
      },
    );

    app.post(
      '/api/v1/appointments',
      {
        schema: {
          tags,
          operationId: 'book-appointment',
          summary: 'Hold a place',
          description:
            'The place is held; the mail that follows asks to confirm it. With `people`, everybody gets a place, next to each other, or nobody does.',
          headers: idempotencyHeader,
          body: bookingBody,
          response: { 201: heldAnswer },
        },
      },
      async (request, reply) => {
        const { office_id: officeId, service_id: serviceId, slot_id: slotId, notes, answers } = request.body;
        const service = findService(serviceId);
        if (findOffice(officeId) === undefined || service === undefined)
          return sendRefusal(reply, { code: 'no_such_place' });
        const typed = Object.fromEntries(
          Object.entries(answers).map(([name, answer]) => [`answer_${name}`, answer]),
        );
        const reading = readAnswers(service, { ...typed, notes }, request.locale);
        if (Object.keys(reading.problems).length > 0) {
          return sendProblem(reply, {
            status: 422,
            code: 'answers',
            title: 'The answers do not fit the questions of the service',
            errors: Object.entries(reading.problems).map(([name, detail]) => ({
              pointer: name === 'notes' ? '/notes' : `/answers/${name.slice('answer_'.length)}`,
              code: 'answer',
              detail,
            })),
          });
        }
        const wish = {
          officeId,
          serviceId,
          slotId,
          accountId: citizenOf(request).accountId,
          notes: reading.notes,
          answers: reading.answers,
          key: request.headers['idempotency-key'],
        };
        if (!isForOneselfAlone(request.body)) {
          return bookPartyByApi(deps, request.body, wish, reply);
        }
        const outcome = await book(wish);
        if (!outcome.ok) return sendRefusal(reply, outcome.refusal);
        return reply
          .code(201)
          .header('location', `/api/v1/appointments/${outcome.value.id}`)
          .send({ appointment_id: outcome.value.id, held_until: outcome.value.heldUntil });
      },
    );

    app.post(
      '/api/v1/appointments/:appointment_id/cancellation',
      {
        schema: {
          tags,
          operationId: 'cancel-appointment',
          summary: 'Give an appointment up',
          params: appointmentParams,
          headers: idempotencyHeader,
          body: cancellationBody,
          response: { 200: appointmentSchema },
        },
      },
      async (request, reply) => {
        const { accountId } = citizenOf(request);
        const id = request.params.appointment_id;
        const outcome = await cancelAppointment(deps, {
          id,
          accountId,
          wholeParty: request.body?.whole_party ?? false,
          key: request.headers['idempotency-key'],
        });
        if (!outcome.ok) return sendRefusal(reply, outcome.refusal);
        return afterwards(deps, reply, accountId, id);
      },
    );

    app.post(
      '/api/v1/appointments/:appointment_id/move',
      {
        schema: {
          tags,
          operationId: 'move-appointment',
          summary: 'Move an appointment to another hour',
          params: appointmentParams,
          headers: idempotencyHeader,
          body: movingBody,
          response: { 200: appointmentSchema },
        },
      },
      async (request, reply) => {
        const { accountId } = citizenOf(request);
        const id = request.params.appointment_id;
        const slotId = request.body.slot_id;
        const outcome = await moveAppointment(deps, {
          id,
          accountId,
          slotId,
          key: request.headers['idempotency-key'],
        });
        if (!outcome.ok) return sendRefusal(reply, outcome.refusal);
        return afterwards(deps, reply, accountId, id);
      },
    );
  };
}

async function afterwards(
  deps: Deps,
  reply: Parameters<typeof sendRefusal>[0],
  accountId: string,
  id: string,
) {
  const appointment = await findOwn(deps, accountId, id);
  return appointment === undefined ? reply.notFound() : reply.send(appointmentOut(appointment));
}
