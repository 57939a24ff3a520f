import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sendProblem } from '#platform/web/problem.ts';
import { webWords } from '#platform/web/words/words.ts';
import type { PasswordFault } from '../domain/password-policy.ts';
import { identityWords } from './words/words.ts';

export const idParams = z.strictObject({ id: z.uuid().max(36) });
/** What a device answers, as browsers write it. */
export const deviceAnswer = z
  .record(z.string(), z.unknown())
  .describe('The answer of the device (WebAuthn, JSON form)');
export const secretOfLink = z.string().min(1).max(200).describe('The secret in the link of the letter');
export const newPassword = z.string().max(1000);
export const nothing = z.strictObject({});

/** What speaks against a new password, as the pages say it. */
export function sendPasswordFault(reply: FastifyReply, fault: PasswordFault, minimum: number): FastifyReply {
  const detail = identityWords[reply.request.locale].signIn.faults[fault](minimum);
  return sendProblem(reply, {
    status: 422,
    code: 'password',
    title: 'The password cannot be used',
    errors: [{ pointer: '/password', code: fault, detail }],
  });
}

/** All the fields in error at once, each with the sentence of the page. */
export function sendWrongFields(
  reply: FastifyReply,
  codes: Readonly<Record<string, string>>,
  words: Readonly<Record<string, unknown>>,
): FastifyReply {
  return sendProblem(reply, {
    status: 422,
    code: 'invalid_request',
    title: 'Some answers are missing or wrong',
    errors: Object.entries(codes).map(([name, code]) => {
      const detail = words[code];
      return { pointer: `/${name}`, code, ...(typeof detail === 'string' ? { detail } : {}) };
    }),
  });
}

/** The link of a letter opens nothing any more. */
export function sendLinkExpired(reply: FastifyReply, detail?: string): FastifyReply {
  const sentence = detail ?? identityWords[reply.request.locale].signIn.linkExpired;
  return sendProblem(reply, {
    status: 410,
    code: 'link_expired',
    title: 'The link is used, replaced or too old',
    detail: sentence,
  });
}

export function sendKeyReused(reply: FastifyReply): FastifyReply {
  return sendProblem(reply, {
    status: 422,
    code: 'key_reused',
    title: 'This idempotency key was used for another request',
    detail: webWords[reply.request.locale].problems.keyReused,
  });
}

/** What only a session may do: a token that leaks must not make others, or shut its owner out. */
export async function sessionsOnly(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  if (request.headers.authorization === undefined) return undefined;
  return sendProblem(reply, {
    status: 403,
    code: 'session_required',
    title: 'This needs a session: sign in, a token is not enough',
  });
}
