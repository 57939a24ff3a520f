import accepts from '@fastify/accepts';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { registerFaults } from './faults.ts';
import { longestPart, registerLocales, withoutLocale } from './locale.ts';
import { refuseNul } from './nul.ts';
import { type Frame, localized } from './page.ts';
import { isApi, sendProblem } from './problem.ts';
import { registerSecurityHeaders } from './security-headers.ts';
import type { Who } from './who.ts';
import { writtenPages } from './written-pages.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes posts from other sites: a message that it believes by its signature alone. */
    signedElsewhere?: boolean;
  }
}

export interface ServerOptions {
  readonly logger: Logger;
  /** Address under which people reach the service; https turns on the strict cookies and HSTS. */
  readonly publicUrl: string;
  readonly cookieSecret: string;
  /** Whose word on the address of the sender is believed: behind a balancer all requests come from it. */
  readonly trustedProxies: string;
  readonly requestsPerMinute: number;
  readonly frame: Frame;
  readonly identify: (request: FastifyRequest) => Promise<Who>;
}

/** The HTTP server with everything that holds for each page; the modules' routes are added to it. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const secure = options.publicUrl.startsWith('https:');
  const app = Fastify({
    loggerInstance: options.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustedProxies,
    bodyLimit: 256 * 1024,
    // Who still reaches an instance that ends is served: balancers have been told before.
    return503OnClosing: false,
    genReqId: () => crypto.randomUUID(),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: longestPart },
    rewriteUrl: withoutLocale,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);

  await app.register(cookie, { secret: options.cookieSecret });
  await app.register(accepts);
  registerSecurityHeaders(app, { secure });
  registerLocales(app);
  app.decorateRequest('who');
  // Who is turned away before anybody looked at the session gets a whole page too.
  app.addHook('onRequest', (request, _reply, done) => {
    request.who = { kind: 'visitor' };
    done();
  });
  await app.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: '1 minute',
    enableDraftSpec: true,
    keyGenerator: (request) => request.ip,
    allowList: (request) => /^\/(assets|status|ready|metrics)/.test(request.url),
  });
  await app.register(underPressure, { maxEventLoopDelay: 4000, exposeStatusRoute: false });
  await app.register(compress, {
    threshold: 1400,
    encodings: ['br', 'gzip'],
    // Nobody sends us packed bodies: unpacking them would only open a door to small ones that grow.
    globalDecompression: false,
  });
  await app.register(formbody, { bodyLimit: 256 * 1024 });
  await app.register(csrf, {
    cookieKey: cookieName(secure, 'csrf'),
    cookieOpts: { path: '/', sameSite: 'lax', httpOnly: true, secure },
    getToken: (request) => (request.body as { _csrf?: string } | undefined)?._csrf ?? undefined,
  });

  app.addHook('onRequest', async (request, reply) => {
    request.who = await options.identify(request);
    // Answers about a person stay with that person; the secret of a letter speaks of one, too.
    const aboutSomebody = request.who.kind !== 'visitor' || 'token' in (request.query as object);
    if (aboutSomebody || request.method !== 'GET') reply.header('cache-control', 'no-store');
  });
  app.addHook('preValidation', refuseNul);
  app.addHook('preHandler', (request, reply, done) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.is404) return done();
    if (request.url.startsWith('/api/')) {
      if (sameOrigin(request, options.publicUrl)) return done();
      sendProblem(reply, {
        status: 403,
        code: 'foreign_origin',
        title: 'The request comes from another site',
      });
      return;
    }
    // What another party's signature vouches for comes from its pages, with no token of ours.
    if (request.routeOptions.config.signedElsewhere === true) return done();
    app.csrfProtection(request, reply, done);
  });

  const written = writtenPages();
  app.decorateReply('page', function (page) {
    const write = () => options.frame(this.request, this, page).text;
    // Forms hold a token of this browser; `no-store` would also empty them on the way back.
    if (!this.hasHeader('cache-control')) this.header('cache-control', 'private, no-cache');
    return this.code(page.status ?? 200)
      .type('text/html; charset=utf-8')
      .send(page.shows === undefined ? write() : written(this.request, page.shows, write));
  });
  app.decorateReply('seeOther', function (path) {
    // A part of the address that somebody typed may hold any character; a header may not.
    const readable = path.toWellFormed().replace(/[^\x21-\x7e]/gu, encodeURIComponent);
    return this.redirect(localized(this.request.locale, readable), 303);
  });
  registerFaults(app);
  logRequests(app);
  return app;
}

/** `__Host-` cookies exist only over https; the demonstration also runs over http. */
export function cookieName(secure: boolean, name: string): string {
  return secure ? `__Host-${name}` : name;
}

/** The API takes JSON, which a foreign page cannot send unasked; browsers also say where a request comes from. */
function sameOrigin(request: FastifyRequest, publicUrl: string): boolean {
  if (request.headers.authorization !== undefined) return true;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.headers.origin;
  return (
    origin === undefined ||
    origin === new URL(publicUrl).origin ||
    origin === `http://${request.headers.host}`
  );
}

/** One line for each request: the route's pattern, never the address with what a person put into it. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        who: request.who?.kind,
        api: isApi(request.url),
      },
      'request',
    );
  });
}
