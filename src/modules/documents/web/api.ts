import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { citizenOf, citizensOnly, officialsOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { principalOf } from '#platform/web/who.ts';
import {
  askedForPattern,
  type Draft,
  documentKinds,
  largestFile,
  largestReceived,
  legibilityWarnings,
  mediaTypes,
  type UploadRefusal,
} from '../domain/document.ts';
import { bindDrafts, orderDrafts } from '../use-cases/arrange-drafts.ts';
import type { DocumentDeps } from '../use-cases/document-deps.ts';
import { openDocument } from '../use-cases/read-documents.ts';
import {
  discardDraft,
  type FormHolder,
  listDrafts,
  receiveUpload,
  takeBackUploads,
} from '../use-cases/receive-upload.ts';
import { completeTransfer } from '../use-cases/transfers.ts';
import { senderOf } from './transfer-api.ts';
import { documentWords } from './words/words.ts';

const tags = ['documents'];
const uuid = z.uuid().max(36);
const formKey = z
  .string()
  .min(8)
  .max(200)
  .regex(/^[\w-]+$/)
  .describe(
    'Made by the client for one form; the same goes as Idempotency-Key of the request that the files belong to',
  );
const base64 = z
  .string()
  .max(Math.ceil(largestReceived / 3) * 4)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
  .describe('Content of the file in base 64');
const name = z.string().max(300);

const askedFor = z
  .string()
  .max(60)
  .regex(askedForPattern)
  .describe('Which of the documents it is that the procedure asks for');

const uploadSchema = z.strictObject({
  upload_id: uuid,
  name,
  asked_for: askedFor.nullable(),
  kind: z.enum(documentKinds),
  bytes: z
    .int()
    .min(1)
    .max(largestFile * 4),
  pages: z.int().min(1).max(1000).nullable().describe('Pages of a PDF'),
  warnings: z.array(z.enum(legibilityWarnings)).max(5).describe('What makes it hard to read'),
  virus_checked: z.boolean(),
});
const listSchema = z.strictObject({
  items: z.array(uploadSchema).max(100),
  next: z.string().max(200).nullable(),
});

type Refusal = UploadRefusal | { readonly code: 'no_such_transfer' | 'not_all_here' };

const statuses: Record<Refusal['code'], number> = {
  no_such_transfer: 404,
  not_all_here: 409,
  empty: 422,
  too_large: 413,
  stays_too_large: 413,
  picture_too_small: 422,
  blank_picture: 422,
  too_many_files: 409,
  kind_not_accepted: 415,
  kinds_disagree: 415,
  phone_picture: 415,
  too_many_pixels: 422,
  unreadable_picture: 422,
  unreadable_pdf: 422,
  encrypted_pdf: 422,
  active_pdf: 422,
  too_many_pages: 422,
  infected: 422,
  scanner_away: 503,
  quota_full: 409,
};

const uploadOut = (draft: Draft) => ({
  upload_id: draft.id,
  name: draft.name,
  asked_for: draft.askedFor,
  kind: draft.kind,
  bytes: draft.bytes,
  pages: draft.pages,
  warnings: [...draft.warnings],
  virus_checked: draft.scanned,
});

function sendRefusal(reply: FastifyReply, { code }: Refusal): FastifyReply {
  if (code === 'scanner_away') reply.header('retry-after', 60);
  const words = documentWords[reply.request.locale];
  const detail =
    code === 'no_such_transfer' || code === 'not_all_here' ? words.transfers[code] : words.refusals[code];
  return sendProblem(reply, { status: statuses[code], code, title: 'The file was not taken', detail });
}

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
  const accountOf = async (request: FastifyRequest, formKey: string): Promise<string | null> => {
    if (guard !== citizensOnly) return null;
    const { accountId } = citizenOf(request);
    return deps.ownerOfForm === undefined ? accountId : deps.ownerOfForm(accountId, formKey);
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
      bodyLimit: largestReceived * 1.5,
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
      const tooLarge = content.length > largestReceived;
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
      const formKey = request.query.form_key;
      const accountId = await accountOf(request, formKey);
      const drafts = await listDrafts(deps, { formKey, accountId });
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
      const formKey = request.query.form_key;
      const holder = { formKey, accountId: await accountOf(request, formKey) };
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
      const formKey = request.query.form_key;
      const holder = { formKey, accountId: await accountOf(request, formKey) };
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
      const formKey = request.query.form_key;
      const holder = { formKey, accountId: await accountOf(request, formKey) };
      const removed = await discardDraft(deps, holder, request.params.upload_id);
      return removed.ok ? reply.code(204).send(null) : reply.notFound();
    },
  );
}

/** Documents for machines: the same checks as the pages. */
export function documentApi(deps: DocumentDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();

    for (const door of doors) uploadsAt(app, deps, door);

    app.get(
      '/api/v1/offices/:office_id/documents/:document_id',
      {
        schema: {
          tags,
          operationId: 'see-document',
          summary: 'A document with its content',
          description: 'For its owner and for officials of the office.',
          params: z.strictObject({
            office_id: z
              .string()
              .min(1)
              .max(80)
              .regex(/^[a-z0-9-]+$/),
            document_id: uuid,
          }),
          response: {
            200: z.strictObject({
              document_id: uuid,
              name,
              media_type: z.string().max(120),
              content: z.string().max(largestFile * 4),
            }),
          },
        },
      },
      async (request, reply) => {
        const { office_id: officeId, document_id: id } = request.params;
        const opened = await openDocument(deps, { as: principalOf(request.who), officeId, id });
        if (opened === undefined) return reply.notFound();
        return {
          document_id: opened.document.id,
          name: opened.document.name,
          media_type: mediaTypes[opened.document.kind],
          content: Buffer.from(opened.content).toString('base64'),
        };
      },
    );
  };
}
