import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { type OfficeSearchRefusal, readAfter, type TypedSearch } from '../../domain/office-search.ts';
import type { CertificateDeps } from '../../use-cases/certificate-deps.ts';
import { revokeCertificate } from '../../use-cases/revoke-certificate.ts';
import { searchIssued } from '../../use-cases/search-issued.ts';
import { sendRefusal } from '../api-refusals.ts';
import { certificateOut, certificateSchema, idempotencyHeader } from '../api-schemas.ts';
import { certificateOf, revocationReasons, servingMunicipality } from './routes.ts';

const tags = ['certificates-desk'];
const officeId = z
  .string()
  .max(20)
  .regex(/^[a-z0-9-]+$/);

const cursor = z.string().max(80).describe('`next` of the page before');
const issuedAnswer = z.strictObject({ items: z.array(certificateSchema).max(50), next: cursor.nullable() });

const titles: Record<OfficeSearchRefusal['code'], string> = {
  not_a_number: 'This is not the number of a certificate',
  name_too_short: 'A name needs three letters',
  not_a_date: 'This is not a date',
};

/** The desk of a municipality for machines. */
export function certificateDeskApi(deps: CertificateDeps): FastifyPluginAsync {
  const search = async (
    request: FastifyRequest,
    reply: FastifyReply,
    typed: TypedSearch,
    after: string | undefined,
  ) => {
    const { office_id: office } = request.params as { office_id: string };
    const outcome = await searchIssued(deps, {
      officialId: officialOf(request).officialId,
      officeId: office,
      typed,
      after: readAfter(after),
      showsHolders: true,
    });
    if (!outcome.ok) {
      const { code } = outcome.refusal;
      return sendProblem(reply, { status: 422, code, title: titles[code] });
    }
    return { items: outcome.value.views.map(certificateOut), next: outcome.value.next };
  };

  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', servingMunicipality);
    const base = '/api/v1/desk/offices/:office_id/certificates';
    const params = z.strictObject({ office_id: officeId, certificate_id: z.string().max(40) });

    app.get(
      base,
      {
        schema: {
          tags,
          operationId: 'list-issued-certificates',
          summary: 'Certificates that the municipality has issued, the newest first',
          params: z.strictObject({ office_id: officeId }),
          querystring: z.strictObject({
            number: z.string().min(1).max(40).optional(),
            after: cursor.optional(),
          }),
          response: { 200: issuedAnswer },
        },
      },
      async (request, reply) => {
        const { number, after } = request.query;
        return search(request, reply, { number }, after);
      },
    );
    app.post(
      '/api/v1/desk/offices/:office_id/certificate-searches',
      {
        schema: {
          tags,
          operationId: 'search-issued-certificates',
          summary: 'Look for issued certificates by whom they are about or the day; everybody found sees it',
          params: z.strictObject({ office_id: officeId }),
          body: z.strictObject({
            name: z.string().max(100).optional().describe('Family name, then given name, or how they begin'),
            tax_code: z.string().max(20).optional(),
            issued_on: z.string().max(10).optional(),
            after: cursor.optional(),
          }),
          response: { 200: issuedAnswer },
        },
      },
      async (request, reply) => {
        const { name, tax_code: taxCode, issued_on: issuedOn, after } = request.body;
        return search(request, reply, { name, taxCode, issuedOn }, after);
      },
    );
    app.post(
      `${base}/:certificate_id/revocation`,
      {
        schema: {
          tags,
          operationId: 'revoke-certificate',
          summary: 'Take an issued certificate back',
          params,
          headers: idempotencyHeader,
          body: z.strictObject({ because: z.enum(revocationReasons) }),
          response: { 200: certificateSchema },
        },
      },
      async (request, reply) => {
        const { office_id: office, certificate_id: id } = request.params;
        if ((await certificateOf(deps, request, { office, id })) === undefined) return reply.notFound();
        const outcome = await revokeCertificate(deps, officialOf(request), {
          id,
          because: request.body.because,
          key: request.headers['idempotency-key'],
        });
        if (!outcome.ok) return sendRefusal(reply, outcome.refusal, request.locale);
        const view = await certificateOf(deps, request, { office, id });
        return view === undefined ? reply.notFound() : certificateOut(view);
      },
    );
  };
}
