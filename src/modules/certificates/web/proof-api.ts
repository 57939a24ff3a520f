import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayAt } from '#kernel/civil-date.ts';
import { requireStrong } from '#modules/identity/public.ts';
import { citizenOf } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { proofFacts } from '../domain/proof.ts';
import { type SealedDocument, standingOf } from '../domain/verification.ts';
import { issueProof } from '../use-cases/issue-proof.ts';
import { listProofs, openProof, revokeProof } from '../use-cases/own-proofs.ts';
import { codeOf } from '../use-cases/register-sealed.ts';
import type { SealedDeps } from '../use-cases/sealed-deps.ts';
import { proofProblem } from './proof-routes.ts';

const tags = ['certificates'];
const uuid = z.uuid().max(36);
const proofSchema = z.strictObject({
  proof_id: uuid,
  code: z.string().max(20),
  claims: z.array(z.array(z.string().max(200)).max(5)).max(10),
  issued_on: z.iso.date(),
  valid_until: z.iso.date(),
  standing: z.enum(['holds', 'past_validity', 'withdrawn', 'replaced']),
});
const params = z.strictObject({ proof_id: uuid });
const headers = z.object({
  'idempotency-key': z
    .string()
    .min(8)
    .max(200)
    .regex(/^[\w-]+$/)
    .optional(),
});

/** Proofs for machines: the same as the pages. */
export function proofApi(deps: SealedDeps): FastifyPluginAsync {
  const preHandler = requireStrong('certificates');
  const proofOut = (proof: SealedDocument) => ({
    proof_id: proof.id,
    code: codeOf(proof),
    claims: proof.claims.map((claim) => [...claim]),
    issued_on: proof.issuedOn,
    valid_until: proof.validUntil,
    standing: standingOf(proof, dayAt(deps.now(), 'Europe/Rome')),
  });
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();

    app.get(
      '/api/v1/account/proofs',
      {
        preHandler,
        schema: {
          tags,
          operationId: 'list-proofs',
          summary: 'Proofs that you have made',
          response: {
            200: z.strictObject({
              items: z.array(proofSchema).max(200),
              next: z.string().max(200).nullable(),
            }),
          },
        },
      },
      async (request) => ({
        items: (await listProofs(deps, citizenOf(request).accountId)).map(proofOut),
        next: null,
      }),
    );

    app.post(
      '/api/v1/account/proofs',
      {
        preHandler,
        schema: {
          tags,
          operationId: 'issue-proof',
          summary: 'Make a proof of chosen facts',
          headers,
          body: z.strictObject({ facts: z.array(z.enum(proofFacts)).min(1).max(proofFacts.length) }),
          response: {
            201: z.strictObject({
              ...proofSchema.shape,
              content: z.string().max(2_000_000).describe('The sealed PDF in base 64'),
            }),
          },
        },
      },
      async (request, reply) => {
        const { accountId } = citizenOf(request);
        const key = request.headers['idempotency-key'] ?? crypto.randomUUID();
        const { locale } = request;
        const issued = await issueProof(deps, { accountId, facts: request.body.facts, locale, key });
        if (!issued.ok) {
          const { code } = issued.refusal;
          return sendProblem(reply, {
            status: code === 'seal_away' ? 503 : code === 'key_reused' ? 409 : 422,
            code,
            title: 'The proof was not made',
            detail: proofProblem(issued.refusal, locale),
          });
        }
        const pdf = await openProof(deps, { accountId, id: issued.value.id });
        if (pdf === undefined) return reply.notFound();
        return reply
          .code(201)
          .send({ ...proofOut(issued.value), content: Buffer.from(pdf).toString('base64') });
      },
    );

    app.post(
      '/api/v1/account/proofs/:proof_id/revocations',
      {
        preHandler,
        schema: {
          tags,
          operationId: 'revoke-proof',
          summary: 'Take back a proof',
          params,
          response: { 204: z.null().describe('Revoked') },
        },
      },
      async (request, reply) => {
        const { accountId } = citizenOf(request);
        const revoked = await revokeProof(deps, { accountId, id: request.params.proof_id });
        return revoked.ok ? reply.code(204).send(null) : reply.notFound();
      },
    );
  };
}
