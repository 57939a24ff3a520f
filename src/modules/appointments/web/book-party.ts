import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { typedIn } from '#platform/web/form/read-form.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { webWords } from '#platform/web/words/words.ts';
import { bookParty, type PartyRefusal } from '../use-cases/book-party.ts';
import { seeHours } from '../use-cases/see-availability.ts';
import { findHour } from '../use-cases/see-hour.ts';
import { readAnswers } from './answers-form.ts';
import { type BookingPage, bookingPage } from './booking-page.ts';
import { placesPath } from './month-page.ts';
import { companionField, companionSentences, readCompanions } from './party-form.ts';
import { findPlaceOf, type PlaceParams } from './places.ts';
import { reasonLines, wholeKey } from './refusal-lines.ts';
import { type PlaceWish, readWish, wishQuery } from './wish.ts';
import { partyWords } from './words/party.ts';
import { appointmentWords } from './words/words.ts';

/** From a chosen hour to places held for several people. */
export function partyRoutes(deps: Deps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.post<{ Params: PlaceParams }>(
      '/offices/:office/services/:service/parties',
      { preHandler: citizensOnly },
      async (request, reply) => {
        const found = findPlaceOf(request.params);
        if (found === undefined) return reply.notFound();
        const { office, service } = found;
        const typed = typedIn(request.body);
        const wish = readWish(typed, service);
        const slotId = typed['slot'] ?? '';
        const hour = await findHour(deps, { officeId: office.id, serviceId: service.id, slotId });
        if (hour === undefined)
          return reply.seeOther(`${placesPath(office.id, service.id)}${wishQuery(wish)}`);

        const others = wish.forOthers ? wish.people : wish.people - 1;
        const reading = await readCompanions(typed, others, hour.slot.day);
        const { notes, answers, ...answered } = readAnswers(service, typed, request.locale);
        const problems = { ...companionSentences(reading.problems, request.locale), ...answered.problems };
        const key = wholeKey(typed['_key']);
        const page = { ...found, ...hour, typed, wish };
        if (Object.keys(problems).length > 0)
          return bookingPage(request, reply, { ...page, key, problems, status: 422 });

        const outcome = await bookParty(deps, {
          officeId: office.id,
          serviceId: service.id,
          slotId: Number(slotId),
          accountId: citizenOf(request).accountId,
          withBooker: !wish.forOthers,
          companions: reading.companions,
          notes,
          answers,
          ...(wish.priorityId === undefined ? {} : { priorityId: wish.priorityId }),
          key,
        });
        if (outcome.ok) return reply.seeOther(`/appointments/${outcome.value.id}`);
        return refusedPage(deps, request, reply, page, outcome.refusal);
      },
    );
  };
}

/** What was typed stays; another try gets a new key, because it is another wish. */
async function refusedPage(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  page: Omit<BookingPage, 'refusals'> & { readonly wish: PlaceWish; readonly typed: Record<string, string> },
  refusal: PartyRefusal,
): Promise<FastifyReply> {
  const { locale } = request;
  const words = partyWords[locale];
  const book = appointmentWords[locale].book;
  const { wish } = page;
  const atPeople = (people: readonly number[], text: string) =>
    Object.fromEntries(
      people.filter((each) => each > 0).map((each) => [companionField(each, 'given_name'), text]),
    );
  const nameOf = (number: number) =>
    number === 0
      ? citizenOf(request).name
      : `${page.typed[companionField(number, 'given_name')]} ${page.typed[companionField(number, 'family_name')]}`;

  switch (refusal.code) {
    case 'full': {
      const others = await seeHours(deps, {
        officeId: page.office.id,
        serviceId: page.service.id,
        day: page.slot.day,
        people: wish.people,
        priority: wish.priorityId !== undefined,
      });
      const text = others.length > 0 ? words.full : words.fullDay;
      return bookingPage(request, reply, { ...page, others, refusals: [{ text }], status: 409 });
    }
    case 'already_booked': {
      const text = words.alreadyBooked(refusal.people.map(nameOf).join(', '));
      const link = { label: book.alreadyBookedLink, path: '/appointments' };
      return bookingPage(request, reply, {
        ...page,
        problems: atPeople(refusal.people, text),
        refusals: [{ text, link }],
        status: 409,
      });
    }
    case 'person_twice':
      return bookingPage(request, reply, {
        ...page,
        problems: atPeople(refusal.people, words.personTwice),
        status: 422,
      });
    case 'too_many_people':
      return bookingPage(request, reply, {
        ...page,
        refusals: [{ text: words.tooMany(refusal.most) }],
        status: 422,
      });
    case 'no_such_place':
      return bookingPage(request, reply, { ...page, refusals: [{ text: book.noSuchPlace }], status: 409 });
    case 'policies':
      return bookingPage(request, reply, {
        ...page,
        refusals: reasonLines(refusal.reasons, request),
        status: 403,
      });
    case 'key_reused':
      return bookingPage(request, reply, {
        ...page,
        refusals: [{ text: webWords[locale].problems.keyReused }],
        status: 422,
      });
  }
}
