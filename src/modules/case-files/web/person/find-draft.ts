import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import { findOffice } from '#modules/offices/public.ts';
import { citizenOf } from '#platform/web/guards.ts';
import { isCaseFileId } from '../../domain/case-file.ts';
import { whoseDraft } from '../../use-cases/acting.ts';
import type { CaseFileDeps } from '../../use-cases/case-file-deps.ts';
import { findForReader } from '../../use-cases/see-case-files.ts';
import { type DraftView, viewDraft } from '../../use-cases/see-draft.ts';
import { findSentFile } from '../../use-cases/send-form.ts';
import { noMore } from '../delegations/on-behalf.ts';

export interface DraftRoute {
  Params: { draft: string };
}

/** The account that types, as long as nothing says that it acts for another. */
export function typist(request: FastifyRequest): { accountId: string; actingId: string } {
  const { accountId } = citizenOf(request);
  return { accountId, actingId: accountId };
}

/**
 * The draft that the address names. One that was sent leads to its file; other people’s, and what is no more, are not
 * found.
 */
export async function draftOf(
  deps: CaseFileDeps,
  request: FastifyRequest<DraftRoute>,
  reply: FastifyReply,
): Promise<DraftView | undefined> {
  const { draft: draftId } = request.params;
  const { accountId } = citizenOf(request);
  const view = await viewDraftOf(deps, accountId, draftId);
  if (view !== undefined) return view;
  const sent =
    (await findSentFile(deps, { accountId, draftId })) ??
    (await findForReader(deps, { kind: 'citizen', accountId }, draftId))?.id;
  if (sent === undefined) await noMore(deps, request, reply, draftId);
  else reply.seeOther(`/files/${sent}`);
  return undefined;
}

/** A draft for an account that may fill it in, for itself or for another. */
export async function viewDraftOf(
  deps: CaseFileDeps,
  accountId: string,
  draftId: string,
): Promise<DraftView | undefined> {
  const who = isCaseFileId(draftId) ? await whoseDraft(deps, accountId, draftId) : undefined;
  return who && viewDraft(deps, { ...who, draftId });
}

/** The day it is where the form will be read. */
export function todayFor(deps: CaseFileDeps, { officeId }: DraftView): string {
  return dayAt(deps.now(), findOffice(officeId ?? '')?.timeZone ?? 'Europe/Rome');
}
