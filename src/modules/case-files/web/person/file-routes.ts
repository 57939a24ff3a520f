import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { acceptDocuments, takeFormUploads } from '#modules/documents/public.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { type CaseFile, longestText } from '../../domain/case-file.ts';
import type { CaseFileDeps } from '../../use-cases/case-file-deps.ts';
import { openCorrection } from '../../use-cases/correct-form.ts';
import { findForReader } from '../../use-cases/see-case-files.ts';
import { viewFile } from '../../use-cases/see-file.ts';
import { cancelCaseFile, writeAsPerson } from '../../use-cases/write-as-person.ts';
import { behalfIn, delegationTopicsFor, noMore } from '../delegations/on-behalf.ts';
import { emptyThreadForm } from '../file-page.ts';
import { saidAfter } from '../pieces.ts';
import { formWords } from '../words/form-words.ts';
import { caseFileWords } from '../words/words.ts';
import { typist } from './find-draft.ts';
import { cancelFilePage, type OwnFilePage, ownFilePage, sentPage } from './own-file-page.ts';

interface FileRoute {
  Params: { id: string };
  Querystring: { done?: string };
}

/** A person's files with a form: how each stands, and what can be done with it. */
export function ownFileRoutes(deps: CaseFileDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    await acceptDocuments(app);
    app.addHook('preHandler', citizensOnly);
    app.get<FileRoute>('/files/:id', async (request, reply) => show(deps, request, reply, {}));
    app.get<FileRoute>('/files/:id/sent', async (request, reply) => {
      const file = await find(deps, request);
      if (file === undefined) return noMore(deps, request, reply, request.params.id);
      return sentPage(request, reply, deps, file, await behalfIn(deps, request, file));
    });
    app.post<FileRoute>('/files/:id/messages', async (request, reply) => write(deps, request, reply));
    app.post<FileRoute>('/files/:id/correction-drafts', async (request, reply) => {
      const { id } = request.params;
      const file = await find(deps, request);
      if (file === undefined) return noMore(deps, request, reply, id);
      const accountId = file.accountId ?? '';
      const opened = await openCorrection(deps, { ...typist(request), accountId, id });
      if (opened.ok) return reply.seeOther(`/drafts/${opened.value.id}/review`);
      if (opened.refusal.code === 'no_such_case_file') return reply.notFound();
      return show(deps, request, reply, { warning: formWords[request.locale].refusals[opened.refusal.code] });
    });
    app.get<FileRoute>('/files/:id/cancellation', async (request, reply) => {
      const file = await find(deps, request);
      if (file === undefined) return noMore(deps, request, reply, request.params.id);
      return cancelFilePage(request, reply, deps, file, await behalfIn(deps, request, file));
    });
    app.post<FileRoute>('/files/:id/cancellation', async (request, reply) => cancel(deps, request, reply));
  };
}

async function find(deps: CaseFileDeps, request: FastifyRequest<FileRoute>): Promise<CaseFile | undefined> {
  const { accountId } = citizenOf(request);
  const file = await findForReader(deps, { kind: 'citizen', accountId }, request.params.id);
  return file?.protocol === null ? undefined : file;
}

async function show(
  deps: CaseFileDeps,
  request: FastifyRequest<FileRoute>,
  reply: FastifyReply,
  change: Partial<OwnFilePage>,
): Promise<FastifyReply> {
  const file = await find(deps, request);
  if (file === undefined) return noMore(deps, request, reply, request.params.id);
  const words = formWords[request.locale].file;
  const done: Readonly<Record<string, string>> = {
    written: words.written,
    cancelled: words.cancelled,
    resubmitted: words.resubmitted,
  };
  const { accountId } = citizenOf(request);
  return ownFilePage(request, reply, {
    view: await viewFile(deps, file, { kind: 'citizen', accountId }),
    now: deps.now(),
    onBehalfOf: await behalfIn(deps, request, file),
    listensTo: await delegationTopicsFor(deps, request, file),
    writing: emptyThreadForm(),
    done: request.method === 'GET' ? saidAfter(done, request.query.done) : undefined,
    warning: undefined,
    ...change,
  });
}

async function write(
  deps: CaseFileDeps,
  request: FastifyRequest<FileRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const file = await find(deps, request);
  if (file === undefined) return noMore(deps, request, reply, request.params.id);
  const words = caseFileWords[request.locale];
  const { accountId } = citizenOf(request);
  const { typed, key } = readForm(z.object({}), request.body);
  const uploads = await takeFormUploads(deps, request, { formKey: key, accountId });
  const text = (typed['text'] ?? '').trim();
  const writing = { typed, key, drafts: uploads.drafts, uploadProblems: uploads.problems };
  if (uploads.onlyFiles) return show(deps, request, reply, { writing });
  const problem =
    text === ''
      ? words.form.missing
      : text.length > longestText
        ? words.form.tooLong(longestText)
        : undefined;
  if (problem !== undefined) return show(deps, request, reply, { writing: { ...writing, problem } });
  const reader = { kind: 'citizen', accountId } as const;
  const written = await writeAsPerson(deps, { reader, id: file.id, key, text });
  if (written.ok) return reply.seeOther(`/files/${file.id}?done=written`);
  return show(deps, request, reply, { writing, warning: words.personRefusals[written.refusal.code] });
}

async function cancel(
  deps: CaseFileDeps,
  request: FastifyRequest<FileRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const file = await find(deps, request);
  if (file === undefined) return noMore(deps, request, reply, request.params.id);
  const { key } = readForm(z.object({}), request.body);
  const reader = { kind: 'citizen', accountId: citizenOf(request).accountId } as const;
  const cancelled = await cancelCaseFile(deps, { reader, id: file.id, key });
  if (cancelled.ok) return reply.seeOther(`/files/${file.id}?done=cancelled`);
  const words = caseFileWords[request.locale];
  return show(deps, request, reply, { warning: words.personRefusals[cancelled.refusal.code] });
}
