import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type CivilDate, dayAt, parseCivilDate } from '#kernel/civil-date.ts';
import { seeFeesTaken } from '#modules/payments/public.ts';
import type { Deps } from '#platform/deps.ts';
import { problemSummary, textArea } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm, type Typed, typedIn } from '#platform/web/form/read-form.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
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

const cancellation = z.object({
  reason: z.string().trim().min(1, 'reasonMissing').max(500, 'reasonTooLong'),
});

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

  const path = `/desk/offices/:office/appointments/:id/${handlingPaths.cancel_as_office}`;
  app.get<{ Params: AppointmentParams }>(path, async (request, reply) =>
    cancelPage(deps, request, reply, {}, {}),
  );
  app.post<{ Params: AppointmentParams }>(path, async (request, reply) => {
    const reading = readForm(cancellation, request.body);
    if (!reading.ok) return cancelPage(deps, request, reply, reading.typed, reading.problems);
    return handled(deps, request, reply, 'cancel_as_office', reading.value.reason);
  });
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
  reason?: string,
): Promise<FastifyReply> {
  const { id } = request.params;
  const outcome = await handleAppointment(deps, servingOf(request), {
    id,
    handling,
    key: keyOf(request),
    ...(reason === undefined ? {} : { reason }),
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

async function cancelPage(
  deps: Deps,
  request: FastifyRequest<{ Params: AppointmentParams }>,
  reply: FastifyReply,
  typed: Typed,
  problems: Readonly<Record<string, string>>,
): Promise<FastifyReply> {
  const { locale } = request;
  const appointment = await seeExpected(deps, servingOf(request), request.params.id);
  if (appointment === undefined) return reply.notFound();
  const words = deskWords[locale].cancel;
  const office = officeOf(request);
  const back = dayPath(office.id, dayAt(appointment.startsAt, office.timeZone));
  const problem =
    problems['reason'] === 'reasonTooLong' ? words.reasonTooLong : problems['reason'] && words.reasonMissing;
  return reply.page({
    title: words.title,
    section: 'desk',
    status: problem ? 422 : 200,
    hasProblems: Boolean(problem),
    breadcrumb: [{ label: deskWords[locale].desk, path: '/desk' }, { label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${appointment.givenName} ${appointment.familyName}</p>
${problem && problemSummary(webWords[locale].problems.summaryTitle, [{ name: 'reason', text: problem }])}
${form(reply, {
  action: `/desk/offices/${office.id}/appointments/${appointment.id}/${handlingPaths.cancel_as_office}`,
  content: html`${textArea({
    name: 'reason',
    label: words.reason,
    hint: words.reasonHint,
    value: typed['reason'],
    problem: problem || undefined,
  })}${submitButton(words.submit, 'danger')} <a class="form-back" href="${localized(locale, back)}">${words.back}</a>`,
})}`,
  });
}
