import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { citizenOf } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { holderOf } from '../domain/certificate.ts';
import { isIssued } from '../domain/certificate-lifecycle.ts';
import { type CertificateDeps, certificateZone } from '../use-cases/certificate-deps.ts';
import { type CertificateView, seeOwnCertificates } from '../use-cases/see-certificates.ts';
import { certificatePath, kindNames, shortDay, stateBadge } from './pieces.ts';
import { certificateWords } from './words/words.ts';

function line(view: CertificateView, locale: Locale): Html {
  const words = certificateWords[locale].list;
  const { certificate, valid } = view;
  const { issue, kinds } = certificate;
  const name = kindNames(kinds, locale);
  const href = (path: string) => localized(locale, path);
  const path = certificatePath(certificate);
  const when =
    issue === null || !isIssued(certificate.state)
      ? words.asked(shortDay(dayAt(certificate.requestedAt, certificateZone), locale))
      : (valid ? words.until : words.expired)(shortDay(issue.validUntil, locale));
  return html`<li class="card-line"><h3><a href="${href(path)}">${name}</a></h3><p>${words.about(holderOf(certificate))}. ${when}</p><p>${stateBadge(view, locale)}</p>${
    valid &&
    html`<p><a class="btn btn-outline-primary" href="${href(`${path}/certificate.pdf`)}">${words.download(name)}</a></p>`
  }</li>`;
}

const underWay = ({ certificate: { state } }: CertificateView) =>
  !isIssued(state) && state !== 'given_up' && state !== 'failed';

export function ownListPage(
  request: FastifyRequest,
  reply: FastifyReply,
  views: readonly CertificateView[],
): FastifyReply {
  const { locale } = request;
  const words = certificateWords[locale];
  const part = (title: string, some: readonly CertificateView[]) =>
    some.length > 0 &&
    html`<h2>${title}</h2><ul class="card-list">${some.map((view) => line(view, locale))}</ul>`;
  return reply.page({
    title: words.title,
    section: 'certificates',
    breadcrumb: [{ label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.list.lead}</p>
<p><a class="btn btn-primary" href="${localized(locale, '/certificates/new')}">${words.list.ask}</a></p>
${views.length === 0 && html`<p>${words.list.empty} ${words.list.emptyNext}</p>`}
${part(words.list.open, views.filter(underWay))}
${part(
  words.list.valid,
  views.filter((view) => view.valid),
)}
${part(
  words.list.past,
  views.filter((view) => !view.valid && !underWay(view)),
)}`,
  });
}

/** What a person's own page shows of certificates: valid ones and those under way. */
export function ownCertificates(
  deps: Pick<CertificateDeps, 'db' | 'now' | 'sealing'>,
): (request: FastifyRequest) => Promise<Html> {
  return async (request) => {
    const { locale } = request;
    const words = certificateWords[locale];
    const views = await seeOwnCertificates(deps, citizenOf(request).accountId);
    const shown = views.filter((view) => view.valid || underWay(view)).slice(0, 5);
    return html`<section aria-labelledby="certificates-title"><h2 id="certificates-title">${words.title}</h2>${
      shown.length === 0
        ? html`<p>${words.list.none}</p>`
        : html`<ul class="card-list">${shown.map((view) => line(view, locale))}</ul>`
    }<ul class="link-list"><li><a href="${localized(locale, '/certificates')}">${words.list.all}</a></li><li><a href="${localized(locale, '/certificates/new')}">${words.list.ask}</a></li></ul></section>`;
  };
}
