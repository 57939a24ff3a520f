import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { principalOf } from '#platform/web/who.ts';
import type { CertificateDeps } from '../../use-cases/certificate-deps.ts';
import { revokeCertificate } from '../../use-cases/revoke-certificate.ts';
import { seeOfficeCertificates } from '../../use-cases/see-certificates.ts';
import { sendRefusal } from '../api-refusals.ts';
import { certificateOut, certificateSchema, certificatesAnswer, idempotencyHeader } from '../api-schemas.ts';
import { certificateOf, revocationReasons, servingMunicipality } from './routes.ts';

const tags = ['certificates-desk'];
const officeId = z
  .string()
  .max(20)
  .regex(/^[a-z0-9-]+$/);

/** The desk of a municipality for machines. */
export function certificateDeskApi(deps: CertificateDeps): FastifyPluginAsync {
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
          querystring: z.strictObject({ number: z.string().min(1).max(40).optional() }),
          response: { 200: certificatesAnswer },
        },
      },
      async (request) => {
        const { number } = request.query;
        const views = await seeOfficeCertificates(deps, principalOf(officialOf(request)), {
          officeId: request.params.office_id,
          search: number === undefined ? {} : { number },
        });
        return { items: views.map(certificateOut), next: null };
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
