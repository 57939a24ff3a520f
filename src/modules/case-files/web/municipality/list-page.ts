import type { FastifyReply, FastifyRequest } from 'fastify';
import type { MunicipalOffice } from '#modules/offices/public.ts';
import { checkboxField, selectField, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { officialOf } from '#platform/web/guards.ts';
import { attributes, type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { protocolText } from '../../domain/case-file.ts';
import { municipalStatuses } from '../../domain/municipal-stage.ts';
import type { FormProcedure } from '../../domain/procedure.ts';
import { daysBetween } from '../../domain/terms.ts';
import type { MunicipalFilter, MunicipalLine, MunicipalList } from '../../use-cases/list-municipal-files.ts';
import { queueTopic } from '../../use-cases/topics.ts';
import { notice, officeName } from '../pieces.ts';
import { municipalityWords } from '../words/municipality.ts';
import { municipalFilePath, municipalFilesPath } from './at-desk.ts';

interface Shown {
  readonly office: MunicipalOffice;
  readonly now: Temporal.Instant;
  readonly procedures: readonly FormProcedure[];
}

export interface ListPage extends Shown {
  readonly list: MunicipalList;
  readonly filter: MunicipalFilter;
  readonly done: string | undefined;
}

/** What consulates have sent to a municipality: what waits, what is in hand, what is decided. */
export function listPage(request: FastifyRequest, reply: FastifyReply, page: ListPage): FastifyReply {
  const { locale } = request;
  const words = municipalityWords[locale];
  const { office, list, filter } = page;
  return reply.page({
    title: words.title,
    section: 'desk',
    scripts: ['live-list'],
    breadcrumb: [{ label: words.desk, path: '/desk' }, { label: words.title }],
    main: html`${notice(page.done)}<h1>${words.title}</h1><p class="lead">${words.lead(office.name[locale])}</p>
${searchForm(request, reply, office, '')}
<live-list topics="${queueTopic(office.id)}"><div id="live">${statusNav(request, page)}
${
  list.lines.length === 0
    ? html`<p>${words.empty[filter.status]}</p>`
    : table(request, page, list.lines, list.officers)
}${list.next !== null && html`<p><a href="${href(request, office, { ...filter, after: list.next })}">${words.next}</a></p>`}</div></live-list>
${filters(request, page)}`,
  });
}

export interface FoundPage extends Shown {
  readonly wanted: string;
  readonly found: Pick<MunicipalList, 'lines' | 'officers'> | undefined;
}

/** What was found by a name or a protocol number. */
export function foundPage(request: FastifyRequest, reply: FastifyReply, page: FoundPage): FastifyReply {
  const { locale } = request;
  const words = municipalityWords[locale];
  const { office, wanted, found } = page;
  return reply.page({
    title: words.search,
    section: 'desk',
    breadcrumb: [
      { label: words.desk, path: '/desk' },
      { label: words.title, path: municipalFilesPath(office.id) },
      { label: words.search },
    ],
    main: html`<h1>${words.search}</h1>${searchForm(request, reply, office, wanted)}
${
  found !== undefined &&
  html`<p role="status">${found.lines.length === 0 ? words.foundNothing : words.found(found.lines.length)}</p>${found.lines.length > 0 && table(request, page, found.lines, found.officers)}`
}`,
  });
}

/** Whom one looks for goes into no address. */
function searchForm(
  { locale }: FastifyRequest,
  reply: FastifyReply,
  office: MunicipalOffice,
  wanted: string,
): Html {
  const words = municipalityWords[locale];
  return form(reply, {
    action: `${municipalFilesPath(office.id)}/searches`,
    class: 'form insert-reply',
    content: html`${textField({ name: 'wanted', label: words.searchLabel, hint: words.searchHint, value: wanted, maxlength: 100, autocomplete: 'off' })}${submitButton(words.search, 'secondary')}`,
  });
}

function href({ locale }: FastifyRequest, office: MunicipalOffice, filter: Partial<MunicipalFilter>): string {
  const query = new URLSearchParams();
  if (filter.status !== undefined) query.set('status', filter.status);
  if (filter.mine) query.set('mine', 'yes');
  if (filter.procedure) query.set('procedure', filter.procedure);
  if (filter.officeId) query.set('sender', filter.officeId);
  if (filter.after) query.set('after', filter.after);
  return localized(locale, `${municipalFilesPath(office.id)}?${query}`);
}

function statusNav(request: FastifyRequest, { office, list, filter }: ListPage): Html {
  const words = municipalityWords[request.locale];
  return html`<nav class="day-turn" aria-label="${words.statusNav}">${municipalStatuses.map((status) => {
    const label =
      status === 'decided' ? words.status.decided : words.counted(words.status[status], list.counts[status]);
    return html`<a href="${href(request, office, { ...filter, status, after: undefined })}"${attributes({
      'aria-current': status === filter.status ? 'page' : undefined,
    })}>${label}</a> `;
  })}</nav>`;
}

function filters(request: FastifyRequest, { office, list, filter, procedures }: ListPage): Html {
  const { locale } = request;
  const words = municipalityWords[locale];
  return html`<details class="timeline"${attributes({ open: Boolean(filter.procedure ?? filter.officeId ?? filter.mine) })}><summary>${words.filters}</summary><form method="get" action="${localized(locale, municipalFilesPath(office.id))}" class="form"><input type="hidden" name="status" value="${filter.status}">${selectField(
    {
      name: 'procedure',
      label: words.procedure,
      empty: words.all,
      value: filter.procedure,
      choices: procedures.map(({ id, form: { title } }) => ({ value: id, label: title[locale] })),
    },
  )}${selectField({
    name: 'sender',
    label: words.sender,
    empty: words.all,
    value: filter.officeId,
    choices: list.senders.map((id) => ({ value: id, label: officeName(id, locale) })),
  })}${checkboxField({ name: 'mine', label: words.mine, checked: filter.mine === true })}<button type="submit" class="btn btn-outline-primary">${words.filter}</button></form></details>`;
}

function table(
  request: FastifyRequest,
  { office, procedures, now }: Shown,
  lines: readonly MunicipalLine[],
  officers: MunicipalList['officers'],
): Html {
  const { locale } = request;
  const { columns, ...words } = municipalityWords[locale];
  const me = officialOf(request).officialId;
  return html`<table class="stacked"><thead><tr>${(
    ['file', 'person', 'sender', 'waiting', 'officer'] as const
  ).map((each) => html`<th scope="col">${columns[each]}</th>`)}</tr></thead><tbody>${lines.map((line) => {
    const title = procedures.find(({ id }) => id === line.procedure)?.form.title[locale] ?? line.procedure;
    const days = daysBetween(line.sentAt, line.decidedAt ?? now);
    const officer =
      line.officerId === null
        ? words.nobody
        : line.officerId === me
          ? words.you
          : (officers.get(line.officerId)?.name ?? '–');
    return html`<tr><td data-label="${columns.file}"><a href="${localized(locale, municipalFilePath(office.id, line.id))}">${title}</a><br><code>${protocolText({ year: line.protocolYear, number: line.protocolNumber })}</code></td>
<td data-label="${columns.person}">${line.personName}</td>
<td data-label="${columns.sender}">${officeName(line.officeId, locale)}</td>
<td data-label="${columns.waiting}">${days === 0 ? words.today : words.days(days)}${line.reminded > 0 && line.decision === null && html`<br><strong class="due-near">${words.reminded(line.reminded)}</strong>`}</td>
<td data-label="${columns.officer}">${officer}${line.decision !== null && html`<br><span class="detail">${words.decisions[line.decision]}${line.decision === 'confirmed' && line.shownAt === null && `, ${words.notShownYet}`}</span>`}</td></tr>`;
  })}</tbody></table>`;
}
