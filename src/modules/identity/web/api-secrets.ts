import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { idempotencyHeader } from '#platform/web/api-schemas.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { shortest } from '../domain/password-policy.ts';
import { createApiToken } from '../use-cases/api-token.ts';
import { changePassword } from '../use-cases/change-password.ts';
import { newPassword, nothing, sendPasswordFault, sendWrongFields, sessionsOnly } from './api-pieces.ts';
import type { IdentityWeb } from './identity-web.ts';
import { identityWords } from './words/words.ts';

const tags = ['account'];

/** The own password, and new tokens: only with a session. */
export function secretsApi(plain: FastifyInstance, { deps }: IdentityWeb): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const guarded = { preHandler: [citizensOnly, sessionsOnly] };

  app.post(
    '/api/v1/account/password-changes',
    {
      ...guarded,
      schema: {
        tags,
        operationId: 'change-password',
        summary: 'Change the password; the present one is asked for, five tries a day',
        body: z.strictObject({ current_password: z.string().max(1000), password: newPassword }),
        response: { 201: nothing },
      },
    },
    async (request, reply) => {
      const { current_password: current, password: next } = request.body;
      const changed = await changePassword(deps, { who: citizenOf(request), current, next });
      if (changed.ok) return reply.code(201).send({});
      if (changed.refusal.code === 'password')
        return sendPasswordFault(reply, changed.refusal.fault, shortest.alone);
      const words = { wrong_password: identityWords[request.locale].account.password.wrong };
      return sendWrongFields(reply, { current_password: 'wrong_password' }, words);
    },
  );

  app.post(
    '/api/v1/account/tokens',
    {
      ...guarded,
      schema: {
        tags,
        operationId: 'make-token',
        summary: 'Make a bearer token; it is shown this once (the same key shows it again)',
        headers: idempotencyHeader,
        body: z
          .strictObject({ label: z.string().trim().min(1).max(80) })
          .meta({ examples: [{ label: 'The calendar of the family' }] }),
        response: { 201: z.strictObject({ token: z.string().max(200) }) },
      },
    },
    async (request, reply) => {
      const { accountId } = citizenOf(request);
      const key = request.headers['idempotency-key'];
      const made = await createApiToken(deps, { accountId, label: request.body.label, key });
      return made.ok
        ? reply.code(201).send({ token: made.value.token })
        : sendProblem(reply, {
            status: 409,
            code: made.refusal.code,
            title: 'There are too many tokens: take one back first',
            detail: identityWords[request.locale].account.tokens.tooMany,
          });
    },
  );
}
