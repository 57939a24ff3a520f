import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { isCountryCode } from '#kernel/country.ts';
import type { Deps } from '#platform/deps.ts';
import { findOffice } from '../domain/network.ts';
import { officesFor } from '../domain/responsible-office.ts';
import { readNotices } from '../use-cases/notices.ts';
import { officeApi } from './api.ts';
import { noticeApi } from './api-notices.ts';
import { findPage } from './find-page.ts';
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

    await app.register(officeApi());
    await app.register(noticeApi(deps));
    await app.register(noticeDeskRoutes(deps));
  };
}
