import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { findOffice } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { typedIn } from '#platform/web/form/read-form.ts';
import { type ConfirmRefusal, confirmAppointment, findByToken } from '../use-cases/confirm-appointment.ts';
import { endPage, questionPage } from './own-pages.ts';
import { appointmentWords } from './words/words.ts';

interface Route {
  Params: { id: string };
  Querystring: { office?: string; token?: string };
}

/**
 * The confirmation link of the letter. Opening it changes nothing, because mail programs open links by themselves; the
 * button does. It needs no sign-in: who reads the mail is who was asked.
 */
export function confirmRoutes(deps: Deps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.get<Route>('/appointments/:id/confirmation', async (request, reply) => {
      const { office = '', token = '' } = request.query;
      const appointment =
        findOffice(office) && (await findByToken(deps, { officeId: office, id: request.params.id, token }));
      if (appointment === undefined) return ended(request, reply, { code: 'no_such_appointment' });
      if (appointment.state === 'lapsed') return ended(request, reply, { code: 'lapsed' });
      if (appointment.state.startsWith('cancelled')) return ended(request, reply, { code: 'cancelled' });
      if (appointment.state !== 'held') return done(request, reply);
      if (appointment.changeId !== null) return ended(request, reply, { code: 'other_time_offered' });
      const words = appointmentWords[request.locale].confirm;
      return questionPage(request, reply, {
        appointment,
        title: words.title,
        action: `/appointments/${appointment.id}/confirmation`,
        fields: { office, token },
        submit: { label: words.submit, kind: 'primary' },
      });
    });

    app.post<Route>('/appointments/:id/confirmation', async (request, reply) => {
      const { office = '', token = '' } = typedIn(request.body);
      if (findOffice(office) === undefined) return ended(request, reply, { code: 'no_such_appointment' });
      const outcome = await confirmAppointment(deps, { officeId: office, id: request.params.id, token });
      return outcome.ok ? done(request, reply) : ended(request, reply, outcome.refusal);
    });
  };
}

function done(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const words = appointmentWords[request.locale];
  return endPage(request, reply, {
    title: words.confirm.done,
    text: words.confirm.doneText,
    link: { label: words.list.title, path: '/appointments' },
  });
}

function ended(request: FastifyRequest, reply: FastifyReply, refusal: ConfirmRefusal): FastifyReply {
  const words = appointmentWords[request.locale].confirm;
  const search = { label: words.search, path: '/services' };
  switch (refusal.code) {
    case 'no_such_appointment':
      return endPage(request, reply, { title: words.unknown, text: words.unknownText, status: 404 });
    case 'lapsed':
      return endPage(request, reply, {
        title: words.lapsed,
        text: words.lapsedText,
        link: search,
        status: 410,
      });
    case 'other_time_offered':
      return endPage(request, reply, {
        title: words.otherTime,
        text: words.otherTimeText,
        link: { label: appointmentWords[request.locale].list.title, path: '/appointments' },
        status: 409,
      });
    case 'cancelled':
      return endPage(request, reply, {
        title: words.cancelled,
        text: words.cancelledText,
        link: search,
        status: 410,
      });
  }
}
