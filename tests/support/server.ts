import type { FastifyInstance, InjectOptions } from 'fastify';
import pino from 'pino';
import { html } from '#platform/web/html.ts';
import type { Frame } from '#platform/web/page.ts';
import { buildServer, type ServerOptions } from '#platform/web/server.ts';

/** The least frame that shows a page's title and content. */
const bareFrame: Frame = (request, _reply, page) =>
  html`<!doctype html><html lang="${request.locale}"><title>${page.title}</title>${page.main}</html>`;

/** The web server without modules, for tests of what holds for every page. */
export function bareServer(options: Partial<ServerOptions> = {}): Promise<FastifyInstance> {
  return buildServer({
    logger: pino({ level: 'silent' }),
    publicUrl: 'http://localhost:3000',
    cookieSecret: 'a secret that only the tests know, long enough',
    trustedProxies: 'loopback',
    requestsPerMinute: 10_000,
    frame: bareFrame,
    identify: async () => ({ kind: 'visitor' }),
    ...options,
  });
}

/** A posted form, as a browser sends it. */
export function posted(url: string, fields: Readonly<Record<string, string>>): InjectOptions {
  return {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  };
}
