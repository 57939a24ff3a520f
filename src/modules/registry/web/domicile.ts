import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type CivilDate, dayAt } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatMoment, formatShortDay } from '#kernel/moment.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { citizenOf } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { principalOf } from '#platform/web/who.ts';
import { activeBy } from '../domain/digital-domicile.ts';
import {
  type DomicileDeps,
  type DomicileRefusal,
  type SeenDomicile,
  seeDigitalDomicile,
} from '../use-cases/see-digital-domicile.ts';
import { type WritingAddress, whereToWrite } from '../use-cases/where-to-write.ts';
import { ownRecord, strong } from './registry-web.ts';
import { registryWords } from './words/words.ts';
import { noRecordPage } from './your-data.ts';

const path = '/your-data/digital-domicile';

/** The digital domicile as INAD has it, and where notices go (RG-4); here it is only read. */
export function domicileRoutes(app: FastifyInstance, deps: DomicileDeps): void {
  const guarded = { preHandler: strong };
  app.get(path, guarded, (request, reply) => show(deps, request, reply, false));
  app.post(`${path}/checks`, guarded, (request, reply) => show(deps, request, reply, true));
}

async function show(
  deps: DomicileDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  again: boolean,
): Promise<FastifyReply> {
  const record = await ownRecord(deps, request);
  if (record === undefined) return noRecordPage(request, reply);
  const as = principalOf(request.who);
  const seen = await seeDigitalDomicile(deps, { as, person: record, again });
  if (again && (seen.ok || seen.refusal.code !== 'just_asked')) return reply.seeOther(path);
  const shown = again ? await seeDigitalDomicile(deps, { as, person: record }) : seen;
  const where = await whereToWrite(deps, {
    as,
    accountId: citizenOf(request).accountId,
    person: record,
    seen: shown,
  });
  const { locale } = request;
  const words = registryWords[locale].domicile;
  return reply.page({
    title: words.title,
    section: 'your-data',
    status: again ? 429 : 200,
    breadcrumb: [{ label: registryWords[locale].title, path: '/your-data' }, { label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.meaning}</p>
${again && html`<p role="alert">${words.justAsked}</p>`}
${answer(shown, locale)}
${
  shown.ok &&
  shown.value.domicile.kind !== 'active' &&
  html`<p>${words.activeBy(formatMoment(activeBy(deps.now()), 'Europe/Rome', locale))}</p>`
}
${deps.inad !== undefined && record.taxCode !== undefined && form(reply, { action: `${path}/checks`, class: 'inline-form', content: submitButton(words.again, 'secondary') })}
<h2>${words.where}</h2>${whereText(where, locale)}`,
  });
}

function answer(seen: Outcome<SeenDomicile, DomicileRefusal>, locale: Locale): Html {
  const words = registryWords[locale].domicile;
  if (!seen.ok) {
    const sentences = {
      not_connected: words.notConnected,
      no_tax_code: words.noTaxCode,
      unavailable: words.unavailableNothing,
      just_asked: words.justAsked,
    } satisfies Record<DomicileRefusal['code'], string>;
    return html`<div class="notice notice-warning"><p>${sentences[seen.refusal.code]}</p></div>`;
  }
  const { domicile, askedAt, old } = seen.value;
  return html`${old && html`<div class="notice notice-warning"><p>${words.unavailable}</p></div>`}${content()}<p class="source">${words.askedAt(formatMoment(askedAt, 'Europe/Rome', locale))}</p>`;

  function content(): Html {
    switch (domicile.kind) {
      case 'active':
        return html`<dl class="summary"><div><dt>${words.address}</dt><dd><strong>${domicile.address}</strong></dd></div><div><dt>${words.since}</dt><dd>${dayText(domicile.since, locale)}<br><span class="source">${registryWords[locale].comesFrom}: ${words.source}</span></dd></div></dl>`;
      case 'ended':
        return html`<p>${words.ended[domicile.why](dayText(domicile.at, locale))}</p>`;
      case 'none':
        return html`<p>${words.none}</p>`;
    }
  }
}

function dayText(at: Temporal.Instant, locale: Locale): string {
  return formatShortDay(dayAt(at, 'Europe/Rome') as CivilDate, locale);
}

function whereText(where: WritingAddress, locale: Locale): Html {
  const words = registryWords[locale].domicile;
  switch (where.channel) {
    case 'pec':
      return html`<p>${words.toPec(where.address)}</p>`;
    case 'mail':
      return html`<p>${words.toEmail(where.address)}</p>`;
    case 'none':
      return html`<p>${words.toNobody} <a href="${localized(locale, '/account/profile')}">${words.profile}</a></p>`;
  }
}
