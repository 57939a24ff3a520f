import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '#kernel/locale.ts';
import { delegationTopic } from '#modules/identity/public.ts';
import { citizenOf } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { sendProblem } from '#platform/web/problem.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import { actedBefore, delegationsOfFile, onBehalfOf } from '../../use-cases/acting.ts';
import type { CaseFileDeps } from '../../use-cases/case-file-deps.ts';
import { delegationWords } from '../words/delegations.ts';

/** Says on every page for whom somebody acts; nothing where people act for themselves. */
export function behalfNote(locale: Locale, name: string | undefined): Html | false {
  if (name === undefined) return false;
  const words = delegationWords[locale].behalf;
  return html`<div class="notice behalf"><p><strong>${words.title(name)}</strong> ${words.text}</p></div>`;
}

/** For whom the reader of a page of a file acts. */
export function behalfIn(
  deps: CaseFileDeps,
  request: FastifyRequest,
  { accountId }: Pick<CaseFile, 'accountId'>,
): Promise<string | undefined> {
  return onBehalfOf(deps, { accountId: accountId ?? '', actingId: citizenOf(request).accountId });
}

/** The open page of a delegate hears that the delegation is over. */
export async function delegationTopicsFor(
  deps: CaseFileDeps,
  request: FastifyRequest,
  file: CaseFile,
): Promise<string[]> {
  const { accountId } = citizenOf(request);
  if (file.accountId === accountId) return [];
  return (await delegationsOfFile(deps, accountId, file)).map(delegationTopic);
}

/**
 * What is not there for this reader. Whoever acted in it by a delegation that is over is told so; everybody else finds
 * nothing.
 */
export async function noMore(
  deps: CaseFileDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
): Promise<FastifyReply> {
  const { accountId } = citizenOf(request);
  if (!(await actedBefore(deps, accountId, id))) return reply.notFound();
  const { locale } = request;
  const words = delegationWords[locale].ended;
  if (request.url.startsWith('/api/'))
    return sendProblem(reply, {
      status: 403,
      code: 'delegation_ended',
      title: 'The delegation is over',
      detail: words.text,
    });
  return reply.page({
    title: words.title,
    section: 'requests',
    status: 403,
    main: html`<h1>${words.title}</h1><p class="lead">${words.text}</p><p>${words.next}</p><p><a class="btn btn-primary" href="${localized(locale, '/account/delegations')}">${words.link}</a></p>`,
  });
}

/** Who did something for the person: to the person “for you”, to everybody else “on behalf of”. */
export function actorOnBehalf(locale: Locale, owner: string | null) {
  const words = delegationWords[locale].file;
  return (names: ReadonlyMap<string, string> | undefined, id: string): string => {
    const name = names?.get(id) ?? words.somebody;
    return owner === null ? words.forYou(name) : words.for(name, owner);
  };
}
