import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import { formatMoment } from '#kernel/moment.ts';
import { findMunicipality, municipalityContacts } from '#modules/offices/public.ts';
import { citizenOf } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { KnownRecord } from '../domain/person-content.ts';
import { readChanges } from '../use-cases/read-changes.ts';
import type { DomicileDeps } from '../use-cases/see-digital-domicile.ts';
import { changeTable } from './changes-table.ts';
import { dataSections } from './data-sections.ts';
import { ownRecord, strong } from './registry-web.ts';
import { comparisonWords } from './words/comparison.ts';
import { registryWords } from './words/words.ts';
import { municipalitiesIn, municipalityNames } from './written.ts';

/** Everything that the registry knows of the person who looks (RG-1). */
export function yourDataRoutes(app: FastifyInstance, deps: DomicileDeps): void {
  app.get('/your-data', { preHandler: strong }, async (request, reply) => {
    const record = await ownRecord(deps, request);
    return record === undefined ? noRecordPage(request, reply) : dataPage(deps, request, reply, record);
  });
}

async function dataPage(
  deps: DomicileDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  record: KnownRecord,
): Promise<FastifyReply> {
  const { locale } = request;
  const words = registryWords[locale];
  const now = deps.now();
  const href = (path: string) => localized(locale, path);
  const names = await municipalityNames(municipalitiesIn(record), locale);
  const sections = dataSections({ record, names, locale, today: dayAt(now, 'Europe/Rome') });
  const { changes } = await readChanges(deps, {
    personId: record.id,
    reader: { kind: 'self', accountId: citizenOf(request).accountId },
  });
  const index = [
    ...sections,
    { id: 'domicile', title: words.domicile.title },
    { id: 'changes', title: words.changes.title },
    { id: 'correct', title: words.correct.title },
  ];
  const wrong = html`<p class="detail"><a href="#correct">${words.correct.link}</a></p>`;
  return reply.page({
    title: words.title,
    section: 'your-data',
    breadcrumb: [{ label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<p>${words.asOf(formatMoment(now, 'Europe/Rome', locale))} ${words.print}</p>
<ul class="link-list"><li><a href="${href('/your-data/readings')}">${words.readings}</a></li><li><a href="${href('/your-data/comparison')}">${comparisonWords[locale].title}</a></li><li><a href="/api/v1/registry-record" download="registry-record.json">${words.download}</a></li></ul>
<div class="with-index"><nav class="page-index" aria-label="${words.index}"><p>${words.index}</p><ul>${index.map(
      ({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`,
    )}</ul></nav><div>${sections.map(
      ({ id, title, meaning, content }) =>
        html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2><p>${meaning}</p>${content}${wrong}</section>`,
    )}
<section id="domicile" aria-labelledby="domicile-title"><h2 id="domicile-title">${words.domicile.title}</h2><p>${words.domicile.meaning}</p><p><a href="${href('/your-data/digital-domicile')}">${words.domicile.see}</a></p></section>
<section id="changes" aria-labelledby="changes-title"><h2 id="changes-title">${words.changes.title}</h2><p>${words.changes.meaning}</p>${changeTable(changes, locale)}</section>
${await correction(request, record)}</div></div>`,
  });
}

/** How a datum is corrected today: at the municipality that keeps the record. */
async function correction(request: FastifyRequest, record: KnownRecord): Promise<Html> {
  const { locale } = request;
  const words = registryWords[locale].correct;
  const { municipality } = record.enrolment;
  const office = await findMunicipality(municipality);
  return html`<section id="correct" aria-labelledby="correct-title"><h2 id="correct-title">${words.title}</h2><p>${words.text(
    office?.municipality.name[locale] ?? municipality,
  )}</p>${office && municipalityContacts(office, locale)}${
    office &&
    html`<p><a class="btn btn-outline-primary" href="${localized(locale, `/municipalities/${municipality.toLowerCase()}`)}">${words.page}</a></p>`
  }</section>`;
}

/** For somebody whose account is connected with no record: the cases, and who puts it right (ID-13). */
export function noRecordPage(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { locale } = request;
  const words = registryWords[locale];
  return reply.page({
    title: words.noRecord.title,
    section: 'your-data',
    status: 404,
    breadcrumb: [{ label: words.title }],
    main: html`<h1>${words.noRecord.title}</h1><p class="lead">${words.noRecord.text}</p><p>${words.noRecord.cases}</p>
<p><a class="btn btn-primary" href="${localized(locale, '/municipalities')}">${words.noRecord.find}</a></p>`,
  });
}
