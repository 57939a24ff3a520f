import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { principalOf } from '#platform/web/who.ts';
import { largestFile, mediaTypes } from '../domain/document.ts';
import type { DocumentDeps } from '../use-cases/document-deps.ts';
import { openDocument } from '../use-cases/read-documents.ts';

const tags = ['documents'];
const uuid = z.uuid().max(36);
const name = z.string().max(300);

/** Documents of matters, for machines. */
export function documentApi(deps: DocumentDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();

    app.get(
      '/api/v1/offices/:office_id/documents/:document_id',
      {
        schema: {
          tags,
          operationId: 'see-document',
          summary: 'A document with its content',
          description: 'For its owner and for officials of the office.',
          params: z.strictObject({
            office_id: z
              .string()
              .min(1)
              .max(80)
              .regex(/^[a-z0-9-]+$/),
            document_id: uuid,
          }),
          response: {
            200: z.strictObject({
              document_id: uuid,
              name,
              media_type: z.string().max(120),
              content: z.string().max(largestFile * 4),
            }),
          },
        },
      },
      async (request, reply) => {
        const { office_id: officeId, document_id: id } = request.params;
        const opened = await openDocument(deps, { as: principalOf(request.who), officeId, id });
        if (opened === undefined) return reply.notFound();
        return {
          document_id: opened.document.id,
          name: opened.document.name,
          media_type: mediaTypes[opened.document.kind],
          content: Buffer.from(opened.content).toString('base64'),
        };
      },
    );
  };
}
