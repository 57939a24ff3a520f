import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { bookingDesk } from '../use-cases/book-places.ts';
import { availabilityBoard } from '../use-cases/see-availability.ts';
import { appointmentApi } from './api.ts';
import { letterApi } from './api-letters.ts';
import { offerApi } from './api-offers.ts';
import { bookRoutes } from './book.ts';
import { offerRoutes } from './offers.ts';
import { ownRoutes } from './own.ts';
import { placesRoutes } from './places.ts';

/** The public's pages of appointments, and their API. */
export function appointmentRoutes(deps: Deps): FastifyPluginAsync {
  const book = bookingDesk(deps);
  const seeDays = availabilityBoard(deps);
  return async (app: FastifyInstance) => {
    await app.register(placesRoutes(deps, seeDays));
    await app.register(bookRoutes(deps, book));
    await app.register(ownRoutes(deps));
    await app.register(offerRoutes(deps));
    await app.register(offerApi(deps));
    await app.register(letterApi(deps));
    await app.register(appointmentApi(deps, book, seeDays));
  };
}
