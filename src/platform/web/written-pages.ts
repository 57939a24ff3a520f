import type { FastifyRequest } from 'fastify';

/**
 * Pages as bytes, kept as long as what they show. Only visitors share them: somebody's name, or the token of a form,
 * never gets into a page for others.
 */
export function writtenPages() {
  const pages = new WeakMap<object, Map<string, Buffer>>();
  return (request: FastifyRequest, shows: object, write: () => string): Buffer | string => {
    if (request.who.kind !== 'visitor') return write();
    const known = pages.get(shows) ?? new Map<string, Buffer>();
    pages.set(shows, known);
    const name = `${request.locale} ${request.pagePath}`;
    const bytes = known.get(name) ?? Buffer.from(write());
    known.set(name, bytes);
    return bytes;
  };
}
