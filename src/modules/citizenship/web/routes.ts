import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { citizenshipApi } from './api.ts';

/** The public's pages of citizenship, and their API. */
export function citizenshipRoutes(): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    await app.register(citizenshipApi());
  };
}
