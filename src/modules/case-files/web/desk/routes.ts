import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { acceptDocuments, takeFormUploads } from '#modules/documents/public.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { officialsOnly } from '#platform/web/guards.ts';
import { principalOf } from '#platform/web/who.ts';
import { longestText } from '../../domain/case-file.ts';
import { isOpen } from '../../domain/case-file-lifecycle.ts';
import type { CaseFileDeps } from '../../use-cases/case-file-deps.ts';
import {
  type HandlingKind,
  handleCaseFile,
  handlings,
  listOpenFiles,
  messageOf,
  takeNext,
} from '../../use-cases/handle-case-file.ts';
import { listSavedReplies } from '../../use-cases/saved-replies.ts';
import { findForOfficial, viewCaseFile } from '../../use-cases/see-case-files.ts';
import { emptyThreadForm } from '../file-page.ts';
import { caseFileWords } from '../words/words.ts';
import { type HandlePage, handlePage } from './handle-page.ts';
import { handlingOf, handlingPaths, type OfficeParams, officeOf, officeOnly, queuePath } from './handling.ts';
import { type QueuePage, queuePage } from './queue-page.ts';
import { savedReplyRoutes } from './saved-replies.ts';

interface QueueRoute {
  Params: OfficeParams;
  Querystring: { done?: string };
}
interface FileRoute {
  Params: OfficeParams & { id: string };
  Querystring: { done?: string };
}

/** The officials' pages of requests: the queue, one file, saved replies. */
export function caseFileDeskRoutes(deps: CaseFileDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', officeOnly);
    await acceptDocuments(app);
    const base = '/desk/offices/:office/requests';

    app.get<QueueRoute>(base, async (request, reply) => showQueue(deps, request, reply, {}));
    app.post<QueueRoute>(`${base}/assignments`, async (request, reply) => {
      const { key } = readForm(z.object({}), request.body);
      const taken = await takeNext(deps, handlingOf(request), key);
      if (taken.ok) return reply.seeOther(`${queuePath(officeOf(request).id)}/${taken.value.id}`);
      const warning = caseFileWords[request.locale].desk.refusals[taken.refusal.code];
      return showQueue(deps, request, reply, { warning });
    });
    savedReplyRoutes(app, deps);

    app.get<FileRoute>(`${base}/:id`, async (request, reply) => showFile(deps, request, reply, {}));
    app.post<FileRoute>(`${base}/:id/reply-texts`, async (request, reply) =>
      insertReply(deps, request, reply),
    );
    for (const kind of handlings) {
      app.post<FileRoute>(`${base}/:id/${handlingPaths[kind]}`, async (request, reply) =>
        handle(deps, request, reply, kind),
      );
    }
  };
}

async function showQueue(
  deps: CaseFileDeps,
  request: FastifyRequest<QueueRoute>,
  reply: FastifyReply,
  change: Partial<QueuePage>,
): Promise<FastifyReply> {
  const { done } = request.query;
  return queuePage(request, reply, {
    office: officeOf(request),
    lines: await listOpenFiles(deps, handlingOf(request)),
    now: deps.now(),
    done: done === undefined ? undefined : caseFileWords[request.locale].desk.done,
    ...change,
  });
}

async function showFile(
  deps: CaseFileDeps,
  request: FastifyRequest<FileRoute>,
  reply: FastifyReply,
  change: Partial<HandlePage>,
): Promise<FastifyReply> {
  const handling = handlingOf(request);
  const as = principalOf(handling.official);
  const file = await findForOfficial(deps, { as, officeId: handling.officeId }, request.params.id);
  if (file === undefined) return reply.notFound();
  const { done } = request.query;
  return handlePage(request, reply, {
    office: officeOf(request),
    view: await viewCaseFile(deps, file),
    replies: await listSavedReplies(deps, handling),
    writing: emptyThreadForm(),
    done: done === undefined ? undefined : caseFileWords[request.locale].desk.done,
    ...change,
  });
}

/** Puts a saved reply behind what is typed already, in the language of the person. */
async function insertReply(
  deps: CaseFileDeps,
  request: FastifyRequest<FileRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const handling = handlingOf(request);
  const as = principalOf(handling.official);
  const { typed, key } = readForm(z.object({}), request.body);
  const uploads = await takeFormUploads(deps, request, { formKey: key, accountId: null });
  const file = await findForOfficial(deps, { as, officeId: handling.officeId }, request.params.id);
  const saved = (await listSavedReplies(deps, handling)).find((each) => each.id === typed['saved']);
  const parts = [typed['text']?.trim() ?? '', file === undefined ? '' : (saved?.text[file.locale] ?? '')];
  const text = parts.filter((part) => part !== '').join('\n\n');
  return showFile(deps, request, reply, {
    writing: { typed: { text }, key, drafts: uploads.drafts, uploadProblems: uploads.problems },
  });
}

async function handle(
  deps: CaseFileDeps,
  request: FastifyRequest<FileRoute>,
  reply: FastifyReply,
  kind: HandlingKind,
): Promise<FastifyReply> {
  const words = caseFileWords[request.locale];
  const handling = handlingOf(request);
  const { id } = request.params;
  const { typed, key } = readForm(z.object({}), request.body);
  const uploads = await takeFormUploads(deps, request, { formKey: key, accountId: null });
  const writing = { typed, key, drafts: uploads.drafts, uploadProblems: uploads.problems };
  if (uploads.onlyFiles) return showFile(deps, request, reply, { writing });
  const text = (typed['text'] ?? '').trim();
  if (messageOf[kind] !== undefined && (text === '' || text.length > longestText)) {
    const problem = text === '' ? words.desk.textMissing : words.form.tooLong(longestText);
    return showFile(deps, request, reply, { writing: { ...writing, problem } });
  }
  const handled = await handleCaseFile(deps, handling, { id, kind, text, key });
  if (!handled.ok) {
    if (handled.refusal.code === 'no_such_case_file') return reply.notFound();
    return showFile(deps, request, reply, { writing, warning: words.desk.refusals[handled.refusal.code] });
  }
  const as = principalOf(handling.official);
  const file = await findForOfficial(deps, { as, officeId: handling.officeId }, id);
  const base = queuePath(handling.officeId);
  // What is still in hand stays open; what is not leads back to the queue, for the next one.
  const stays = file !== undefined && isOpen(file.state) && file.state === 'in_progress';
  return reply.seeOther(`${stays ? `${base}/${id}` : base}?done=yes`);
}
