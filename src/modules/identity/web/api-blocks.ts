import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listOf } from '#platform/web/api-schemas.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { contactKinds } from '../domain/account.ts';
import { blockReasons } from '../domain/registration-block.ts';
import { decideBlock } from '../use-cases/decide-block.ts';
import { markIntermediary, unmarkIntermediary } from '../use-cases/mark-intermediary.ts';
import { type Block, readBlock, readBlocks } from '../use-cases/read-blocks.ts';
import { idParams, sendWrongFields } from './api-pieces.ts';
import type { IdentityWeb } from './identity-web.ts';
import { identityWords } from './words/words.ts';

const tags = ['blocks'];
const base = '/api/v1/desk/identity';
const instant = z.iso.datetime({ offset: true }).max(40);
const blockSchema = z.strictObject({
  block_id: z.uuid().max(36),
  office_id: z.string().max(80).nullable(),
  name: z.string().max(201).nullable().describe('null: the data is erased'),
  contact: z.enum(contactKinds).describe('Which contact is somebody else’s'),
  proven: z.enum(contactKinds).describe('Which one was proven'),
  reason: z.enum(blockReasons),
  state: z.enum(['standing', 'contested', 'upheld', 'lifted']),
  blocked_at: instant,
  contest: z.string().max(2000).nullable(),
  explanation: z.string().max(4000).nullable(),
});
const intermediarySchema = z.strictObject({
  key: z.string().max(100).describe('A fingerprint: the contact itself is not kept'),
  hint: z.string().max(254),
  office_id: z.string().max(80).nullable(),
  marked_at: instant,
});

function blockOut(block: Block): z.output<typeof blockSchema> {
  return {
    block_id: block.id,
    office_id: block.officeId,
    name: block.name,
    contact: block.contactKind,
    proven: block.provenKind,
    reason: block.reason,
    state: block.state,
    blocked_at: block.blockedAt.toString(),
    contest: block.contest,
    explanation: block.explanation,
  };
}

/** Blocked registrations, their contests, and the contacts of intermediaries. */
export function blocksApi(plain: FastifyInstance, { deps }: IdentityWeb): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const guarded = { preHandler: officialsOnly };
  const wordsFor = (reply: FastifyReply) => identityWords[reply.request.locale].desk.blocks;

  app.get(
    `${base}/blocks`,
    {
      ...guarded,
      schema: {
        tags,
        operationId: 'list-blocks',
        summary: 'The blocked registrations of one’s office, the newest 200',
        response: { 200: listOf(blockSchema, 200) },
      },
    },
    async (request) => {
      const { blocks } = await readBlocks(deps, officialOf(request));
      return { items: blocks.map(blockOut), next: null };
    },
  );

  app.get(
    `${base}/blocks/:id`,
    {
      ...guarded,
      schema: {
        tags,
        operationId: 'see-block',
        summary: 'A blocked registration, with the contest',
        params: idParams,
        response: { 200: blockSchema },
      },
    },
    async (request, reply) => {
      const block = await readBlock(deps, officialOf(request), request.params.id);
      return block === undefined ? reply.notFound() : blockOut(block);
    },
  );

  for (const [noun, operationId, summary, decision] of [
    ['lifting', 'lift-block', 'Lift a block: the person is told', 'lift'],
    ['upholding', 'uphold-block', 'Uphold a block after a contest: the person is told', 'uphold'],
  ] as const) {
    app.post(
      `${base}/blocks/:id/${noun}`,
      {
        ...guarded,
        schema: { tags, operationId, summary, params: idParams, response: { 200: blockSchema } },
      },
      async (request, reply) => {
        const { id: blockId } = request.params;
        const by = officialOf(request);
        const decided = await decideBlock(deps, { blockId, decision, by });
        if (!decided.ok && decided.refusal.code === 'decided_already') {
          const title = 'Somebody has decided about this block already';
          const detail = wordsFor(reply).decidedAlready;
          return sendProblem(reply, { status: 409, code: 'decided_already', title, detail });
        }
        const block = decided.ok ? await readBlock(deps, by, blockId) : undefined;
        return block === undefined ? reply.notFound() : blockOut(block);
      },
    );
  }

  app.get(
    `${base}/intermediaries`,
    {
      ...guarded,
      schema: {
        tags,
        operationId: 'list-intermediaries',
        summary: 'The contacts marked as those of intermediaries',
        response: { 200: listOf(intermediarySchema, 10_000) },
      },
    },
    async (request) => {
      const { intermediaries } = await readBlocks(deps, officialOf(request));
      const items = intermediaries.map(({ key, hint, officeId, markedAt }) => ({
        key,
        hint,
        office_id: officeId,
        marked_at: markedAt.toString(),
      }));
      return { items, next: null };
    },
  );

  app.post(
    `${base}/intermediaries`,
    {
      ...guarded,
      schema: {
        tags,
        operationId: 'mark-intermediary',
        summary: 'Mark a contact as one of an intermediary: whoever registers with it is blocked',
        body: z.strictObject({ contact: z.string().min(1).max(300) }),
        response: { 201: z.strictObject({}) },
      },
    },
    async (request, reply) => {
      const { contact } = request.body;
      const marked = await markIntermediary(deps, { contact, by: officialOf(request) });
      if (marked.ok) return reply.code(201).send({});
      const { code } = marked.refusal;
      const words = wordsFor(reply).problems;
      if (code === 'not_a_contact') return sendWrongFields(reply, { contact: code }, words);
      const title = code === 'no_office' ? 'There is no role at an office' : 'It is marked already';
      return sendProblem(reply, { status: 409, code, title, detail: words[code] });
    },
  );

  app.delete(
    `${base}/intermediaries/:key`,
    {
      ...guarded,
      schema: {
        tags,
        operationId: 'unmark-intermediary',
        summary: 'Take the mark of a contact back',
        params: z.strictObject({ key: z.string().max(100) }),
        response: { 204: z.null().describe('The contact is like any other') },
      },
    },
    async (request, reply) => {
      const { key } = request.params;
      const removed = await unmarkIntermediary(deps, { key, by: officialOf(request) });
      return removed.ok ? reply.code(204).send(null) : reply.notFound();
    },
  );
}
