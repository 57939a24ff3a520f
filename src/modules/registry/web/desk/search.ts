import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { PartialDate } from '#kernel/partial-date.ts';
import { findMunicipalOffice } from '#modules/offices/public.ts';
import { problemSummary, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm, type Typed } from '#platform/web/form/read-form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import type { FoundPerson, Wanted } from '../../domain/search.ts';
import type { RegistryDeps } from '../../use-cases/read-record.ts';
import { searchRecords } from '../../use-cases/search-records.ts';
import { deskWords } from '../words/desk.ts';
import { partialText } from '../written.ts';
import { nameOf, type OfficeParams, personPath, readerOf, registryDeskPath } from './desk-request.ts';

interface Search {
  readonly typed: Typed;
  readonly problems: Readonly<Record<string, string>>;
  readonly found?: readonly FoundPerson[];
}

const most = 20;
const wish = z.object({
  taxCode: z.string().trim().max(20).default(''),
  name: z.string().trim().max(100).default(''),
  bornOn: z.string().trim().max(10).default(''),
});

/** Looking for a resident; what is looked for goes into no address (RG-5, BO-1). */
export function searchRoutes(app: FastifyInstance, deps: RegistryDeps): void {
  const path = registryDeskPath(':office');
  app.get<{ Params: OfficeParams }>(path, (request, reply) =>
    page(request, reply, { typed: {}, problems: {} }),
  );
  app.post<{ Params: OfficeParams }>(path, async (request, reply) => {
    const words = deskWords[request.locale];
    const reading = readForm(wish, request.body);
    const { typed } = reading;
    if (!reading.ok || (reading.value.taxCode === '' && reading.value.name === ''))
      return page(request, reply, { typed, problems: { taxCode: words.nothingTyped } });
    const { taxCode, name, bornOn } = reading.value;
    const wanted: Wanted = taxCode === '' ? { name, ...(bornOn === '' ? {} : { bornOn }) } : { taxCode };
    const found = await searchRecords(deps, readerOf(request, 'search'), wanted);
    if (found.ok) return page(request, reply, { typed, problems: {}, found: found.value });
    const { code } = found.refusal;
    const problems = { [code === 'not_a_date' ? 'bornOn' : 'name']: words.searchProblems[code] };
    return page(request, reply, { typed, problems });
  });
}

async function page(
  request: FastifyRequest<{ Params: OfficeParams }>,
  reply: FastifyReply,
  { typed, problems, found }: Search,
): Promise<FastifyReply> {
  const { locale } = request;
  const words = deskWords[locale];
  const office = await findMunicipalOffice(request.params.office);
  const wrong = Object.entries(problems);
  const text = (name: 'taxCode' | 'name' | 'bornOn', more: Partial<Parameters<typeof textField>[0]> = {}) =>
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
    breadcrumb: [{ label: words.desk, path: '/desk' }, { label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead(office?.name[locale] ?? '')}</p><p>${words.logged}</p>
${problemSummary(
  webWords[locale].problems.summaryTitle,
  wrong.map(([name, sentence]) => ({ name, text: sentence })),
)}
${form(reply, {
  action: registryDeskPath(request.params.office),
  content: html`${text('taxCode', { maxlength: 20, spellcheck: false })}<p><strong>${words.or}</strong></p>${text('name', { hint: words.nameHint, maxlength: 100 })}${text('bornOn', { hint: words.bornOnHint, type: 'date', width: 'medium' })}${submitButton(words.search)}`,
})}
${found !== undefined && results(request, found)}`,
  });
}

function results(request: FastifyRequest<{ Params: OfficeParams }>, found: readonly FoundPerson[]): Html {
  const { locale } = request;
  const words = deskWords[locale];
  if (found.length === 0) return html`<p role="status">${words.nobody}</p>`;
  const stateOf = (person: FoundPerson) =>
    [
      words.registers[person.register],
      words.standings[person.standing],
      person.openProcedures > 0 && words.openProcedures(person.openProcedures),
    ]
      .filter(Boolean)
      .join(', ');
  return html`<div role="status"><h2>${words.found(found.length)}</h2></div>
<table class="stacked"><thead><tr><th scope="col">${words.columns.name}</th><th scope="col">${words.columns.born}</th><th scope="col">${words.columns.code}</th><th scope="col">${words.columns.state}</th></tr></thead>
<tbody>${found.map((person) => {
    const name = nameOf(
      {
        ...(person.givenName !== null && { givenName: person.givenName }),
        ...(person.familyName !== null && { familyName: person.familyName }),
      },
      locale,
    );
    return html`<tr><td data-label="${words.columns.name}"><a href="${localized(locale, personPath(request.params.office, person.id))}">${name}</a></td><td data-label="${words.columns.born}">${partialText(person.bornOn as PartialDate, locale)}</td><td data-label="${words.columns.code}">${person.taxCode ?? '–'}</td><td data-label="${words.columns.state}">${stateOf(person)}</td></tr>`;
  })}</tbody></table>
${found.length === most && html`<p>${words.atMost}</p>`}`;
}
