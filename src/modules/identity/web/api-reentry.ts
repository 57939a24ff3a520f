import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sendProblem } from '#platform/web/problem.ts';
import { parseEmail, parseMobile } from '../domain/contact.ts';
import { shortest } from '../domain/password-policy.ts';
import { parseReentryCode } from '../domain/reentry.ts';
import { type CodeFault, objectToReentry, tryReentryCode, useReentry } from '../use-cases/use-reentry.ts';
import {
  newPassword,
  nothing,
  secretOfLink,
  sendLinkExpired,
  sendPasswordFault,
  sendWrongFields,
} from './api-pieces.ts';
import { enter } from './entering.ts';
import { type IdentityWeb, placeIn } from './identity-web.ts';
import { momentText } from './pieces.ts';
import { identityWords } from './words/words.ts';

const tags = ['sessions'];
const code = z.string().max(60).describe('The code of the paper; capitals and dashes do not matter');

function sendCodeFault(reply: FastifyReply, fault: CodeFault): FastifyReply {
  const { locale } = reply.request;
  const { reentry: words } = identityWords[locale];
  return fault.code === 'code_too_early'
    ? sendProblem(reply, {
        status: 409,
        code: fault.code,
        title: 'The code opens later, unless a second official confirms it',
        detail: words.codeTooEarly(momentText(fault.opensAt, locale)),
      })
    : sendProblem(reply, {
        status: 422,
        code: fault.code,
        title: 'The code opens nothing',
        detail: words.codeNotGood,
      });
}

/** The way back in with the code from the counter, and the objection of whoever holds an old contact. */
export function reentryApi(plain: FastifyInstance, web: IdentityWeb): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const { deps, cookies, limited } = web;

  app.post(
    '/api/v1/re-entry-checks',
    {
      config: limited,
      schema: {
        tags,
        operationId: 'check-re-entry-code',
        summary: 'Whether a code from the counter opens now; looking does not use it up',
        body: z.strictObject({ code }),
        response: { 200: nothing },
      },
    },
    async (request, reply) => {
      const parsed = parseReentryCode(request.body.code);
      if (parsed === undefined) return sendCodeFault(reply, { code: 'code_not_good' });
      const opens = await tryReentryCode(deps, parsed);
      return opens.ok ? reply.send({}) : sendCodeFault(reply, opens.refusal);
    },
  );

  app.post(
    '/api/v1/re-entries',
    {
      config: limited,
      schema: {
        tags,
        operationId: 're-enter',
        summary:
          'Get back in with new contacts and a new password; what was open with the old ones is closed',
        body: z.strictObject({
          code,
          email: z.string().max(300),
          mobile: z.string().max(60),
          password: newPassword,
        }),
        response: { 201: nothing },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const parsed = parseReentryCode(body.code) ?? '';
      const opens = await tryReentryCode(deps, parsed);
      if (!opens.ok) return sendCodeFault(reply, opens.refusal);
      const email = parseEmail(body.email);
      const mobile = parseMobile(body.mobile, opens.value.country);
      if (!email.ok || !mobile.ok) {
        const wrong = {
          ...(!email.ok && { email: 'not_an_email' }),
          ...(!mobile.ok && { mobile: 'not_a_mobile' }),
        };
        return sendWrongFields(reply, wrong, identityWords[request.locale].registration.problems);
      }
      const back = await useReentry(deps, {
        code: parsed,
        email: email.value,
        mobile: mobile.value,
        password: body.password,
        device: cookies.readDevice(request),
        place: placeIn(request),
      });
      if (back.ok) {
        await enter(web, request, reply, back.value);
        return reply.code(201).send({});
      }
      return back.refusal.code === 'password'
        ? sendPasswordFault(reply, back.refusal.fault, shortest.alone)
        : sendCodeFault(reply, back.refusal);
    },
  );

  app.post(
    '/api/v1/re-entry-objections',
    {
      config: limited,
      schema: {
        tags,
        operationId: 'object-to-re-entry',
        summary: 'Stop a code that somebody else got at the counter',
        body: z.strictObject({ token: secretOfLink }),
        response: {
          201: z.strictObject({ in_time: z.boolean().describe('Otherwise it was used; the office is told') }),
        },
      },
    },
    async (request, reply) => {
      const objected = await objectToReentry(deps, request.body.token);
      return objected.ok ? reply.code(201).send({ in_time: objected.value.inTime }) : sendLinkExpired(reply);
    },
  );
}
