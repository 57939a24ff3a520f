import type { FastifyReply } from 'fastify';

/** An error answer of the API (RFC 9457), with our closed code. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail?: string }[];
}

export function sendProblem(
  reply: FastifyReply,
  { status, code, title, detail, errors }: Problem,
): FastifyReply {
  return reply
    .code(status)
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send({
      type: `urn:sportello:problem:${code}`,
      title,
      status,
      ...(detail === undefined ? {} : { detail }),
      code,
      instance: reply.request.url.split('?')[0],
      ...(errors === undefined ? {} : { errors }),
    });
}

export function isApi(url: string): boolean {
  const [path = ''] = url.split('?', 1);
  return path.startsWith('/api/') || path === '/status' || path === '/ready';
}
