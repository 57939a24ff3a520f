import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listOf } from '#platform/web/api-schemas.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { addPasskey, changePasskey, readPasskeys } from '../use-cases/passkeys.ts';
import { deviceAnswer, idParams } from './api-pieces.ts';
import type { IdentityWeb } from './identity-web.ts';
import { identityWords } from './words/words.ts';

const tags = ['officials'];
const base = '/api/v1/desk/passkeys';
const label = z.string().trim().min(1).max(80);
const passkeySchema = z.strictObject({
  passkey_id: z.uuid().max(36),
  label: z.string().max(80),
  created_at: z.iso.datetime({ offset: true }).max(40),
  last_used_at: z.iso.datetime({ offset: true }).max(40).nullable(),
});

/** The passkeys of an official, each of which can stand in for the app's code. */
export function deskPasskeysApi(plain: FastifyInstance, { deps }: IdentityWeb): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const guarded = { preHandler: officialsOnly };
  const holderOf = (request: FastifyRequest) => ({ officialId: officialOf(request).officialId });

  app.get(
    base,
    {
      ...guarded,
      schema: {
        tags,
        operationId: 'list-passkeys-of-official',
        summary: 'The official’s own passkeys',
        response: { 200: listOf(passkeySchema, 100) },
      },
    },
    async (request) => {
      const passkeys = await readPasskeys(deps, holderOf(request));
      const items = passkeys.map((each) => ({
        passkey_id: each.id,
        label: each.label,
        created_at: each.createdAt.toString(),
        last_used_at: each.lastUsedAt?.toString() ?? null,
      }));
      return { items, next: null };
    },
  );

  app.post(
    base,
    {
      ...guarded,
      schema: {
        tags,
        operationId: 'add-passkey-of-official',
        summary: 'Add the passkey that a device has made',
        body: z.strictObject({ label, answer: deviceAnswer }),
        response: { 201: z.strictObject({ passkey_id: z.uuid().max(36) }) },
      },
    },
    async (request, reply) => {
      const { label: name, answer } = request.body;
      const added = await addPasskey(deps, { holder: holderOf(request), answer, label: name });
      if (added.ok) return reply.code(201).send({ passkey_id: added.value.id });
      const { access: words } = identityWords[request.locale];
      return added.refusal.code === 'too_many_passkeys'
        ? sendProblem(reply, {
            status: 409,
            code: 'too_many_passkeys',
            title: 'There are ten passkeys already',
            detail: words.tooMany,
          })
        : sendProblem(reply, {
            status: 409,
            code: 'passkey_not_made',
            title: 'The answer is not good',
            detail: words.passkeyNotMade,
          });
    },
  );

  app.patch(
    `${base}/:id`,
    {
      ...guarded,
      schema: {
        tags,
        operationId: 'rename-passkey-of-official',
        summary: 'Give a passkey another name',
        params: idParams,
        body: z.strictObject({ label }),
        response: { 200: z.strictObject({ passkey_id: z.uuid().max(36), label: z.string().max(80) }) },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const to = { label: request.body.label };
      const renamed = await changePasskey(deps, { holder: holderOf(request), id, to });
      return renamed.ok ? { passkey_id: id, ...to } : reply.notFound();
    },
  );

  app.delete(
    `${base}/:id`,
    {
      ...guarded,
      schema: {
        tags,
        operationId: 'remove-passkey-of-official',
        summary: 'Remove a passkey',
        params: idParams,
        response: { 204: z.null().describe('The passkey opens nothing any more') },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const removed = await changePasskey(deps, { holder: holderOf(request), id, to: 'removed' });
      return removed.ok ? reply.code(204).send(null) : reply.notFound();
    },
  );
}
