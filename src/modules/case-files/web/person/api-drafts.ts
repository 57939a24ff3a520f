import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { type ForPerson, listForOthers, namesOfOwners, whoseDraft } from '../../use-cases/acting.ts';
import type { CaseFileDeps } from '../../use-cases/case-file-deps.ts';
import { resubmit } from '../../use-cases/correct-form.ts';
import { discardDraft, listDrafts, openDraft, readDraft } from '../../use-cases/drafts.ts';
import { replaceAnswers } from '../../use-cases/save-draft.ts';
import { findForReader } from '../../use-cases/see-case-files.ts';
import { viewFile } from '../../use-cases/see-file.ts';
import { viewStart } from '../../use-cases/see-start.ts';
import { findSentFile, sendForm } from '../../use-cases/send-form.ts';
import { transferDraft } from '../../use-cases/transfer-draft.ts';
import { idempotencyHeader } from '../api-schemas.ts';
import { noMore } from '../delegations/on-behalf.ts';
import { sendFormRefusal } from './api-refusals.ts';
import {
  answersBody,
  draftLineOut,
  draftOut,
  draftParams,
  draftSchema,
  draftsAnswer,
  fileOut,
  fileSchema,
  newDraftBody,
  submissionBody,
} from './api-schemas.ts';
import { typist, viewDraftOf } from './find-draft.ts';

const tags = ['files'];

/** Drafts for machines: the same use cases as the pages. */
export function draftApi(deps: CaseFileDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', citizensOnly);
    const one = '/api/v1/drafts/:draft_id';

    app.get(
      '/api/v1/drafts',
      {
        schema: {
          tags,
          operationId: 'list-drafts',
          summary: 'Forms that I began, and those that I may fill in for others',
          response: { 200: draftsAnswer },
        },
      },
      async (request) => {
        const own = await listDrafts(deps, typist(request));
        const { drafts } = await listForOthers(deps, citizenOf(request).accountId);
        const names = await namesOfOwners(
          deps,
          drafts.map(({ accountId }) => accountId),
        );
        return {
          items: [
            ...own.map((each) => draftLineOut(each, null)),
            ...drafts.map((each) => draftLineOut(each, names.get(each.accountId) ?? '')),
          ],
          next: null,
        };
      },
    );

    app.post(
      '/api/v1/drafts',
      {
        schema: {
          tags,
          operationId: 'open-draft',
          summary: 'Begin a form, or take up the one that was begun',
          description: 'There is one draft of a procedure; it begins with what the portal knows.',
          body: newDraftBody,
          response: { 201: draftSchema },
        },
      },
      async (request, reply) => {
        const procedure = deps.procedures.findForm(request.body.procedure_id);
        if (procedure === undefined) return reply.notFound();
        const who = citizenOf(request);
        const start = await viewStart(deps, { procedure, accountId: who.accountId });
        if (start.entry !== undefined) return sendFormRefusal(reply, { code: start.entry });
        const draft = await openDraft(deps, {
          ...typist(request),
          procedure,
          withRecord: who.signedInWith === 'spid',
        });
        return seen(deps, request, reply.code(201), draft.id);
      },
    );

    app.get(
      one,
      {
        schema: {
          tags,
          operationId: 'see-draft',
          summary: 'A form that I began, with what is missing or wrong',
          params: draftParams,
          response: { 200: draftSchema },
        },
      },
      async (request, reply) => seen(deps, request, reply, request.params.draft_id),
    );

    app.put(
      `${one}/answers`,
      {
        schema: {
          tags,
          operationId: 'save-answers',
          summary: 'Replace the answers of a form',
          description:
            'Incomplete and wrong answers are kept, too. In a correction only what is wanted changes.',
          params: draftParams,
          body: answersBody,
          response: { 200: draftSchema },
        },
      },
      async (request, reply) => {
        const draftId = request.params.draft_id;
        const saved = await replaceAnswers(deps, {
          ...(await filling(deps, request, draftId)),
          draftId,
          ...request.body,
        });
        if (saved.ok) return seen(deps, request, reply, draftId);
        if (saved.refusal.code !== 'other_revision') return reply.notFound();
        return sendProblem(reply, {
          status: 409,
          code: 'other_revision',
          title: 'The draft was saved since it was read',
          detail: `The draft is at revision ${saved.refusal.draft.revision}: read it again and bring both together.`,
        });
      },
    );

    app.delete(
      one,
      {
        schema: {
          tags,
          operationId: 'discard-draft',
          summary: 'Throw a form away, with its uploads',
          params: draftParams,
          response: { 204: z.null().describe('Discarded') },
        },
      },
      async (request, reply) => {
        const draftId = request.params.draft_id;
        const gone = await discardDraft(deps, { ...(await filling(deps, request, draftId)), draftId });
        return gone.ok ? reply.code(204).send(null) : reply.notFound();
      },
    );

    app.post(
      `${one}/submission`,
      {
        config: { rateLimit: { max: 60, timeWindow: '10 minutes' } },
        schema: {
          tags,
          operationId: 'send-form',
          summary: 'Send a form, or the correction of a file',
          description: 'Files uploaded with the id of the draft as form key go with it.',
          params: draftParams,
          headers: idempotencyHeader,
          body: submissionBody,
          response: { 201: fileSchema },
        },
      },
      async (request, reply) => {
        const draftId = request.params.draft_id;
        const who = await filling(deps, request, draftId);
        const key = request.headers['idempotency-key'];
        const draft = await readDraft(deps, { ...who, draftId });
        const { version = 0, text = '' } = request.body ?? {};
        // Repeated after the draft is gone, it is still the correction that it was.
        const before = draft === undefined ? await findSentFile(deps, { ...who, draftId }) : undefined;
        const corrects = draft?.caseFileId ?? (before === draftId ? null : (before ?? null));
        const sent =
          corrects === null
            ? await sendForm(deps, { ...who, draftId, key })
            : await resubmit(deps, { ...who, id: corrects, version, text, key });
        if (!sent.ok) return sendFormRefusal(reply, sent.refusal);
        const { id } = sent.value;
        const reader = { kind: 'citizen', accountId: who.actingId } as const;
        const file = await findForReader(deps, reader, id);
        if (file === undefined) return reply.notFound();
        reply.code(201).header('location', `/api/v1/files/${id}`);
        return reply.send(fileOut(await viewFile(deps, file, reader)));
      },
    );

    app.post(
      `${one}/transfer`,
      {
        schema: {
          tags,
          operationId: 'transfer-draft',
          summary: 'Go on in the procedure that the answers ask for',
          params: draftParams,
          response: { 200: draftSchema },
        },
      },
      async (request, reply) => {
        const draftId = request.params.draft_id;
        const moved = await transferDraft(deps, { ...(await filling(deps, request, draftId)), draftId });
        if (!moved.ok) return sendFormRefusal(reply, moved.refusal);
        return seen(deps, request, reply, moved.value.id);
      },
    );
  };
}

/** Whose draft it is, for the account that calls; one that is nobody’s is looked for among the own. */
async function filling(deps: CaseFileDeps, request: FastifyRequest, draftId: string): Promise<ForPerson> {
  return (await whoseDraft(deps, citizenOf(request).accountId, draftId)) ?? typist(request);
}

async function seen(deps: CaseFileDeps, request: FastifyRequest, reply: FastifyReply, draftId: string) {
  const view = await viewDraftOf(deps, citizenOf(request).accountId, draftId);
  return view === undefined
    ? noMore(deps, request, reply, draftId)
    : reply.send(draftOut(view, request.locale));
}
