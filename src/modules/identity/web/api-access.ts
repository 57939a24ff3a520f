import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { citizenOf, citizensOnly, officialOf, officialsOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { browsers, systems } from '../domain/browser.ts';
import { addPasskey, changePasskey, offerPasskey, readPasskeys } from '../use-cases/passkeys.ts';
import { endOneSession, readSessions, signOutEverywhere } from '../use-cases/see-sessions.ts';
import { askPasskey } from '../use-cases/sign-in-with-passkey.ts';
import type { IdentityWeb } from './identity-web.ts';

const tags = ['account'];
const question = z.object({
  options: z
    .record(z.string(), z.unknown())
    .describe(
      'What the browser passes to the device (WebAuthn, JSON form); good for five minutes and one answer',
    ),
});
const passkeyBody = z.object({
  id: z.uuid(),
  label: z.string(),
  created_at: z.string(),
  last_used_at: z.string().nullable(),
});
const sessionBody = z.object({
  id: z.uuid(),
  browser: z.enum(browsers),
  system: z.enum(systems),
  means: z.enum(['password', 'passkey', 'recovery', 'counter', 'spid']),
  created_at: z.string(),
  last_seen_at: z.string(),
  current: z.boolean(),
});
const asOptions = (options: object) => ({ options: { ...options } });

/** Passkeys, sessions and devices, for programs and for the pages' own script. */
export function accessApi(plain: FastifyInstance, { deps, limited }: IdentityWeb): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();

  app.post(
    '/api/v1/passkey-challenges',
    {
      config: limited,
      schema: { tags, summary: 'Asks for a passkey to sign in with', response: { 200: question } },
    },
    async () => asOptions(await askPasskey(deps, { purpose: 'sign_in', holder: undefined })),
  );

  app.post(
    '/api/v1/account/passkey-registration-challenges',
    {
      preHandler: citizensOnly,
      config: limited,
      schema: { tags, summary: 'Asks for a new passkey of the account', response: { 200: question } },
    },
    async (request) => {
      const { accountId, name } = citizenOf(request);
      return asOptions(await offerPasskey(deps, { holder: { accountId }, name }));
    },
  );

  app.post(
    '/api/v1/account/passkey-challenges',
    {
      preHandler: citizensOnly,
      config: limited,
      schema: {
        tags,
        summary: 'Asks for a passkey of the account, to confirm something that cannot be undone',
        response: { 200: question },
      },
    },
    async (request) => {
      const { accountId } = citizenOf(request);
      return asOptions(await askPasskey(deps, { purpose: 'confirm', holder: { accountId } }));
    },
  );

  app.post(
    '/api/v1/desk/passkey-registration-challenges',
    {
      preHandler: officialsOnly,
      config: limited,
      schema: {
        tags: ['desk'],
        summary: 'Asks for a new passkey of the official',
        response: { 200: question },
      },
    },
    async (request) => {
      const { officialId, name } = officialOf(request);
      return asOptions(await offerPasskey(deps, { holder: { officialId }, name }));
    },
  );

  app.get(
    '/api/v1/account/passkeys',
    {
      preHandler: citizensOnly,
      schema: {
        tags,
        summary: 'The own passkeys',
        response: { 200: z.object({ items: z.array(passkeyBody), next: z.null() }) },
      },
    },
    async (request) => {
      const passkeys = await readPasskeys(deps, { accountId: citizenOf(request).accountId });
      const items = passkeys.map(({ id, label, createdAt, lastUsedAt }) => ({
        id,
        label,
        created_at: createdAt.toString(),
        last_used_at: lastUsedAt?.toString() ?? null,
      }));
      return { items, next: null };
    },
  );

  app.post(
    '/api/v1/account/passkeys',
    {
      preHandler: citizensOnly,
      schema: {
        tags,
        summary: 'Adds the passkey that a device has made',
        body: z.object({
          label: z.string().trim().min(1).max(80),
          answer: z
            .record(z.string(), z.unknown())
            .describe('The answer of the device (WebAuthn, JSON form)'),
        }),
        response: { 201: z.object({ id: z.uuid() }) },
      },
    },
    async (request, reply) => {
      const { label, answer } = request.body;
      const holder = { accountId: citizenOf(request).accountId };
      const added = await addPasskey(deps, { holder, answer, label });
      if (added.ok) return reply.code(201).send({ id: added.value.id });
      const { code } = added.refusal;
      const title =
        code === 'too_many_passkeys' ? 'There are ten passkeys already' : 'The answer is not good';
      return sendProblem(reply, { status: 409, code, title });
    },
  );

  const id = z.object({ id: z.uuid() });
  app.patch(
    '/api/v1/account/passkeys/:id',
    {
      preHandler: citizensOnly,
      schema: {
        tags,
        summary: 'Gives a passkey another name',
        params: id,
        body: z.object({ label: z.string().trim().min(1).max(80) }),
        response: { 200: z.object({ id: z.uuid(), label: z.string() }) },
      },
    },
    async (request, reply) => {
      const holder = { accountId: citizenOf(request).accountId };
      const { label } = request.body;
      const renamed = await changePasskey(deps, { holder, id: request.params.id, to: { label } });
      return renamed.ok ? { id: request.params.id, label } : reply.notFound();
    },
  );

  app.delete(
    '/api/v1/account/passkeys/:id',
    {
      preHandler: citizensOnly,
      schema: {
        tags,
        summary: 'Removes a passkey',
        params: id,
        response: { 204: z.null().describe('The passkey opens nothing any more') },
      },
    },
    async (request, reply) => {
      const holder = { accountId: citizenOf(request).accountId };
      const removed = await changePasskey(deps, { holder, id: request.params.id, to: 'removed' });
      return removed.ok ? reply.code(204).send(null) : reply.notFound();
    },
  );

  app.get(
    '/api/v1/account/sessions',
    {
      preHandler: citizensOnly,
      schema: {
        tags,
        summary: 'Where the person is signed in',
        response: { 200: z.object({ items: z.array(sessionBody), next: z.null() }) },
      },
    },
    async (request) => {
      const { accountId, sessionId } = citizenOf(request);
      const sessions = await readSessions(deps, accountId);
      const items = sessions.map(({ id: session, createdAt, lastSeenAt, browser, system, means }) => ({
        id: session,
        browser,
        system,
        means,
        created_at: createdAt.toString(),
        last_seen_at: lastSeenAt.toString(),
        current: session === sessionId,
      }));
      return { items, next: null };
    },
  );

  app.delete(
    '/api/v1/account/sessions/:id',
    {
      preHandler: citizensOnly,
      schema: {
        tags,
        summary: 'Signs one device out',
        params: id,
        response: { 204: z.null().describe('The session has ended') },
      },
    },
    async (request, reply) => {
      const { accountId } = citizenOf(request);
      const ended = await endOneSession(deps, { accountId, id: request.params.id });
      return ended.ok ? reply.code(204).send(null) : reply.notFound();
    },
  );

  app.post(
    '/api/v1/account/sign-outs',
    {
      preHandler: citizensOnly,
      schema: {
        tags,
        summary: 'Signs out everywhere else and revokes all API tokens, the one in use too',
        body: z.object({
          forget_browsers: z.boolean().default(false).describe('Makes strangers of all known browsers'),
        }),
        response: { 200: z.object({ browsers_forgotten: z.boolean() }) },
      },
    },
    async (request) => {
      const forget = request.body.forget_browsers;
      await signOutEverywhere(deps, { who: citizenOf(request), forget });
      return { browsers_forgotten: forget };
    },
  );
}
