import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { takeBackUploads, takeFormUploads } from '#modules/documents/public.ts';
import { citizenOf } from '#platform/web/guards.ts';
import { askedForOf } from '../../domain/form-documents.ts';
import type { CaseFileDeps } from '../../use-cases/case-file-deps.ts';
import { touchDraft } from '../../use-cases/drafts.ts';
import type { DraftView } from '../../use-cases/see-draft.ts';
import { type FileView, viewFile } from '../../use-cases/see-file.ts';
import { noMore } from '../delegations/on-behalf.ts';
import { documentsPage, openDocuments } from './documents-page.ts';
import { type DraftRoute, draftOf } from './find-draft.ts';
import { stepAfter } from './steps.ts';

/** The page of a form with a field for each document. */
export function documentRoutesOfDraft(app: FastifyInstance, deps: CaseFileDeps): void {
  app.get<DraftRoute>('/drafts/:draft/documents', async (request, reply) => {
    const view = await draftOf(deps, request, reply);
    if (view === undefined) return reply;
    return documentsPage(request, reply, {
      view,
      uploads: { drafts: view.uploads, problemsOf: {} },
      missing: [],
      sent: await sentBefore(deps, request, view),
    });
  });
  app.post<DraftRoute>('/drafts/:draft/documents', async (request, reply) =>
    takeDocuments(deps, request, reply),
  );
}

async function takeDocuments(
  deps: CaseFileDeps,
  request: FastifyRequest<DraftRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const view = await draftOf(deps, request, reply);
  if (view === undefined) return reply;
  const { id: draftId, accountId } = view.draft;
  const uploads = await takeFormUploads(deps, request, { formKey: draftId, accountId });
  const touched = await touchDraft(deps, { ...view.who, draftId });
  if (!touched.ok) {
    // The delegation ended while the files were on their way: they do not stay.
    const before = new Set(view.uploads.map(({ id }) => id));
    await takeBackUploads(
      deps,
      { formKey: draftId, accountId },
      uploads.drafts.filter(({ id }) => !before.has(id)),
    );
    return noMore(deps, request, reply, draftId);
  }
  const here = new Set(uploads.drafts.map(({ askedFor }) => askedFor));
  const sent = await sentBefore(deps, request, view);
  const open = openDocuments(view);
  const missing = uploads.onlyFiles
    ? []
    : open.filter(
        (each) =>
          each.document.optional !== true &&
          !here.has(askedForOf(each.path)) &&
          // What was sent before and not complained of is still there.
          (view.correction === undefined || isWanted(view, each.path) || !wasSent(sent, each.path)),
      );
  if (!uploads.onlyFiles && missing.length === 0)
    return reply.seeOther(stepAfter(view, `/drafts/${draftId}/documents`));
  return documentsPage(request, reply, { view, uploads, missing, sent });
}

const isWanted = ({ correction }: DraftView, path: string) =>
  correction?.wanted.some(({ target }) => target.kind === 'document' && target.path === path) === true;
const wasSent = (sent: FileView | undefined, path: string) =>
  sent?.documents.some(({ asked, files }) => asked.path === path && files.length > 0) === true;

async function sentBefore(
  deps: CaseFileDeps,
  request: FastifyRequest,
  { correction }: DraftView,
): Promise<FileView | undefined> {
  if (correction === undefined) return undefined;
  const { accountId } = citizenOf(request);
  return viewFile(deps, correction.file, { kind: 'citizen', accountId });
}
