import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { dayAt } from '#kernel/civil-date.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { seeAgenda, seeAgendas } from '../../use-cases/see-agenda.ts';
import { listDisplaced } from '../../use-cases/see-displaced.ts';
import {
  type AgendaRefusal,
  closeExtra,
  closeWeekly,
  openExtra,
  openWeekly,
  setUpAgenda,
} from '../../use-cases/set-up-agenda.ts';
import { agendaForm, extraForm, weeklyForm } from './agenda-forms.ts';
import { type Attempt, agendaPage, agendasPage } from './agenda-pages.ts';
import { displacementsPath } from './displacements.ts';
import { type OfficeParams, officeOf, servingOf, settingUpOf } from './serving.ts';

interface AgendaParams extends OfficeParams {
  readonly agenda: string;
}

interface EntryParams extends AgendaParams {
  readonly entry: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Setting up the agendas of an office. */
export function agendaRoutes(app: FastifyInstance, deps: Deps): void {
  const base = '/desk/offices/:office/agendas';

  app.get(base, async (request, reply) =>
    agendasPage(request, reply, await seeAgendas(deps, servingOf(request))),
  );

  app.post(base, async (request, reply) => {
    const reading = readForm(agendaForm, request.body);
    if (!reading.ok) {
      return agendasPage(
        request,
        reply,
        await seeAgendas(deps, servingOf(request)),
        attemptOf('agenda', reading),
      );
    }
    const agenda = {
      ...settingsOf(reading.value),
      officeId: officeOf(request).id,
      endedOn: null,
    };
    const outcome = await setUpAgenda(deps, settingUpOf(request), agenda);
    return outcome.ok
      ? reply.seeOther(`${here(request)}/${outcome.value.id}?saved=yes`)
      : reply.seeOther(here(request));
  });

  app.get<{ Params: AgendaParams; Querystring: { saved?: string } }>(
    `${base}/:agenda`,
    async (request, reply) => showAgenda(deps, request, reply, undefined, request.query.saved !== undefined),
  );

  app.post<{ Params: AgendaParams }>(`${base}/:agenda`, async (request, reply) => {
    const found = await findHere(deps, request);
    if (found === undefined) return reply.notFound();
    const reading = readForm(agendaForm, request.body);
    if (!reading.ok) return showAgenda(deps, request, reply, attemptOf('agenda', reading));
    const outcome = await setUpAgenda(deps, settingUpOf(request), {
      ...found.agenda,
      ...settingsOf(reading.value),
    });
    return finish(deps, request, reply, outcome, 'agenda', 'name', reading.typed);
  });

  app.post<{ Params: AgendaParams }>(`${base}/:agenda/windows`, async (request, reply) => {
    const reading = readForm(weeklyForm, request.body);
    if (!reading.ok) return showAgenda(deps, request, reply, attemptOf('weekly', reading));
    const window = { ...reading.value, id: crypto.randomUUID() };
    const outcome = await openWeekly(deps, settingUpOf(request), request.params.agenda, window);
    return finish(deps, request, reply, outcome, 'weekly', 'starts', reading.typed);
  });

  app.post<{ Params: AgendaParams }>(`${base}/:agenda/extra-windows`, async (request, reply) => {
    const reading = readForm(extraForm, request.body);
    if (!reading.ok) return showAgenda(deps, request, reply, attemptOf('extra', reading));
    const window = { ...reading.value, id: crypto.randomUUID() };
    const outcome = await openExtra(deps, settingUpOf(request), request.params.agenda, window);
    return finish(deps, request, reply, outcome, 'extra', 'starts', reading.typed);
  });

  app.post<{ Params: EntryParams }>(`${base}/:agenda/windows/:entry/removal`, async (request, reply) => {
    if (!areIds(request.params)) return reply.notFound();
    const { agenda, entry } = request.params;
    return finish(
      deps,
      request,
      reply,
      await closeWeekly(deps, settingUpOf(request), agenda, entry),
      'weekly',
      'starts',
      {},
    );
  });

  app.post<{ Params: EntryParams }>(
    `${base}/:agenda/extra-windows/:entry/removal`,
    async (request, reply) => {
      if (!areIds(request.params)) return reply.notFound();
      const { agenda, entry } = request.params;
      return finish(
        deps,
        request,
        reply,
        await closeExtra(deps, settingUpOf(request), agenda, entry),
        'extra',
        'starts',
        {},
      );
    },
  );
}

function areIds({ agenda, entry }: EntryParams): boolean {
  return uuid.test(agenda) && uuid.test(entry);
}

function here(request: FastifyRequest): string {
  return `/desk/offices/${officeOf(request).id}/agendas`;
}

function attemptOf(
  name: Attempt['form'],
  { typed, key, problems }: { typed: Attempt['typed']; key: string; problems: Attempt['problems'] },
): Attempt {
  return { form: name, typed, key, problems };
}

function settingsOf({ services, ...rest }: z.output<typeof agendaForm>) {
  return { ...rest, serviceIds: services };
}

async function findHere(deps: Deps, request: FastifyRequest<{ Params: AgendaParams }>) {
  return uuid.test(request.params.agenda)
    ? seeAgenda(deps, servingOf(request), request.params.agenda)
    : undefined;
}

async function showAgenda(
  deps: Deps,
  request: FastifyRequest<{ Params: AgendaParams }>,
  reply: FastifyReply,
  attempt?: Attempt,
  saved = false,
): Promise<FastifyReply> {
  const found = await findHere(deps, request);
  if (found === undefined) return reply.notFound();
  const today = dayAt(deps.now(), officeOf(request).timeZone);
  return agendaPage(request, reply, {
    ...found,
    today,
    saved,
    ...(attempt === undefined ? {} : { attempt }),
  });
}

async function finish(
  deps: Deps,
  request: FastifyRequest<{ Params: AgendaParams }>,
  reply: FastifyReply,
  outcome: Outcome<{ id: string }, AgendaRefusal>,
  name: Attempt['form'],
  field: string,
  typed: Attempt['typed'],
): Promise<FastifyReply> {
  if (outcome.ok) {
    const displaced = await listDisplaced(deps, servingOf(request));
    return reply.seeOther(
      displaced.length > 0
        ? displacementsPath(officeOf(request).id)
        : `${here(request)}/${request.params.agenda}?saved=yes`,
    );
  }
  if (outcome.refusal.code === 'no_such_agenda') return reply.notFound();
  return showAgenda(deps, request, reply, { form: name, typed, problems: { [field]: outcome.refusal.code } });
}
