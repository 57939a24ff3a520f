import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { isCountryCode } from '#kernel/country.ts';
import type { Deps } from '#platform/deps.ts';
import { findMunicipality } from '../domain/municipal-office.ts';
import { findOffice } from '../domain/network.ts';
import { officesFor } from '../domain/responsible-office.ts';
import { searchPlaces } from '../domain/search-places.ts';
import { readMunicipalServices } from '../use-cases/municipal-services.ts';
import { readNotices } from '../use-cases/notices.ts';
import { readRegistryConnection } from '../use-cases/registry-connection.ts';
import { officeApi } from './api.ts';
import { noticeApi } from './api-notices.ts';
import { findPage } from './find-page.ts';
import { municipalityApi } from './municipality-api.ts';
import { municipalityDeskRoutes } from './municipality-desk.ts';
import { municipalityPage, municipalitySearchPage } from './municipality-page.ts';
import { noticeDeskRoutes } from './notice-desk.ts';
import { officePage } from './office-page.ts';

/** Finding an office, and everything about one. */
export function officeRoutes(deps: Deps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.get<{ Querystring: { country?: string; place?: string } }>('/offices', async (request, reply) => {
      const { country, place = '' } = request.query;
      if (country === undefined) return findPage(request, reply, { country: '', place });
      if (!isCountryCode(country))
        return findPage(request, reply, { country: '', place, countryMissing: true });
      const answer = await officesFor({ country, place: String(place).slice(0, 100) });
      return findPage(request, reply, { country, place, answer });
    });

    app.get<{ Params: { office: string } }>('/offices/:office', async (request, reply) => {
      const office = findOffice(request.params.office);
      if (office === undefined) return reply.notFound();
      return officePage(request, reply, { office, notices: await readNotices(deps, office.id) });
    });

    app.get<{ Querystring: { name?: string } }>('/municipalities', async (request, reply) => {
      const typed = String(request.query.name ?? '')
        .trim()
        .slice(0, 100);
      const known = /^[a-z]\d{3}$/i.test(typed) ? await findMunicipality(typed) : undefined;
      if (known !== undefined) return reply.seeOther(`/municipalities/${typed.toLowerCase()}`);
      const found = await searchPlaces('IT', typed, request.locale, 20);
      return municipalitySearchPage(request, reply, { typed, found });
    });

    app.get<{ Params: { municipality: string } }>('/municipalities/:municipality', async (request, reply) => {
      const office = await findMunicipality(request.params.municipality);
      if (office === undefined) return reply.notFound();
      const [notices, connection, own] = await Promise.all([
        readNotices(deps, office.id),
        readRegistryConnection(deps, office.municipality.code),
        readMunicipalServices(deps, office.id),
      ]);
      return municipalityPage(request, reply, { office, notices, connection, own });
    });

    await app.register(officeApi());
    await app.register(noticeApi(deps));
    await app.register(municipalityApi(deps));
    await app.register(noticeDeskRoutes(deps));
    await app.register(municipalityDeskRoutes(deps));
  };
}
