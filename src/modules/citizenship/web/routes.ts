import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { citizenshipApi } from './api.ts';
import type { OfficeFinder } from './guide/office-finder.ts';
import { guideRoutes } from './guide/routes.ts';
import { landingPage } from './guide/small-pages.ts';

/** The public's pages of citizenship, and their API. */
export function citizenshipRoutes(deps: Deps, findOffices: OfficeFinder): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.get('/citizenship', async (request, reply) => landingPage(request, reply));
    await app.register(guideRoutes(deps, findOffices));
    await app.register(citizenshipApi());
  };
}
