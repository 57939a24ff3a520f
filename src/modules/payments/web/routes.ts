import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { officialsOnly } from '#platform/web/guards.ts';
import { tillApi } from './api.ts';
import { receiptRoutes } from './receipts.ts';
import { tillRoutes } from './till.ts';
import { tillOnly } from './till-request.ts';

/** The till of an office: pages and API for the officials who serve there. */
export function paymentRoutes(deps: Deps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', tillOnly);
    receiptRoutes(app, deps);
    tillRoutes(app, deps);
    await app.register(tillApi(deps));
  };
}
