import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type CivilDate, dayAt, parseCivilDate } from '#kernel/civil-date.ts';
import { seeFeesTaken } from '#modules/payments/public.ts';
import type { Deps } from '#platform/deps.ts';
import { typedIn } from '#platform/web/form/read-form.ts';
import { excuseAbsence } from '../../use-cases/absences.ts';
import {
  type Handling,
  type HandlingRefusal,
  handleAppointment,
  listDay,
  seeExpected,
} from '../../use-cases/serve-day.ts';
import { dayPage, dayPath, handlingPaths } from './day-page.ts';
import { keyOf, type OfficeParams, officeOf, servingOf } from './serving.ts';
import { deskWords } from './words/words.ts';

interface AppointmentParams extends OfficeParams {
  readonly id: string;
}

/** The day list and what is done from it. */
export function dayRoutes(app: FastifyInstance, deps: Deps): void {
  app.get<{ Params: OfficeParams }>('/desk/offices/:office/days', async (request, reply) =>
    reply.seeOther(dayPath(request.params.office, dayAt(deps.now(), officeOf(request).timeZone))),
  );

  app.get<{ Params: OfficeParams & { day: string }; Querystring: { done?: string } }>(
    '/desk/offices/:office/days/:day',
    async (request, reply) => {
      const day = parseCivilDate(request.params.day);
      if (!day.ok) return reply.notFound();
      const notice =
        request.query.done === undefined
          ? undefined
          : { text: deskWords[request.locale].day.done, kind: 'success' as const };
      return showDay(deps, request, reply, day.value, notice);
    },
  );

  for (const handling of ['take_in_charge', 'check_in', 'serve', 'miss'] as const) {
    app.post<{ Params: AppointmentParams }>(
      `/desk/offices/:office/appointments/:id/${handlingPaths[handling]}`,
      async (request, reply) => handled(deps, request, reply, handling),
    );
  }
}

/** An absence that the office excuses no longer counts. */
export function excuseRoutes(app: FastifyInstance, deps: Deps): void {
  app.post<{ Params: AppointmentParams }>(
    '/desk/offices/:office/appointments/:id/excuse',
    async (request, reply) => {
      const { id, office } = request.params;
      const outcome = await excuseAbsence(deps, servingOf(request), { id, key: keyOf(request) });
      const posted = parseCivilDate(typedIn(request.body)['day'] ?? '');
      const day = posted.ok ? posted.value : dayAt(deps.now(), officeOf(request).timeZone);
      if (outcome.ok) return reply.seeOther(`${dayPath(office, day)}?done=yes#a-${id}`);
      reply.code(409);
      return showDay(deps, request, reply, day, {
        text: sentenceOf(outcome.refusal, request),
        kind: 'warning',
      });
    },
  );
}

async function showDay(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  day: CivilDate,
  notice?: Parameters<typeof dayPage>[2]['notice'],
): Promise<FastifyReply> {
  const appointments = await listDay(deps, servingOf(request), day);
  const ids = appointments.map(({ id }) => id);
  const fees = await seeFeesTaken(deps, servingOf(request), ids);
  return dayPage(request, reply, {
    office: officeOf(request),
    day,
    appointments,
    fees,
    now: deps.now(),
    notice,
  });
}

/** Does it and goes back to the list, at the person's line. */
async function handled(
  deps: Deps,
  request: FastifyRequest<{ Params: AppointmentParams }>,
  reply: FastifyReply,
  handling: Handling,
): Promise<FastifyReply> {
  const { id } = request.params;
  const outcome = await handleAppointment(deps, servingOf(request), {
    id,
    handling,
    key: keyOf(request),
  });
  const zone = officeOf(request).timeZone;
  const appointment = await seeExpected(deps, servingOf(request), id);
  const posted = parseCivilDate(typedIn(request.body)['day'] ?? '');
  const day = posted.ok ? posted.value : dayAt(appointment?.startsAt ?? deps.now(), zone);
  if (outcome.ok) return reply.seeOther(`${dayPath(request.params.office, day)}?done=yes#a-${id}`);
  reply.code(409);
  return showDay(deps, request, reply, day, { text: sentenceOf(outcome.refusal, request), kind: 'warning' });
}

function sentenceOf(refusal: HandlingRefusal, { locale }: FastifyRequest): string {
  const words = deskWords[locale];
  const sentences: Record<HandlingRefusal['code'], string> = {
    no_such_appointment: words.day.gone,
    not_now: words.day.notNow,
    not_yet: words.day.notYet,
    key_reused: words.problems.key_reused,
  };
  return sentences[refusal.code];
}
