import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import { formatShortDay } from '#kernel/moment.ts';
import { findOffice, type Office } from '#modules/offices/public.ts';
import { findService, type Service } from '#modules/services/public.ts';
import type { Deps } from '#platform/deps.ts';
import { html } from '#platform/web/html.ts';
import { membersIn } from '../domain/appointment.ts';
import { liveStates } from '../domain/appointment-lifecycle.ts';
import { seePriority } from '../use-cases/priority.ts';
import { type SeeDays, seeHours } from '../use-cases/see-availability.ts';
import { findOwnUnit } from '../use-cases/see-own.ts';
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
        const asked = readMonthQuery(request.query, service, dayAt(deps.now(), office.timeZone));
        // The letter that gives priority is opened before signing in as often as after it.
        if (asked.wish.priorityId !== undefined && request.who.kind === 'visitor')
          return reply.askToSignIn('citizen');
        const moving = await findMoving(deps, request, asked.move);
        const priority = await findPriorityOf(
          deps,
          request,
          office.id,
          service.id,
          asked.wish.priorityId,
          request.query['people'] !== undefined,
        );
        const wish = { ...asked.wish, ...(moving && { people: moving.people }), ...priority };
        const query = { ...asked, wish };
        const place = {
          officeId: office.id,
          serviceId: service.id,
          people: wish.people,
          priority: wish.priorityId !== undefined,
        };
        const availability = await lookAt({
          ...place,
          from: query.first,
          until: query.last,
        });
        if (availability === undefined || availability.offer.firstBookableOn === null) {
          return notOpenPage(request, reply, office, service, availability?.offer.newsOn ?? null);
        }
        const hours = query.day === undefined ? [] : await seeHours(deps, { ...place, day: query.day });
        const page = { office, service, query, availability, hours, moving: moving?.startsAt };
        return monthPage(request, reply, page);
      },
    );
  };
}

/** The appointment that is being moved, and how many people move with it. */
async function findMoving(
  deps: Deps,
  { who }: FastifyRequest,
  id: string | undefined,
): Promise<{ startsAt: Temporal.Instant; people: number } | undefined> {
  if (id === undefined || who.kind !== 'citizen') return undefined;
  const own = await findOwnUnit(deps, who.accountId, id);
  if (own === undefined) return undefined;
  const live = membersIn(own.unit, liveStates);
  return { startsAt: own.appointment.startsAt, people: Math.max(1, live.length) };
}

/** The priority of an address, where it is this person's and still stands; the people are those whom it concerns. */
async function findPriorityOf(
  deps: Deps,
  { who }: FastifyRequest,
  officeId: string,
  serviceId: string,
  priorityId: string | undefined,
  asked: boolean,
): Promise<{ priorityId: string | undefined; people?: number }> {
  if (priorityId === undefined || who.kind !== 'citizen') return { priorityId: undefined };
  const change = await seePriority(deps, { officeId, serviceId, accountId: who.accountId, priorityId });
  if (change === undefined) return { priorityId: undefined };
  return { priorityId, ...(asked ? {} : { people: change.people }) };
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
