import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { administeredOfficeOnly, atOffice, officeParams } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { daySent, idempotencyHeader, listOf } from '#platform/web/api-schemas.ts';
import { officialsOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { webWords } from '#platform/web/words/words.ts';
import { findService } from '../domain/catalogue.ts';
import { decideOffer, readOffers } from '../use-cases/offers.ts';
import { offerOut, offerSchema } from './api-schemas.ts';

const tags = ['services'];
const base = '/api/v1/desk/offices/:office_id/services';
const { hold_minutes, notice_hours, without_entry, absences } = offerSchema.shape;
const decision = z
  .strictObject({
    switched_on: z.boolean(),
    first_bookable_on: daySent.nullable().default(null),
    news_on: daySent.nullable().default(null),
    hold_minutes,
    notice_hours,
    without_entry: without_entry.default(false),
    absences: absences.default(null),
  })
  .meta({
    examples: [
      {
        switched_on: true,
        first_bookable_on: '2026-12-01',
        hold_minutes: 120,
        notice_hours: 24,
        absences: { most: 2, months: 6, pause_days: 30 },
      },
    ],
  });

/** Which services an office gives appointments for, and from when; for programs of those who set it up. */
export function offerDeskApi(deps: Deps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', administeredOfficeOnly);

    app.get(
      base,
      {
        schema: {
          tags,
          operationId: 'list-offers',
          summary: 'What the office has decided about its services',
          params: officeParams,
          response: { 200: listOf(offerSchema, 500) },
        },
      },
      async (request) => ({
        items: (await readOffers(deps, request.params.office_id)).map(offerOut),
        next: null,
      }),
    );

    app.put(
      `${base}/:service_id`,
      {
        schema: {
          tags,
          operationId: 'decide-offer',
          summary: 'Switch a service on or off; first bookable day, times, and what absences do',
          params: officeParams.extend({ service_id: z.string().max(80) }),
          headers: idempotencyHeader,
          body: decision,
          response: { 200: offerSchema },
        },
      },
      async (request, reply) => {
        const { office_id: officeId, service_id: serviceId } = request.params;
        if (findService(serviceId)?.booking.kind !== 'appointment') return reply.notFound();
        const { body } = request;
        const offer = {
          officeId,
          serviceId,
          switchedOn: body.switched_on,
          firstBookableOn: body.first_bookable_on,
          newsOn: body.news_on,
          holdMinutes: body.hold_minutes,
          noticeHours: body.notice_hours,
          withoutEntry: body.without_entry,
          absences:
            body.absences === null
              ? null
              : {
                  most: body.absences.most,
                  months: body.absences.months,
                  pauseDays: body.absences.pause_days,
                },
        };
        const who = { ...atOffice(request), key: request.headers['idempotency-key'] };
        const decided = await decideOffer(deps, who, offer);
        if (decided.ok) return offerOut(offer);
        const detail = webWords[request.locale].problems.keyReused;
        const title = 'This idempotency key was used for another request';
        return sendProblem(reply, { status: 422, code: decided.refusal.code, title, detail });
      },
    );
  };
}
