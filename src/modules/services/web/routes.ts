import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { findOffice } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { findService } from '../domain/catalogue.ts';
import { readOffer, readOffers } from '../use-cases/offers.ts';
import { readOwnConnection } from '../use-cases/own-connection.ts';
import { seeMissingEntry } from '../use-cases/see-entry.ts';
import { serviceApi } from './api.ts';
import { offerDeskApi } from './api-desk.ts';
import { offerDeskRoutes } from './desk.ts';
import { officeServicesPage, servicesPage } from './list-page.ts';
import { servicePage } from './service-page.ts';

/** The catalogue, in general and at each office. */
export function serviceRoutes(deps: Deps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.get('/services', async (request, reply) => servicesPage(request, reply));

    app.get<{ Params: { service: string } }>('/services/:service', async (request, reply) => {
      const service = findService(request.params.service);
      if (service === undefined) return reply.notFound();
      const { who } = request;
      if (service.booking.kind === 'online') {
        const connection =
          service.booking.needsConnection && who.kind === 'citizen'
            ? await readOwnConnection(deps, who.accountId)
            : undefined;
        return servicePage(request, reply, { service, connection, now: deps.now() });
      }
      const office = who.kind === 'citizen' && who.officeId !== null ? findOffice(who.officeId) : undefined;
      if (office !== undefined) return reply.seeOther(`/offices/${office.id}/services/${service.id}`);
      return servicePage(request, reply, { service, now: deps.now() });
    });

    app.get<{ Params: { office: string } }>('/offices/:office/services', async (request, reply) => {
      const office = findOffice(request.params.office);
      if (office === undefined) return reply.notFound();
      return officeServicesPage(request, reply, {
        office,
        offers: await readOffers(deps, office.id),
        now: deps.now(),
      });
    });

    app.get<{ Params: { office: string; service: string } }>(
      '/offices/:office/services/:service',
      async (request, reply) => {
        const office = findOffice(request.params.office);
        const service = findService(request.params.service);
        if (office === undefined || service === undefined || service.booking.kind === 'online')
          return reply.notFound();
        const offer = await readOffer(deps, office.id, service.id);
        const { who } = request;
        // Who belongs to another office books there: what its register says is not asked here.
        const missing =
          who.kind === 'citizen' && who.officeId === office.id
            ? await seeMissingEntry(deps, {
                accountId: who.accountId,
                officeId: office.id,
                serviceId: service.id,
                offer,
              })
            : undefined;
        return servicePage(request, reply, { service, office, offer, missing, now: deps.now() });
      },
    );

    await app.register(offerDeskRoutes(deps));
    await app.register(serviceApi(deps));
    await app.register(offerDeskApi(deps));
  };
}
