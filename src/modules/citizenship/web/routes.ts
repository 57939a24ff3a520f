import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { citizenshipApi } from './api.ts';
import { citizenshipDeskRoutes } from './desk/routes.ts';
import type { OfficeFinder } from './guide/office-finder.ts';
import { guideRoutes } from './guide/routes.ts';
import { landingPage } from './guide/small-pages.ts';
import { recordRoutes } from './records/routes.ts';
import { ruleBookPage } from './rule-book-page.ts';

/** The public's pages of citizenship, and their API. */
export function citizenshipRoutes(deps: Deps, findOffices: OfficeFinder): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.get('/citizenship', async (request, reply) => landingPage(request, reply));
    app.get('/citizenship/rules', async (request, reply) => ruleBookPage(request, reply));
    recordRoutes(app);
    await app.register(citizenshipDeskRoutes(deps));
    await app.register(guideRoutes(deps, findOffices));
    await app.register(citizenshipApi());
  };
}
