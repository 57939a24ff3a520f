import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatMoment, formatShortDay } from '#kernel/moment.ts';
import { findOffice } from '#modules/offices/public.ts';
import { citizenOf } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { CaseFile } from '../domain/case-file.ts';
import { isOpen, waitsForPerson } from '../domain/case-file-lifecycle.ts';
import type { FormDraft } from '../domain/draft.ts';
import { titleOf } from '../letters/titles.ts';
import { listForOthers, namesOfOwners } from '../use-cases/acting.ts';
import type { CaseFileDeps } from '../use-cases/case-file-deps.ts';
import { listDrafts } from '../use-cases/drafts.ts';
import { listOwnFiles } from '../use-cases/see-case-files.ts';
import { notice, officeName, stateBadge } from './pieces.ts';
import { delegationWords } from './words/delegations.ts';
import { formWords } from './words/form-words.ts';
import { caseFileWords } from './words/words.ts';

type Owners = ReadonlyMap<string, string>;
const nobody: Owners = new Map();

/** For whom, where the line is another person’s. */
function behalf(locale: Locale, owners: Owners, accountId: string | null): Html | false {
  const name = accountId === null ? undefined : owners.get(accountId);
  return name !== undefined && html`<p><strong>${delegationWords[locale].onBehalf(name)}</strong></p>`;
}

/** What a person does for others, on the pages of requests. */
export async function forOthers(
  deps: CaseFileDeps,
  locale: Locale,
  accountId: string,
): Promise<Html | false> {
  const { files, drafts } = await listForOthers(deps, accountId);
  if (files.length === 0 && drafts.length === 0) return false;
  const ids = [...files, ...drafts].flatMap((each) => each.accountId ?? []);
  const owners = await namesOfOwners(deps, ids);
  return html`<h2>${delegationWords[locale].others}</h2>${drafts.length > 0 && draftLines(deps, locale, drafts, owners)}${files.length > 0 && lines(deps, locale, [...files].sort(byTurn), owners)}`;
}

function lines(
  { procedures }: CaseFileDeps,
  locale: Locale,
  files: readonly CaseFile[],
  owners: Owners = nobody,
): Html {
  const words = caseFileWords[locale];
  return html`<ul class="card-list">${files.map((file) => {
    const link = html`<a href="${localized(locale, `/${file.protocol === null ? 'requests' : 'files'}/${file.id}`)}">${titleOf(procedures.of(file.procedure), file, locale)}</a>`;
    const day = dayAt(file.submittedAt, findOffice(file.officeId)?.timeZone ?? 'UTC');
    return html`<li class="card-line"><h3>${link}</h3>${behalf(locale, owners, file.accountId)}<p>${words.list.sent(formatShortDay(day, locale))}, ${officeName(file.officeId, locale)}</p><p>${stateBadge(file.state, locale)} ${words.next[file.state]}</p></li>`;
  })}</ul>`;
}

/** The forms that were begun, each with the way to go on and until when it is kept. */
function draftLines(
  { procedures }: CaseFileDeps,
  locale: Locale,
  drafts: readonly FormDraft[],
  owners: Owners = nobody,
): Html {
  const words = formWords[locale].drafts;
  return html`<ul class="card-list">${drafts.map((draft) => {
    const title = procedures.findForm(draft.procedure)?.form.title[locale] ?? draft.procedure;
    const saved = formatMoment(draft.savedAt, 'Europe/Rome', locale);
    const until = formatShortDay(dayAt(draft.expiresAt, 'Europe/Rome'), locale);
    return html`<li class="card-line"><h3><a href="${localized(locale, `/drafts/${draft.id}`)}">${title}</a></h3>${behalf(locale, owners, draft.accountId)}<p>${words.saved(saved)}. ${words.until(until)}.</p><p><a class="btn btn-sm btn-primary" href="${localized(locale, `/drafts/${draft.id}`)}" aria-label="${words.goOnNamed(title)}">${words.goOn}</a> <a href="${localized(locale, `/drafts/${draft.id}/removal`)}">${words.discard}</a></p></li>`;
  })}</ul>`;
}

/** What waits for the person first, then what waits for the office. */
const byTurn = (one: CaseFile, other: CaseFile) =>
  Number(waitsForPerson(other.state)) - Number(waitsForPerson(one.state));

export function listPage(
  deps: CaseFileDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  {
    files,
    drafts,
    others,
    done,
  }: {
    files: readonly CaseFile[];
    drafts: readonly FormDraft[];
    others: Html | false;
    done?: string | undefined;
  },
): FastifyReply {
  const { locale } = request;
  const words = caseFileWords[locale].list;
  const open = files.filter((each) => isOpen(each.state)).sort(byTurn);
  const closed = files.filter((each) => !isOpen(each.state));
  return reply.page({
    title: words.title,
    section: 'requests',
    breadcrumb: [{ label: words.title }],
    main: html`${notice(done)}<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${drafts.length > 0 && html`<h2>${formWords[locale].drafts.title}</h2><p>${formWords[locale].drafts.lead}</p>${draftLines(deps, locale, drafts)}`}
${files.length === 0 && drafts.length === 0 && others === false && html`<p>${words.empty} ${words.emptyNext}</p>`}
${open.length > 0 && html`<h2>${words.open}</h2>${lines(deps, locale, open)}`}
${others}
${closed.length > 0 && html`<h2>${words.closed}</h2>${lines(deps, locale, closed)}`}
<div class="form-buttons"><a class="btn btn-primary" href="${localized(locale, '/requests/new')}">${words.make}</a> <a class="btn btn-outline-primary" href="${localized(locale, '/procedures')}">${formWords[locale].start.list}</a></div>`,
  });
}

/** What a person's own page shows of requests: the open ones, and the way to all. */
export function openRequests(deps: CaseFileDeps): (request: FastifyRequest) => Promise<Html> {
  return async (request) => {
    const { locale } = request;
    const words = caseFileWords[locale];
    const files = await listOwnFiles(deps, citizenOf(request).accountId);
    const open = files.filter((each) => isOpen(each.state)).sort(byTurn);
    const drafts = await listDrafts(deps, citizenOf(request));
    return html`<section aria-labelledby="requests-title"><h2 id="requests-title">${words.section.title}</h2>${
      drafts.length > 0 && html`<h3>${formWords[locale].drafts.title}</h3>${draftLines(deps, locale, drafts)}`
    }${
      open.length === 0 ? html`<p>${words.section.none}</p>` : lines(deps, locale, open.slice(0, 5))
    }<ul class="link-list"><li><a href="${localized(locale, '/requests')}">${words.list.all}</a></li><li><a href="${localized(locale, '/requests/new')}">${words.list.make}</a></li></ul></section>`;
  };
}
