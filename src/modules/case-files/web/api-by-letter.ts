import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { referenceOf } from '../domain/case-file.ts';
import type { CaseFileDeps } from '../use-cases/case-file-deps.ts';
import { findForReader, type Reader, viewCaseFile } from '../use-cases/see-case-files.ts';
import { submitCaseFile } from '../use-cases/submit-case-file.ts';
import { cancelCaseFile, writeAsPerson } from '../use-cases/write-as-person.ts';
import { sendRefusal } from './api-refusals.ts';
import {
  idempotencyHeader,
  messageBody,
  newRequestBody,
  requestOut,
  requestParams,
  requestSchema,
} from './api-schemas.ts';
import { readRequest } from './api-start.ts';

const tags = ['requests'];
const base = '/api/v1/letter-requests';
const link = z
  .strictObject({ office_id: z.string().max(80), token: z.string().max(200) })
  .describe('Both stand in the link of every letter about the request');
const letterBody = newRequestBody.extend({
  email: z.string().max(254).describe('Where the answers go, with the link to read them'),
});

const readerOf = (query: z.output<typeof link>): Reader => ({
  kind: 'link',
  officeId: query.office_id,
  token: query.token,
});

/** Requests of people who are not signed in: who has the letter reads and writes. */
export function byLetterApi(deps: CaseFileDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    const seen = async (reply: FastifyReply, reader: Reader, id: string) => {
      const file = await findForReader(deps, reader, id);
      return file === undefined ? reply.notFound() : reply.send(requestOut(await viewCaseFile(deps, file)));
    };

    app.post(
      base,
      {
        config: { rateLimit: { max: 30, timeWindow: '10 minutes' } },
        schema: {
          tags,
          operationId: 'send-request-by-letter',
          summary: 'Send a request without an account; a letter brings the link that opens it',
          description: 'Files uploaded to `/letter-uploads` with the same key as form key go with it.',
          headers: idempotencyHeader,
          body: letterBody,
          response: { 201: z.strictObject({ reference: z.string().max(8) }) },
        },
      },
      async (request, reply) => {
        const { email, ...body } = request.body;
        const read = readRequest(deps, reply, { ...body, email });
        if (read === undefined) return reply;
        const { locale } = request;
        const submitted = await submitCaseFile(deps, {
          ...read.wish,
          asker: { kind: 'address', email: read.email, locale },
          key: request.headers['idempotency-key'],
        });
        return submitted.ok
          ? reply.code(201).send({ reference: referenceOf(submitted.value.id) })
          : sendRefusal(reply, submitted.refusal);
      },
    );

    app.get(
      `${base}/:request_id`,
      {
        schema: {
          tags,
          operationId: 'see-request-by-letter',
          summary: 'A request with its thread, for who has the link of a letter',
          params: requestParams,
          querystring: link,
          response: { 200: requestSchema },
        },
      },
      async (request, reply) => seen(reply, readerOf(request.query), request.params.request_id),
    );

    app.post(
      `${base}/:request_id/messages`,
      {
        schema: {
          tags,
          operationId: 'write-to-office-by-letter',
          summary: 'Write to the office, with the link of a letter',
          params: requestParams,
          querystring: link,
          headers: idempotencyHeader,
          body: messageBody,
          response: { 201: requestSchema },
        },
      },
      async (request, reply) => {
        const reader = readerOf(request.query);
        const { request_id: id } = request.params;
        const key = request.headers['idempotency-key'];
        const written = await writeAsPerson(deps, { reader, id, key, text: request.body.text });
        return written.ok ? seen(reply.code(201), reader, id) : sendRefusal(reply, written.refusal);
      },
    );

    app.post(
      `${base}/:request_id/cancellation`,
      {
        schema: {
          tags,
          operationId: 'cancel-request-by-letter',
          summary: 'Give a request up, with the link of a letter',
          params: requestParams,
          querystring: link,
          headers: idempotencyHeader,
          response: { 200: requestSchema },
        },
      },
      async (request, reply) => {
        const reader = readerOf(request.query);
        const { request_id: id } = request.params;
        const key = request.headers['idempotency-key'];
        const cancelled = await cancelCaseFile(deps, { reader, id, key });
        return cancelled.ok ? seen(reply, reader, id) : sendRefusal(reply, cancelled.refusal);
      },
    );
  };
}
