import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '#kernel/locale.ts';
import { formatMoment } from '#kernel/moment.ts';
import { findOffice } from '#modules/offices/public.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { compareOwnData, type OwnComparison } from '../use-cases/compare-registers.ts';
import type { RegistryDeps } from '../use-cases/read-record.ts';
import { comparisonSummary, comparisonTable } from './comparison-table.ts';
import { whyText } from './readings.ts';
import { comparisonWords } from './words/comparison.ts';
import { registryWords } from './words/words.ts';

/** Whether somebody has proved who they are: only then the national registry is read. */
export function isStrong(request: FastifyRequest): boolean {
  const { signedInWith, level } = citizenOf(request);
  return signedInWith === 'spid' && level >= 2;
}

/** Consular register, national registry and tax code of the person who looks, field by field. */
export function comparisonRoutes(app: FastifyInstance, deps: RegistryDeps): void {
  const path = '/your-data/comparison';
  app.get<{ Querystring: { registry?: string } }>(
    path,
    { preHandler: citizensOnly },
    async (request, reply) => {
      const strong = isStrong(request);
      if (!strong && request.query.registry !== undefined)
        return reply.askToSignIn({ strongFor: 'registry' });
      const comparison = await compareOwnData(deps, { accountId: citizenOf(request).accountId, strong });
      return page(request, reply, comparison, strong);
    },
  );
}

async function page(
  request: FastifyRequest,
  reply: FastifyReply,
  comparison: OwnComparison,
  strong: boolean,
): Promise<FastifyReply> {
  const { locale } = request;
  const words = comparisonWords[locale];
  const { consular, registry } = comparison;
  const nothing = consular === undefined && registry === undefined;
  return reply.page({
    title: words.title,
    section: 'your-data',
    breadcrumb: [{ label: registryWords[locale].title, path: '/your-data' }, { label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${registry === undefined && (strong ? html`<div class="notice notice-info"><p>${words.noRecord}</p></div>` : html`<div class="notice notice-info"><p>${words.locked}</p><p><a href="${localized(locale, '/your-data/comparison?registry=yes')}">${words.unlock}</a></p></div>`)}
${consular === undefined && html`<div class="notice notice-info"><p>${words.none}</p><p><a href="${localized(locale, '/services/aire-registration')}">${words.noneNext}</a></p></div>`}
${
  !nothing &&
  html`${comparisonSummary(comparison, locale)}
${await comparisonTable(comparison, locale, true)}`
}
${consular !== undefined && readings(comparison, locale)}`,
  });
}

/** Who has looked at the entry in the consular register (RG-5). */
function readings({ readings: lines, officeId }: OwnComparison, locale: Locale): Html {
  const words = comparisonWords[locale];
  const zone = findOffice(officeId ?? '')?.timeZone ?? 'Europe/Rome';
  return html`<section aria-labelledby="entry-readings"><h2 id="entry-readings">${words.readings}</h2><p>${words.readingsText}</p>${
    lines.length === 0
      ? html`<p>${words.noReadings}</p>`
      : html`<table class="stacked"><thead><tr><th scope="col">${words.when}</th><th scope="col">${words.office}</th><th scope="col">${words.why}</th></tr></thead><tbody>${lines.map(
          (line) =>
            html`<tr><td data-label="${words.when}">${formatMoment(line.at, zone, locale)}</td><td data-label="${words.office}">${findOffice(line.officeId)?.name[locale] ?? line.officeId}</td><td data-label="${words.why}">${whyText(line.why, locale)}</td></tr>`,
        )}</tbody></table>`
  }</section>`;
}
