import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { distrustLifecycle, keyKinds } from '../../domain/distrust.ts';
import type { CertificateDeps } from '../../use-cases/certificate-deps.ts';
import {
  confirmDistrust,
  type DecisionRefusal,
  type ProposalRefusal,
  proposeDistrust,
  withdrawDistrust,
} from '../../use-cases/distrust-key.ts';
import { type SeenKeys, seeKeys } from '../../use-cases/see-keys.ts';
import { idempotencyHeader } from '../api-schemas.ts';
import { ministryOnly } from './routes.ts';

const tags = ['certificates-desk'];
const instant = z.iso.datetime().max(40);
const keyKind = z.enum(keyKinds);
const keyId = z
  .string()
  .max(64)
  .regex(/^([0-9a-f]{16}|[0-9a-f]{64})$/)
  .describe('Id of a key of QR codes, or fingerprint (SHA-256) of the certificate of a seal');
const count = z.number().int().min(0);
const [firstState = 'proposed', ...otherStates] = distrustLifecycle.states;

const keysAnswer = z.strictObject({
  items: z
    .array(
      z.strictObject({
        key_kind: keyKind,
        key_id: keyId,
        standing: z.enum(['next', 'active', 'retired', 'distrusted']),
        valid_documents: count,
        signs_from: instant.optional(),
        signs_until: instant.optional(),
      }),
    )
    .max(1000),
  next: z.null(),
});
const distrustSchema = z.strictObject({
  distrust_id: z.uuid().max(36),
  key_kind: keyKind,
  key_id: keyId,
  reason: z.string().max(500),
  state: z.enum([firstState, ...otherStates]),
  proposed_at: instant,
  confirmed_at: instant.optional(),
  finished_at: instant.optional(),
  documents_revoked: count,
  people_told: count,
  certificates_issued_again: count,
});
const distrustsAnswer = z.strictObject({ items: z.array(distrustSchema).max(100), next: z.null() });

const refusals: Record<
  ProposalRefusal['code'] | DecisionRefusal['code'],
  { readonly status: number; readonly title: string }
> = {
  no_such_key: { status: 404, title: 'There is no such key' },
  distrusted_already: { status: 409, title: 'The key was proposed or taken out of trust already' },
  ministry_only: { status: 403, title: 'Only administrators of the ministry can do this' },
  key_reused: { status: 422, title: 'This idempotency key was used for another request' },
  no_such_distrust: { status: 404, title: 'There is no such proposal' },
  not_now: { status: 409, title: 'The proposal is in another state' },
  another_official_confirms: { status: 409, title: 'Whoever proposed it does not confirm it' },
};
const sendRefusal = (reply: FastifyReply, code: keyof typeof refusals) =>
  sendProblem(reply, { ...refusals[code], code });

function distrustOut({ distrust, progress }: SeenKeys['distrusts'][number]): z.output<typeof distrustSchema> {
  const { confirmedAt, finishedAt } = distrust;
  return {
    distrust_id: distrust.id,
    key_kind: distrust.keyKind,
    key_id: distrust.keyId,
    reason: distrust.reason,
    state: distrust.state,
    proposed_at: distrust.proposedAt.toString(),
    ...(confirmedAt === null ? {} : { confirmed_at: confirmedAt.toString() }),
    ...(finishedAt === null ? {} : { finished_at: finishedAt.toString() }),
    documents_revoked: progress.revoked,
    people_told: progress.told,
    certificates_issued_again: progress.issuedAgain,
  };
}

/** The keys of certificates for programs of the ministry. */
export function keyApi(deps: CertificateDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', ministryOnly);
    const base = '/api/v1/desk/certificate-key-distrusts';
    const one = async (
      reply: FastifyReply,
      official: ReturnType<typeof officialOf>,
      id: string,
      status = 200,
    ) => {
      const seen = await seeKeys(deps, official);
      const found = seen.ok ? seen.value.distrusts.find(({ distrust }) => distrust.id === id) : undefined;
      return found === undefined ? reply.notFound() : reply.code(status).send(distrustOut(found));
    };

    app.get(
      '/api/v1/desk/certificate-keys',
      {
        schema: {
          tags,
          operationId: 'list-desk-certificate-keys',
          summary: 'Keys of seals and QR codes, with how many documents that still count each has signed',
          response: { 200: keysAnswer },
        },
      },
      async (request, reply) => {
        const seen = await seeKeys(deps, officialOf(request));
        if (!seen.ok) return sendRefusal(reply, seen.refusal.code);
        return {
          items: seen.value.keys.map(({ signsFrom, signsUntil, ...each }) => ({
            key_kind: each.keyKind,
            key_id: each.keyId,
            standing: each.standing,
            valid_documents: each.counting,
            ...(signsFrom === undefined ? {} : { signs_from: signsFrom.toString() }),
            ...(signsUntil === undefined ? {} : { signs_until: signsUntil.toString() }),
          })),
          next: null,
        };
      },
    );
    app.get(
      base,
      {
        schema: {
          tags,
          operationId: 'list-key-distrusts',
          summary: 'Keys that were proposed or taken out of trust, with how far the consequences are',
          response: { 200: distrustsAnswer },
        },
      },
      async (request, reply) => {
        const seen = await seeKeys(deps, officialOf(request));
        if (!seen.ok) return sendRefusal(reply, seen.refusal.code);
        return { items: seen.value.distrusts.map(distrustOut), next: null };
      },
    );
    app.post(
      base,
      {
        schema: {
          tags,
          operationId: 'propose-key-distrust',
          summary: 'Propose to take a key out of trust',
          description: 'Nothing happens until another administrator of the ministry confirms it.',
          headers: idempotencyHeader,
          body: z.strictObject({
            key_kind: keyKind,
            key_id: keyId,
            reason: z
              .string()
              .trim()
              .min(1)
              .max(500)
              .regex(/^[^\0]*$/),
          }),
          response: { 201: distrustSchema },
        },
      },
      async (request, reply) => {
        const { key_kind: kind, key_id: id, reason } = request.body;
        const key = request.headers['idempotency-key'];
        const official = officialOf(request);
        const outcome = await proposeDistrust(deps, official, { keyKind: kind, keyId: id, reason, key });
        return outcome.ok
          ? one(reply, official, outcome.value.id, 201)
          : sendRefusal(reply, outcome.refusal.code);
      },
    );
    for (const [name, decide, summary] of [
      [
        'confirmation',
        confirmDistrust,
        'Confirm what another administrator has proposed: the key is out of trust',
      ],
      ['withdrawal', withdrawDistrust, 'Withdraw a proposal'],
    ] as const)
      app.post(
        `${base}/:distrust_id/${name}`,
        {
          schema: {
            tags,
            operationId: name === 'confirmation' ? 'confirm-key-distrust' : 'withdraw-key-distrust',
            summary,
            params: z.strictObject({ distrust_id: z.uuid().max(36) }),
            response: { 200: distrustSchema },
          },
        },
        async (request, reply) => {
          const { distrust_id: id } = request.params;
          const official = officialOf(request);
          const outcome = await decide(deps, official, { id });
          return outcome.ok ? one(reply, official, id) : sendRefusal(reply, outcome.refusal.code);
        },
      );
  };
}
