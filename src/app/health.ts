import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Deps } from '#platform/deps.ts';
import { sendProblem } from '#platform/web/problem.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Set when the process is told to end: it finishes what it has and takes nothing new. */
    draining: boolean;
  }
}

/** Health for balancers and people: `/status`, `/ready`, and the figures at `/metrics`. */
export function healthRoutes({ db }: Deps): FastifyPluginAsync {
  const plugin = async (app: FastifyInstance) => {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const durations = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Duration of HTTP requests by route',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers: [registry],
    });
    app.decorate('draining', false);
    app.addHook('onResponse', async (request, reply) => {
      durations.observe(
        { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
        reply.elapsedTime / 1000,
      );
    });
    app.addHook('onSend', async (_request, reply) => {
      if (app.draining) reply.header('connection', 'close');
    });

    // Whoever watches may ask a thousand times a second, and is told so like everybody.
    const watched = { config: { rateLimit: { max: 60_000, allowList: [] } } };
    app.get('/status', watched, async (_request, reply) => {
      try {
        await db.pool.query('select 1');
      } catch {
        reply.header('retry-after', 5);
        return sendProblem(reply, {
          status: 503,
          code: 'database_away',
          title: 'The database does not answer',
        });
      }
      return reply
        .header('cache-control', 'no-store')
        .type('application/problem+json')
        .send(
          JSON.stringify({
            type: 'about:blank',
            title: 'OK',
            status: 200,
            code: 'ok',
            detail: 'Everything works',
          }),
        );
    });
    app.get('/ready', async (_request, reply) =>
      app.draining
        ? sendProblem(reply, { status: 503, code: 'draining', title: 'This instance is about to end' })
        : reply.send({ ready: true }),
    );
    app.get('/metrics', async (_request, reply) =>
      reply.type(registry.contentType).send(await registry.metrics()),
    );
  };
  return Object.assign(plugin, { [Symbol.for('skip-override')]: true });
}
