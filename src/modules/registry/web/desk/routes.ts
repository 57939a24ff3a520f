import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { officialsOnly } from '#platform/web/guards.ts';
import type { RegistryDeps } from '../../use-cases/read-record.ts';
import { registryDeskApi } from './api.ts';
import { changeRoutes } from './change-page.ts';
import { municipalOfficialsOnly } from './desk-request.ts';
import { historyRoutes } from './history-page.ts';
import { recordRoutes } from './record-page.ts';
import { searchRoutes } from './search.ts';

/** The registry office of a municipality (ufficio anagrafe): its residents, and nobody else's (BO-1). */
export function registryDeskRoutes(deps: RegistryDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', municipalOfficialsOnly);
    searchRoutes(app, deps);
    recordRoutes(app, deps);
    changeRoutes(app, deps);
    historyRoutes(app, deps);
    await app.register(registryDeskApi(deps));
  };
}
