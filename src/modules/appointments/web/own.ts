import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { formatMoment } from '#kernel/moment.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { typedIn } from '#platform/web/form/read-form.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { membersIn } from '../domain/appointment.ts';
import { calendarOf } from '../letters/letters.ts';
import { partyCalendar } from '../letters/party-letters.ts';
import { cancelAppointment } from '../use-cases/cancel-appointment.ts';
import { type MoveRefusal, moveAppointment } from '../use-cases/move-appointment.ts';
import { resendLetter } from '../use-cases/resend-letter.ts';
import { findHour } from '../use-cases/see-hour.ts';
import {
  findOwn,
  findOwnApplicant,
  findOwnChange,
  findOwnEmail,
  findOwnUnit,
  listOwn,
} from '../use-cases/see-own.ts';
import { confirmRoutes } from './confirm.ts';
import { placesPath } from './month-page.ts';
import { detailPage, listPage, momentOf, questionPage } from './own-pages.ts';
import { printoutRoutes } from './printout.ts';
import { partyWords } from './words/party.ts';
import { appointmentWords } from './words/words.ts';

interface IdParams {
  readonly id: string;
}

/** A citizen's own appointments. */
export function ownRoutes(deps: Deps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    await app.register(confirmRoutes(deps));
    await app.register(async (own) => {
      own.addHook('preHandler', citizensOnly);
      seeing(own, deps);
      cancelling(own, deps);
      moving(own, deps);
      printoutRoutes(own, deps);
    });
  };
}

function seeing(app: FastifyInstance, deps: Deps): void {
  app.get('/appointments', async (request, reply) =>
    listPage(request, reply, await listOwn(deps, citizenOf(request).accountId), deps.now()),
  );

  app.get<{ Params: IdParams; Querystring: { done?: string } }>(
    '/appointments/:id',
    async (request, reply) => {
      const { accountId } = citizenOf(request);
      const found = await findOwnUnit(deps, accountId, request.params.id);
      if (found === undefined) return reply.notFound();
      const words = appointmentWords[request.locale];
      const sentences = new Map([
        ['cancelled', words.cancel.done],
        ['cancelled-one', partyWords[request.locale].cancelled],
        ['moved', words.move.done],
        ['resent', words.detail.resent],
      ]);
      const email = await findOwnEmail(deps, accountId);
      const change = await findOwnChange(deps, accountId, found.appointment);
      return detailPage(request, reply, {
        ...found,
        change,
        email,
        done: sentences.get(request.query.done ?? ''),
      });
    },
  );

  app.get<{ Params: IdParams }>('/appointments/:id/calendar.ics', async (request, reply) => {
    const { accountId } = citizenOf(request);
    const found = await findOwnUnit(deps, accountId, request.params.id);
    const reader = await findOwnApplicant(deps, accountId);
    if (found?.appointment.state !== 'booked' || reader === undefined) return reply.notFound();
    const { appointment, unit } = found;
    const firm = membersIn(unit, ['booked', 'in_charge']);
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="sportello.ics"')
      .send(
        unit.party === null
          ? calendarOf(deps, appointment, 'PUBLISH')
          : partyCalendar(deps, unit.party, firm, reader, 'PUBLISH'),
      );
  });

  app.post<{ Params: IdParams }>('/appointments/:id/letters', async (request, reply) => {
    const { accountId } = citizenOf(request);
    const outcome = await resendLetter(deps, { id: request.params.id, accountId, key: keyOf(request) });
    if (!outcome.ok && outcome.refusal.code === 'no_such_appointment') return reply.notFound();
    return reply.seeOther(`/appointments/${request.params.id}${outcome.ok ? '?done=resent' : ''}`);
  });
}

function keyOf(request: FastifyRequest): string {
  const key = typedIn(request.body)['_key'] ?? '';
  return /^[\w-]{8,200}$/.test(key) ? key : crypto.randomUUID();
}

interface CancelRoute {
  Params: IdParams;
  Querystring: { all?: string };
}

function cancelling(app: FastifyInstance, deps: Deps): void {
  const ask = async (
    request: FastifyRequest<CancelRoute>,
    reply: FastifyReply,
    { all, problem }: { all: boolean; problem?: string },
  ) => {
    const found = await findOwnUnit(deps, citizenOf(request).accountId, request.params.id);
    if (found === undefined) return reply.notFound();
    const { appointment, unit } = found;
    const words = appointmentWords[request.locale].cancel;
    const party = partyWords[request.locale];
    const name = `${appointment.givenName} ${appointment.familyName}`;
    const question =
      unit.members.length === 1
        ? { title: words.title, text: words.text }
        : all
          ? { title: party.cancelAllTitle, text: party.cancelAllText }
          : { title: party.cancelOneTitle(name), text: party.cancelOneText };
    return questionPage(request, reply, {
      appointment,
      ...question,
      action: `/appointments/${appointment.id}/cancellation`,
      ...(all ? { fields: { all: 'yes' } } : {}),
      submit: { label: words.submit, kind: 'danger' },
      back: { label: words.keep, path: `/appointments/${appointment.id}` },
      ...(problem === undefined ? {} : { problem, status: 409 }),
    });
  };

  app.get<CancelRoute>('/appointments/:id/cancellation', (request, reply) =>
    ask(request, reply, { all: request.query.all === 'yes' }),
  );

  app.post<CancelRoute>('/appointments/:id/cancellation', async (request, reply) => {
    const { accountId } = citizenOf(request);
    const { id } = request.params;
    const all = typedIn(request.body)['all'] === 'yes';
    const found = await findOwnUnit(deps, accountId, id);
    const outcome = await cancelAppointment(deps, { id, accountId, wholeParty: all, key: keyOf(request) });
    if (outcome.ok) {
      const others = (found?.unit.members.length ?? 1) > 1 && !all;
      return reply.seeOther(`/appointments/${id}?done=${others ? 'cancelled-one' : 'cancelled'}`);
    }
    if (outcome.refusal.code === 'no_such_appointment') return reply.notFound();
    return ask(request, reply, { all, problem: appointmentWords[request.locale].cancel.tooLate });
  });
}

function moving(app: FastifyInstance, deps: Deps): void {
  app.get<{ Params: IdParams; Querystring: { slot?: string } }>(
    '/appointments/:id/move',
    async (request, reply) => {
      const appointment = await findOwn(deps, citizenOf(request).accountId, request.params.id);
      if (appointment === undefined) return reply.notFound();
      const places = placesPath(appointment.officeId, appointment.serviceId);
      const hour = await findHour(deps, { ...appointment, slotId: request.query.slot ?? '' });
      if (hour === undefined) return reply.seeOther(`${places}?move=${appointment.id}`);
      const words = appointmentWords[request.locale].move;
      const zone = findOffice(appointment.officeId)?.timeZone ?? 'UTC';
      return questionPage(request, reply, {
        appointment,
        title: words.title,
        rows: [
          { label: words.from, value: momentOf(appointment, request) },
          { label: words.to, value: formatMoment(hour.slot.startsAt, zone, request.locale) },
        ],
        action: `/appointments/${appointment.id}/move`,
        fields: { slot: String(hour.slot.id) },
        submit: { label: words.submit, kind: 'primary' },
        back: {
          label: appointmentWords[request.locale].book.change,
          path: `${places}?move=${appointment.id}`,
        },
      });
    },
  );

  app.post<{ Params: IdParams }>('/appointments/:id/move', async (request, reply) => {
    const { accountId } = citizenOf(request);
    const { id } = request.params;
    const slotId = Number(typedIn(request.body)['slot']);
    if (!Number.isSafeInteger(slotId)) return reply.notFound();
    const outcome = await moveAppointment(deps, { id, accountId, slotId, key: keyOf(request) });
    if (outcome.ok) return reply.seeOther(`/appointments/${id}?done=moved`);
    if (outcome.refusal.code === 'no_such_appointment') return reply.notFound();
    const appointment = await findOwn(deps, accountId, id);
    if (appointment === undefined) return reply.notFound();
    return questionPage(request, reply, {
      appointment,
      title: appointmentWords[request.locale].move.title,
      rows: [{ label: appointmentWords[request.locale].move.from, value: momentOf(appointment, request) }],
      action: `/appointments/${id}/move`,
      submit: { label: appointmentWords[request.locale].book.otherHours, kind: 'primary' },
      problem: moveSentences(outcome.refusal, request),
      status: 409,
    });
  });
}

function moveSentences(refusal: MoveRefusal, { locale }: FastifyRequest): string {
  const words = appointmentWords[locale];
  switch (refusal.code) {
    case 'too_late':
    case 'no_such_appointment':
      return words.cancel.tooLate;
    case 'confirm_first':
      return words.move.confirmFirst;
    case 'same_place':
      return words.move.same;
    case 'no_such_place':
      return words.book.noSuchPlace;
    case 'full':
      return words.book.fullDay;
    case 'policies':
      return refusal.reasons.map((reason) => words.reasons[reason]).join(' ');
    case 'key_reused':
      return words.book.noSuchPlace;
  }
}
