import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { findOffice } from '#modules/offices/public.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { mayServe, principalOf } from '#platform/web/who.ts';
import { longestText } from '../../domain/case-file.ts';
import type { CaseFileDeps } from '../../use-cases/case-file-deps.ts';
import {
  type Handling,
  handleCaseFile,
  handlings,
  listOpenFiles,
  messageOf,
  takeNext,
} from '../../use-cases/handle-case-file.ts';
import { findForOfficial, viewCaseFile } from '../../use-cases/see-case-files.ts';
import { sendRefusal } from '../api-refusals.ts';
import {
  idempotencyHeader,
  lineOut,
  officeParams,
  officeRequestParams,
  requestOut,
  requestSchema,
  requestsAnswer,
} from '../api-schemas.ts';
import { handlingPaths } from './handling.ts';

const tags = ['desk'];

async function officeOnly(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  const { office_id: office } = request.params as { office_id: string };
  return findOffice(office) !== undefined && mayServe(request.who, office) ? undefined : reply.notFound();
}

/** The queue of an office for machines of the officials, with their session. */
export function caseFileDeskApi(deps: CaseFileDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', officeOnly);
    const base = '/api/v1/desk/offices/:office_id/requests';

    app.get(
      base,
      {
        schema: {
          tags,
          operationId: 'list-office-requests',
          summary: 'What an office still has to do, the oldest first',
          params: officeParams,
          response: { 200: requestsAnswer },
        },
      },
      async (request) => ({
        items: (await listOpenFiles(deps, handling(request, request.params.office_id))).map(lineOut),
        next: null,
      }),
    );

    app.post(
      `${base}/assignments`,
      {
        schema: {
          tags,
          operationId: 'take-next-request',
          summary: 'Take the oldest request in charge',
          params: officeParams,
          headers: idempotencyHeader,
          response: { 201: requestSchema },
        },
      },
      async (request, reply) => {
        const by = handling(request, request.params.office_id);
        const taken = await takeNext(deps, by, request.headers['idempotency-key']);
        if (!taken.ok) return sendRefusal(reply, taken.refusal);
        return seen(deps, reply.code(201), by, taken.value.id);
      },
    );

    app.get(
      `${base}/:request_id`,
      {
        schema: {
          tags,
          operationId: 'see-office-request',
          summary: 'A request of the office, with its thread',
          params: officeRequestParams,
          response: { 200: requestSchema },
        },
      },
      async (request, reply) =>
        seen(deps, reply, handling(request, request.params.office_id), request.params.request_id),
    );

    for (const kind of handlings) {
      app.post(
        `${base}/:request_id/${handlingPaths[kind]}`,
        {
          schema: {
            tags,
            operationId: `request-${kind.replaceAll('_', '-')}`,
            summary: `Handle a request: ${kind.replaceAll('_', ' ')}`,
            params: officeRequestParams,
            headers: idempotencyHeader,
            body: z
              .strictObject({ text: z.string().trim().max(longestText).default('') })
              .describe('The text for the person, where the handling has one'),
            response: { 200: requestSchema },
          },
        },
        async (request, reply) => {
          const by = handling(request, request.params.office_id);
          const { request_id: id } = request.params;
          const { text } = request.body;
          if (messageOf[kind] !== undefined && text === '') {
            return sendProblem(reply, {
              status: 422,
              code: 'text_missing',
              title: 'The person needs a text',
            });
          }
          const key = request.headers['idempotency-key'];
          const handled = await handleCaseFile(deps, by, { id, kind, text, key });
          return handled.ok ? seen(deps, reply, by, id) : sendRefusal(reply, handled.refusal);
        },
      );
    }
  };
}

function handling(request: FastifyRequest, officeId: string): Handling {
  return { official: officialOf(request), officeId };
}

async function seen(deps: CaseFileDeps, reply: FastifyReply, { official, officeId }: Handling, id: string) {
  const file = await findForOfficial(deps, { as: principalOf(official), officeId }, id);
  return file === undefined ? reply.notFound() : reply.send(requestOut(await viewCaseFile(deps, file)));
}
