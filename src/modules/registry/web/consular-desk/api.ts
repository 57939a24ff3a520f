import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { officeParams } from '#modules/offices/public.ts';
import { listOf } from '#platform/web/api-schemas.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { compareEntry } from '../../use-cases/compare-registers.ts';
import {
  listConsularRegister,
  readConsularEntry,
  searchConsularRegister,
} from '../../use-cases/read-consular-register.ts';
import type { RegistryDeps } from '../../use-cases/read-record.ts';
import {
  comparisonOut,
  comparisonSchema,
  entryId,
  entryOut,
  entrySchema,
  foundEntry,
  foundEntryOut,
} from '../consular-schemas.ts';
import { readingReasons } from '../desk/reading-reasons.ts';
import { readerAt } from './office.ts';

const tags = ['registry-desk'];
const base = '/api/v1/desk/offices/:office_id';
const why = z.strictObject({ why: z.enum(readingReasons) });

/** The register of a consular office, for the programs of its officials. */
export function consularDeskApi(plain: FastifyInstance, deps: RegistryDeps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  app.get(
    `${base}/consular-entries`,
    {
      schema: {
        tags,
        operationId: 'list-consular-entries',
        summary: 'The consular register of the office by family name; everybody listed sees it',
        params: officeParams,
        querystring: z.strictObject({ after: entryId.optional().describe('The `next` of the page before') }),
        response: { 200: z.strictObject({ items: z.array(foundEntry).max(100), next: entryId.nullable() }) },
      },
    },
    async (request) => {
      const { items, next } = await listConsularRegister(
        deps,
        readerAt(request, 'search'),
        request.query.after,
      );
      return { items: items.map(foundEntryOut), next: next ?? null };
    },
  );
  app.post(
    `${base}/consular-entry-searches`,
    {
      schema: {
        tags,
        operationId: 'search-consular-entries',
        summary: 'Look for people in the consular register of the office; everybody found sees it',
        params: officeParams,
        body: z.union([
          z.strictObject({ tax_code: z.string().min(1).max(20) }),
          z.strictObject({ name: z.string().min(1).max(100) }),
        ]),
        response: { 200: listOf(foundEntry, 50) },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const wanted = 'tax_code' in body ? { taxCode: body.tax_code } : { name: body.name };
      const outcome = await searchConsularRegister(deps, readerAt(request, 'search'), wanted);
      if (outcome.ok) return { items: outcome.value.map(foundEntryOut), next: null };
      const { code } = outcome.refusal;
      return sendProblem(reply, { status: 422, code, title: 'A name needs three letters' });
    },
  );
  app.get(
    `${base}/consular-entries/:entry_id`,
    {
      schema: {
        tags,
        operationId: 'read-consular-entry',
        summary: 'An entry of the consular register; the person sees who read it and why',
        params: officeParams.extend({ entry_id: entryId }),
        querystring: why,
        response: { 200: entrySchema },
      },
    },
    async (request, reply) => {
      const reader = readerAt(request, request.query.why);
      const read = await readConsularEntry(deps, reader, request.params.entry_id);
      return read === undefined ? reply.notFound() : entryOut(read.entry);
    },
  );
  app.get(
    `${base}/consular-entries/:entry_id/comparison`,
    {
      schema: {
        tags,
        operationId: 'compare-consular-entry',
        summary: 'What consular register, national registry and tax code say of a person, field by field',
        params: officeParams.extend({ entry_id: entryId }),
        querystring: why,
        response: { 200: comparisonSchema },
      },
    },
    async (request, reply) => {
      const reader = readerAt(request, request.query.why);
      const read = await readConsularEntry(deps, reader, request.params.entry_id);
      return read === undefined
        ? reply.notFound()
        : comparisonOut(await compareEntry(deps, reader, read.entry));
    },
  );
}
