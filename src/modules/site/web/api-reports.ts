import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { findOffice } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { idempotencyHeader, listOf } from '#platform/web/api-schemas.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { principalOf } from '#platform/web/who.ts';
import { webWords } from '#platform/web/words/words.ts';
import { readReports, reportResale } from '../use-cases/report-resale.ts';

const tags = ['resale-reports'];
const officeId = z.string().max(80).nullable();
const reportSchema = z.strictObject({
  report_id: z.uuid().max(36),
  office_id: officeId,
  description: z.string().max(4000),
  seen_at: z.string().max(500),
  contact: z.string().max(200),
  created_at: z.iso.datetime({ offset: true }).max(40),
});

/** Appointments offered for money: reported by anybody, read by officials. */
export function reportApi(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();

  app.post(
    '/api/v1/resale-reports',
    {
      config: { rateLimit: { max: 20, timeWindow: '10 minutes' } },
      schema: {
        tags,
        operationId: 'report-resale',
        summary: 'Report appointments that are offered for money; nobody needs an account for it',
        headers: idempotencyHeader,
        body: z
          .strictObject({
            description: z.string().trim().min(1).max(4000),
            seen_at: z.string().trim().max(500).default('').describe('Where: an address, a page, a group'),
            contact: z.string().trim().max(200).default('').describe('Of who reports, if they want'),
            office_id: officeId
              .refine((id) => id === null || findOffice(id) !== undefined, 'no_such_office')
              .default(null),
          })
          .meta({
            examples: [
              { description: 'Un annuncio vende appuntamenti', seen_at: 'https://annunci.example/1' },
            ],
          }),
        response: { 201: z.strictObject({ reference: z.string().max(8) }) },
      },
    },
    async (request, reply) => {
      const { description, seen_at: seenAt, contact, office_id: office } = request.body;
      const said = { description, seenAt, contact, officeId: office };
      const reported = await reportResale(deps, request.headers['idempotency-key'], said);
      if (reported.ok)
        return reply.code(201).send({ reference: reported.value.id.slice(0, 8).toUpperCase() });
      const title = 'This idempotency key was used for another request';
      const detail = webWords[request.locale].problems.keyReused;
      return sendProblem(reply, { status: 422, code: reported.refusal.code, title, detail });
    },
  );

  app.get(
    '/api/v1/desk/resale-reports',
    {
      preHandler: officialsOnly,
      schema: {
        tags,
        operationId: 'list-resale-reports',
        summary: 'What people have reported, the newest 200',
        response: { 200: listOf(reportSchema, 200) },
      },
    },
    async (request) => {
      const reports = await readReports(deps, principalOf(officialOf(request)));
      const items = reports.map((each) => ({
        report_id: each.id,
        office_id: each.officeId,
        description: each.description,
        seen_at: each.seenAt,
        contact: each.contact,
        created_at: each.createdAt.toString(),
      }));
      return { items, next: null };
    },
  );
}
