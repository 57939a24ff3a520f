import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { acceptDocuments } from '#modules/documents/public.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm, typedIn } from '#platform/web/form/read-form.ts';
import { citizensOnly } from '#platform/web/guards.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { longestText } from '../../domain/case-file.ts';
import type { CaseFileDeps } from '../../use-cases/case-file-deps.ts';
import { resubmit } from '../../use-cases/correct-form.ts';
import { discardDraft } from '../../use-cases/drafts.ts';
import type { DraftView } from '../../use-cases/see-draft.ts';
import { sendForm } from '../../use-cases/send-form.ts';
import { transferDraft } from '../../use-cases/transfer-draft.ts';
import { behalfNote } from '../delegations/on-behalf.ts';
import { formWords } from '../words/form-words.ts';
import { correctionPage } from './correction-page.ts';
import { documentRoutesOfDraft } from './document-routes.ts';
import { type DraftRoute, draftOf } from './find-draft.ts';
import { reviewPage } from './review-page.ts';
import { sectionRoutes } from './section-routes.ts';
import type { SendRefusalCode } from './send-refusals.ts';
import { stepToTakeUp } from './steps.ts';

/** A form from its first page to its sending; and its correction. */
export function draftRoutes(deps: CaseFileDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    await acceptDocuments(app);
    app.addHook('preHandler', citizensOnly);
    const limited = { config: { rateLimit: { max: 60, timeWindow: '10 minutes' } } };

    app.get<DraftRoute>('/drafts/:draft', async (request, reply) => {
      const view = await draftOf(deps, request, reply);
      return view === undefined ? reply : reply.seeOther(stepToTakeUp(view));
    });
    sectionRoutes(app, deps);
    documentRoutesOfDraft(app, deps);

    app.get<DraftRoute>('/drafts/:draft/review', async (request, reply) => {
      const view = await draftOf(deps, request, reply);
      return view === undefined ? reply : showReview(request, reply, view, {});
    });
    app.post<DraftRoute>('/drafts/:draft/submission', limited, async (request, reply) => {
      const view = await draftOf(deps, request, reply);
      if (view === undefined) return reply;
      return view.correction === undefined
        ? submit(deps, request, reply, view)
        : sendCorrection(deps, request, reply, view);
    });
    app.post<DraftRoute>('/drafts/:draft/transfer', async (request, reply) => {
      const view = await draftOf(deps, request, reply);
      if (view === undefined) return reply;
      const moved = await transferDraft(deps, { ...view.who, draftId: view.draft.id });
      if (moved.ok) return reply.seeOther(`/drafts/${moved.value.id}/review`);
      return showReview(request, reply, view, { refusal: moved.refusal.code });
    });

    app.get<DraftRoute>('/drafts/:draft/removal', async (request, reply) => {
      const view = await draftOf(deps, request, reply);
      return view === undefined ? reply : removalPage(request, reply, view);
    });
    app.post<DraftRoute>('/drafts/:draft/removal', async (request, reply) => {
      const view = await draftOf(deps, request, reply);
      if (view === undefined) return reply;
      await discardDraft(deps, { ...view.who, draftId: view.draft.id });
      const { correction } = view;
      return reply.seeOther(
        correction === undefined ? '/requests?done=discarded' : `/files/${correction.file.id}`,
      );
    });
  };
}

function showReview(
  request: FastifyRequest,
  reply: FastifyReply,
  view: DraftView,
  {
    refusal,
    key = crypto.randomUUID(),
    text = '',
  }: { refusal?: SendRefusalCode; key?: string; text?: string },
): FastifyReply | Promise<FastifyReply> {
  return view.correction === undefined
    ? reviewPage(request, reply, { view, key, refusal })
    : correctionPage(request, reply, { view, key, text, refusal });
}

async function submit(
  deps: CaseFileDeps,
  request: FastifyRequest<DraftRoute>,
  reply: FastifyReply,
  view: DraftView,
): Promise<FastifyReply> {
  const { key } = readForm(z.object({}), request.body);
  const sent = await sendForm(deps, { ...view.who, draftId: view.draft.id, key });
  if (sent.ok) return reply.seeOther(`/files/${sent.value.id}/sent`);
  // What was found is shown as it stands now: it may have changed since the page was opened.
  const now = await draftOf(deps, request, reply);
  return now === undefined ? reply : showReview(request, reply, now, { refusal: sent.refusal.code });
}

async function sendCorrection(
  deps: CaseFileDeps,
  request: FastifyRequest<DraftRoute>,
  reply: FastifyReply,
  view: DraftView,
): Promise<FastifyReply> {
  const { key } = readForm(z.object({}), request.body);
  const typed = typedIn(request.body);
  const text = (typed['text'] ?? '').trim().slice(0, longestText);
  const version = Number(typed['version'] ?? '');
  const id = view.correction?.file.id ?? '';
  const sent = await resubmit(deps, { ...view.who, id, version, text, key });
  if (sent.ok) return reply.seeOther(`/files/${id}?done=resubmitted`);
  const now = await draftOf(deps, request, reply);
  return now === undefined ? reply : showReview(request, reply, now, { refusal: sent.refusal.code, text });
}

/** Asks before a draft is thrown away. */
function removalPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { draft, procedure, onBehalfOf }: DraftView,
): FastifyReply {
  const { locale } = request;
  const words = formWords[locale].drafts;
  return reply.page({
    title: words.removeTitle,
    section: 'requests',
    main: html`${behalfNote(locale, onBehalfOf)}<h1>${words.removeTitle}</h1><p class="lead">${procedure.form.title[locale]}</p><p>${words.removeText}</p>${form(
      reply,
      {
        action: `/drafts/${draft.id}/removal`,
        content: html`${submitButton(words.removeYes, 'danger')} <a class="form-back" href="${localized(locale, `/drafts/${draft.id}`)}">${words.removeNo}</a>`,
      },
    )}`,
  });
}
