import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { atOffice, officeParams } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { daySent, idempotencyHeader } from '#platform/web/api-schemas.ts';
import type { Holiday } from '../../domain/holiday.ts';
import {
  keepHolidays,
  proposeHolidayAgain,
  type SeenHolidays,
  seeHolidays,
  workOnHolidays,
} from '../../use-cases/decide-holidays.ts';
import { sendDeskRefusal } from './api-refusals.ts';

const tags = ['closures'];
const base = '/api/v1/desk/offices/:office_id';

const holidaySchema = z.strictObject({
  day: z.iso.date(),
  name: z.strictObject({ it: z.string().max(200), en: z.string().max(200) }),
  countries: z.array(z.string().max(2)).max(10).describe('Whose it is: ISO 3166-1 alpha-2'),
  decision: z.enum(['open', 'worked']).describe('Still to decide, or the office works all the same'),
});
const answer = z.strictObject({
  items: z.array(holidaySchema).max(1000),
  next: z.string().max(200).nullable(),
});
const decisions = z
  .strictObject({
    days: z.array(daySent).min(1).max(400),
    works: z.boolean().describe('Whether the office works on these days; otherwise it is closed'),
  })
  .meta({ examples: [{ days: ['2026-12-08', '2026-12-25'], works: false }] });

function holidaysOut({ open, keptOpen }: SeenHolidays): z.output<typeof answer> {
  const out = (decision: 'open' | 'worked') => (holiday: Holiday) => ({
    day: holiday.day,
    name: { ...holiday.name },
    countries: [...holiday.countries],
    decision,
  });
  return { items: [...open.map(out('open')), ...keptOpen.map(out('worked'))], next: null };
}

/** The holidays of both countries: kept, or worked on. */
export function holidayApi(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();

  app.get(
    `${base}/holidays`,
    {
      schema: {
        tags,
        operationId: 'list-holidays',
        summary: 'Holidays of the coming year about which the office decides; those kept are closures',
        params: officeParams,
        response: { 200: answer },
      },
    },
    async (request) => holidaysOut(await seeHolidays(deps, atOffice(request))),
  );

  app.post(
    `${base}/holiday-decisions`,
    {
      schema: {
        tags,
        operationId: 'decide-holidays',
        summary: 'Keep holidays, or work on them; days that are none, or decided already, stay as they are',
        params: officeParams,
        headers: idempotencyHeader,
        body: decisions,
        response: { 201: answer },
      },
    },
    async (request, reply) => {
      const who = { ...atOffice(request), key: request.headers['idempotency-key'] };
      const { days, works } = request.body;
      const decided = await (works ? workOnHolidays : keepHolidays)(deps, who, days);
      return decided.ok
        ? reply.code(201).send(holidaysOut(await seeHolidays(deps, who)))
        : sendDeskRefusal(reply, decided.refusal);
    },
  );

  app.delete(
    `${base}/holiday-decisions/:day`,
    {
      schema: {
        tags,
        operationId: 'reconsider-holiday',
        summary: 'Think again about a holiday on which the office would have worked',
        params: officeParams.extend({ day: daySent }),
        headers: idempotencyHeader,
        response: { 204: z.null().describe('The day waits for a decision') },
      },
    },
    async (request, reply) => {
      const who = { ...atOffice(request), key: request.headers['idempotency-key'] };
      const again = await proposeHolidayAgain(deps, who, request.params.day);
      return again.ok ? reply.code(204).send(null) : sendDeskRefusal(reply, again.refusal);
    },
  );
}
