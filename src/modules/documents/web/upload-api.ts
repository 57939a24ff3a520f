import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { citizenOf, citizensOnly, officialsOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { type Draft, largestFile } from '../domain/document.ts';
import { bindDrafts, orderDrafts } from '../use-cases/arrange-drafts.ts';
import type { DocumentDeps } from '../use-cases/document-deps.ts';
import {
  discardDraft,
  type FormHolder,
  listDrafts,
  receiveUpload,
  takeBackUploads,
} from '../use-cases/receive-upload.ts';
import { completeTransfer } from '../use-cases/transfers.ts';
import { senderOf } from './transfer-api.ts';
import {
  askedFor,
  base64,
  formKey,
  listSchema,
  name,
  sendRefusal,
  tags,
  uploadOut,
  uploadSchema,
  uuid,
} from './upload-schemas.ts';
import { documentWords } from './words/words.ts';

/** Where files are handed in; without an account the form key alone finds them again. */
const doors: readonly Door[] = [
  { path: '/api/v1/uploads', named: '', what: 'a request that is not sent yet', guard: citizensOnly },
  {
    path: '/api/v1/desk/uploads',
    named: '-of-official',
    what: 'an answer of an office that is not sent yet',
    guard: officialsOnly,
  },
  {
    path: '/api/v1/letter-uploads',
    named: '-by-letter',
    what: 'a request or a message of somebody without an account, not sent yet',
  },
];

interface Door {
  readonly path: string;
  readonly named: string;
  readonly what: string;
  readonly guard?: typeof citizensOnly;
}

function uploadsAt(plain: FastifyInstance, deps: DocumentDeps, { path, named, what, guard }: Door): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const guarded =
    guard === undefined
      ? { config: { rateLimit: { max: 60, timeWindow: '10 minutes' } } }
      : { preHandler: guard };
  /** Whose form it is: the sender’s, or the person’s for whom the sender fills it in. */
  const accountOf = async (request: FastifyRequest, key: string): Promise<string | null> => {
    if (guard !== citizensOnly) return null;
    const { accountId } = citizenOf(request);
    return deps.ownerOfForm === undefined ? accountId : deps.ownerOfForm(accountId, key);
  };
  /** What came for another’s form stays only where the sender may still fill it in. */
  const mayStill = async (request: FastifyRequest, holder: FormHolder, draft: Draft): Promise<boolean> => {
    if ((await accountOf(request, holder.formKey)) === holder.accountId) return true;
    await takeBackUploads(deps, holder, [draft]);
    return false;
  };

  app.post(
    path,
    {
      bodyLimit: largestFile * 1.5,
      ...guarded,
      schema: {
        tags,
        operationId: `upload-file${named}`,
        summary: `Upload a file for ${what}`,
        description:
          'The file comes in base 64 or by a transfer that is complete. It is checked at once and written anew; it is erased after 48 hours unless it is sent.',
        body: z.union([
          z.strictObject({
            form_key: formKey,
            name,
            media_type: z.string().max(120),
            content: base64,
            asked_for: askedFor.optional(),
          }),
          z.strictObject({ form_key: formKey, transfer_id: uuid, asked_for: askedFor.optional() }),
        ]),
        response: { 201: uploadSchema },
      },
    },
    async (request, reply) => {
      const { form_key: key, asked_for: askedFor = null } = request.body;
      const holder = { formKey: key, accountId: await accountOf(request, key) };
      if ('transfer_id' in request.body) {
        const completing = { id: request.body.transfer_id, holder, askedFor };
        const taken = await completeTransfer(deps, senderOf(request), completing);
        if (!taken.ok) return sendRefusal(reply, taken.refusal);
        if (!(await mayStill(request, holder, taken.value))) return reply.notFound();
        return reply.code(201).send(uploadOut(taken.value));
      }
      const { name: called, media_type: declaredType, content: packed } = request.body;
      const content = new Uint8Array(Buffer.from(packed, 'base64'));
      const tooLarge = content.length > largestFile;
      const taken = await receiveUpload(deps, holder, {
        name: called,
        declaredType,
        content,
        tooLarge,
        askedFor,
      });
      if (!taken.ok) return sendRefusal(reply, taken.refusal);
      if (!(await mayStill(request, holder, taken.value))) return reply.notFound();
      return reply.code(201).send(uploadOut(taken.value));
    },
  );

  app.get(
    path,
    {
      ...guarded,
      schema: {
        tags,
        operationId: `list-uploads${named}`,
        summary: `Files that wait for ${what}`,
        querystring: z.strictObject({ form_key: formKey }),
        response: {
          200: listSchema,
        },
      },
    },
    async (request) => {
      const key = request.query.form_key;
      const accountId = await accountOf(request, key);
      const drafts = await listDrafts(deps, { formKey: key, accountId });
      return { items: drafts.map(uploadOut), next: null };
    },
  );

  app.put(
    `${path}/order`,
    {
      ...guarded,
      schema: {
        tags,
        operationId: `order-uploads${named}`,
        summary: `Put the files of one document in order for ${what}`,
        querystring: z.strictObject({ form_key: formKey }),
        body: z.strictObject({
          asked_for: askedFor.nullable(),
          upload_ids: z.array(uuid).min(1).max(40).describe('Each file of the document once'),
        }),
        response: { 204: z.null().describe('In this order now') },
      },
    },
    async (request, reply) => {
      const key = request.query.form_key;
      const holder = { formKey: key, accountId: await accountOf(request, key) };
      const { asked_for: asked, upload_ids: ids } = request.body;
      const ordered = await orderDrafts(deps, holder, { askedFor: asked, ids });
      return ordered.ok ? reply.code(204).send(null) : reply.notFound();
    },
  );

  app.post(
    `${path}/bindings`,
    {
      ...guarded,
      schema: {
        tags,
        operationId: `bind-uploads${named}`,
        summary: `Make one PDF of the photos of one document for ${what}`,
        description:
          'Photos of a document that is asked for by name are bound by themselves when it is sent.',
        querystring: z.strictObject({ form_key: formKey }),
        body: z.strictObject({ asked_for: askedFor.nullable() }),
        response: { 201: listSchema },
      },
    },
    async (request, reply) => {
      const key = request.query.form_key;
      const holder = { formKey: key, accountId: await accountOf(request, key) };
      const bound = await bindDrafts(deps, holder, request.body.asked_for);
      if (!bound.ok) {
        const words = documentWords[request.locale];
        const { code } = bound.refusal;
        const detail = code === 'cannot_bind' ? words.cannotBind : words.noSuchFile;
        return sendProblem(reply, { status: 409, code, title: 'The photos were not bound', detail });
      }
      const drafts = await listDrafts(deps, holder);
      return reply.code(201).send({ items: drafts.map(uploadOut), next: null });
    },
  );

  app.delete(
    `${path}/:upload_id`,
    {
      ...guarded,
      schema: {
        tags,
        operationId: `remove-upload${named}`,
        summary: `Remove a file for ${what}`,
        params: z.strictObject({ upload_id: uuid }),
        querystring: z.strictObject({ form_key: formKey }),
        response: { 204: z.null().describe('Removed') },
      },
    },
    async (request, reply) => {
      const key = request.query.form_key;
      const holder = { formKey: key, accountId: await accountOf(request, key) };
      const removed = await discardDraft(deps, holder, request.params.upload_id);
      return removed.ok ? reply.code(204).send(null) : reply.notFound();
    },
  );
}

/** Files of forms that are not sent yet, for machines: the same checks as the pages. */
export function uploadApi(deps: DocumentDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    for (const door of doors) uploadsAt(app, deps, door);
  };
}
