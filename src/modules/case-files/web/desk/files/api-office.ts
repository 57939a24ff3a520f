import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayAt } from '#kernel/civil-date.ts';
import { findOffice, officeParams, servedOfficeOnly } from '#modules/offices/public.ts';
import { daySent, idempotencyHeader, listOf } from '#platform/web/api-schemas.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { mayAdminister } from '#platform/web/who.ts';
import { isFileSpan, usualFileSpan } from '../../../domain/file-report.ts';
import { addAbsence, listAbsences, removeAbsence } from '../../../use-cases/absences.ts';
import type { CaseFileDeps } from '../../../use-cases/case-file-deps.ts';
import { seeFileReport } from '../../../use-cases/see-file-report.ts';
import { sendWorkRefusal } from './api-refusals.ts';
import { reportSchema, uuid } from './api-schemas.ts';

const base = '/api/v1/desk/offices/:office_id';
const absenceSchema = z.strictObject({
  absence_id: uuid,
  official_id: uuid,
  from: z.iso.date(),
  until: z.iso.date(),
});

/** What an office plans and reports about its files, for programs. */
export function filesOfficeApi(deps: CaseFileDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', servedOfficeOnly);
    const desk = (request: FastifyRequest, officeId: string) => ({ official: officialOf(request), officeId });

    app.get(
      `${base}/absences`,
      {
        schema: {
          tags: ['desk'],
          operationId: 'list-absences',
          summary: 'When officials of the office are away, now or later',
          params: officeParams,
          response: { 200: listOf(absenceSchema, 500) },
        },
      },
      async (request) => {
        const absences = await listAbsences(deps, desk(request, request.params.office_id));
        const items = absences.map(({ id, officialId, from, until }) => ({
          absence_id: id,
          official_id: officialId,
          from,
          until,
        }));
        return { items, next: null };
      },
    );

    app.post(
      `${base}/absences`,
      {
        schema: {
          tags: ['desk'],
          operationId: 'add-absence',
          summary: 'Write down when an official is away: nothing is handed to them meanwhile',
          params: officeParams,
          headers: idempotencyHeader,
          body: z.strictObject({ official_id: uuid, from: daySent, until: daySent }),
          response: { 201: z.strictObject({ absence_id: uuid }) },
        },
      },
      async (request, reply) => {
        const at = desk(request, request.params.office_id);
        if (!mayAdminister(request.who, at.officeId)) return reply.notFound();
        const { official_id: officialId, from, until } = request.body;
        const key = request.headers['idempotency-key'];
        const added = await addAbsence(deps, at, { officialId, from, until, key });
        return added.ok
          ? reply.code(201).send({ absence_id: added.value.id })
          : sendWorkRefusal(reply, added.refusal);
      },
    );

    app.delete(
      `${base}/absences/:absence_id`,
      {
        schema: {
          tags: ['desk'],
          operationId: 'remove-absence',
          summary: 'Take an absence back',
          params: officeParams.extend({ absence_id: uuid }),
          response: { 204: z.null().describe('The absence is written down no more') },
        },
      },
      async (request, reply) => {
        const at = desk(request, request.params.office_id);
        const removed = await removeAbsence(deps, at, request.params.absence_id);
        return removed.ok ? reply.code(204).send(null) : reply.notFound();
      },
    );

    app.get(
      `${base}/reports/files`,
      {
        schema: {
          tags: ['reports'],
          operationId: 'see-file-report',
          summary: 'How the files of an office came and went, and how long they took',
          params: officeParams,
          querystring: z.strictObject({ from: daySent.optional(), until: daySent.optional() }),
          response: { 200: reportSchema },
        },
      },
      async (request, reply) => {
        const at = desk(request, request.params.office_id);
        const zone = findOffice(at.officeId)?.timeZone ?? 'Europe/Rome';
        const usual = usualFileSpan(dayAt(deps.now(), zone));
        const [from, until] = [request.query.from ?? usual.from, request.query.until ?? usual.until];
        if (!isFileSpan(from, until)) {
          return sendProblem(reply, {
            status: 422,
            code: 'span',
            title: 'The days must be in order and at most 53 weeks apart',
          });
        }
        const report = await seeFileReport(deps, at, { from, until });
        return {
          from,
          until,
          items: report.weeks.map((week) => ({ ...week })),
          procedures: report.procedures.map((each) => ({
            procedure: each.procedure,
            closed: each.closed,
            median_days: each.medianDays,
            most_days: each.mostDays,
            office_days: each.officeDays,
            person_days: each.personDays,
            municipality_days: each.municipalityDays,
          })),
          officials: report.clerks.map(({ officialId, closed, medianDays }) => ({
            official_id: officialId,
            closed,
            median_days: medianDays,
          })),
          next: null,
        };
      },
    );
  };
}
