import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { listForOthers } from '../../use-cases/acting.ts';
import type { CaseFileDeps } from '../../use-cases/case-file-deps.ts';
import { openCorrection } from '../../use-cases/correct-form.ts';
import { findForReader, listOwnFiles } from '../../use-cases/see-case-files.ts';
import { viewDraft } from '../../use-cases/see-draft.ts';
import { viewFile } from '../../use-cases/see-file.ts';
import { cancelCaseFile, writeAsPerson } from '../../use-cases/write-as-person.ts';
import { sendRefusal } from '../api-refusals.ts';
import { idempotencyHeader, messageBody } from '../api-schemas.ts';
import { noMore } from '../delegations/on-behalf.ts';
import { sendFormRefusal } from './api-refusals.ts';
import {
  draftOut,
  draftSchema,
  fileLineOut,
  fileOut,
  fileParams,
  fileSchema,
  filesAnswer,
} from './api-schemas.ts';
import { typist } from './find-draft.ts';

const tags = ['files'];

/** A person's files for machines: the same use cases as the pages. */
export function fileApi(deps: CaseFileDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', citizensOnly);
    const one = '/api/v1/files/:file_id';

    app.get(
      '/api/v1/files',
      {
        schema: {
          tags,
          operationId: 'list-files',
          summary: 'My files, and those in which I act for others',
          response: { 200: filesAnswer },
        },
      },
      async (request) => {
        const { accountId } = citizenOf(request);
        const own = (await listOwnFiles(deps, accountId)).filter(({ protocol }) => protocol !== null);
        const { files } = await listForOthers(deps, accountId);
        return {
          items: [
            ...own.map((each) => fileLineOut(each, null)),
            ...files.map((each) => fileLineOut(each, each.personName ?? '')),
          ].slice(0, 200),
          next: null,
        };
      },
    );

    app.get(
      one,
      {
        schema: {
          tags,
          operationId: 'see-file',
          summary: 'One of my files: how it stands, and everything in it',
          params: fileParams,
          response: { 200: fileSchema },
        },
      },
      async (request, reply) => seen(deps, request, reply, request.params.file_id),
    );

    app.post(
      `${one}/messages`,
      {
        schema: {
          tags,
          operationId: 'write-about-file',
          summary: 'Write to the office about a file',
          params: fileParams,
          headers: idempotencyHeader,
          body: messageBody,
          response: { 201: fileSchema },
        },
      },
      async (request, reply) => {
        const id = request.params.file_id;
        const reader = { kind: 'citizen', accountId: citizenOf(request).accountId } as const;
        const key = request.headers['idempotency-key'];
        if (!(await isFile(deps, reader.accountId, id))) return noMore(deps, request, reply, id);
        const written = await writeAsPerson(deps, { reader, id, key, text: request.body.text });
        return written.ok ? seen(deps, request, reply.code(201), id) : sendRefusal(reply, written.refusal);
      },
    );

    app.post(
      `${one}/correction-drafts`,
      {
        schema: {
          tags,
          operationId: 'open-correction',
          summary: 'Begin the correction of a file that came back, or take it up',
          params: fileParams,
          response: { 201: draftSchema },
        },
      },
      async (request, reply) => {
        const { actingId } = typist(request);
        const id = request.params.file_id;
        const file = await findForReader(deps, { kind: 'citizen', accountId: actingId }, id);
        if (file === undefined || file.accountId === null) return noMore(deps, request, reply, id);
        const who = { accountId: file.accountId, actingId };
        const opened = await openCorrection(deps, { ...who, id });
        if (!opened.ok) return sendFormRefusal(reply, opened.refusal);
        const view = await viewDraft(deps, { ...who, draftId: opened.value.id });
        return view === undefined ? reply.notFound() : reply.code(201).send(draftOut(view, request.locale));
      },
    );

    app.post(
      `${one}/cancellation`,
      {
        schema: {
          tags,
          operationId: 'cancel-file',
          summary: 'Give a file up',
          description:
            'Until an official has taken it in charge, and again when it comes back to be corrected.',
          params: fileParams,
          headers: idempotencyHeader,
          response: { 200: fileSchema },
        },
      },
      async (request, reply) => {
        const id = request.params.file_id;
        const reader = { kind: 'citizen', accountId: citizenOf(request).accountId } as const;
        if (!(await isFile(deps, reader.accountId, id))) return noMore(deps, request, reply, id);
        const cancelled = await cancelCaseFile(deps, { reader, id, key: request.headers['idempotency-key'] });
        return cancelled.ok ? seen(deps, request, reply, id) : sendRefusal(reply, cancelled.refusal);
      },
    );
  };
}

async function isFile(deps: CaseFileDeps, accountId: string, id: string): Promise<boolean> {
  const file = await findForReader(deps, { kind: 'citizen', accountId }, id);
  return file !== undefined && file.protocol !== null;
}

async function seen(deps: CaseFileDeps, request: FastifyRequest, reply: FastifyReply, id: string) {
  const reader = { kind: 'citizen', accountId: citizenOf(request).accountId } as const;
  const file = await findForReader(deps, reader, id);
  return file === undefined || file.protocol === null
    ? noMore(deps, request, reply, id)
    : reply.send(fileOut(await viewFile(deps, file, reader)));
}
