import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isLocale, type Locale, locales } from '#kernel/locale.ts';
import { localized } from './page.ts';

const prefixed = /^\/([a-z]{2})(?=\/|\?|$)/;
/** What has no language: machines, files, and the pages of the demonstration. */
const neutral =
  /^\/(api|assets|files|status|ready|metrics|events|demo|spid|favicon\.ico|robots\.txt|\.well-known)(\/|\?|\.|$)/;

const chosen = new WeakMap<IncomingMessage, Locale>();

/** Takes the language off the path before routing, so that a route is written once. */
export function withoutLocale(request: IncomingMessage): string {
  const url = readable(request.url ?? '/');
  const [, code] = prefixed.exec(url) ?? [];
  if (code === undefined || !isLocale(code)) return url;
  chosen.set(request, code);
  const rest = url.slice(code.length + 1);
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** No part of an address is longer than its name could be; the router would refuse it in its own words. */
export const longestPart = 200;

/** An address that is no text, or endless, leads to a page that does not exist, in the reader's language, instead of nowhere. */
function readable(url: string): string {
  const [path = '/'] = url.split('?', 1);
  try {
    decodeURIComponent(path);
    if (path.split('/').every((part) => part.length <= longestPart)) return url;
  } catch {
    // Read below.
  }
  return `${/^\/(?:api|[a-z]{2})(?=\/)/.exec(path)?.[0] ?? ''}/unreadable-address`;
}

/** Pages without a language in their path lead to the reader's own. */
export function registerLocales(app: FastifyInstance): void {
  app.decorateRequest('locale', 'it');
  app.decorateRequest('pagePath', '/');
  app.addHook('onRequest', async (request, reply) => {
    const locale = chosen.get(request.raw);
    request.locale = locale ?? preferred(request);
    request.pagePath = request.url;
    if (locale === undefined && request.method === 'GET' && !neutral.test(request.url)) {
      return reply
        .header('vary', 'Accept-Language, Cookie')
        .redirect(
          localized(request.locale, request.url.startsWith('/?') ? request.url.slice(1) : request.url),
          302,
        );
    }
    return undefined;
  });
}

function preferred(request: FastifyRequest): Locale {
  const kept = request.cookies['language'];
  if (kept !== undefined && isLocale(kept)) return kept;
  if (request.headers['accept-language'] === undefined) return 'it';
  const accepted = request.language([...locales]);
  return accepted !== false && isLocale(accepted) ? accepted : 'it';
}
