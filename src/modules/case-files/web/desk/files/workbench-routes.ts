import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Outcome } from '#kernel/outcome.ts';
import { takeFormUploads } from '#modules/documents/public.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { principalOf } from '#platform/web/who.ts';
import { longestText } from '../../../domain/case-file.ts';
import { isSkipReason } from '../../../domain/skip-reason.ts';
import type { CaseFileDeps } from '../../../use-cases/case-file-deps.ts';
import {
  defineFile,
  failVerification,
  rejectFile,
  sendToMunicipality,
} from '../../../use-cases/decide-file.ts';
import type { FileWork, WorkRefusal } from '../../../use-cases/file-work.ts';
import { handOver, listClerks } from '../../../use-cases/hand-over.ts';
import { listSavedReplies } from '../../../use-cases/saved-replies.ts';
import { openFile } from '../../../use-cases/see-file.ts';
import { takeFile } from '../../../use-cases/take-file.ts';
import { readChecklist, tickChecks } from '../../../use-cases/tick-checks.ts';
import { note, putBack, writeToMunicipality, writeToPerson } from '../../../use-cases/work-on-file.ts';
import { municipalitiesIn } from '../../answer-text.ts';
import { emptyThreadForm, type ThreadForm } from '../../file-page.ts';
import { filesDeskWords } from '../../words/files-desk.ts';
import { caseFileWords } from '../../words/words.ts';
import { handlingOf, type OfficeParams, officeOf } from '../handling.ts';
import { inserted } from './insert-text.ts';
import { filesPath } from './paths.ts';
import { placesOf, reasonsIn, ticksIn, type Workbench, wantedIn } from './workbench.ts';
import { workbenchPage } from './workbench-page.ts';

interface FileRoute {
  Params: OfficeParams & { id: string };
  Querystring: { done?: string };
}

type Typed = Readonly<Record<string, string>>;
type Deciding = (
  deps: CaseFileDeps,
  work: FileWork,
  typed: Typed,
  bench: Workbench,
) => Promise<Outcome<unknown, WorkRefusal>>;

const textIn = (typed: Typed) => (typed['text'] ?? '').trim();

/** What each address does with the form of the workbench. */
const decisions: Readonly<Record<string, Deciding>> = {
  charge: async (deps, work, typed) => {
    const reason = typed['reason'] ?? '';
    if (!isSkipReason(reason)) return { ok: false, refusal: { code: 'reason_missing' } };
    return takeFile(deps, work, { reason, text: (typed['skip_text'] ?? '').trim() });
  },
  return: (deps, work) => putBack(deps, work),
  'hand-overs': (deps, work, typed) => handOver(deps, work, typed['to'] ?? ''),
  notes: (deps, work, typed) => note(deps, work, textIn(typed)),
  messages: (deps, work, typed) => writeToPerson(deps, work, textIn(typed)),
  'office-messages': (deps, work, typed) => writeToMunicipality(deps, work, textIn(typed)),
  checks: (deps, work, typed, bench) => tickChecks(deps, work, ticksIn(typed, bench.checklist)),
  corrections: (deps, work, typed, bench) =>
    failVerification(deps, work, { wanted: wantedIn(typed, placesOf(bench.view)), text: textIn(typed) }),
  'municipality-transfers': (deps, work, typed, bench) =>
    withTicks(deps, work, typed, bench, sendToMunicipality),
  acceptance: (deps, work, typed, bench) => withTicks(deps, work, typed, bench, defineFile),
  rejection: (deps, work, typed) =>
    rejectFile(deps, work, { reasons: reasonsIn(typed), text: textIn(typed) }),
};

/** The ticks on the page count for the decision that is pressed beside them. */
async function withTicks(
  deps: CaseFileDeps,
  work: FileWork,
  typed: Typed,
  bench: Workbench,
  decide: typeof sendToMunicipality,
): Promise<Outcome<unknown, WorkRefusal>> {
  const ticks = ticksIn(typed, bench.checklist);
  if (Object.keys(ticks).length > 0) {
    const ticked = await tickChecks(deps, { ...work, key: `${work.key}-${fingerprintOf(ticks)}` }, ticks);
    // Where the file has gone on already, the decision says what there is to say.
    if (!ticked.ok && ticked.refusal.code !== 'not_now') return ticked;
  }
  return decide(deps, work);
}

/** The same form is pressed again with other ticks: that is another saving of them. */
const fingerprintOf = (ticks: Readonly<Record<string, string>>) =>
  Object.entries(ticks)
    .map(([id, verdict]) => `${id.slice(0, 12)}${verdict[0]}`)
    .join('-')
    .replace(/[^\w-]/g, '')
    .slice(0, 120);

/** The workbench of one file. */
export function workbenchRoutes(app: FastifyInstance, deps: CaseFileDeps): void {
  const base = '/desk/offices/:office/files/:id';
  app.get<FileRoute>(base, async (request, reply) => show(deps, request, reply, {}));
  app.post<FileRoute>(`${base}/reply-texts`, async (request, reply) => insert(deps, request, reply));
  for (const [noun, decide] of Object.entries(decisions)) {
    app.post<FileRoute>(`${base}/${noun}`, async (request, reply) => act(deps, request, reply, noun, decide));
  }
}

async function benchFor(
  deps: CaseFileDeps,
  request: FastifyRequest<FileRoute>,
): Promise<Workbench | undefined> {
  const handling = handlingOf(request);
  const view = await openFile(deps, handling, request.params.id);
  if (view === undefined) return undefined;
  return {
    office: officeOf(request),
    view,
    checklist: await readChecklist(deps, view, principalOf(handling.official)),
    names: await municipalitiesIn(view.content, request.locale),
    clerks: await listClerks(deps, handling),
    replies: await listSavedReplies(deps, handling),
    writing: emptyThreadForm(),
  };
}

async function show(
  deps: CaseFileDeps,
  request: FastifyRequest<FileRoute>,
  reply: FastifyReply,
  change: Partial<Workbench>,
): Promise<FastifyReply> {
  const bench = await benchFor(deps, request);
  if (bench === undefined) return reply.notFound();
  const done = request.query.done === 'yes' ? filesDeskWords[request.locale].done : undefined;
  return workbenchPage(request, reply, { ...bench, done, ...change });
}

async function act(
  deps: CaseFileDeps,
  request: FastifyRequest<FileRoute>,
  reply: FastifyReply,
  noun: string,
  decide: Deciding,
): Promise<FastifyReply> {
  const words = filesDeskWords[request.locale];
  const bench = await benchFor(deps, request);
  if (bench === undefined) return reply.notFound();
  const { typed, key } = readForm(z.object({}), request.body);
  const uploads = await takeFormUploads(deps, request, { formKey: key, accountId: null });
  const writing: ThreadForm = { typed, key, drafts: uploads.drafts, uploadProblems: uploads.problems };
  if (uploads.onlyFiles) return workbenchPage(request, reply, { ...bench, writing });
  if (textIn(typed).length > longestText || (typed['skip_text'] ?? '').length > longestText) {
    const problem = caseFileWords[request.locale].form.tooLong(longestText);
    return workbenchPage(request, reply, { ...bench, writing: { ...writing, problem } });
  }
  const version = /^\d{1,9}$/.test(typed['version'] ?? '') ? Number(typed['version']) : undefined;
  const work: FileWork = { ...handlingOf(request), id: bench.view.file.id, version, key };
  const outcome = await decide(deps, work, typed, bench);
  if (!outcome.ok) {
    const { refusal } = outcome;
    if (refusal.code === 'no_such_case_file') return reply.notFound();
    // A text that is missing is said at its field; everything else on top of the page.
    if (refusal.code === 'text_missing' && noun !== 'corrections') {
      const problem = words.refusals.text_missing;
      return workbenchPage(request, reply, { ...bench, writing: { ...writing, problem } });
    }
    return show(deps, request, reply, {
      writing,
      done: undefined,
      ...(refusal.code === 'not_complete'
        ? { obstacles: refusal.obstacles }
        : { warning: words.refusals[refusal.code] }),
      ...(refusal.code === 'changed_meanwhile' ? { changes: refusal.changes } : {}),
    });
  }
  return reply.seeOther(`${filesPath(bench.office.id)}/${work.id}?done=yes`);
}

/** Puts a saved reply or a known reason where it belongs, behind what is typed already. */
async function insert(
  deps: CaseFileDeps,
  request: FastifyRequest<FileRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const bench = await benchFor(deps, request);
  if (bench === undefined) return reply.notFound();
  const { typed, key } = readForm(z.object({}), request.body);
  const uploads = await takeFormUploads(deps, request, { formKey: key, accountId: null });
  return workbenchPage(request, reply, {
    ...bench,
    writing: {
      typed: inserted(typed, bench),
      key,
      drafts: uploads.drafts,
      uploadProblems: uploads.problems,
    },
  });
}
