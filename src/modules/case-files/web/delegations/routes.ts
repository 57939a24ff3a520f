import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { dayAt } from '#kernel/civil-date.ts';
import {
  answerDelegation,
  type Delegated,
  readDelegations,
  revokeDelegation,
  seeDelegation,
} from '#modules/identity/public.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { isCaseFileId } from '../../domain/case-file.ts';
import type { CaseFileDeps } from '../../use-cases/case-file-deps.ts';
import { beginForOwner, entrust, listDelegable } from '../../use-cases/entrust.ts';
import { delegationWords } from '../words/delegations.ts';
import { formWords } from '../words/form-words.ts';
import { delegationPage, delegationsPage, offerPage } from './pages.ts';

interface DelegationRoute {
  Params: { id: string };
  Querystring: { done?: string };
}

/** What is chosen in the form of an offer. */
export function whatOf(raw: string): Delegated | undefined {
  const [kind, id = ''] = raw.split(':');
  if (kind === 'procedure' && id !== '') return { kind, procedure: id };
  return kind === 'file' && isCaseFileId(id) ? { kind, caseFileId: id } : undefined;
}

/** Delegations of a person: given, received, offered, answered, ended. */
export function delegationRoutes(deps: CaseFileDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('preHandler', citizensOnly);
    const base = '/account/delegations';
    const one = `${base}/:id`;

    app.get(base, async (request, reply) => {
      const all = await readDelegations(deps, citizenOf(request).accountId);
      return delegationsPage(request, reply, { ...all, done: doneIn(request) });
    });
    app.get(`${base}/new`, async (request, reply) => showOffer(deps, request, reply, {}));
    app.post(base, { config: { rateLimit: { max: 30, timeWindow: '10 minutes' } } }, (request, reply) =>
      offer(deps, request, reply),
    );
    app.get<DelegationRoute>(one, async (request, reply) => show(deps, request, reply));
    for (const accepts of [true, false]) {
      app.post<DelegationRoute>(`${one}/${accepts ? 'acceptance' : 'refusal'}`, async (request, reply) => {
        const { accountId } = citizenOf(request);
        const { id } = request.params;
        if (!isCaseFileId(id)) return reply.notFound();
        const answered = await answerDelegation(deps, { id, accountId, accepts });
        if (!answered.ok) return refuse(deps, request, reply, answered.refusal.code);
        // A refused offer is the owner’s from now on.
        return reply.seeOther(accepts ? `${base}/${id}?done=accepted` : `${base}?done=declined`);
      });
    }
    app.post<DelegationRoute>(`${one}/revocation`, async (request, reply) => {
      const { id } = request.params;
      if (!isCaseFileId(id)) return reply.notFound();
      const revoked = await revokeDelegation(deps, { id, accountId: citizenOf(request).accountId });
      if (!revoked.ok) return refuse(deps, request, reply, revoked.refusal.code);
      return reply.seeOther(`${base}/${id}?done=revoked`);
    });
    app.post<DelegationRoute>(`${one}/drafts`, async (request, reply) => {
      const { accountId: actingId } = citizenOf(request);
      const begun = await beginForOwner(deps, { delegationId: request.params.id, actingId });
      if (begun.ok) return reply.seeOther(`/drafts/${begun.value.id}`);
      const { code } = begun.refusal;
      return code === 'no_such_delegation'
        ? refuse(deps, request, reply, 'not_now')
        : show(deps, request, reply, formWords[request.locale].refusals[code]);
    });
  };
}

function doneIn(request: FastifyRequest): string | undefined {
  const words = delegationWords[request.locale].done;
  const { done } = request.query as { done?: string };
  return (Object.entries(words) as [string, string][]).find(([name]) => name === done)?.[1];
}

async function show(
  deps: CaseFileDeps,
  request: FastifyRequest<DelegationRoute>,
  reply: FastifyReply,
  warning?: string,
): Promise<FastifyReply> {
  const { id } = request.params;
  const seen = isCaseFileId(id)
    ? await seeDelegation(deps, { accountId: citizenOf(request).accountId, id })
    : undefined;
  if (seen === undefined) return reply.notFound();
  const done = request.method === 'GET' ? doneIn(request) : undefined;
  return delegationPage(request, reply, { ...seen, done, warning });
}

function refuse(
  deps: CaseFileDeps,
  request: FastifyRequest<DelegationRoute>,
  reply: FastifyReply,
  code: 'no_such_delegation' | 'not_now',
): Promise<FastifyReply> | FastifyReply {
  if (code === 'no_such_delegation') return reply.notFound();
  return show(deps, request, reply, delegationWords[request.locale].refusals.not_now);
}

async function showOffer(
  deps: CaseFileDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  {
    typed = {},
    key = crypto.randomUUID(),
    problems = {},
  }: Partial<Pick<Parameters<typeof offerPage>[2], 'typed' | 'key' | 'problems'>>,
): Promise<FastifyReply> {
  const delegable = await listDelegable(deps, citizenOf(request).accountId);
  const today = Temporal.PlainDate.from(dayAt(deps.now(), 'Europe/Rome'));
  return offerPage(request, reply, { delegable, today, typed, key, problems });
}

const offerSchema = z.object({
  what: z.string().max(120),
  email: z.string().max(300),
  last_day: z.string().max(20),
});

async function offer(
  deps: CaseFileDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { refusals } = delegationWords[request.locale];
  const reading = readForm(offerSchema, request.body);
  const { typed, key } = reading;
  const again = (problems: Record<string, string>) =>
    showOffer(deps, request, reply, { typed, key: crypto.randomUUID(), problems });
  const what = whatOf(typed['what'] ?? '');
  if (!reading.ok || what === undefined) return again({ what: refusals.nothing_such });
  const { email, last_day: lastDay } = reading.value;
  const offered = await entrust(deps, { accountId: citizenOf(request).accountId, what, email, lastDay, key });
  if (offered.ok) return reply.seeOther('/account/delegations?done=offered');
  const { code } = offered.refusal;
  const field = {
    nothing_such: 'what',
    day_wrong: 'last_day',
    too_many_delegations: 'what',
    key_reused: 'what',
  };
  return again({ [(field as Record<string, string>)[code] ?? 'email']: refusals[code] });
}
