import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  answerDelegation,
  type DelegationStepRefusal,
  lastDayOf,
  readDelegations,
  revokeDelegation,
  type ShownDelegation,
  seeDelegation,
} from '#modules/identity/public.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import type { CaseFileDeps } from '../../use-cases/case-file-deps.ts';
import { beginForOwner, entrust } from '../../use-cases/entrust.ts';
import { viewDraft } from '../../use-cases/see-draft.ts';
import { idempotencyHeader } from '../api-schemas.ts';
import { sendFormRefusal } from '../person/api-refusals.ts';
import { draftOut, draftSchema } from '../person/api-schemas.ts';
import { delegationWords } from '../words/delegations.ts';

const tags = ['delegations'];
const uuid = z.uuid().max(36);
const instant = z.iso.datetime({ offset: true }).max(40);
const day = z.iso.date().max(10);
const procedureId = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[a-z0-9-]+$/);
const name = z.string().max(250);
const params = z.strictObject({ delegation_id: uuid });

const line = z.strictObject({
  delegation_id: uuid,
  side: z.enum(['owner', 'delegate']).describe('Which of the two the reader is'),
  owner_name: name,
  delegate_name: name.nullable().describe('Before it is accepted the address that the owner named'),
  procedure_id: procedureId.nullable(),
  file_id: uuid.nullable(),
  state: z.enum(['offered', 'accepted', 'declined', 'revoked', 'expired']),
  last_day: day,
  offered_at: instant,
  accepted_at: instant.nullable(),
  ended_at: instant.nullable(),
});
const deed = z.strictObject({
  type: z.string().max(80),
  at: instant,
  subject: z.enum(['case-file', 'case-file-draft']),
  id: uuid,
});
const whole = line.extend({ deeds: z.array(deed).max(200).describe('What the delegate did, latest first') });
const offerBody = z.strictObject({
  procedure_id: procedureId.optional().describe('The procedure that is delegated'),
  file_id: uuid.optional().describe('Or one file that was sent'),
  email: z.string().min(3).max(254).describe('Whether it has an account makes no difference to the answer'),
  last_day: day.describe('Twelve months from today at the latest'),
});

function lineOut(each: ShownDelegation): z.output<typeof line> {
  return {
    delegation_id: each.id,
    side: each.side,
    owner_name: each.ownerName,
    delegate_name: each.delegateName,
    procedure_id: each.what.kind === 'procedure' ? each.what.procedure : null,
    file_id: each.what.kind === 'file' ? each.what.caseFileId : null,
    state: each.state,
    last_day: lastDayOf(each),
    offered_at: each.offeredAt.toString(),
    accepted_at: each.acceptedAt?.toString() ?? null,
    ended_at: each.endedAt?.toString() ?? null,
  };
}

type Code = keyof (typeof delegationWords)['en']['refusals'];
const problems: Record<Code, { readonly status: 404 | 409 | 422 | 429; readonly title: string }> = {
  not_an_email: { status: 422, title: 'This is no e-mail address' },
  yourself: { status: 422, title: 'The address is your own' },
  day_wrong: { status: 422, title: 'The last day is past or too far away' },
  nothing_such: { status: 422, title: 'This cannot be delegated' },
  offered_already: { status: 409, title: 'The same is delegated to this address already' },
  too_many_delegations: { status: 429, title: 'Too many delegations' },
  no_such_delegation: { status: 404, title: 'There is no such delegation' },
  not_now: { status: 409, title: 'The state of the delegation does not allow it' },
  key_reused: { status: 422, title: 'This idempotency key was used for another request' },
};

function sendRefusal(reply: FastifyReply, code: Code): FastifyReply {
  const detail = delegationWords[reply.request.locale].refusals[code];
  return sendProblem(reply, { ...problems[code], code, detail });
}

/** Delegations for machines: the same use cases as the pages. */
export function delegationApi(deps: CaseFileDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', citizensOnly);
    const one = '/api/v1/delegations/:delegation_id';

    app.get(
      '/api/v1/delegations',
      {
        schema: {
          tags,
          operationId: 'list-delegations',
          summary: 'Delegations that I gave and received',
          response: { 200: z.strictObject({ items: z.array(line).max(400), next: z.null() }) },
        },
      },
      async (request) => {
        const { given, received } = await readDelegations(deps, citizenOf(request).accountId);
        return { items: [...received, ...given].map(lineOut), next: null };
      },
    );

    app.post(
      '/api/v1/delegations',
      {
        config: { rateLimit: { max: 30, timeWindow: '10 minutes' } },
        schema: {
          tags,
          operationId: 'offer-delegation',
          summary: 'Delegate one procedure or one file to somebody for a limited time',
          description: 'Certificates, payments and the account cannot be delegated.',
          headers: idempotencyHeader,
          body: offerBody,
          response: { 201: whole },
        },
      },
      async (request, reply) => {
        const { procedure_id: procedure, file_id: file, email, last_day: lastDay } = request.body;
        if ((procedure === undefined) === (file === undefined)) return sendRefusal(reply, 'nothing_such');
        const offered = await entrust(deps, {
          accountId: citizenOf(request).accountId,
          what:
            file === undefined
              ? { kind: 'procedure', procedure: procedure ?? '' }
              : { kind: 'file', caseFileId: file },
          email,
          lastDay,
          key: request.headers['idempotency-key'],
        });
        if (!offered.ok) return sendRefusal(reply, offered.refusal.code);
        reply.code(201).header('location', `/api/v1/delegations/${offered.value.id}`);
        return seen(deps, request, reply, offered.value.id);
      },
    );

    app.get(
      one,
      {
        schema: {
          tags,
          operationId: 'see-delegation',
          summary: 'A delegation, with what was done under it',
          params,
          response: { 200: whole },
        },
      },
      async (request, reply) => seen(deps, request, reply, request.params.delegation_id),
    );

    for (const accepts of [true, false]) {
      app.post(
        `${one}/${accepts ? 'acceptance' : 'refusal'}`,
        {
          schema: {
            tags,
            operationId: accepts ? 'accept-delegation' : 'decline-delegation',
            summary: accepts ? 'Accept a delegation' : 'Decline a delegation',
            params,
            response: accepts ? { 200: whole } : { 204: z.null().describe('Declined') },
          },
        },
        async (request, reply) => {
          const { accountId } = citizenOf(request);
          const id = request.params.delegation_id;
          const answered = await answerDelegation(deps, { id, accountId, accepts });
          if (!answered.ok) return sendRefusal(reply, answered.refusal.code);
          return accepts ? seen(deps, request, reply, id) : reply.code(204).send(null);
        },
      );
    }

    app.post(
      `${one}/revocation`,
      {
        schema: {
          tags,
          operationId: 'revoke-delegation',
          summary: 'End a delegation, as its owner or its delegate',
          params,
          response: { 200: whole },
        },
      },
      async (request, reply) => {
        const id = request.params.delegation_id;
        const revoked = await revokeDelegation(deps, { id, accountId: citizenOf(request).accountId });
        if (revoked.ok) return seen(deps, request, reply, id);
        const { code }: DelegationStepRefusal = revoked.refusal;
        return sendRefusal(reply, code);
      },
    );

    app.post(
      `${one}/drafts`,
      {
        schema: {
          tags,
          operationId: 'open-delegated-draft',
          summary: 'Begin the delegated form on behalf of the person, or take it up',
          description: 'The draft is then filled in and sent by the operations of drafts.',
          params,
          response: { 201: draftSchema },
        },
      },
      async (request, reply) => {
        const { accountId: actingId } = citizenOf(request);
        const begun = await beginForOwner(deps, { delegationId: request.params.delegation_id, actingId });
        if (!begun.ok) {
          const { code } = begun.refusal;
          return code === 'no_such_delegation' ? sendRefusal(reply, code) : sendFormRefusal(reply, { code });
        }
        const { accountId, id: draftId } = begun.value;
        const view = await viewDraft(deps, { accountId, actingId, draftId });
        return view === undefined ? reply.notFound() : reply.code(201).send(draftOut(view, request.locale));
      },
    );
  };
}

async function seen(deps: CaseFileDeps, request: FastifyRequest, reply: FastifyReply, id: string) {
  const found = await seeDelegation(deps, { accountId: citizenOf(request).accountId, id });
  if (found === undefined) return sendRefusal(reply, 'no_such_delegation');
  const deeds = found.deeds.map(({ type, at, subjectKind, subjectId }) => ({
    type,
    at: at.toString(),
    subject: subjectKind === 'case-file' ? ('case-file' as const) : ('case-file-draft' as const),
    id: subjectId,
  }));
  return reply.send({ ...lineOut(found.delegation), deeds });
}
