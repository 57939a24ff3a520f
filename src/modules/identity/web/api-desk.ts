import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { documentKinds, reentryLifecycle, spelled } from '../domain/reentry.ts';
import { findPeople, readOfficeChanges, readPerson } from '../use-cases/find-people.ts';
import { confirmReentry, issueReentry, readPaper } from '../use-cases/issue-reentry.ts';
import { reverseOfficeChange } from '../use-cases/reverse-office-change.ts';
import type { IdentityWeb } from './identity-web.ts';

const tags = ['desk'];
const id = z.object({ id: z.uuid() });
const idempotency = z.object({ 'idempotency-key': z.string().min(8).max(200).optional() });

const titles = {
  too_short: 'At least three letters of the name, or the whole contact or tax code',
  document_missing: 'The number of the document has at least five characters',
  not_by_yourself: 'Another official confirms the code',
  over_already: 'The code is used, stopped or replaced',
  reason_missing: 'The reason is missing',
  reversed_already: 'A change of this person was reversed already',
  moved_on: 'The change is not the last one any more',
  key_reused: 'The key was used with another request',
} as const;

function refuse(reply: FastifyReply, code: keyof typeof titles): FastifyReply {
  return sendProblem(reply, { status: 409, code, title: titles[code] });
}

/** What officials do about people of their office; every reading is written down. */
export function deskApi(plain: FastifyInstance, { deps }: IdentityWeb): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const guarded = { preHandler: officialsOnly };

  app.post(
    '/api/v1/desk/people-searches',
    {
      ...guarded,
      schema: {
        tags,
        summary: 'Finds people of the own office by contact, tax code or name; who was found is recorded',
        body: z.object({ sought: z.string().min(1).max(254) }),
        response: {
          200: z.object({
            items: z.array(
              z.object({
                account_id: z.uuid(),
                given_name: z.string(),
                family_name: z.string(),
                born_on: z.iso.date(),
                country: z.string(),
                place: z.string(),
              }),
            ),
            next: z.null(),
          }),
        },
      },
    },
    async (request, reply) => {
      const found = await findPeople(deps, { sought: request.body.sought, by: officialOf(request) });
      if (!found.ok) return refuse(reply, found.refusal.code);
      const items = found.value.map((each) => ({
        account_id: each.accountId,
        given_name: each.givenName,
        family_name: each.familyName,
        born_on: each.bornOn,
        country: each.country,
        place: each.place,
      }));
      return { items, next: null };
    },
  );

  app.get(
    '/api/v1/desk/people/:id',
    {
      ...guarded,
      schema: {
        tags,
        summary: 'A person of the own office; the reading is recorded',
        params: id,
        response: {
          200: z.object({
            account_id: z.uuid(),
            given_name: z.string(),
            family_name: z.string(),
            born_on: z.iso.date(),
            contacts: z.array(
              z.object({ kind: z.enum(['email', 'mobile']), masked: z.string(), verified: z.boolean() }),
            ),
            re_entries: z.array(
              z.object({ id: z.uuid(), state: z.enum(reentryLifecycle.states), issued_at: z.string() }),
            ),
          }),
        },
      },
    },
    async (request, reply) => {
      const file = await readPerson(deps, { accountId: request.params.id, by: officialOf(request) });
      if (file === undefined) return reply.notFound();
      const { person, contacts, reentries } = file;
      return {
        account_id: person.accountId,
        given_name: person.givenName,
        family_name: person.familyName,
        born_on: person.bornOn,
        contacts: contacts.map((each) => ({ ...each })),
        re_entries: reentries.map(({ id: reentry, state, issuedAt }) => ({
          id: reentry,
          state,
          issued_at: issuedAt.toString(),
        })),
      };
    },
  );

  app.get(
    '/api/v1/desk/office-changes',
    {
      ...guarded,
      schema: {
        tags,
        summary: 'The newest changes of office from and to the own offices',
        response: {
          200: z.object({
            items: z.array(
              z.object({
                id: z.uuid(),
                account_id: z.uuid(),
                name: z.string(),
                from_office_id: z.string().nullable(),
                to_office_id: z.string().nullable(),
                changed_at: z.string(),
                reversed_at: z.string().nullable(),
              }),
            ),
            next: z.null(),
          }),
        },
      },
    },
    async (request) => {
      const changes = await readOfficeChanges(deps, officialOf(request));
      const items = changes.map((each) => ({
        id: each.id,
        account_id: each.accountId,
        name: each.name,
        from_office_id: each.fromOfficeId,
        to_office_id: each.toOfficeId,
        changed_at: each.changedAt.toString(),
        reversed_at: each.reversedAt?.toString() ?? null,
      }));
      return { items, next: null };
    },
  );

  app.post(
    '/api/v1/desk/office-changes/:id/reversals',
    {
      ...guarded,
      schema: {
        tags,
        summary: 'Reverses a mistaken change of office at the person’s request, once',
        params: id,
        headers: idempotency,
        body: z.object({ reason: z.string().trim().min(1).max(1000) }),
        response: { 201: z.object({ id: z.uuid() }) },
      },
    },
    async (request, reply) => {
      const changeId = request.params.id;
      const key = request.headers['idempotency-key'] ?? crypto.randomUUID();
      const { reason } = request.body;
      const reversed = await reverseOfficeChange(deps, { changeId, reason, by: officialOf(request), key });
      if (reversed.ok) return reply.code(201).send({ id: changeId });
      return reversed.refusal.code === 'no_such_change'
        ? reply.notFound()
        : refuse(reply, reversed.refusal.code);
    },
  );

  app.post(
    '/api/v1/desk/people/:id/re-entries',
    {
      ...guarded,
      schema: {
        tags,
        summary: 'Issues a code for somebody who lost both contacts, after seeing person and document',
        params: id,
        headers: idempotency,
        body: z.object({
          document: z.enum(documentKinds),
          document_number: z.string().max(40),
          person_and_document_seen: z.literal(true),
        }),
        response: {
          201: z.object({ id: z.uuid(), code: z.string(), opens_at: z.string(), expires_at: z.string() }),
        },
      },
    },
    async (request, reply) => {
      const by = officialOf(request);
      const { document: documentKind, document_number: documentNumber } = request.body;
      const key = request.headers['idempotency-key'] ?? crypto.randomUUID();
      const accountId = request.params.id;
      const issued = await issueReentry(deps, { accountId, documentKind, documentNumber, by, key });
      if (!issued.ok) {
        return issued.refusal.code === 'no_such_person'
          ? reply.notFound()
          : refuse(reply, issued.refusal.code);
      }
      const paper = await readPaper(deps, { id: issued.value.id, by });
      if (paper === undefined) return refuse(reply, 'over_already');
      return reply.code(201).send({
        id: issued.value.id,
        code: spelled(paper.code),
        opens_at: paper.reentry.opensAt.toString(),
        expires_at: paper.reentry.expiresAt.toString(),
      });
    },
  );

  app.post(
    '/api/v1/desk/re-entries/:id/confirmations',
    {
      ...guarded,
      schema: {
        tags,
        summary: 'Confirms a code as second official: it opens at once',
        params: id,
        response: { 201: z.object({ id: z.uuid() }) },
      },
    },
    async (request, reply) => {
      const confirmed = await confirmReentry(deps, { id: request.params.id, by: officialOf(request) });
      if (confirmed.ok) return reply.code(201).send({ id: request.params.id });
      return confirmed.refusal.code === 'no_such_code'
        ? reply.notFound()
        : refuse(reply, confirmed.refusal.code);
    },
  );
}
