import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayAt } from '#kernel/civil-date.ts';
import { citizenOf } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { principalOf } from '#platform/web/who.ts';
import { readReadings } from '../use-cases/read-readings.ts';
import {
  type DomicileDeps,
  type DomicileRefusal,
  seeDigitalDomicile,
} from '../use-cases/see-digital-domicile.ts';
import { domicileOut, domicileSchema, readingOut, readingsAnswer, recordOut } from './api-schemas.ts';
import { recordSchema } from './record-schema.ts';
import { ownRecord, strong } from './registry-web.ts';

const tags = ['registry'];
const base = '/api/v1/registry-record';

const statuses: Record<DomicileRefusal['code'], { status: number; title: string }> = {
  not_connected: {
    status: 503,
    title: 'This installation is not connected to the index of digital domiciles',
  },
  unavailable: { status: 503, title: 'The index of digital domiciles does not answer now' },
  no_tax_code: { status: 409, title: 'The record has no tax code to ask the index with' },
  just_asked: { status: 429, title: 'The index was asked less than a minute ago' },
};

/** The own data for machines: to take along (portability), and who has read it. */
export function registryApi(deps: DomicileDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', strong);
    app.get(
      base,
      {
        schema: {
          tags,
          operationId: 'see-registry-record',
          summary: 'The own record in the national registry',
          response: { 200: recordSchema },
        },
      },
      async (request, reply) => {
        const record = await ownRecord(deps, request);
        return record === undefined ? reply.notFound() : recordOut(record, dayAt(deps.now(), 'Europe/Rome'));
      },
    );
    app.get(
      `${base}/readings`,
      {
        schema: {
          tags,
          operationId: 'list-registry-readings',
          summary: 'Who has read the own record, latest first',
          querystring: z.strictObject({
            before: z.string().max(15).regex(/^\d+$/).optional().describe('The `next` of the page before'),
          }),
          response: { 200: readingsAnswer },
        },
      },
      async (request) => {
        const { before } = request.query;
        const { items, next } = await readReadings(deps, {
          accountId: citizenOf(request).accountId,
          ...(before === undefined ? {} : { before: Number(before) }),
        });
        return { items: items.map(readingOut), next: next === undefined ? null : String(next) };
      },
    );
    app.get(
      `${base}/digital-domicile`,
      {
        schema: {
          tags,
          operationId: 'see-digital-domicile',
          summary: 'The own digital domicile as the index has it',
          response: { 200: domicileSchema },
        },
      },
      async (request, reply) => domicile(deps, request, reply, false),
    );
    app.post(
      `${base}/digital-domicile/checks`,
      {
        schema: {
          tags,
          operationId: 'check-digital-domicile',
          summary: 'Ask the index again',
          response: { 200: domicileSchema },
        },
      },
      async (request, reply) => domicile(deps, request, reply, true),
    );
  };
}

async function domicile(
  deps: DomicileDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  again: boolean,
): Promise<FastifyReply> {
  const record = await ownRecord(deps, request);
  if (record === undefined) return reply.notFound();
  const seen = await seeDigitalDomicile(deps, { as: principalOf(request.who), person: record, again });
  if (seen.ok) return reply.send(domicileOut(seen.value));
  return sendProblem(reply, { ...statuses[seen.refusal.code], code: seen.refusal.code });
}
