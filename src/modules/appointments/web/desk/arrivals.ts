import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { findArrivals } from '../../use-cases/find-arrival.ts';
import { arrivalsPage } from './arrivals-page.ts';
import { type OfficeParams, servingOf } from './serving.ts';

/** The door: a scanned code, a typed one, or a name leads to the person who has come. */
export function arrivalRoutes(app: FastifyInstance, deps: Deps): void {
  app.get<{ Params: OfficeParams; Querystring: { code?: string } }>(
    '/desk/offices/:office/arrivals',
    async (request, reply) => {
      const asked = (request.query.code ?? '').trim().slice(0, 400);
      if (asked === '') return arrivalsPage(request, reply, { now: deps.now() });
      const outcome = await findArrivals(deps, servingOf(request), asked);
      return arrivalsPage(request, reply, { now: deps.now(), asked, outcome });
    },
  );
}
