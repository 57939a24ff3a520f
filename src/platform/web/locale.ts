import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { isLocale, type Locale, locales } from '#kernel/locale.ts';
import { localized } from './page.ts';

const prefixed = /^\/([a-z]{2})(?=\/|\?|$)/;
/** What has no language: machines, files, and the pages of the demonstration. */
const neutral =
  /^\/(api|assets|files|status|ready|metrics|events|demo|favicon\.ico|robots\.txt|\.well-known)(\/|\?|\.|$)/;

const chosen = new WeakMap<IncomingMessage, Locale>();

/** Takes the language off the path before routing, so that a route is written once. */
export function withoutLocale(request: IncomingMessage): string {
  const url = request.url ?? '/';
  const [, code] = prefixed.exec(url) ?? [];
  if (code === undefined || !isLocale(code)) return url;
  chosen.set(request, code);
  const rest = url.slice(code.length + 1);
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** Pages without a language in their path lead to the reader's own. */
export function registerLocales(app: FastifyInstance): void {
  app.decorateRequest('locale', 'it');
  app.decorateRequest('pagePath', '/');
  app.addHook('onRequest', async (request, reply) => {
    const locale = chosen.get(request.raw);
    request.locale = locale ?? preferred(request.cookies['language'], request.language([...locales]));
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

function preferred(kept: string | undefined, accepted: string | false): Locale {
  if (kept !== undefined && isLocale(kept)) return kept;
  return accepted !== false && isLocale(accepted) ? accepted : 'it';
}
