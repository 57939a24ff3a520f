import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { shortest } from '../domain/password-policy.ts';
import { enrolOfficial, findEnrolment } from '../use-cases/enrol-official.ts';
import { signInOfficial } from '../use-cases/sign-in-official.ts';
import { unlockBrowser } from '../use-cases/unlock-browser.ts';
import {
  deviceAnswer,
  newPassword,
  nothing,
  secretOfLink,
  sendLinkExpired,
  sendPasswordFault,
  sendWrongFields,
} from './api-pieces.ts';
import { sendSignInRefused } from './api-sign-in.ts';
import { enterDesk } from './entering.ts';
import { type IdentityWeb, placeIn } from './identity-web.ts';
import { identityWords } from './words/words.ts';

const tags = ['officials'];

/** How officials get in: both factors, and the first set-up of the second. */
export function deskSignInApi(plain: FastifyInstance, web: IdentityWeb): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const { deps, cookies, limited, untilAnswer } = web;

  app.post(
    '/api/v1/desk/sessions',
    {
      config: limited,
      schema: {
        tags,
        operationId: 'sign-in-official',
        summary: 'Sign an official in with password and second factor, both at once',
        body: z
          .strictObject({
            email: z.string().trim().min(1).max(254),
            password: z.string().min(1).max(1000),
            code: z.string().max(20).default('').describe('Of the authenticator app'),
            passkey: deviceAnswer.optional().describe('Stands in for the code'),
          })
          .refine(({ code, passkey }) => code !== '' || passkey !== undefined, {
            message: 'second_factor_missing',
            path: ['code'],
          }),
        response: { 201: nothing },
      },
    },
    async (request, reply) => {
      const startedAt = performance.now();
      const { passkey, ...body } = request.body;
      const outcome = await signInOfficial(deps, {
        ...body,
        passkey: passkey && JSON.stringify(passkey),
        device: cookies.readDevice(request),
        place: placeIn(request),
      });
      await untilAnswer(startedAt);
      if (!outcome.ok) return sendSignInRefused(reply);
      await enterDesk(web, request, reply, outcome.value);
      return reply.code(201).send({});
    },
  );

  app.post(
    '/api/v1/desk/browser-unlocks',
    {
      config: limited,
      schema: {
        tags,
        operationId: 'unlock-browser-of-official',
        summary: 'Make this browser a known one of an official, with the link of the letter about a lock',
        body: z.strictObject({ token: secretOfLink }),
        response: { 201: nothing },
      },
    },
    async (request, reply) => {
      const { token } = request.body;
      const unlocked = await unlockBrowser(deps, { token, purpose: 'official_unlock' });
      if (!unlocked.ok) return sendLinkExpired(reply);
      cookies.keepDevice(reply, unlocked.value.deviceCookie);
      return reply.code(201).send({});
    },
  );

  const expired = (reply: FastifyReply) =>
    sendLinkExpired(reply, identityWords[reply.request.locale].desk.enrolment.expired);

  app.post(
    '/api/v1/desk/enrolment-previews',
    {
      config: limited,
      schema: {
        tags,
        operationId: 'see-enrolment',
        summary: 'What an invitation opens: for whom, and the key of the second factor; changes nothing',
        body: z.strictObject({ token: secretOfLink }),
        response: {
          200: z.strictObject({
            email: z.string().max(254).nullable().describe('null: the first administrator says who they are'),
            totp_secret: z.string().max(100),
          }),
        },
      },
    },
    async (request, reply) => {
      const enrolment = await findEnrolment(deps, request.body.token);
      if (enrolment === undefined) return expired(reply);
      return { email: enrolment.official?.email ?? null, totp_secret: enrolment.secret };
    },
  );

  app.post(
    '/api/v1/desk/enrolments',
    {
      config: limited,
      schema: {
        tags,
        operationId: 'enrol-official',
        summary: 'Set password and second factor up, with the link of the invitation',
        body: z.strictObject({
          token: secretOfLink,
          password: newPassword,
          code: z.string().max(20).describe('Shown by the authenticator app with the new key'),
          given_name: z.string().trim().max(100).default('').describe('Of the first administrator only'),
          family_name: z.string().trim().max(100).default(''),
          email: z.string().max(254).default(''),
        }),
        response: { 201: nothing },
      },
    },
    async (request, reply) => {
      const { token, password, code, email, given_name: givenName, family_name: familyName } = request.body;
      const words = identityWords[request.locale].desk.officials.problems;
      const enrolment = await findEnrolment(deps, token);
      if (enrolment === undefined) return expired(reply);
      if (enrolment.official === undefined && (givenName === '' || familyName === '')) {
        const missing = {
          ...(givenName === '' && { given_name: 'given_name' }),
          ...(familyName === '' && { family_name: 'family_name' }),
        };
        return sendWrongFields(reply, missing, words);
      }
      const newcomer = { givenName, familyName, email };
      const { locale } = request;
      const enrolled = await enrolOfficial(deps, { token, password, code, locale, newcomer });
      if (enrolled.ok) return reply.code(201).send({});
      switch (enrolled.refusal.code) {
        case 'link_expired':
          return expired(reply);
        case 'password':
          return sendPasswordFault(reply, enrolled.refusal.fault, shortest.with_second_factor);
        case 'wrong_code':
          return sendWrongFields(reply, { code: 'wrong_code' }, words);
        case 'not_an_email':
        case 'already_official':
          return sendWrongFields(reply, { email: enrolled.refusal.code }, words);
      }
    },
  );
}
