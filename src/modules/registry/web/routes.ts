import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { DomicileDeps } from '../use-cases/see-digital-domicile.ts';
import { registryApi } from './api.ts';
import { comparisonRoutes } from './comparison.ts';
import { consularApi } from './consular-api.ts';
import { consularDeskRoutes } from './consular-desk/routes.ts';
import { registryDeskRoutes } from './desk/routes.ts';
import { domicileRoutes } from './domicile.ts';
import { readingRoutes } from './readings.ts';

import { yourDataRoutes } from './your-data.ts';

/** The registry for the people in it, and for the municipalities that keep it. */
export function registryRoutes(deps: DomicileDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    yourDataRoutes(app, deps);
    comparisonRoutes(app, deps);
    domicileRoutes(app, deps);
    readingRoutes(app, deps);
    await app.register(registryApi(deps));
    await app.register(consularApi(deps));
    await app.register(registryDeskRoutes(deps));
    await app.register(consularDeskRoutes(deps));
  };
}
