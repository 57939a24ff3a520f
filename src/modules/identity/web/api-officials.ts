import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { locales } from '#kernel/locale.ts';
import { idempotencyHeader, listOf } from '#platform/web/api-schemas.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import {
  changeRole,
  type DismissRefusal,
  dismissOfficial,
  type InviteRefusal,
  inviteOfficial,
  readOfficials,
  resetSecondFactor,
} from '../use-cases/administer-officials.ts';
import { idParams, sendKeyReused, sendWrongFields } from './api-pieces.ts';
import type { IdentityWeb } from './identity-web.ts';
import { identityWords } from './words/words.ts';

type Listed = Awaited<ReturnType<typeof readOfficials>>[number];

const tags = ['officials'];
const base = '/api/v1/desk/officials';
const officialSchema = z.strictObject({
  official_id: z.uuid().max(36),
  given_name: z.string().max(100),
  family_name: z.string().max(100),
  email: z.string().max(254),
  state: z.enum(['invited', 'active', 'dismissed']),
  ministry: z.boolean().describe('Administers the whole network'),
  roles: z
    .array(z.strictObject({ office_id: z.string().max(80), role: z.enum(['operator', 'office_admin']) }))
    .max(500),
});
const invitation = z
  .strictObject({
    given_name: z.string().trim().min(1).max(100),
    family_name: z.string().trim().min(1).max(100),
    email: z.string().max(254),
    role: z.enum(['operator', 'office_admin', 'ministry']),
    office_id: z.string().max(100).optional().describe('Of the role; the ministry’s needs none'),
    language: z.enum(locales).describe('Of the messages'),
  })
  .refine(({ role, office_id: office }) => role === 'ministry' || office !== undefined, {
    message: 'office',
    path: ['office_id'],
  })
  .meta({
    examples: [
      {
        given_name: 'Olga',
        family_name: 'Prova',
        email: 'olga@uffici.example',
        role: 'operator',
        office_id: 'manchester',
        language: 'it',
      },
    ],
  });

const titles: Record<InviteRefusal['code'] | DismissRefusal['code'], string> = {
  not_an_email: 'Not an e-mail address',
  already_official: 'There is an official with this address',
  not_yours: 'The decision is another office’s, or the ministry’s',
  no_such_official: 'There is no such official',
  yourself: 'Only somebody else can end or reset one’s own access',
};

function refuse(reply: FastifyReply, code: keyof typeof titles): FastifyReply {
  const detail = identityWords[reply.request.locale].desk.officials.problems[code];
  return sendProblem(reply, { status: 409, code, title: titles[code], detail });
}

function officialOut(official: Listed): z.output<typeof officialSchema> {
  return {
    official_id: official.id,
    given_name: official.givenName,
    family_name: official.familyName,
    email: official.email,
    state: official.state,
    ministry: official.ministry,
    roles: official.roles.map(({ officeId, role }) => ({ office_id: officeId, role })),
  };
}

/** Lets those pass who administer an office, or all of them; for others there is nothing here. */
async function administratorsOnly(
  { who }: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const administers =
    who.kind === 'official' && (who.ministry || who.roles.some((each) => each.role === 'office_admin'));
  return administers ? undefined : reply.notFound();
}

/** Administration of the people who work here, for programs. */
export function officialsApi(plain: FastifyInstance, { deps }: IdentityWeb): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const guarded = { preHandler: [officialsOnly, administratorsOnly] };
  const sendOne = async (request: FastifyRequest, reply: FastifyReply, id: string) => {
    const official = (await readOfficials(deps, officialOf(request))).find((each) => each.id === id);
    return official === undefined ? reply.notFound() : reply.send(officialOut(official));
  };

  app.get(
    base,
    {
      ...guarded,
      schema: {
        tags,
        operationId: 'list-officials',
        summary: 'Who works at one’s offices, in which role',
        response: { 200: listOf(officialSchema, 1000) },
      },
    },
    async (request) => ({
      items: (await readOfficials(deps, officialOf(request))).map(officialOut),
      next: null,
    }),
  );

  app.post(
    base,
    {
      ...guarded,
      schema: {
        tags,
        operationId: 'invite-official',
        summary: 'Invite an official; the link of the letter sets up password and second factor',
        headers: idempotencyHeader,
        body: invitation,
        response: { 201: z.strictObject({ official_id: z.uuid().max(36) }) },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const invited = await inviteOfficial(deps, {
        givenName: body.given_name,
        familyName: body.family_name,
        email: body.email,
        locale: body.language,
        role: body.role === 'ministry' ? 'ministry' : { officeId: body.office_id ?? '', role: body.role },
        key: request.headers['idempotency-key'],
        by: officialOf(request),
      });
      if (invited.ok) return reply.code(201).send({ official_id: invited.value.officialId });
      const { code } = invited.refusal;
      if (code === 'key_reused') return sendKeyReused(reply);
      return code === 'not_an_email'
        ? sendWrongFields(reply, { email: code }, identityWords[request.locale].desk.officials.problems)
        : refuse(reply, code);
    },
  );

  app.get(
    `${base}/:id`,
    {
      ...guarded,
      schema: {
        tags,
        operationId: 'see-official',
        summary: 'One official of one’s offices',
        params: idParams,
        response: { 200: officialSchema },
      },
    },
    (request, reply) => sendOne(request, reply, request.params.id),
  );

  app.post(
    `${base}/:id/roles`,
    {
      ...guarded,
      schema: {
        tags,
        operationId: 'change-role',
        summary: 'Give an official a role at an office, change it, or take it away; it holds at once',
        params: idParams,
        body: z.strictObject({
          office_id: z.string().min(1).max(100),
          role: z.enum(['operator', 'office_admin', 'none']),
        }),
        response: { 200: officialSchema },
      },
    },
    async (request, reply) => {
      const { office_id: officeId, role } = request.body;
      const { id: officialId } = request.params;
      const changed = await changeRole(deps, { officialId, officeId, role, by: officialOf(request) });
      return changed.ok ? sendOne(request, reply, officialId) : reply.notFound();
    },
  );

  for (const [noun, operationId, summary, act] of [
    ['dismissal', 'dismiss-official', 'End an official’s access at once', dismissOfficial],
    [
      'second-factor-reset',
      'reset-second-factor',
      'Take password and second factor back and send a new invitation (telephone lost)',
      resetSecondFactor,
    ],
  ] as const) {
    app.post(
      `${base}/:id/${noun}`,
      {
        ...guarded,
        schema: {
          tags,
          operationId,
          summary,
          params: idParams,
          response: { 201: z.strictObject({ official_id: z.uuid().max(36) }) },
        },
      },
      async (request, reply) => {
        const { id: officialId } = request.params;
        const by = officialOf(request);
        const done = await act(deps, { officialId, by });
        if (done.ok) return reply.code(201).send({ official_id: officialId });
        // Whom the administrator cannot see is nobody.
        const seen = (await readOfficials(deps, by)).some((each) => each.id === officialId);
        return seen ? refuse(reply, done.refusal.code) : reply.notFound();
      },
    );
  }
}
