import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { officeParams, servedOfficeOnly } from '#modules/offices/public.ts';
import { idempotencyHeader, inBothLanguages, listOf } from '#platform/web/api-schemas.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { longestText } from '../../domain/case-file.ts';
import type { CaseFileDeps } from '../../use-cases/case-file-deps.ts';
import { keepReply, listSavedReplies, removeReply } from '../../use-cases/saved-replies.ts';
import { sendRefusal } from '../api-refusals.ts';

const tags = ['desk'];
const base = '/api/v1/desk/offices/:office_id/saved-replies';
const title = z.string().trim().min(1).max(80);
const replySchema = z.strictObject({
  saved_reply_id: z.uuid().max(36),
  title: z.string().max(80),
  text: z.strictObject({ it: z.string().max(longestText), en: z.string().max(longestText) }),
});

/** The answers that an office gives often, for programs. */
export function savedReplyApi(deps: CaseFileDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', servedOfficeOnly);
    const handling = (request: FastifyRequest, officeId: string) => ({
      official: officialOf(request),
      officeId,
    });

    app.get(
      base,
      {
        schema: {
          tags,
          operationId: 'list-saved-replies',
          summary: 'The answers that the office gives often',
          params: officeParams,
          response: { 200: listOf(replySchema, 1000) },
        },
      },
      async (request) => {
        const replies = await listSavedReplies(deps, handling(request, request.params.office_id));
        const items = replies.map((each) => ({
          saved_reply_id: each.id,
          title: each.title,
          text: { ...each.text },
        }));
        return { items, next: null };
      },
    );

    app.post(
      base,
      {
        schema: {
          tags,
          operationId: 'keep-reply',
          summary: 'Keep an answer; one of the same title takes the new text',
          params: officeParams,
          headers: idempotencyHeader,
          body: z.strictObject({ title, text: inBothLanguages(longestText) }).meta({
            examples: [
              { title: 'Foto', text: { it: 'Servono due foto uguali.', en: 'Bring two equal photos.' } },
            ],
          }),
          response: { 201: z.strictObject({ saved_reply_id: z.uuid().max(36) }) },
        },
      },
      async (request, reply) => {
        const key = request.headers['idempotency-key'];
        const by = handling(request, request.params.office_id);
        const kept = await keepReply(deps, by, { ...request.body, key });
        return kept.ok
          ? reply.code(201).send({ saved_reply_id: kept.value.id })
          : sendRefusal(reply, kept.refusal);
      },
    );

    app.delete(
      `${base}/:saved_reply_id`,
      {
        schema: {
          tags,
          operationId: 'remove-reply',
          summary: 'Remove a saved answer',
          params: officeParams.extend({ saved_reply_id: z.uuid().max(36) }),
          response: { 204: z.null().describe('The answer is kept no more') },
        },
      },
      async (request, reply) => {
        const by = handling(request, request.params.office_id);
        const removed = await removeReply(deps, by, request.params.saved_reply_id);
        return removed.ok ? reply.code(204).send(null) : reply.notFound();
      },
    );
  };
}
