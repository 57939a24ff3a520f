import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Principal } from '#platform/database/principal.ts';
import { citizenOf } from '#platform/web/guards.ts';
import { giveUpCertificate } from '../use-cases/give-up-certificate.ts';
import { issueCertificate } from '../use-cases/issue-certificate.ts';
import { readCatalogue } from '../use-cases/read-people.ts';
import { requestCertificate } from '../use-cases/request-certificate.ts';
import { fetchCertificate, seeCertificate, seeOwnCertificates } from '../use-cases/see-certificates.ts';
import { sendRefusal } from './api-refusals.ts';
import {
  catalogueOut,
  catalogueQuery,
  catalogueSchema,
  certificateOut,
  certificateSchema,
  certificatesAnswer,
  idempotencyHeader,
  requestBody,
} from './api-schemas.ts';
import type { CertificatesWeb } from './certificates-web.ts';

const tags = ['certificates'];
const params = z.strictObject({ certificate_id: z.string().max(40) });

/** One certificate as the API answers it. */
export async function sendCertificate(
  deps: CertificatesWeb,
  reply: FastifyReply,
  as: Principal,
  id: string,
  status: 200 | 201 = 200,
): Promise<FastifyReply> {
  const view = await seeCertificate(deps, as, id);
  return view === undefined ? reply.notFound() : reply.code(status).send(certificateOut(view));
}

/** Certificates for machines: the same use cases as the pages. */
export function certificateApi(deps: CertificatesWeb): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', deps.strong);
    const one = '/api/v1/certificates/:certificate_id';

    app.get(
      '/api/v1/certificate-kinds',
      {
        schema: {
          tags,
          operationId: 'list-certificate-kinds',
          summary: 'Which certificates can be had about a person, and what stands in the way of the others',
          querystring: catalogueQuery,
          response: { 200: catalogueSchema },
        },
      },
      async (request, reply) => {
        const catalogue = await readCatalogue(deps, {
          accountId: citizenOf(request).accountId,
          personId: request.query.person_id,
        });
        if (catalogue.ok) return catalogueOut(catalogue.value, request.locale);
        const { refusal } = catalogue;
        return refusal.code === 'no_record'
          ? sendRefusal(reply, refusal, request.locale)
          : sendRefusal(reply, { code: 'declined', declines: [refusal] }, request.locale);
      },
    );
    app.get(
      '/api/v1/certificates',
      {
        schema: {
          tags,
          operationId: 'list-certificates',
          summary: 'My certificates, the newest first',
          response: { 200: certificatesAnswer },
        },
      },
      async (request) => ({
        items: (await seeOwnCertificates(deps, citizenOf(request).accountId)).map(certificateOut),
        next: null,
      }),
    );
    app.post(
      '/api/v1/certificates',
      {
        schema: {
          tags,
          operationId: 'request-certificate',
          summary: 'Ask for a certificate',
          description:
            'An exempt one is issued at once; with stamp duty the payment that is named comes first.',
          headers: idempotencyHeader,
          body: requestBody,
          response: { 201: certificateSchema },
        },
      },
      async (request, reply) => {
        const { person_id: personId, kinds, language, exempt_use: use, by_mail: byMail } = request.body;
        const { accountId } = citizenOf(request);
        const outcome = await requestCertificate(deps, {
          accountId,
          personId,
          kinds: [...new Set(kinds)],
          language,
          duty: use === undefined ? { kind: 'stamp' } : { kind: 'exempt', use },
          locale: request.locale,
          byMail,
          key: request.headers['idempotency-key'],
        });
        if (!outcome.ok) return sendRefusal(reply, outcome.refusal, request.locale);
        const { id, orderId } = outcome.value;
        if (orderId === null) await issueCertificate(deps, id).catch(deps.onFault);
        return sendCertificate(deps, reply, { kind: 'citizen', accountId }, id, 201);
      },
    );
    app.get(
      one,
      {
        schema: {
          tags,
          operationId: 'see-certificate',
          summary: 'One certificate of mine',
          params,
          response: { 200: certificateSchema },
        },
      },
      async (request, reply) => {
        const { accountId } = citizenOf(request);
        return sendCertificate(deps, reply, { kind: 'citizen', accountId }, request.params.certificate_id);
      },
    );
    app.get(
      `${one}/document`,
      {
        schema: {
          tags,
          operationId: 'fetch-certificate-document',
          summary: 'The sealed PDF, as long as the certificate is valid',
          params,
          produces: ['application/pdf'],
        },
      },
      async (request, reply) => {
        const { accountId } = citizenOf(request);
        const fetched = await fetchCertificate(
          deps,
          { kind: 'citizen', accountId },
          request.params.certificate_id,
        );
        if (!fetched.ok) return sendRefusal(reply, fetched.refusal, request.locale);
        return reply.type('application/pdf').send(Buffer.from(fetched.value.pdf));
      },
    );
    app.post(
      `${one}/cancellation`,
      {
        schema: {
          tags,
          operationId: 'cancel-certificate',
          summary: 'Give up a certificate that is not paid yet',
          params,
          response: { 200: certificateSchema },
        },
      },
      async (request, reply) => {
        const { accountId } = citizenOf(request);
        const id = request.params.certificate_id;
        if ((await seeCertificate(deps, { kind: 'citizen', accountId }, id)) === undefined)
          return reply.notFound();
        const outcome = await giveUpCertificate(deps, { id, accountId });
        if (!outcome.ok) return sendRefusal(reply, outcome.refusal, request.locale);
        return sendCertificate(deps, reply, { kind: 'citizen', accountId }, id);
      },
    );
  };
}
