import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Moved } from '#kernel/account-closing.ts';
import { isCountryCode } from '#kernel/country.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { changeOffice, foretellOfficeChange, type OfficeChangeRefusal } from '../use-cases/change-office.ts';
import type { IdentityWeb } from './identity-web.ts';

const tags = ['account'];
const text = z.object({ it: z.string(), en: z.string() });
const wish = z.object({
  country: z.string().refine(isCountryCode).describe('ISO 3166-1 alpha-2'),
  place: z.string().trim().min(1).max(120),
  office_id: z.string().max(100).optional().describe('The person’s choice, where districts are not known'),
});
const foretold = z.object({
  from_office_id: z.string().nullable(),
  to_office_id: z.string().nullable(),
  ended: z.array(text).describe('What ends with the change'),
  stays: z.array(text).describe('What stays with the old office'),
});

const titles: Record<OfficeChangeRefusal['code'] | 'key_reused', string> = {
  same_office: 'The place belongs to the present office: change the place instead',
  changed_already: 'The office was changed once already; an operator can reverse that',
  office_missing: 'The office does not follow from the place: name one of its offices or the municipality',
  key_reused: 'The key was used with another request',
};

function refuse(reply: FastifyReply, code: keyof typeof titles): FastifyReply {
  return sendProblem(reply, { status: 409, code, title: titles[code] });
}

const both = ({ ended, stays }: Moved) => ({ ended: [...ended], stays: [...stays] });

/** The change of the responsible office: foretold, then made. */
export function officeApi(plain: FastifyInstance, { deps }: IdentityWeb): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();

  app.post(
    '/api/v1/account/office-change-previews',
    {
      preHandler: citizensOnly,
      schema: {
        tags,
        summary: 'What a change of the responsible office would do; changes nothing',
        body: wish,
        response: { 200: foretold },
      },
    },
    async (request, reply) => {
      const { country, place, office_id: chosenOfficeId } = request.body;
      const { accountId } = citizenOf(request);
      const seen = await foretellOfficeChange(deps, { accountId, country, place, chosenOfficeId });
      if (!seen.ok) return refuse(reply, seen.refusal.code);
      const { fromOfficeId, toOfficeId, moved } = seen.value;
      return { from_office_id: fromOfficeId, to_office_id: toOfficeId, ...both(moved) };
    },
  );

  app.post(
    '/api/v1/account/office-changes',
    {
      preHandler: citizensOnly,
      schema: {
        tags,
        summary: 'Changes the responsible office; the person cannot undo it',
        headers: z.object({ 'idempotency-key': z.string().min(8).max(200).optional() }),
        body: wish.extend({ understood: z.literal(true).describe('The person has seen what happens') }),
        response: { 201: z.object({ office_id: z.string().nullable() }) },
      },
    },
    async (request, reply) => {
      const { country, place, office_id: chosenOfficeId } = request.body;
      const { accountId } = citizenOf(request);
      const key = request.headers['idempotency-key'] ?? crypto.randomUUID();
      const changed = await changeOffice(deps, { accountId, country, place, chosenOfficeId, key });
      return changed.ok
        ? reply.code(201).send({ office_id: changed.value.officeId })
        : refuse(reply, changed.refusal.code);
    },
  );
}
