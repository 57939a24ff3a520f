import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { officialsOnly } from '#platform/web/guards.ts';
import type { RegistryDeps } from '../../use-cases/read-record.ts';
import { consularDeskApi } from './api.ts';
import { entryRoutes } from './entry-page.ts';
import { listRoutes } from './list-page.ts';
import { consularOfficialsOnly } from './office.ts';

/** The consular register of an office (schedario consolare): its people, and nobody else's (BO-1). */
export function consularDeskRoutes(deps: RegistryDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', consularOfficialsOnly);
    listRoutes(app, deps);
    entryRoutes(app, deps);
    consularDeskApi(app, deps);
  };
}
