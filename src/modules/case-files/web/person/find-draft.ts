import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import { findOffice } from '#modules/offices/public.ts';
import { citizenOf } from '#platform/web/guards.ts';
import { isCaseFileId } from '../../domain/case-file.ts';
import type { CaseFileDeps } from '../../use-cases/case-file-deps.ts';
import { findForReader } from '../../use-cases/see-case-files.ts';
import { type DraftView, viewDraft } from '../../use-cases/see-draft.ts';

export interface DraftRoute {
  Params: { draft: string };
}

/** The account that types, and the one whose form it is: they are one until somebody delegates. */
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
  const view = isCaseFileId(draftId) ? await viewDraft(deps, { accountId, draftId }) : undefined;
  if (view !== undefined) return view;
  const file = await findForReader(deps, { kind: 'citizen', accountId }, draftId);
  if (file === undefined) reply.notFound();
  else reply.seeOther(`/files/${file.id}`);
  return undefined;
}

/** The day it is where the form will be read. */
export function todayFor(deps: CaseFileDeps, { officeId }: DraftView): string {
  return dayAt(deps.now(), findOffice(officeId ?? '')?.timeZone ?? 'Europe/Rome');
}
