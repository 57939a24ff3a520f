import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayAt } from '#kernel/civil-date.ts';
import { idempotencyHeader } from '#platform/web/api-schemas.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { passwordFault, shortest } from '../domain/password-policy.ts';
import { activateAccount } from '../use-cases/activate-account.ts';
import { contestBlock } from '../use-cases/contest-block.ts';
import { registerPerson } from '../use-cases/register-person.ts';
import { resendActivationCode } from '../use-cases/resend-activation-code.ts';
import {
  newPassword,
  nothing,
  secretOfLink,
  sendKeyReused,
  sendLinkExpired,
  sendPasswordFault,
  sendWrongFields,
} from './api-pieces.ts';
import { registrationOf } from './entering.ts';
import type { IdentityWeb } from './identity-web.ts';
import { readRegistration } from './registration-form.ts';
import { identityWords } from './words/words.ts';

const tags = ['registration'];
const typed = (longest: number) => z.string().max(longest);
const way = z.enum(['email', 'mobile']);

/** Loose on purpose: the rules of the form say what is wrong, with all the fields at once. */
const registration = z
  .strictObject({
    given_name: typed(200),
    family_name: typed(200),
    born_on: typed(10).describe('YYYY-MM-DD'),
    birth_place: typed(200).default(''),
    tax_code: typed(40).default(''),
    email: typed(300),
    mobile: typed(60).describe('Without a prefix it is one of the country of residence'),
    country: typed(2).describe('ISO 3166-1 alpha-2'),
    place: typed(200).describe('Town or municipality of residence'),
    office_id: typed(80).optional().describe('The person’s choice, where districts are not known'),
    code_to: way.describe('Where the first code goes'),
    password: newPassword,
  })
  .meta({
    examples: [
      {
        given_name: 'Ada',
        family_name: 'Prova',
        born_on: '1980-02-03',
        email: 'ada@posta.example',
        mobile: '+447911123456',
        country: 'GB',
        place: 'Manchester',
        code_to: 'email',
        password: 'a sentence that only Ada knows',
      },
    ],
  });

/** Registering without an account; the answers tell nothing about accounts that exist. */
export function registrationApi(plain: FastifyInstance, web: IdentityWeb): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const { deps, cookies, limited, untilAnswer } = web;
  const wordsFor = (reply: FastifyReply) => identityWords[reply.request.locale].registration.problems;

  app.post(
    '/api/v1/registrations',
    {
      config: limited,
      schema: {
        tags,
        operationId: 'register',
        summary: 'Register: the account waits for the code of one contact',
        description: 'A cookie of the answer names the registration for the two operations that follow.',
        headers: idempotencyHeader,
        body: registration,
        response: { 201: nothing },
      },
    },
    async (request, reply) => {
      const startedAt = performance.now();
      const { office_id: office = '', ...body } = request.body;
      const reading = await readRegistration({ ...body, office }, dayAt(deps.now(), 'Europe/Rome'));
      if (!reading.ok) return sendWrongFields(reply, reading.problems, wordsFor(reply));
      const { value } = reading;
      const about = [body.given_name, body.family_name, body.email, body.born_on];
      const fault = passwordFault(value.password, { minimum: shortest.alone, about });
      if (fault !== undefined) return sendPasswordFault(reply, fault, shortest.alone);
      const { country, place } = value;
      const responsible = await deps.residence.officesFor({ country, place });
      if (responsible.kind === 'choose_municipality') {
        const several = responsible.municipalities.length > 0;
        const code = several ? 'several_municipalities' : 'no_municipality';
        return sendWrongFields(reply, { place: code }, wordsFor(reply));
      }
      const key = request.headers['idempotency-key'];
      const registered = await registerPerson(deps, { ...value, locale: request.locale, key });
      await untilAnswer(startedAt);
      if (registered.ok) {
        cookies.keepRegistration(reply, registered.value.accountId);
        return reply.code(201).send({});
      }
      switch (registered.refusal.code) {
        case 'office_missing':
          return sendWrongFields(reply, { office_id: 'office_missing' }, wordsFor(reply));
        case 'password':
          return sendPasswordFault(reply, registered.refusal.fault, shortest.alone);
        case 'key_reused':
          return sendKeyReused(reply);
      }
    },
  );

  const lost = (reply: FastifyReply) =>
    sendProblem(reply, {
      status: 409,
      code: 'registration_lost',
      title: 'No registration is under way here: sign in, then ask for the code',
      detail: wordsFor(reply).registration_lost,
    });

  app.post(
    '/api/v1/registration-codes',
    {
      config: limited,
      schema: {
        tags,
        operationId: 'resend-activation-code',
        summary: 'Send the first code again, to the contact named here',
        body: z.strictObject({ to: way }),
        response: { 202: nothing },
      },
    },
    async (request, reply) => {
      const startedAt = performance.now();
      const accountId = registrationOf(web, request);
      if (accountId === undefined) return lost(reply);
      const sent = await resendActivationCode(deps, { accountId, to: request.body.to });
      await untilAnswer(startedAt);
      if (sent.ok) return reply.code(202).send({});
      const { code } = sent.refusal;
      const title = code === 'too_soon' ? 'A code was sent a moment ago' : 'Too many codes today';
      return sendProblem(reply, { status: 429, code, title, detail: wordsFor(reply)[code] });
    },
  );

  app.post(
    '/api/v1/registration-activations',
    {
      config: limited,
      schema: {
        tags,
        operationId: 'activate-account',
        summary: 'Enter the first code; how it went on is in the message to the proven contact',
        headers: idempotencyHeader,
        body: z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
        response: { 201: nothing },
      },
    },
    async (request, reply) => {
      const startedAt = performance.now();
      const accountId = registrationOf(web, request);
      if (accountId === undefined) return lost(reply);
      const key = request.headers['idempotency-key'];
      const activated = await activateAccount(deps, { accountId, code: request.body.code, key });
      await untilAnswer(startedAt);
      return activated.ok
        ? reply.code(201).send({})
        : sendWrongFields(reply, { code: 'wrong_code' }, wordsFor(reply));
    },
  );

  app.post(
    '/api/v1/registration-contests',
    {
      config: limited,
      schema: {
        tags,
        operationId: 'contest-block',
        summary: 'Say why a blocked registration is not one with contacts of somebody else',
        headers: idempotencyHeader,
        body: z.strictObject({ token: secretOfLink, text: z.string().trim().min(1).max(2000) }),
        response: { 201: nothing },
      },
    },
    async (request, reply) => {
      const { token, text } = request.body;
      const key = request.headers['idempotency-key'];
      const contested = await contestBlock(deps, { token, text, key });
      if (contested.ok) return reply.code(201).send({});
      return contested.refusal.code === 'key_reused'
        ? sendKeyReused(reply)
        : sendLinkExpired(reply, identityWords[request.locale].registration.contest.expired);
    },
  );
}
