import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { acceptDocuments, documentToken, takeFormUploads } from '#modules/documents/public.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { longestText } from '../domain/case-file.ts';
import type { CaseFileDeps } from '../use-cases/case-file-deps.ts';
import { listDrafts } from '../use-cases/drafts.ts';
import { findForReader, listOwnFiles, type Reader, viewCaseFile } from '../use-cases/see-case-files.ts';
import {
  cancelCaseFile,
  proveEmailOf,
  resendEmailCode,
  writeAsPerson,
} from '../use-cases/write-as-person.ts';
import { cancelPage, emptyThreadForm, type FilePage, filePage } from './file-page.ts';
import { forOthers, listPage } from './list-page.ts';
import { saidAfter } from './pieces.ts';
import { formWords } from './words/form-words.ts';
import { caseFileWords } from './words/words.ts';

interface FileRoute {
  Params: { id: string };
  Querystring: { office?: string; token?: string; done?: string };
}

/** A person's own requests; the link of a letter opens one to people without an account. */
export function ownRoutes(deps: CaseFileDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    await acceptDocuments(app);
    app.get('/requests', { preHandler: citizensOnly }, async (request, reply) => {
      const { accountId } = citizenOf(request);
      const words = formWords[request.locale].drafts;
      const done = { discarded: words.removed, saved: words.savedNow };
      return listPage(deps, request, reply, {
        files: await listOwnFiles(deps, accountId),
        drafts: await listDrafts(deps, { accountId }),
        others: await forOthers(deps, request.locale, accountId),
        done: saidAfter(done, (request.query as { done?: unknown }).done),
      });
    });
    app.get<FileRoute>('/requests/:id', async (request, reply) => show(deps, request, reply, {}));
    app.post<FileRoute>('/requests/:id/messages', async (request, reply) => write(deps, request, reply));
    app.get<FileRoute>('/requests/:id/cancellation', async (request, reply) => {
      const found = await find(deps, request);
      if (found === undefined) return refuse(request, reply);
      return cancelPage(request, reply, { view: await viewCaseFile(deps, found.file), tail: found.tail });
    });
    app.post<FileRoute>('/requests/:id/cancellation', async (request, reply) => cancel(deps, request, reply));
    emailRoutes(app, deps);
  };
}

/** The reader of a page, by the link or by the session. */
function readerOf({ query, who }: FastifyRequest<FileRoute>): Reader | undefined {
  const { office, token } = query;
  if (typeof office === 'string' && typeof token === 'string')
    return { kind: 'link', officeId: office, token };
  return who.kind === 'citizen' ? { kind: 'citizen', accountId: who.accountId } : undefined;
}

async function find(deps: CaseFileDeps, request: FastifyRequest<FileRoute>) {
  const reader = readerOf(request);
  const file = reader && (await findForReader(deps, reader, request.params.id));
  if (reader === undefined || file === undefined) return undefined;
  const tail =
    reader.kind === 'link' ? `?office=${reader.officeId}&token=${encodeURIComponent(reader.token)}` : '';
  return { reader, file, tail };
}

/** Whoever is not signed in is asked to, because the request may be theirs; others learn nothing. */
function refuse(request: FastifyRequest<FileRoute>, reply: FastifyReply): FastifyReply {
  return readerOf(request) === undefined ? reply.askToSignIn('citizen') : reply.notFound();
}

async function show(
  deps: CaseFileDeps,
  request: FastifyRequest<FileRoute>,
  reply: FastifyReply,
  change: Partial<FilePage>,
): Promise<FastifyReply> {
  const found = await find(deps, request);
  if (found === undefined) return refuse(request, reply);
  if (found.file.protocol !== null) return reply.seeOther(`/files/${found.file.id}`);
  const words = caseFileWords[request.locale];
  const done: Readonly<Record<string, string>> = {
    submitted: words.file.submitted,
    written: words.file.written,
    cancelled: words.file.cancelled,
    resent: words.email.resent,
    proven: words.email.proven,
  };
  return filePage(request, reply, {
    view: await viewCaseFile(deps, found.file),
    tail: found.tail,
    door:
      found.reader.kind === 'link'
        ? { kind: 'link', tokenOf: (id) => documentToken(deps.keys, id) }
        : { kind: 'own' },
    writing: emptyThreadForm(),
    done: request.method === 'GET' ? saidAfter(done, request.query.done) : undefined,
    ...change,
  });
}

const withDone = (path: string, tail: string, done: string) =>
  `${path}${tail === '' ? '?' : `${tail}&`}done=${done}`;

async function write(
  deps: CaseFileDeps,
  request: FastifyRequest<FileRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const found = await find(deps, request);
  if (found === undefined) return refuse(request, reply);
  const { reader, file, tail } = found;
  const words = caseFileWords[request.locale];
  const { typed, key } = readForm(z.object({}), request.body);
  const holder = { formKey: key, accountId: reader.kind === 'citizen' ? reader.accountId : null };
  const uploads = await takeFormUploads(deps, request, holder);
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
  const written = await writeAsPerson(deps, { reader, id: file.id, key, text });
  if (written.ok) return reply.seeOther(withDone(`/requests/${file.id}`, tail, 'written'));
  return show(deps, request, reply, { writing, warning: words.personRefusals[written.refusal.code] });
}

async function cancel(
  deps: CaseFileDeps,
  request: FastifyRequest<FileRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const found = await find(deps, request);
  if (found === undefined) return refuse(request, reply);
  const { key } = readForm(z.object({}), request.body);
  const cancelled = await cancelCaseFile(deps, { reader: found.reader, id: found.file.id, key });
  if (cancelled.ok) return reply.seeOther(withDone(`/requests/${found.file.id}`, found.tail, 'cancelled'));
  const words = caseFileWords[request.locale];
  return show(deps, request, reply, { warning: words.personRefusals[cancelled.refusal.code] });
}

function emailRoutes(app: FastifyInstance, deps: CaseFileDeps): void {
  const guarded = {
    preHandler: citizensOnly,
    config: { rateLimit: { max: 30, timeWindow: '10 minutes' } },
  };
  app.post<FileRoute>('/requests/:id/email-verification', guarded, async (request, reply) => {
    const { typed } = readForm(z.object({}), request.body);
    const { accountId } = citizenOf(request);
    const { id } = request.params;
    const proven = await proveEmailOf(deps, { accountId, id, code: typed['code'] ?? '' });
    if (proven.ok) return reply.seeOther(`/requests/${id}?done=proven`);
    if (proven.refusal.code === 'no_such_case_file') return reply.notFound();
    return show(deps, request, reply, { emailProblem: caseFileWords[request.locale].email.wrong });
  });
  app.post<FileRoute>('/requests/:id/email-codes', guarded, async (request, reply) => {
    const { accountId } = citizenOf(request);
    const { id } = request.params;
    const sent = await resendEmailCode(deps, { accountId, id });
    if (sent.ok) return reply.seeOther(`/requests/${id}?done=resent`);
    if (sent.refusal.code === 'no_such_case_file') return reply.notFound();
    return show(deps, request, reply, {
      emailProblem: caseFileWords[request.locale].email.codes[sent.refusal.code],
    });
  });
}
