import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm, typedIn } from '#platform/web/form/read-form.ts';
import {
  keepHolidays,
  proposeHolidayAgain,
  seeHolidays,
  workOnHolidays,
} from '../../use-cases/decide-holidays.ts';
import { seeAgendas, seeClosures } from '../../use-cases/see-agenda.ts';
import { listDisplaced } from '../../use-cases/see-displaced.ts';
import { closeDays, reopenDays } from '../../use-cases/set-up-agenda.ts';
import { closureForm } from './agenda-forms.ts';
import type { Attempt } from './agenda-pages.ts';
import { closuresPage } from './closures-page.ts';
import { displacementsPath } from './displacements.ts';
import { type OfficeParams, officeOf, servingOf, settingUpOf } from './serving.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Closed days of an office, the holidays of both countries, and who has to be moved because of them. */
export function closureRoutes(app: FastifyInstance, deps: Deps): void {
  const base = '/desk/offices/:office/closures';
  app.get(base, (request, reply) => show(deps, request, reply));

  app.post(base, async (request, reply) => {
    const reading = readForm(closureForm, request.body);
    if (!reading.ok) return show(deps, request, reply, { form: 'closure', ...reading });
    const { fromOn, untilOn, reasonIt, reasonEn, agendaId, starts, ends, desks } = reading.value;
    const outcome = await closeDays(deps, settingUpOf(request), {
      id: crypto.randomUUID(),
      agendaId: agendaId === '' ? null : agendaId,
      fromOn,
      untilOn,
      hours: starts === '' ? null : { starts, ends },
      desks,
      holiday: false,
      reason: { it: reasonIt, en: reasonEn },
    });
    if (outcome.ok) return onward(deps, request, reply, { reasonIt, reasonEn });
    return show(deps, request, reply, {
      form: 'closure',
      typed: reading.typed,
      problems: { fromOn: outcome.refusal.code },
    });
  });

  app.post<{ Params: OfficeParams & { entry: string } }>(`${base}/:entry/removal`, async (request, reply) => {
    if (!uuid.test(request.params.entry)) return reply.notFound();
    await reopenDays(deps, settingUpOf(request), request.params.entry);
    return reply.seeOther(closuresPath(request));
  });

  app.post('/desk/offices/:office/holidays', async (request, reply) => {
    const typed = typedIn(request.body);
    const days = (typed['days'] ?? '').split(',').filter((raw): raw is CivilDate => parseCivilDate(raw).ok);
    if (days.length === 0) {
      return show(deps, request, reply, { form: 'holidays', typed, problems: { days: 'days' } });
    }
    if (typed['what'] === 'work') await workOnHolidays(deps, settingUpOf(request), days);
    else await keepHolidays(deps, settingUpOf(request), days);
    return onward(deps, request, reply, {});
  });

  app.post<{ Params: OfficeParams & { day: string } }>(
    '/desk/offices/:office/holidays/:day/reconsideration',
    async (request, reply) => {
      const day = parseCivilDate(request.params.day);
      if (!day.ok) return reply.notFound();
      await proposeHolidayAgain(deps, settingUpOf(request), day.value);
      return reply.seeOther(closuresPath(request));
    },
  );
}

function closuresPath(request: FastifyRequest): string {
  return `/desk/offices/${officeOf(request).id}/closures`;
}

/** To those who have to be moved, where there are any; the reason of the closure goes along. */
async function onward(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  reason: Record<string, string>,
): Promise<FastifyReply> {
  const displaced = await listDisplaced(deps, servingOf(request));
  return reply.seeOther(
    displaced.length === 0
      ? closuresPath(request)
      : `${displacementsPath(officeOf(request).id)}?${new URLSearchParams(reason)}`,
  );
}

async function show(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  attempt?: Attempt,
): Promise<FastifyReply> {
  const serving = servingOf(request);
  return closuresPage(request, reply, {
    closures: await seeClosures(deps, serving),
    agendas: await seeAgendas(deps, serving),
    holidays: await seeHolidays(deps, serving),
    displaced: (await listDisplaced(deps, serving)).length,
    ...(attempt === undefined ? {} : { attempt }),
  });
}
