import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type CivilDate, dayAt } from '#kernel/civil-date.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { officialOf } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { mayServe, principalOf } from '#platform/web/who.ts';
import { isReportSpan, type Outcomes, usualSpan } from '../../domain/office-report.ts';
import { seeReport } from '../../use-cases/see-report.ts';

const count = z.int().min(0).max(10_000_000);
const outcomes = {
  booked: count,
  served: count,
  missed: count,
  cancelled: count,
  walk_ins: count,
  median_wait_days: count.nullable().describe('Days between booking and appointment'),
  median_counter_minutes: count.nullable().describe('Minutes from check-in until served'),
};
const answer = z.strictObject({
  from: z.iso.date(),
  until: z.iso.date(),
  items: z.array(z.strictObject({ week: z.iso.date(), offered: count, ...outcomes })).max(60),
  services: z.array(z.strictObject({ service_id: z.string().max(80), ...outcomes })).max(200),
  next: z.string().max(200).nullable(),
});

function outcomesOut(each: Outcomes) {
  return {
    booked: each.booked,
    served: each.served,
    missed: each.missed,
    cancelled: each.cancelled,
    walk_ins: each.walkIns,
    median_wait_days: each.waitDays,
    median_counter_minutes: each.counterMinutes,
  };
}

/** The office's report for the programs of its officials. */
export function reportApi(deps: Deps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.get(
      '/api/v1/desk/offices/:office_id/reports/appointments',
      {
        schema: {
          tags: ['reports'],
          operationId: 'see-appointment-report',
          summary: 'How the appointments of an office went, by week and by service',
          params: z.strictObject({ office_id: z.string().max(80) }),
          querystring: z.strictObject({ from: z.iso.date().optional(), until: z.iso.date().optional() }),
          response: { 200: answer },
        },
      },
      async (request, reply) => {
        const { office_id: officeId } = request.params;
        const office = findOffice(officeId);
        const official = officialOf(request);
        if (office === undefined || !mayServe(official, officeId)) return reply.notFound();
        const usual = usualSpan(dayAt(deps.now(), office.timeZone));
        const from = (request.query.from ?? usual.from) as CivilDate;
        const until = (request.query.until ?? usual.until) as CivilDate;
        if (!isReportSpan(from, until)) {
          return sendProblem(reply, {
            status: 422,
            code: 'span',
            title: 'The days must be in order and at most 53 weeks apart',
          });
        }
        const report = await seeReport(deps, { as: principalOf(official), officeId }, { from, until });
        return {
          from,
          until,
          items: report.weeks.map((week) => ({
            week: week.week,
            offered: week.offered,
            ...outcomesOut(week),
          })),
          services: report.services.map((service) => ({
            service_id: service.serviceId,
            ...outcomesOut(service),
          })),
          next: null,
        };
      },
    );
  };
}
