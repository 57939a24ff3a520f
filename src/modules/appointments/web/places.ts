import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import { formatShortDay } from '#kernel/moment.ts';
import { findOffice, type Office } from '#modules/offices/public.ts';
import { findService, type Service } from '#modules/services/public.ts';
import type { Deps } from '#platform/deps.ts';
import { html } from '#platform/web/html.ts';
import { type SeeDays, seeHours } from '../use-cases/see-availability.ts';
import { findOwn } from '../use-cases/see-own.ts';
import { monthPage, readMonthQuery } from './month-page.ts';
import { appointmentWords } from './words/words.ts';

export interface PlaceParams {
  readonly office: string;
  readonly service: string;
}

/** The office and the service of an address, where both exist. */
export function findPlaceOf(params: PlaceParams): { office: Office; service: Service } | undefined {
  const office = findOffice(params.office);
  const service = findService(params.service);
  return office === undefined || service === undefined ? undefined : { office, service };
}

/** The month of a service at an office: open to everybody, signed in or not. */
export function placesRoutes(deps: Deps, lookAt: SeeDays): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.get<{ Params: PlaceParams; Querystring: Record<string, string | undefined> }>(
      '/offices/:office/services/:service/places',
      async (request, reply) => {
        const found = findPlaceOf(request.params);
        if (found === undefined) return reply.notFound();
        const { office, service } = found;
        const query = readMonthQuery(request.query, dayAt(deps.now(), office.timeZone));
        const availability = await lookAt({
          officeId: office.id,
          serviceId: service.id,
          from: query.first,
          until: query.last,
        });
        if (availability === undefined || availability.offer.firstBookableOn === null) {
          return notOpenPage(request, reply, office, service, availability?.offer.newsOn ?? null);
        }
        const hours =
          query.day === undefined
            ? []
            : await seeHours(deps, { officeId: office.id, serviceId: service.id, day: query.day });
        const moving = await findMoving(deps, request, query.move);
        return monthPage(request, reply, { office, service, query, availability, hours, moving });
      },
    );
  };
}

async function findMoving(
  deps: Deps,
  { who }: FastifyRequest,
  id: string | undefined,
): Promise<Temporal.Instant | undefined> {
  if (id === undefined || who.kind !== 'citizen') return undefined;
  return (await findOwn(deps, who.accountId, id))?.startsAt;
}

function notOpenPage(
  request: FastifyRequest,
  reply: Parameters<typeof monthPage>[1],
  office: Office,
  service: Service,
  newsOn: Parameters<typeof formatShortDay>[0] | null,
) {
  const { locale } = request;
  const words = appointmentWords[locale].notOpen;
  return reply.page({
    title: words.title,
    section: 'services',
    breadcrumb: [
      { label: office.name[locale], path: `/offices/${office.id}` },
      { label: service.title[locale], path: `/offices/${office.id}/services/${service.id}` },
      { label: words.title },
    ],
    main: html`<h1>${words.title}</h1><p class="lead">${words.text(office.name[locale])}</p>
<p>${newsOn === null ? words.noNews : words.news(formatShortDay(newsOn, locale))}</p>
<p>${words.contact} <a href="mailto:${office.email}">${office.email}</a></p>`,
  });
}
