import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import { selectField } from '#platform/web/form/fields.ts';
import { submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { isPersonId, type KnownRecord } from '../../domain/person-content.ts';
import type { RegistryDeps } from '../../use-cases/read-record.ts';
import { type DataSection, dataSections } from '../data-sections.ts';
import { deskWords } from '../words/desk.ts';
import { registryWords } from '../words/words.ts';
import { municipalitiesIn, municipalityNames } from '../written.ts';
import { changesFor } from './change-forms.ts';
import {
  nameOf,
  type PersonParams,
  personPath,
  reasonIn,
  recordFor,
  registryDeskPath,
} from './desk-request.ts';
import { readingReasons } from './reading-reasons.ts';

interface Query {
  readonly why?: string;
  readonly done?: string;
}

/** One record at the desk of its municipality: first the reason, then the data and what can be changed. */
export function recordRoutes(app: FastifyInstance, deps: RegistryDeps): void {
  app.get<{ Params: PersonParams; Querystring: Query }>(
    personPath(':office', ':person'),
    async (request, reply) => {
      if (!isPersonId(request.params.person)) return reply.notFound();
      const why = reasonIn(request.query.why);
      if (why === undefined) return reasonPage(request, reply);
      const record = await recordFor(deps, request, why);
      if (record === undefined) return reply.notFound();
      return recordPage(deps, request, reply, record, request.query.done !== undefined);
    },
  );
}

function crumbs(request: FastifyRequest<{ Params: PersonParams }>, title: string) {
  const words = deskWords[request.locale];
  return [
    { label: words.desk, path: '/desk' },
    { label: words.title, path: registryDeskPath(request.params.office) },
    { label: title },
  ];
}

function reasonPage(
  request: FastifyRequest<{ Params: PersonParams; Querystring: Query }>,
  reply: FastifyReply,
): FastifyReply {
  const { locale } = request;
  const { office, person } = request.params;
  const words = deskWords[locale].reason;
  return reply.page({
    title: words.title,
    section: 'desk',
    breadcrumb: crumbs(request, words.title),
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<form method="get" action="${localized(locale, personPath(office, person))}" class="form">${selectField({
      name: 'why',
      label: words.label,
      choices: readingReasons.map((value) => ({ value, label: words.reasons[value] })),
    })}${submitButton(words.open)}</form>`,
  });
}

async function recordPage(
  deps: RegistryDeps,
  request: FastifyRequest<{ Params: PersonParams; Querystring: Query }>,
  reply: FastifyReply,
  record: KnownRecord,
  done: boolean,
): Promise<FastifyReply> {
  const { locale } = request;
  const { office, person } = request.params;
  const words = deskWords[locale];
  const title = words.record.title(nameOf(record, locale));
  const href = (path: string) => localized(locale, `${personPath(office, person)}${path}`);
  const changes = changesFor(record);
  return reply.page({
    title,
    section: 'desk',
    breadcrumb: crumbs(request, title),
    main: html`<h1>${title}</h1>
${done && html`<div class="notice notice-success" role="status"><p>${words.record.done}</p></div>`}
<ul class="link-list"><li><a href="${href('/history')}">${words.record.history}</a></li><li><a href="${localized(locale, registryDeskPath(office))}">${words.record.back}</a></li></ul>
<section aria-labelledby="changes-title"><h2 id="changes-title">${words.record.changes}</h2>${
      changes.length === 0
        ? html`<p>${words.record.notEnrolled}</p>`
        : html`<ul class="link-list">${changes.map((name) => html`<li><a href="${href(`/changes/${name}`)}">${words.forms[name]}</a></li>`)}</ul>`
    }</section>
<p class="lead">${words.record.asRead}</p>
${sectionList(await sectionsOf(deps, record, locale), locale)}`,
  });
}

/** The data of a record as they are written for everybody. */
export async function sectionsOf(
  { now }: RegistryDeps,
  record: KnownRecord,
  locale: FastifyRequest['locale'],
): Promise<DataSection[]> {
  const names = await municipalityNames(municipalitiesIn(record), locale);
  return dataSections({ record, names, locale, today: dayAt(now(), 'Europe/Rome') });
}

export function sectionList(sections: readonly DataSection[], locale: FastifyRequest['locale']): Html {
  return html`<div class="with-index"><nav class="page-index" aria-label="${registryWords[locale].index}"><p>${registryWords[locale].index}</p><ul>${sections.map(
    ({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`,
  )}</ul></nav><div>${sections.map(
    ({ id, title, content }) =>
      html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${content}</section>`,
  )}</div></div>`;
}
