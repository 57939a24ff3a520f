import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Proof, requireContacts } from '#modules/identity/public.ts';
import { citizenOf, officialOf, officialsOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import type { ClosingOutcome } from '../domain/closing.ts';
import { sentencesOf } from '../letters/closed.ts';
import { type ClosingDeps, closeAccount, foretellClosing, wordsOf } from '../use-cases/close-account.ts';
import { closeForAbuse } from '../use-cases/close-for-abuse.ts';

const tags = ['account'];
const text = z.object({ it: z.string(), en: z.string() });
const body = z.object({
  erased: z.array(z.object({ code: z.string(), text })),
  kept: z.array(
    z.object({
      code: z.string(),
      text,
      because: text,
      until: z.iso.date().nullable().describe('Nothing: without an end'),
    }),
  ),
});

/** Closing the account, for programs: foretold, proven, done. */
export function closingApi(plain: FastifyInstance, closing: ClosingDeps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const words = wordsOf(closing);
  const reachable = requireContacts(closing.deps, 'closing');
  const limited = { rateLimit: { max: 30, timeWindow: '10 minutes' } };

  const told = (outcome: ClosingOutcome): z.infer<typeof body> => {
    const [it, en] = [sentencesOf(outcome, words, 'it'), sentencesOf(outcome, words, 'en')];
    const erased = outcome.flatMap((each) => each.erased);
    const kept = outcome.flatMap((each) => each.kept);
    return {
      erased: erased.map((code, index) => ({
        code,
        text: { it: it.erased[index] ?? '', en: en.erased[index] ?? '' },
      })),
      kept: kept.map(({ what, until }, index) => ({
        code: what,
        text: { it: it.kept[index]?.what ?? '', en: en.kept[index]?.what ?? '' },
        because: { it: it.kept[index]?.why ?? '', en: en.kept[index]?.why ?? '' },
        until,
      })),
    };
  };

  app.get(
    '/api/v1/account/closing-preview',
    {
      preHandler: reachable,
      schema: {
        tags,
        summary: 'What closing the account would erase and keep; changes nothing',
        response: { 200: body },
      },
    },
    async (request) => told(await foretellClosing(closing, citizenOf(request).accountId)),
  );

  app.post(
    '/api/v1/account/closing-codes',
    {
      preHandler: reachable,
      config: limited,
      schema: {
        tags,
        summary: 'Sends a code to a verified contact, to confirm the closing with',
        response: { 202: z.object({}) },
      },
    },
    async (request, reply) => {
      const sent = await closing.prover.sendCode(citizenOf(request).accountId);
      if (sent.ok) return reply.code(202).send({});
      return sendProblem(reply, { status: 429, code: sent.refusal.code, title: 'No further code now' });
    },
  );

  app.post(
    '/api/v1/account/closings',
    {
      preHandler: reachable,
      config: limited,
      schema: {
        tags,
        summary: 'Closes the account for good; the person proves once more who they are',
        headers: z.object({ 'idempotency-key': z.string().min(8).max(200).optional() }),
        body: z.object({
          understood: z.literal(true),
          password: z.string().max(1000).optional(),
          code: z.string().max(12).optional(),
          passkey: z.record(z.string(), z.unknown()).optional().describe('The answer of the device'),
        }),
        response: { 201: body },
      },
    },
    async (request, reply) => {
      const { password, code, passkey } = request.body;
      const proof: Proof =
        passkey !== undefined
          ? { kind: 'passkey', answer: passkey }
          : code !== undefined
            ? { kind: 'code', code }
            : { kind: 'password', password: password ?? '' };
      const key = request.headers['idempotency-key'] ?? crypto.randomUUID();
      const { accountId } = citizenOf(request);
      const closed = await closeAccount(closing, { accountId, proof, key });
      if (closed.ok) return reply.code(201).send(told(closed.value));
      return closed.refusal.code === 'not_proven'
        ? sendProblem(reply, { status: 403, code: 'not_proven', title: 'The proof is not good' })
        : sendProblem(reply, { status: 409, code: 'closed_already', title: 'The account is closed already' });
    },
  );

  app.post(
    '/api/v1/desk/people/:id/abuse-closings',
    {
      preHandler: officialsOnly,
      schema: {
        tags: ['desk'],
        summary: 'Closes an account for abuse; an administrator of the office gives the reason',
        params: z.object({ id: z.uuid() }),
        headers: z.object({ 'idempotency-key': z.string().min(8).max(200).optional() }),
        body: z.object({ reason: z.string().trim().min(1).max(1000) }),
        response: { 201: z.object({ id: z.uuid() }) },
      },
    },
    async (request, reply) => {
      const accountId = request.params.id;
      const key = request.headers['idempotency-key'] ?? crypto.randomUUID();
      const { reason } = request.body;
      const closed = await closeForAbuse(closing, { accountId, reason, by: officialOf(request), key });
      if (closed.ok) return reply.code(201).send({ id: accountId });
      return closed.refusal.code === 'no_such_person'
        ? reply.notFound()
        : sendProblem(reply, { status: 409, code: closed.refusal.code, title: 'The account was not closed' });
    },
  );
}
