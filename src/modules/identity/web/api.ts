import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { isCountryCode } from '#kernel/country.ts';
import { locales } from '#kernel/locale.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { revokeApiToken } from '../use-cases/api-token.ts';
import { changeProfile } from '../use-cases/change-profile.ts';
import { readApiTokenList, readProfile } from '../use-cases/read-profile.ts';
import { requestContactCode, verifyContact } from '../use-cases/verify-contact.ts';
import type { IdentityWeb } from './identity-web.ts';

const contact = z.object({ value: z.string(), verified: z.boolean() });
const accountBody = z.object({
  id: z.uuid(),
  given_name: z.string(),
  family_name: z.string(),
  born_on: z.iso.date(),
  birth_place: z.string().nullable(),
  tax_code: z.string().nullable(),
  language: z.enum(locales),
  country: z.string().describe('ISO 3166-1 alpha-2'),
  place: z.string(),
  office_id: z.string().nullable().describe('The responsible office; none in Italy'),
  email: contact.nullable().describe('None where somebody came by SPID and has given none'),
  mobile: contact.nullable(),
});
const asBody = (kept: { value: string; verified: boolean } | undefined) =>
  kept === undefined ? null : { value: kept.value, verified: kept.verified };
const kind = z.object({ kind: z.enum(['email', 'mobile']) });
const tags = ['account'];

const titles: Record<string, string> = {
  other_district: 'The place belongs to another office',
  wrong_code: 'The code is wrong, used, expired, or its tries are spent',
  contact_not_usable: 'The contact belongs to somebody else or is temporary',
  key_reused: 'The key was used with another request',
  too_soon: 'A code was sent less than a minute ago',
  too_many_codes: 'The contact got its ten codes of the day',
  not_an_email: 'Not an e-mail address',
  not_a_mobile: 'Not a mobile number',
  email_fixed: 'A verified e-mail address is changed by the office',
  verified_already: 'The contact is verified already',
};
const waits = new Set(['too_soon', 'too_many_codes']);
const unfit = new Set(['not_an_email', 'not_a_mobile', 'key_reused']);

/** What the pages do, for programs: session cookie or bearer token. */
export function accountApi(plain: FastifyInstance, { deps, limited }: IdentityWeb): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const refuse = (reply: Parameters<typeof sendProblem>[0], code: string) =>
    sendProblem(reply, {
      status: waits.has(code) ? 429 : unfit.has(code) ? 422 : 409,
      code,
      title: titles[code] ?? code,
    });

  const readAccount = async (accountId: string): Promise<z.infer<typeof accountBody>> => {
    const { account, email, mobile } = await readProfile(deps, accountId);
    return {
      id: account.id,
      given_name: account.givenName,
      family_name: account.familyName,
      born_on: account.bornOn,
      birth_place: account.birthPlace,
      tax_code: account.taxCode,
      language: account.locale,
      country: account.country,
      place: account.place,
      office_id: account.officeId,
      email: asBody(email),
      mobile: asBody(mobile),
    };
  };

  app.get(
    '/api/v1/account',
    {
      preHandler: citizensOnly,
      schema: { tags, summary: 'The own account', response: { 200: accountBody } },
    },
    (request) => readAccount(citizenOf(request).accountId),
  );

  app.patch(
    '/api/v1/account',
    {
      preHandler: citizensOnly,
      schema: {
        tags,
        summary: 'Changes language and place of residence, within the district of the office',
        body: z.object({
          language: z.enum(locales).optional(),
          country: z.string().refine(isCountryCode).optional(),
          place: z.string().trim().min(1).max(120).optional(),
        }),
        response: { 200: accountBody },
      },
    },
    async (request, reply) => {
      const { accountId } = citizenOf(request);
      const { account } = await readProfile(deps, accountId);
      const {
        language: locale = account.locale,
        country = account.country,
        place = account.place,
      } = request.body;
      const changed = await changeProfile(deps, { accountId, country, place, locale });
      return changed.ok ? readAccount(accountId) : refuse(reply, changed.refusal.code);
    },
  );

  app.post(
    '/api/v1/account/contacts/:kind/codes',
    {
      preHandler: citizensOnly,
      config: limited,
      schema: {
        tags,
        summary: 'Sends a code to a contact that is to be verified, or to a new mobile number',
        params: kind,
        body: z.object({ value: z.string().max(254).optional() }),
        response: { 202: z.object({}) },
      },
    },
    async (request, reply) => {
      const { accountId } = citizenOf(request);
      const { value } = request.body;
      const sent = await requestContactCode(deps, {
        accountId,
        kind: request.params.kind,
        value,
        strong: citizenOf(request).signedInWith === 'spid',
      });
      return sent.ok ? reply.code(202).send({}) : refuse(reply, sent.refusal.code);
    },
  );

  app.post(
    '/api/v1/account/contacts/:kind/verifications',
    {
      preHandler: citizensOnly,
      config: limited,
      schema: {
        tags,
        summary: 'Verifies a contact with the code that was sent to it',
        params: kind,
        headers: z.object({ 'idempotency-key': z.string().min(8).max(200).optional() }),
        body: z.object({ code: z.string().regex(/^\d{6}$/) }),
        response: { 200: accountBody },
      },
    },
    async (request, reply) => {
      const { accountId } = citizenOf(request);
      const verified = await verifyContact(deps, {
        accountId,
        kind: request.params.kind,
        code: request.body.code,
        key: request.headers['idempotency-key'] ?? crypto.randomUUID(),
      });
      return verified.ok ? readAccount(accountId) : refuse(reply, verified.refusal.code);
    },
  );

  app.get(
    '/api/v1/account/tokens',
    {
      preHandler: citizensOnly,
      schema: {
        tags,
        summary: 'The own API tokens, without their secret',
        response: {
          200: z.object({
            items: z.array(
              z.object({ id: z.uuid(), label: z.string(), created_at: z.string(), expires_at: z.string() }),
            ),
            next: z.null(),
          }),
        },
      },
    },
    async (request) => {
      const tokens = await readApiTokenList(deps, citizenOf(request).accountId);
      const items = tokens.map(({ id, label, createdAt, expiresAt }) => ({
        id,
        label,
        created_at: createdAt.toString(),
        expires_at: expiresAt.toString(),
      }));
      return { items, next: null };
    },
  );

  app.delete(
    '/api/v1/account/tokens/:id',
    {
      preHandler: citizensOnly,
      schema: {
        tags,
        summary: 'Takes an API token back',
        params: z.object({ id: z.uuid() }),
        response: { 204: z.null().describe('The token opens nothing any more') },
      },
    },
    async (request, reply) => {
      const { accountId } = citizenOf(request);
      const revoked = await revokeApiToken(deps, { accountId, id: request.params.id });
      return revoked.ok ? reply.code(204).send(null) : reply.notFound();
    },
  );
}
