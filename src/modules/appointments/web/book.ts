import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { seeMissingEntry } from '#modules/services/public.ts';
import type { Deps } from '#platform/deps.ts';
import { typedIn } from '#platform/web/form/read-form.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { webWords } from '#platform/web/words/words.ts';
import { seeAbsences } from '../use-cases/absences.ts';
import type { BookingRefusal, BookPlace } from '../use-cases/book-places.ts';
import { seeHours } from '../use-cases/see-availability.ts';
import { findHour, type Hour } from '../use-cases/see-hour.ts';
import { readAnswers } from './answers-form.ts';
import { partyRoutes } from './book-party.ts';
import { type BookingPage, bookingPage } from './booking-page.ts';
import { placesPath } from './month-page.ts';
import { findPlaceOf, type PlaceParams } from './places.ts';
import { reasonLines, wholeKey } from './refusal-lines.ts';
import { readWish } from './wish.ts';
import { appointmentWords } from './words/words.ts';

/** From a chosen hour to a held place. */
export function bookRoutes(deps: Deps, book: BookPlace): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    await app.register(partyRoutes(deps));
    app.get<{ Params: PlaceParams & { slot: string }; Querystring: Record<string, string | undefined> }>(
      '/offices/:office/services/:service/places/:slot',
      { preHandler: citizensOnly },
      async (request, reply) => {
        const found = findPlaceOf(request.params);
        const hour = found && (await findHour(deps, { ...ids(request.params), slotId: request.params.slot }));
        if (found === undefined || hour === undefined) return reply.notFound();
        const wish = readWish(request.query, found.service);
        const { accountId, officeId } = citizenOf(request);
        const own = officeId === found.office.id;
        // The page of the service says what is missing, and where to get it.
        if (own && (await seeMissingEntry(deps, { ...ids(request.params), accountId })) !== undefined)
          return reply.seeOther(`/offices/${found.office.id}/services/${found.service.id}`);
        const absences = await seeAbsences(deps, { ...ids(request.params), accountId });
        return bookingPage(request, reply, { ...found, ...hour, wish, absences });
      },
    );

    app.post<{ Params: PlaceParams }>(
      '/offices/:office/services/:service/appointments',
      { preHandler: citizensOnly },
      async (request, reply) => {
        const found = findPlaceOf(request.params);
        if (found === undefined) return reply.notFound();
        const typed = typedIn(request.body);
        const slotId = typed['slot'] ?? '';
        const hour = await findHour(deps, { ...ids(request.params), slotId });
        if (hour === undefined) return reply.seeOther(placesPath(found.office.id, found.service.id));

        const { notes, answers, problems } = readAnswers(found.service, typed, request.locale);
        const page = { ...found, slot: hour.slot, holdMinutes: hour.holdMinutes, typed };
        const key = wholeKey(typed['_key']);
        if (Object.keys(problems).length > 0)
          return bookingPage(request, reply, { ...page, key, problems, status: 422 });

        const outcome = await book({
          ...ids(request.params),
          officeId: found.office.id,
          serviceId: found.service.id,
          slotId: Number(slotId),
          accountId: citizenOf(request).accountId,
          notes,
          answers,
          key,
        });
        if (outcome.ok) return reply.seeOther(`/appointments/${outcome.value.id}`);
        return refusedPage(deps, request, reply, page, hour, outcome.refusal);
      },
    );
  };
}

function ids(params: PlaceParams): { officeId: string; serviceId: string } {
  return { officeId: params.office, serviceId: params.service };
}

/** What was typed stays; another try gets a new key, because it is another wish. */
async function refusedPage(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  page: Omit<BookingPage, 'refusals'>,
  hour: Hour,
  refusal: BookingRefusal,
): Promise<FastifyReply> {
  const words = appointmentWords[request.locale];
  switch (refusal.code) {
    case 'full': {
      const others = await seeHours(deps, {
        officeId: page.office.id,
        serviceId: page.service.id,
        day: hour.slot.day,
      });
      const text = others.length > 0 ? words.book.full : words.book.fullDay;
      return bookingPage(request, reply, { ...page, others, refusals: [{ text }], status: 409 });
    }
    case 'already_booked':
      return bookingPage(request, reply, {
        ...page,
        status: 409,
        refusals: [
          {
            text: words.book.alreadyBooked,
            link: { label: words.book.alreadyBookedLink, path: '/appointments' },
          },
        ],
      });
    case 'no_such_place':
      return bookingPage(request, reply, {
        ...page,
        status: 409,
        refusals: [{ text: words.book.noSuchPlace }],
      });
    case 'policies':
      return bookingPage(request, reply, {
        ...page,
        status: 403,
        refusals: reasonLines(refusal.reasons, request),
      });
    case 'key_reused':
      return bookingPage(request, reply, {
        ...page,
        status: 422,
        refusals: [{ text: webWords[request.locale].problems.keyReused }],
      });
  }
}
