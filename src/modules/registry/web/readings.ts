import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '#kernel/locale.ts';
import { formatMoment } from '#kernel/moment.ts';
import { findSeat } from '#modules/offices/public.ts';
import { citizenOf } from '#platform/web/guards.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { Reading } from '../domain/reading.ts';
import { readReadings } from '../use-cases/read-readings.ts';
import type { DomicileDeps } from '../use-cases/see-digital-domicile.ts';
import { strong } from './registry-web.ts';
import { registryWords } from './words/words.ts';

/** Who has read the record of the person who looks (RG-5). */
export function readingRoutes(app: FastifyInstance, deps: DomicileDeps): void {
  app.get<{ Querystring: { before?: string } }>(
    '/your-data/readings',
    { preHandler: strong },
    (request, reply) => readingsPage(deps, request, reply),
  );
}

async function readingsPage(
  deps: DomicileDeps,
  request: FastifyRequest<{ Querystring: { before?: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { locale } = request;
  const words = registryWords[locale].log;
  const before = parseBefore(request.query.before);
  const { items, next } = await readReadings(deps, {
    accountId: citizenOf(request).accountId,
    ...(before === undefined ? {} : { before }),
  });
  const lines = await Promise.all(
    items.map(async (each) => ({ ...each, who: await readerText(each, locale) })),
  );
  const href = (query: string) => localized(locale, `/your-data/readings${query}`);
  return reply.page({
    title: words.title,
    section: 'your-data',
    breadcrumb: [{ label: registryWords[locale].title, path: '/your-data' }, { label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${
  lines.length === 0
    ? html`<p>${words.empty}</p>`
    : html`<table class="stacked"><thead><tr><th scope="col">${words.when}</th><th scope="col">${words.who}</th><th scope="col">${words.why}</th></tr></thead>
<tbody>${lines.map(
        (line) =>
          html`<tr><td data-label="${words.when}">${formatMoment(line.at, 'Europe/Rome', locale)}</td><td data-label="${words.who}">${line.who}</td><td data-label="${words.why}">${whyText(line.why, locale)}</td></tr>`,
      )}</tbody></table>`
}
${
  (before !== undefined || next !== undefined) &&
  html`<nav class="day-turn" aria-label="${words.title}">${before !== undefined && html`<a href="${href('')}">${words.newest}</a> `}${next !== undefined && html`<a href="${href(`?before=${next}`)}">${words.older}</a>`}</nav>`
}
<p>${words.doubt}</p>`,
  });
}

function parseBefore(raw: string | undefined): number | undefined {
  return raw !== undefined && /^\d{1,15}$/.test(raw) ? Number(raw) : undefined;
}

/** Who read, as the office answers for it: its staff, not the name of a person. */
export async function readerText({ by }: Pick<Reading, 'by'>, locale: Locale): Promise<string> {
  const words = registryWords[locale].log;
  switch (by.kind) {
    case 'household':
      return words.household;
    case 'system':
      return words.systems[by.name] ?? `${words.system}: ${by.name}`;
    case 'official': {
      const office = await findSeat(by.officeId);
      return words.official(words.role, office?.name[locale] ?? words.ministry);
    }
  }
}

/** Why, in words: a reason of ours has a sentence, one that an official wrote stands as it is. */
export function whyText(why: string, locale: Locale): string {
  return registryWords[locale].log.reasons[why] ?? why;
}
