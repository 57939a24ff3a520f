import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { transliterate } from '#kernel/transliterate.ts';
import { principalOf } from '#platform/web/who.ts';
import { mediaTypes } from '../domain/document.ts';
import type { DocumentDeps } from '../use-cases/document-deps.ts';
import { drawPage } from '../use-cases/draw-page.ts';
import { openDocument } from '../use-cases/read-documents.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Documents to save. Whatever a browser makes of one, it runs nothing and belongs to no page of ours. */
export function fileRoutes(deps: DocumentDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    for (const path of ['/files/:office/:document', '/desk/files/:office/:document']) {
      app.get<FileRoute>(path, (request, reply) => sendDocument(deps, request, reply));
    }
    app.get<PageRoute>('/desk/files/:office/:document/pages/:number', (request, reply) =>
      sendPage(deps, request, reply),
    );
  };
}

interface FileRoute {
  Params: { office: string; document: string };
  Querystring: { token?: string };
}

interface PageRoute {
  Params: { office: string; document: string; number: string };
}

/** A page of a PDF as a picture, for the desks: beside the data, without anything that could act. */
async function sendPage(
  deps: DocumentDeps,
  request: FastifyRequest<PageRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { office: officeId, document: id, number } = request.params;
  if (!uuid.test(id) || !/^[a-z0-9-]{1,80}$/.test(officeId) || !/^[1-9]\d{0,2}$/.test(number))
    return reply.notFound();
  const page = await drawPage(deps, {
    as: principalOf(request.who),
    officeId,
    id,
    number: Number(number),
  });
  if (page === undefined) return reply.notFound();
  return reply
    .type('image/jpeg')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(page.buffer, page.byteOffset, page.byteLength));
}

async function sendDocument(
  deps: DocumentDeps,
  request: FastifyRequest<FileRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { office: officeId, document: id } = request.params;
  const { token } = request.query;
  if (!uuid.test(id) || !/^[a-z0-9-]{1,80}$/.test(officeId)) return reply.notFound();
  const opened = await openDocument(deps, {
    as: principalOf(request.who),
    officeId,
    id,
    token: typeof token === 'string' ? token : undefined,
  });
  if (opened === undefined) return reply.notFound();
  const { document, content } = opened;
  return reply
    .type(mediaTypes[document.kind])
    .header('content-disposition', attachment(document.name))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
}

/** The name in the letters A to Z for old programs, and as it is for the others (RFC 6266). */
export function attachment(name: string): string {
  const plain = transliterate(name)
    .replace(/[^\w.() -]/g, '_')
    .replace(/^\./, 'documento.');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
