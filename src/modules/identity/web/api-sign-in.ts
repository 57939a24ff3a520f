import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sendProblem } from '#platform/web/problem.ts';
import { shortest } from '../domain/password-policy.ts';
import { recoverPassword, requestRecovery } from '../use-cases/recover-password.ts';
import { signIn } from '../use-cases/sign-in.ts';
import { signInWithPasskey } from '../use-cases/sign-in-with-passkey.ts';
import { signOut } from '../use-cases/sign-out.ts';
import { unlockBrowser } from '../use-cases/unlock-browser.ts';
import {
  deviceAnswer,
  newPassword,
  nothing,
  secretOfLink,
  sendLinkExpired,
  sendPasswordFault,
} from './api-pieces.ts';
import { enter } from './entering.ts';
import { type IdentityWeb, placeIn } from './identity-web.ts';
import { identityWords } from './words/words.ts';

const tags = ['sessions'];
const opened = z.strictObject({
  active: z.boolean().describe('Whether the first contact was verified: before, only the code can be sent'),
});
const identifier = z.string().trim().min(1).max(300).describe('E-mail, or mobile number with its prefix');

/** Wrong, locked and unknown are one answer. */
export function sendSignInRefused(reply: FastifyReply): FastifyReply {
  return sendProblem(reply, {
    status: 422,
    code: 'refused',
    title: 'Wrong data, or access suspended for 24 hours',
    detail: identityWords[reply.request.locale].signIn.refused,
  });
}

/** Signing in and out, for programs; the session is a cookie that scripts cannot read. */
export function signInApi(plain: FastifyInstance, web: IdentityWeb): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const { deps, cookies, limited, untilAnswer } = web;

  app.post(
    '/api/v1/sessions',
    {
      config: limited,
      schema: {
        tags,
        operationId: 'sign-in',
        summary: 'Sign in with a contact and the password',
        description: 'The session comes as a cookie; with it, `POST /account/tokens` makes a bearer token.',
        body: z.strictObject({ identifier, password: z.string().min(1).max(1000) }).meta({
          examples: [{ identifier: 'ada@posta.example', password: 'a sentence that only Ada knows' }],
        }),
        response: { 201: opened },
      },
    },
    async (request, reply) => {
      const startedAt = performance.now();
      const device = cookies.readDevice(request);
      const outcome = await signIn(deps, { ...request.body, device, place: placeIn(request) });
      await untilAnswer(startedAt);
      if (!outcome.ok) return sendSignInRefused(reply);
      await enter(web, request, reply, outcome.value);
      return reply.code(201).send({ active: outcome.value.active });
    },
  );

  app.post(
    '/api/v1/passkey-sessions',
    {
      config: limited,
      schema: {
        tags,
        operationId: 'sign-in-with-passkey',
        summary: 'Sign in with a passkey, as the answer to `/passkey-challenges`',
        body: z.strictObject({ answer: deviceAnswer }),
        response: { 201: opened },
      },
    },
    async (request, reply) => {
      const device = cookies.readDevice(request);
      const { answer } = request.body;
      const outcome = await signInWithPasskey(deps, { answer, device, place: placeIn(request) });
      if (!outcome.ok) return sendSignInRefused(reply);
      await enter(web, request, reply, outcome.value);
      return reply.code(201).send({ active: outcome.value.active });
    },
  );

  app.delete(
    '/api/v1/sessions/current',
    {
      schema: {
        tags,
        operationId: 'sign-out',
        summary: 'Sign out; without a session nothing happens',
        response: { 204: z.null().describe('The session has ended') },
      },
    },
    async (request, reply) => {
      await signOut(deps, { tokens: cookies.sessionTokens(request), who: request.who });
      cookies.closeSessions(reply);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/v1/browser-unlocks',
    {
      config: limited,
      schema: {
        tags,
        operationId: 'unlock-browser',
        summary: 'Make this browser a known one, with the link of the letter about a lock',
        body: z.strictObject({ token: secretOfLink }),
        response: { 201: nothing },
      },
    },
    async (request, reply) => {
      const unlocked = await unlockBrowser(deps, { token: request.body.token, purpose: 'unlock' });
      if (!unlocked.ok) return sendLinkExpired(reply);
      cookies.keepDevice(reply, unlocked.value.deviceCookie);
      return reply.code(201).send({});
    },
  );

  app.post(
    '/api/v1/recoveries',
    {
      config: limited,
      schema: {
        tags,
        operationId: 'request-recovery',
        summary:
          'Ask for the link to a new password; the answer is the same whether there is an account or not',
        body: z.strictObject({ identifier }),
        response: { 202: nothing },
      },
    },
    async (request, reply) => {
      const startedAt = performance.now();
      await requestRecovery(deps, request.body.identifier);
      await untilAnswer(startedAt);
      return reply.code(202).send({});
    },
  );

  app.post(
    '/api/v1/recovered-passwords',
    {
      config: limited,
      schema: {
        tags,
        operationId: 'recover-password',
        summary: 'Choose a new password with the link; ends every other session and opens one here',
        body: z.strictObject({ token: secretOfLink, password: newPassword }),
        response: { 201: opened },
      },
    },
    async (request, reply) => {
      const device = cookies.readDevice(request);
      const outcome = await recoverPassword(deps, { ...request.body, device, place: placeIn(request) });
      if (outcome.ok) {
        await enter(web, request, reply, outcome.value);
        return reply.code(201).send({ active: outcome.value.active });
      }
      return outcome.refusal.code === 'link_expired'
        ? sendLinkExpired(reply)
        : sendPasswordFault(reply, outcome.refusal.fault, shortest.alone);
    },
  );
}
