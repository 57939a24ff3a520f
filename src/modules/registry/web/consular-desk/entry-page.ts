import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { dayAt } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatMoment, formatShortDay } from '#kernel/moment.ts';
import { findOffice } from '#modules/offices/public.ts';
import { selectField } from '#platform/web/form/fields.ts';
import { submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { ConsularEntry } from '../../domain/consular-entry.ts';
import { type Comparison, compareEntry } from '../../use-cases/compare-registers.ts';
import { type ReadEntry, readConsularEntry } from '../../use-cases/read-consular-register.ts';
import type { RegistryDeps } from '../../use-cases/read-record.ts';
import { comparisonSummary, comparisonTable } from '../comparison-table.ts';
import { nameOf, reasonIn } from '../desk/desk-request.ts';
import { readingReasons } from '../desk/reading-reasons.ts';
import { comparisonWords } from '../words/comparison.ts';
import { consularDeskWords } from '../words/consular-desk.ts';
import { deskWords } from '../words/desk.ts';
import { addressText, municipalityNames, periodText } from '../written.ts';
import { type OfficeParams, readerAt, registerPath } from './office.ts';

interface EntryParams extends OfficeParams {
  readonly entry: string;
}
type Asked = FastifyRequest<{ Params: EntryParams; Querystring: { why?: string } }>;

/** One entry of the register: first the reason, then the data, the comparison and the history. */
export function entryRoutes(app: FastifyInstance, deps: RegistryDeps): void {
  app.get<{ Params: EntryParams; Querystring: { why?: string } }>(
    `${registerPath(':office')}/entries/:entry`,
    async (request, reply) => {
      if (!z.uuid().safeParse(request.params.entry).success) return reply.notFound();
      const why = reasonIn(request.query.why);
      if (why === undefined) return reasonPage(request, reply);
      const reader = readerAt(request, why);
      const read = await readConsularEntry(deps, reader, request.params.entry);
      if (read === undefined) return reply.notFound();
      return entryPage(request, reply, read, await compareEntry(deps, reader, read.entry));
    },
  );
}

function crumbs({ locale, params }: Asked, title: string) {
  return [
    { label: deskWords[locale].desk, path: '/desk' },
    { label: consularDeskWords[locale].title, path: registerPath(params.office) },
    { label: title },
  ];
}

function reasonPage(request: Asked, reply: FastifyReply): FastifyReply {
  const { locale } = request;
  const { office, entry } = request.params;
  const words = consularDeskWords[locale];
  const { label, open, reasons } = deskWords[locale].reason;
  return reply.page({
    title: words.whyTitle,
    section: 'desk',
    breadcrumb: crumbs(request, words.whyTitle),
    main: html`<h1>${words.whyTitle}</h1><p class="lead">${words.whyLead}</p>
<form method="get" action="${localized(locale, `${registerPath(office)}/entries/${entry}`)}" class="form">${selectField(
      {
        name: 'why',
        label,
        choices: readingReasons.map((value) => ({ value, label: reasons[value] })),
      },
    )}${submitButton(open)}</form>`,
  });
}

async function entryPage(
  request: Asked,
  reply: FastifyReply,
  { entry, history }: ReadEntry,
  comparison: Comparison,
): Promise<FastifyReply> {
  const { locale } = request;
  const { office } = request.params;
  const words = consularDeskWords[locale];
  const compared = comparisonWords[locale];
  const title = words.entry(nameOf(entry, locale));
  const zone = findOffice(office)?.timeZone ?? 'Europe/Rome';
  return reply.page({
    title,
    section: 'desk',
    breadcrumb: crumbs(request, title),
    main: html`<h1>${title}</h1><p class="lead">${words.states[entry.state]}</p>
<ul class="link-list"><li><a href="${localized(locale, registerPath(office))}">${words.back}</a></li></ul>
<section aria-labelledby="entry-data"><h2 id="entry-data">${words.data}</h2>${await dataList(entry, zone, locale)}</section>
<section aria-labelledby="entry-compared"><h2 id="entry-compared">${compared.desk}</h2>
${comparison.registry === undefined && html`<p>${compared.noRecordDesk}</p>`}${comparisonSummary(comparison, locale)}
${await comparisonTable(comparison, locale, false)}</section>
<section aria-labelledby="entry-history"><h2 id="entry-history">${words.history}</h2><table class="stacked"><thead><tr><th scope="col">${words.when}</th><th scope="col">${words.what}</th><th scope="col">${words.who}</th></tr></thead><tbody>${history.map(
      (event) =>
        html`<tr><td data-label="${words.when}">${formatMoment(event.at, zone, locale)}</td><td data-label="${words.what}">${words.events[event.type] ?? event.type}</td><td data-label="${words.who}">${words.actors[event.actor]}</td></tr>`,
    )}</tbody></table></section>`,
  });
}

async function dataList(entry: ConsularEntry, zone: string, locale: Locale): Promise<Html> {
  const words = consularDeskWords[locale];
  const names = await municipalityNames([entry.municipality], locale);
  const day = (at: Temporal.Instant) => formatShortDay(dayAt(at, zone), locale);
  const moved =
    entry.movedTo === null ? undefined : (findOffice(entry.movedTo)?.name[locale] ?? entry.movedTo);
  const rows: readonly (readonly [string, Html | string | undefined])[] = [
    [words.enteredAt, day(entry.enteredAt)],
    [words.source, entry.source],
    [words.municipality, entry.municipality && names(entry.municipality)],
    [words.aireSince, entry.aireSince === null ? undefined : formatShortDay(entry.aireSince, locale)],
    [words.aireSource, entry.aireSource ?? undefined],
    [words.endedAt, entry.endedAt === null ? undefined : day(entry.endedAt)],
    [words.why, entry.why === null ? undefined : words.whys[entry.why]],
    [words.movedTo, moved],
    [
      words.addresses,
      html`${entry.addresses.map((each) => html`${addressText(each, names, locale)} <span class="detail">(${periodText(each, locale)})</span><br>`)}`,
    ],
  ];
  return html`<dl class="summary">${rows.map(([label, value]) => value !== undefined && html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}
