import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { findOffice } from '#modules/offices/public.ts';
import { problemSummary, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm, type Typed } from '#platform/web/form/read-form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import type { ConsularEntry } from '../../domain/consular-entry.ts';
import {
  type EntriesPage,
  listConsularRegister,
  searchConsularRegister,
} from '../../use-cases/read-consular-register.ts';
import type { RegistryDeps } from '../../use-cases/read-record.ts';
import { nameOf } from '../desk/desk-request.ts';
import { consularDeskWords } from '../words/consular-desk.ts';
import { deskWords } from '../words/desk.ts';
import { partialText } from '../written.ts';
import { type OfficeParams, readerAt, registerPath } from './office.ts';

interface Shown {
  readonly typed: Typed;
  readonly problems: Readonly<Record<string, string>>;
  /** What was looked for and found; without a search, a page of the register. */
  readonly found?: readonly ConsularEntry[];
  readonly listed?: EntriesPage;
  readonly after?: string | undefined;
}

const most = 20;
const wish = z.object({
  taxCode: z.string().trim().max(20).default(''),
  name: z.string().trim().max(100).default(''),
});

/** The register of an office; what is looked for goes into no address (RG-5, BO-1). */
export function listRoutes(app: FastifyInstance, deps: RegistryDeps): void {
  const path = registerPath(':office');
  app.get<{ Params: OfficeParams; Querystring: { after?: string } }>(path, async (request, reply) => {
    const { after } = request.query;
    if (after !== undefined && !z.uuid().safeParse(after).success) return reply.notFound();
    const listed = await listConsularRegister(deps, readerAt(request, 'search'), after);
    return page(request, reply, { typed: {}, problems: {}, listed, after });
  });
  app.post<{ Params: OfficeParams }>(path, async (request, reply) => {
    const words = consularDeskWords[request.locale];
    const reading = readForm(wish, request.body);
    const { typed } = reading;
    if (!reading.ok || (reading.value.taxCode === '' && reading.value.name === ''))
      return page(request, reply, { typed, problems: { taxCode: words.nothingTyped } });
    const { taxCode, name } = reading.value;
    const wanted = taxCode === '' ? { name } : { taxCode };
    const found = await searchConsularRegister(deps, readerAt(request, 'search'), wanted);
    if (found.ok) return page(request, reply, { typed, problems: {}, found: found.value });
    return page(request, reply, { typed, problems: { name: words.problems[found.refusal.code] } });
  });
}

function page(
  request: FastifyRequest<{ Params: OfficeParams }>,
  reply: FastifyReply,
  { typed, problems, found, listed, after }: Shown,
): FastifyReply {
  const { locale } = request;
  const words = consularDeskWords[locale];
  const { office } = request.params;
  const wrong = Object.entries(problems);
  const text = (name: 'taxCode' | 'name', more: Partial<Parameters<typeof textField>[0]>) =>
    textField({
      name,
      label: words[name],
      value: typed[name],
      problem: problems[name],
      autocomplete: 'off',
      ...more,
    });
  return reply.page({
    title: words.title,
    section: 'desk',
    status: wrong.length > 0 ? 422 : 200,
    hasProblems: wrong.length > 0,
    breadcrumb: [{ label: deskWords[locale].desk, path: '/desk' }, { label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead(findOffice(office)?.name[locale] ?? office)}</p><p>${words.logged}</p>
${problemSummary(
  webWords[locale].problems.summaryTitle,
  wrong.map(([name, sentence]) => ({ name, text: sentence })),
)}
${form(reply, {
  action: registerPath(office),
  content: html`${text('taxCode', { maxlength: 20, spellcheck: false })}<p><strong>${words.or}</strong></p>${text('name', { hint: words.nameHint, maxlength: 100 })}${submitButton(words.search)}`,
})}
${found !== undefined && results(request, found)}${listed !== undefined && register(request, listed, after)}`,
  });
}

function results(request: FastifyRequest<{ Params: OfficeParams }>, found: readonly ConsularEntry[]): Html {
  const words = consularDeskWords[request.locale];
  if (found.length === 0) return html`<p role="status">${words.nobody}</p>`;
  return html`<div role="status"><h2>${words.found(found.length)}</h2></div>${table(request, found)}
${found.length === most && html`<p>${words.atMost}</p>`}`;
}

function register(
  request: FastifyRequest<{ Params: OfficeParams }>,
  { items, next }: EntriesPage,
  after: string | undefined,
): Html {
  const words = consularDeskWords[request.locale];
  const path = localized(request.locale, registerPath(request.params.office));
  return html`<h2>${words.all}</h2>${items.length === 0 ? html`<p>${words.empty}</p>` : table(request, items)}${
    (next !== undefined || after !== undefined) &&
    html`<nav class="day-turn" aria-label="${words.all}">${after !== undefined && html`<a href="${path}">${words.first}</a> `}${next !== undefined && html`<a href="${path}?after=${next}" rel="next">${words.more}</a>`}</nav>`
  }`;
}

function table(request: FastifyRequest<{ Params: OfficeParams }>, entries: readonly ConsularEntry[]): Html {
  const { locale } = request;
  const words = consularDeskWords[locale];
  const { columns } = words;
  const href = (id: string) => localized(locale, `${registerPath(request.params.office)}/entries/${id}`);
  return html`<table class="stacked"><thead><tr><th scope="col">${columns.name}</th><th scope="col">${columns.born}</th><th scope="col">${columns.code}</th><th scope="col">${columns.state}</th></tr></thead>
<tbody>${entries.map(
    (entry) =>
      html`<tr><td data-label="${columns.name}"><a href="${href(entry.id)}">${nameOf(entry, locale)}</a></td><td data-label="${columns.born}">${partialText(entry.birth.on, locale)}</td><td data-label="${columns.code}">${entry.taxCode ?? '–'}</td><td data-label="${columns.state}">${words.states[entry.state]}</td></tr>`,
  )}</tbody></table>`;
}
