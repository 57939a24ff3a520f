import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Office } from '#modules/offices/public.ts';
import { selectField, textArea, textField } from '#platform/web/form/fields.ts';
import { form } from '#platform/web/form/form.ts';
import { officialOf } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { mayAdminister } from '#platform/web/who.ts';
import { longestText } from '../../../domain/case-file.ts';
import type { FormProcedure } from '../../../domain/procedure.ts';
import type { Clerk } from '../../../use-cases/hand-over.ts';
import {
  type DeskGlance,
  type DeskLine,
  type DeskList,
  deskTabs,
  mostFound,
} from '../../../use-cases/see-desk.ts';
import { queueTopic } from '../../../use-cases/topics.ts';
import { manyKinds } from '../../../use-cases/work-on-many.ts';
import { notice } from '../../pieces.ts';
import { filesDeskWords } from '../../words/files-desk.ts';
import { queuePath } from '../handling.ts';
import { glance } from './glance.ts';
import { linesTable } from './lines-table.ts';
import { cursorOf, filesPath, type ListAddress, listQuery } from './paths.ts';

export interface FilesPage {
  readonly office: Office;
  readonly address: ListAddress;
  readonly list: DeskList;
  /** What a search found; nothing where too little was typed or nothing was looked for. */
  readonly found: readonly DeskLine[] | undefined;
  readonly desk: DeskGlance;
  readonly clerks: readonly Clerk[];
  readonly procedures: readonly FormProcedure[];
  readonly done?: string | undefined;
  readonly warning?: string | undefined;
  /** What was typed for several files. */
  readonly typed?: Readonly<Record<string, string>> | undefined;
}

/** The desk of files: the next one in one press, then the lists, the search, and what presses. */
export function filesPage(request: FastifyRequest, reply: FastifyReply, page: FilesPage): FastifyReply {
  const { locale } = request;
  const words = filesDeskWords[locale];
  const { office, address } = page;
  const base = filesPath(office.id);
  const title = `${words.title}: ${office.city[locale]}`;
  return reply.page({
    title,
    section: 'desk',
    status: page.warning === undefined ? 200 : 409,
    scripts: ['live-list', 'pick-all'],
    breadcrumb: [{ label: words.desk, path: '/desk' }, { label: words.title }],
    main: html`${notice(page.done)}${notice(page.warning, 'warning')}<h1>${title}</h1>
<div class="desk-start">${form(reply, {
      action: `${base}/assignments`,
      class: 'next-file',
      content: html`<button type="submit" class="btn btn-primary btn-lg" accesskey="n">${words.next}</button><p class="field-hint">${words.nextHint}</p>`,
    })}<form method="get" action="${localized(locale, base)}" class="search-form" role="search">${textField({
      name: 'q',
      label: words.search,
      hint: words.searchHint,
      type: 'search',
      maxlength: 120,
      value: address.q,
    })}<button type="submit" class="btn btn-outline-primary">${words.searchGo}</button></form></div>
${address.q === '' ? lists(request, reply, page) : results(request, page)}
${glance(request, page)}
<ul class="link-list"><li><a href="${localized(locale, `${base}/reports`)}">${words.report}</a></li>
<li><a href="${localized(locale, `${base}/absences`)}">${words.absences}</a></li>
<li><a href="${localized(locale, `${queuePath(office.id)}/saved-replies`)}">${words.replies}</a></li>
${mayAdminister(officialOf(request), office.id) && html`<li><a href="${localized(locale, '/desk/officials')}">${words.officials}</a></li>`}</ul>`,
  });
}

function results(request: FastifyRequest, { office, address, found }: FilesPage): Html {
  const { locale } = request;
  const words = filesDeskWords[locale];
  return html`<h2>${words.searchFor(address.q)}</h2>${
    found === undefined
      ? html`<p>${words.searchShort}</p>`
      : found.length === 0
        ? html`<p>${words.searchNone}</p>`
        : html`${found.length === mostFound && html`<p>${words.searchMany}</p>`}${linesTable(request, { office, lines: found, closed: false })}`
  }<p><a href="${localized(locale, filesPath(office.id))}">${words.backToLists}</a></p>`;
}

function lists(request: FastifyRequest, reply: FastifyReply, page: FilesPage): Html {
  const { locale } = request;
  const words = filesDeskWords[locale];
  const { office, address, list, desk } = page;
  const path = localized(locale, filesPath(office.id));
  const count = (tab: (typeof deskTabs)[number]) =>
    tab === 'closed' ? '' : desk.counts[tab] >= 1000 ? ` (${words.more})` : ` (${desk.counts[tab]})`;
  return html`<nav class="desk-tabs" aria-label="${words.lists}"><ul>${deskTabs.map(
    (tab) =>
      html`<li><a href="${path}?tab=${tab}"${tab === address.tab && html` aria-current="page"`}>${words.tabs[tab]}${count(tab)}</a></li>`,
  )}</ul></nav>
<h2>${words.tabs[address.tab]}</h2>${filters(request, page)}
<live-list topics="${queueTopic(office.id)}"><div id="live">${
    list.lines.length === 0
      ? html`<p>${words.empty[address.tab]}</p>`
      : form(reply, {
          action: `${filesPath(office.id)}/batches?${listQuery(address)}`,
          class: 'batch',
          content: html`${linesTable(request, { office, lines: list.lines, closed: address.tab === 'closed', picked: page.typed?.['ids'] ?? '' })}${
            address.tab !== 'closed' && batchActions(request, page)
          }`,
        })
  }</div></live-list>
<p class="actions">${list.next !== undefined && html`<a class="btn btn-outline-primary" rel="next" href="${path}?${listQuery(address, { after: cursorOf(list.next) })}">${words.nextPage}</a>`}${
    address.after !== undefined &&
    html`<a class="btn btn-outline-primary" href="${path}?${listQuery(address)}">${words.firstPage}</a>`
  }<a class="btn btn-outline-primary" href="${path}.csv?${listQuery(address)}">${words.csv}</a><a class="btn btn-outline-primary" href="${path}.xlsx?${listQuery(address)}">${words.xlsx}</a></p>`;
}

function filters({ locale }: FastifyRequest, { office, address, clerks, procedures }: FilesPage): Html {
  const words = filesDeskWords[locale];
  const isOpen =
    address.procedure !== undefined ||
    address.clerk !== undefined ||
    address.olderThan !== undefined ||
    address.near === true;
  return html`<details class="filters"${isOpen && html` open`}><summary>${words.filters}</summary>
<form method="get" action="${localized(locale, filesPath(office.id))}" class="form"><input type="hidden" name="tab" value="${address.tab}"><div class="field-row">${selectField(
    {
      name: 'procedure',
      label: words.procedure,
      empty: words.allProcedures,
      value: address.procedure,
      choices: procedures.map((each) => ({ value: each.id, label: each.form.title[locale] })),
    },
  )}${
    address.tab !== 'mine' &&
    address.tab !== 'queue' &&
    selectField({
      name: 'clerk',
      label: words.clerk,
      empty: words.all,
      value: address.clerk,
      choices: clerks.map(({ id, name }) => ({ value: id, label: name })),
    })
  }${
    address.tab !== 'closed' &&
    html`${selectField({
      name: 'older',
      label: words.olderThan,
      empty: words.anyAge,
      value: address.olderThan === undefined ? '' : String(address.olderThan),
      choices: [7, 14, 30, 60, 90].map((days) => ({ value: String(days), label: words.days(days) })),
    })}<div class="field"><div class="choice"><input type="checkbox" id="f-near" name="near" value="yes"${address.near === true && html` checked`}><label for="f-near">${words.near}</label></div></div>`
  }</div><button type="submit" class="btn btn-outline-primary">${words.filter}</button></form></details>`;
}

/** What is done to the files that are ticked; the buttons say it, one text serves message and note. */
function batchActions({ locale }: FastifyRequest, { address, clerks, typed }: FilesPage): Html {
  const words = filesDeskWords[locale];
  const kinds = manyKinds.filter((kind) =>
    address.tab === 'queue'
      ? kind === 'write'
      : kind !== 'put_back' || address.tab === 'mine' || address.tab === 'in_hand',
  );
  return html`<details class="batch-actions"${typed !== undefined && html` open`}><summary>${words.selected}</summary><div class="field-row">${
    kinds.includes('hand_over') &&
    html`<div>${selectField({
      name: 'to',
      label: words.manyTo,
      empty: words.chooseColleague,
      value: typed?.['to'],
      choices: clerks
        .filter(({ away }) => away === undefined)
        .map(({ id, name }) => ({ value: id, label: name })),
    })}<button type="submit" name="kind" value="hand_over" class="btn btn-outline-primary">${words.many.hand_over}</button></div>`
  }<div>${textArea({ name: 'text', label: words.manyText, rows: 3, maxlength: longestText, value: typed?.['text'] })}<div class="actions">${kinds
    .filter((kind) => kind !== 'hand_over')
    .map(
      (kind) =>
        html`<button type="submit" name="kind" value="${kind}" class="btn btn-outline-primary">${words.many[kind]}</button>`,
    )}</div></div></div></details>`;
}
