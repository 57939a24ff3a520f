import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { parseTaxCode } from '#kernel/tax-code.ts';
import { atOffice, officeParams } from '#modules/offices/public.ts';
import { findService } from '#modules/services/public.ts';
import type { Deps } from '#platform/deps.ts';
import { daySent, idempotencyHeader, listOf } from '#platform/web/api-schemas.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { excuseAbsence } from '../../use-cases/absences.ts';
import { addWalkIn } from '../../use-cases/add-walk-in.ts';
import {
  type Handling,
  handleAppointment,
  listDay,
  type Serving,
  seeExpected,
} from '../../use-cases/serve-day.ts';
import { appointmentOut, appointmentSchema } from '../api-schemas.ts';
import { sendDeskRefusal } from './api-refusals.ts';
import { deskWords } from './words/words.ts';

const tags = ['counter'];
const base = '/api/v1/desk/offices/:office_id';
const appointmentParams = officeParams.extend({ appointment_id: z.uuid().max(36) });

const walkInBody = z
  .strictObject({
    given_name: z.string().trim().min(1).max(100),
    family_name: z.string().trim().min(1).max(100),
    born_on: daySent,
    tax_code: z.string().trim().max(20).default(''),
    service_id: z
      .string()
      .max(80)
      .refine((id) => findService(id) !== undefined, 'no_such_service'),
    notes: z.string().trim().max(2000).default(''),
  })
  .meta({
    examples: [{ given_name: 'Ada', family_name: 'Prova', born_on: '1980-01-01', service_id: 'passport' }],
  });

/** What a clerk does with a line of the day, by the noun under which it is posted; `check_in` has its own door. */
const handlings = [
  ['charge', 'take-in-charge', 'The office takes the appointment in charge', 'take_in_charge'],
  ['serving', 'serve', 'The person was served', 'serve'],
  ['absence', 'note-absence', 'The person did not come', 'miss'],
] as const satisfies readonly (readonly [string, string, string, Handling])[];

async function sendExpected(deps: Deps, reply: FastifyReply, serving: Serving, id: string) {
  const appointment = await seeExpected(deps, serving, id);
  return appointment === undefined
    ? sendDeskRefusal(reply, { code: 'no_such_appointment' })
    : reply.send(appointmentOut(appointment));
}

/** The day at the counter, for the programs of those who serve the office. */
export function dayApi(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();

  app.get(
    `${base}/days/:day`,
    {
      schema: {
        tags,
        operationId: 'see-day-list',
        summary: 'Those who come on a day, in the order of the hours',
        params: officeParams.extend({ day: daySent }),
        response: { 200: listOf(appointmentSchema, 10_000) },
      },
    },
    async (request) => ({
      items: (await listDay(deps, atOffice(request), request.params.day)).map(appointmentOut),
      next: null,
    }),
  );

  for (const [noun, operationId, summary, handling] of handlings) {
    app.post(
      `${base}/appointments/:appointment_id/${noun}`,
      {
        schema: {
          tags,
          operationId,
          summary,
          params: appointmentParams,
          headers: idempotencyHeader,
          response: { 200: appointmentSchema },
        },
      },
      async (request, reply) => {
        const serving = atOffice(request);
        const { appointment_id: id } = request.params;
        const key = request.headers['idempotency-key'];
        const handled = await handleAppointment(deps, serving, { id, handling, key });
        return handled.ok ? sendExpected(deps, reply, serving, id) : sendDeskRefusal(reply, handled.refusal);
      },
    );
  }

  app.post(
    `${base}/appointments/:appointment_id/excuse`,
    {
      schema: {
        tags,
        operationId: 'excuse-absence',
        summary: 'The office excuses an absence: it no longer counts for a pause of booking',
        params: appointmentParams,
        headers: idempotencyHeader,
        response: { 200: appointmentSchema },
      },
    },
    async (request, reply) => {
      const serving = atOffice(request);
      const { appointment_id: id } = request.params;
      const excused = await excuseAbsence(deps, serving, { id, key: request.headers['idempotency-key'] });
      return excused.ok ? sendExpected(deps, reply, serving, id) : sendDeskRefusal(reply, excused.refusal);
    },
  );

  app.post(
    `${base}/walk-ins`,
    {
      schema: {
        tags,
        operationId: 'add-walk-in',
        summary: 'Serve somebody who came without an appointment: checked in at once',
        params: officeParams,
        headers: idempotencyHeader,
        body: walkInBody,
        response: { 201: appointmentSchema },
      },
    },
    async (request, reply) => {
      const serving = atOffice(request);
      const { body } = request;
      const person = { givenName: body.given_name, familyName: body.family_name, bornOn: body.born_on };
      const taxCode = body.tax_code === '' ? undefined : await parseTaxCode(body.tax_code, person);
      if (taxCode?.ok === false) {
        const { code } = taxCode.refusal;
        const detail = deskWords[request.locale].walkIn.taxCodeWrong;
        const title = 'The tax code does not match name and date of birth';
        return sendProblem(reply, {
          status: 422,
          code,
          title,
          errors: [{ pointer: '/tax_code', code, detail }],
        });
      }
      const added = await addWalkIn(deps, serving, {
        ...person,
        serviceId: body.service_id,
        notes: body.notes,
        taxCode: taxCode?.value ?? null,
        locale: request.locale,
        key: request.headers['idempotency-key'],
      });
      return added.ok
        ? sendExpected(deps, reply.code(201), serving, added.value.id)
        : sendDeskRefusal(reply, added.refusal);
    },
  );
}
