import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import type { CaseFileDeps } from '../use-cases/case-file-deps.ts';
import { findForReader, listOwnFiles, viewCaseFile } from '../use-cases/see-case-files.ts';
import { submitCaseFile } from '../use-cases/submit-case-file.ts';
import {
  cancelCaseFile,
  proveEmailOf,
  resendEmailCode,
  writeAsPerson,
} from '../use-cases/write-as-person.ts';
import { sendRefusal } from './api-refusals.ts';
import {
  idempotencyHeader,
  lineOut,
  messageBody,
  newRequestBody,
  requestOut,
  requestParams,
  requestSchema,
  requestsAnswer,
} from './api-schemas.ts';
import { readRequest } from './api-start.ts';
import { caseFileWords } from './words/words.ts';

const tags = ['requests'];

/** Requests for machines: the same use cases as the pages. */
export function caseFileApi(deps: CaseFileDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', citizensOnly);
    const one = '/api/v1/requests/:request_id';

    app.get(
      '/api/v1/requests',
      {
        schema: {
          tags,
          operationId: 'list-requests',
          summary: 'My requests',
          response: { 200: requestsAnswer },
        },
      },
      async (request) => ({
        items: (await listOwnFiles(deps, citizenOf(request).accountId))
          .filter(({ protocol }) => protocol === null)
          .map(lineOut),
        next: null,
      }),
    );

    app.post(
      '/api/v1/requests',
      {
        schema: {
          tags,
          operationId: 'send-request',
          summary: 'Send a request to an office',
          description: 'Files uploaded before with the same key as form key go with it.',
          headers: idempotencyHeader,
          body: newRequestBody,
          response: { 201: requestSchema },
        },
      },
      async (request, reply) => {
        const read = readRequest(deps, reply, request.body);
        if (read === undefined) return reply;
        const { accountId } = citizenOf(request);
        const submitted = await submitCaseFile(deps, {
          ...read.wish,
          asker: { kind: 'account', accountId },
          key: request.headers['idempotency-key'],
        });
        if (!submitted.ok) return sendRefusal(reply, submitted.refusal);
        reply.code(201).header('location', `/api/v1/requests/${submitted.value.id}`);
        return seen(deps, reply, accountId, submitted.value.id);
      },
    );

    app.get(
      one,
      {
        schema: {
          tags,
          operationId: 'see-request',
          summary: 'One of my requests, with its thread',
          params: requestParams,
          response: { 200: requestSchema },
        },
      },
      async (request, reply) => seen(deps, reply, citizenOf(request).accountId, request.params.request_id),
    );

    app.post(
      `${one}/messages`,
      {
        schema: {
          tags,
          operationId: 'write-to-office',
          summary: 'Write to the office',
          params: requestParams,
          headers: idempotencyHeader,
          body: messageBody,
          response: { 201: requestSchema },
        },
      },
      async (request, reply) => {
        const { accountId } = citizenOf(request);
        const id = request.params.request_id;
        const key = request.headers['idempotency-key'];
        const reader = { kind: 'citizen', accountId } as const;
        const written = await writeAsPerson(deps, { reader, id, key, text: request.body.text });
        if (!written.ok) return sendRefusal(reply, written.refusal);
        return seen(deps, reply.code(201), accountId, id);
      },
    );

    app.post(
      `${one}/cancellation`,
      {
        schema: {
          tags,
          operationId: 'cancel-request',
          summary: 'Give a request up',
          description: 'Until an official has taken it in charge.',
          params: requestParams,
          headers: idempotencyHeader,
          response: { 200: requestSchema },
        },
      },
      async (request, reply) => {
        const { accountId } = citizenOf(request);
        const id = request.params.request_id;
        const key = request.headers['idempotency-key'];
        const cancelled = await cancelCaseFile(deps, { reader: { kind: 'citizen', accountId }, id, key });
        if (!cancelled.ok) return sendRefusal(reply, cancelled.refusal);
        return seen(deps, reply, accountId, id);
      },
    );

    app.post(
      `${one}/email-verification`,
      {
        config: { rateLimit: { max: 30, timeWindow: '10 minutes' } },
        schema: {
          tags,
          operationId: 'verify-new-email',
          summary: 'Prove the new address by its code',
          params: requestParams,
          body: z.strictObject({
            code: z
              .string()
              .max(12)
              .regex(/^[\d -]+$/),
          }),
          response: { 200: requestSchema },
        },
      },
      async (request, reply) => {
        const { accountId } = citizenOf(request);
        const id = request.params.request_id;
        const proven = await proveEmailOf(deps, { accountId, id, code: request.body.code });
        if (proven.ok) return seen(deps, reply, accountId, id);
        if (proven.refusal.code === 'no_such_case_file') return reply.notFound();
        const detail = caseFileWords[request.locale].email.wrong;
        return sendProblem(reply, {
          status: 422,
          code: 'wrong_code',
          title: 'The code does not fit',
          detail,
        });
      },
    );

    app.post(
      `${one}/email-codes`,
      {
        config: { rateLimit: { max: 30, timeWindow: '10 minutes' } },
        schema: {
          tags,
          operationId: 'resend-code-to-new-email',
          summary: 'Send another code to the new address',
          params: requestParams,
          response: { 202: z.strictObject({}) },
        },
      },
      async (request, reply) => {
        const { accountId } = citizenOf(request);
        const sent = await resendEmailCode(deps, { accountId, id: request.params.request_id });
        return sent.ok ? reply.code(202).send({}) : sendRefusal(reply, sent.refusal);
      },
    );
  };
}

async function seen(deps: CaseFileDeps, reply: FastifyReply, accountId: string, id: string) {
  const file = await findForReader(deps, { kind: 'citizen', accountId }, id);
  return file === undefined || file.protocol !== null
    ? reply.notFound()
    : reply.send(requestOut(await viewCaseFile(deps, file)));
}
