import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';

export interface RegisteredRoute {
  readonly method: string;
  /** The pattern, such as `/appointments/:id`. */
  readonly path: string;
}

/** Builds a program and answers with every route that it registers; HEAD follows from GET. */
export async function withRoutes(
  build: () => Promise<FastifyInstance>,
): Promise<{ app: FastifyInstance; routes: readonly RegisteredRoute[] }> {
  const routes: RegisteredRoute[] = [];
  const listen = (message: unknown) => {
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) if (each !== 'HEAD') routes.push({ method: each, path: url });
    });
  };
  subscribe('fastify.initialization', listen);
  try {
    const app = await build();
    await app.ready();
    return { app, routes };
  } finally {
    unsubscribe('fastify.initialization', listen);
  }
}
